"""The ledger's public addresses: static in effect, cacheable, the same for everyone, and silent on whose entries they are."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from sala.domains.ledger import public as ledger
from sala.infra import keys
from sala.sites.api.ledger import ConsistencyProofOut, LeafProofOut

NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
CASE = UUID("01935d00-0000-7000-8000-0000000000c1")

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(tmp_path: Path) -> ledger.SignedCheckpoint:
    key = keys.signing_key("ledger-checkpoint")
    assert isinstance(key, Ed25519PrivateKey)
    ledger.append_many([ledger.LedgerEntry("case.received", CASE, "city", NOON, {"number": n}) for n in range(260)])
    checkpoint = ledger.sequence(key=key, origin="sala.example/ledger", remembered_in=tmp_path / "kept", at=NOON)
    assert checkpoint is not None
    return checkpoint


def get(path: str, **headers: str) -> Any:
    return Client(headers=headers).get(path)


def test_the_checkpoint_is_the_newest_and_is_kept_for_a_second(signed: ledger.SignedCheckpoint) -> None:
    answer = get("/ledger/checkpoint")
    assert answer.content.decode() == signed.note
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=1"
    assert get("/ledger/checkpoint", if_none_match=answer["ETag"]).status_code == 304


def test_a_full_tile_is_kept_for_ever_and_a_partial_one_is_not(signed: ledger.SignedCheckpoint) -> None:
    full, partial = get("/ledger/tile/0/000"), get("/ledger/tile/0/001.p/4")
    assert (len(full.content), len(partial.content)) == (256 * 32, 4 * 32)
    assert full["Content-Type"] == partial["Content-Type"] == "application/octet-stream"
    assert "immutable" in full["Cache-Control"]
    assert "immutable" not in partial["Cache-Control"]


def test_a_checkpoint_s_older_partial_tile_stays(signed: ledger.SignedCheckpoint) -> None:
    assert get("/ledger/tile/0/001.p/3").content == get("/ledger/tile/0/001.p/4").content[: 3 * 32]


@pytest.mark.parametrize("path", ["checkpoint", "key", "tile/0/000", "tile/1/000.p/1", "tile/entries/001.p/4"])
def test_what_is_served_is_alike_for_everyone(signed: ledger.SignedCheckpoint, path: str) -> None:
    answer, signed_in = get(f"/ledger/{path}"), get(f"/ledger/{path}", cookie="sala_session=someone")
    assert answer.status_code == 200
    assert (signed_in.status_code, signed_in.content) == (200, answer.content)
    assert not answer.cookies
    assert "cookie" not in answer.get("Vary", "").lower()
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_nothing_of_an_entry_is_served_but_its_commitment(signed: ledger.SignedCheckpoint) -> None:
    bundled = get("/ledger/tile/entries/000").content
    assert len(bundled) == 256 * (2 + 32)
    assert CASE.bytes not in bundled
    assert b"case" not in bundled


@pytest.mark.parametrize(
    "address",
    [
        "0/001",
        "0/001.p/5",
        "0/002.p/1",
        "2/000.p/1",
        "0/000.p/0",
        "0/000.p/256",
        "0/0",
        "0/x000/000",
        "8/000",
        "00/000",
        "0/๐๐๐",
        "entries/001",
        "0/" + "x999/" * 9 + "999",
        "../checkpoint",
        "",
    ],
)
def test_what_is_no_tile_of_the_tree_is_not_found(signed: ledger.SignedCheckpoint, address: str) -> None:
    assert get(f"/ledger/tile/{address}").status_code == 404


def test_proofs_are_given_by_place(signed: ledger.SignedCheckpoint) -> None:
    proof = get("/api/v1/ledger/inclusion?index=7&size=260").json()
    LeafProofOut.model_validate(proof)
    assert (proof["index"], proof["size"], len(proof["path"])) == (7, 260, 9)
    ConsistencyProofOut.model_validate(get("/api/v1/ledger/consistency?old_size=255&new_size=260").json())


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("inclusion?index=260&size=260", 404),
        ("inclusion?index=0&size=261", 404),
        ("inclusion?index=-1&size=1", 422),
        ("inclusion?index=0&size=99999999999999999999", 422),
        ("consistency?old_size=3&new_size=2", 404),
        ("consistency?old_size=0&new_size=2", 422),
    ],
)
def test_a_proof_of_what_is_not_there_is_refused(signed: ledger.SignedCheckpoint, asked: str, status: int) -> None:
    assert get(f"/api/v1/ledger/{asked}").status_code == status


@pytest.mark.parametrize("path", ["checkpoint", "key", "tile/0/000"])
def test_an_empty_ledger_serves_nothing_yet(path: str) -> None:
    assert get(f"/ledger/{path}").status_code == 404
