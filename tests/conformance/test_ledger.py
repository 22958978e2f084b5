"""Strangers' tools read the ledger from the files that it serves, and come to the same root and the same proofs."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from sala.infra import keys

TOOLS = Path(__file__).parent / "ledger"
GO_PACKAGES = Path("/usr/share/gocode")  # where Debian puts golang-golang-x-mod-dev
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
CASE = UUID("01935d00-0000-7000-8000-0000000000c1")
SIZES = (1, 2, 255, 256, 300, 600)

needs_go = pytest.mark.skipif(
    not (shutil.which("go") and (GO_PACKAGES / "src/golang.org/x/mod/sumdb").exists()),
    reason="Go is not here: install golang-go and golang-golang-x-mod-dev",
)


@pytest.fixture
def served(db: None, tmp_path: Path) -> Path:
    """Sign 600 entries in six steps, and keep what the ledger's addresses answer."""
    from sala.domains.ledger import public as ledger

    key = keys.signing_key("ledger-checkpoint")
    assert isinstance(key, Ed25519PrivateKey)
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        entries = [ledger.LedgerEntry("case.received", CASE, "city", NOON, {"n": n}) for n in range(before, size)]
        ledger.append_many(entries)
        ledger.sequence(key=key, origin="sala.example/ledger", remembered_in=tmp_path / "remembered", at=NOON)
        keep(tmp_path / "served" / "older" / str(size), get("/ledger/checkpoint").content)
    tiles = ("0/000", "0/001", "0/002.p/88", "1/000.p/2", "entries/000", "entries/001", "entries/002.p/88")
    for path in ("checkpoint", "key", *(f"tile/{tile}" for tile in tiles)):
        keep(tmp_path / "served" / path, get(f"/ledger/{path}").content)
    keep_proofs(tmp_path / "served")
    return tmp_path / "served"


def keep_proofs(folder: Path) -> None:
    places = [(index, size) for size in SIZES for index in {0, size // 2, size - 1}]
    growths = [(old, new) for old in SIZES for new in SIZES if old <= new]
    inclusion = [get("/api/v1/ledger/inclusion", index=index, size=size).json() for index, size in places]
    consistency = [get("/api/v1/ledger/consistency", old_size=old, new_size=new).json() for old, new in growths]
    keep(folder / "inclusion.json", json.dumps(inclusion).encode())
    keep(folder / "consistency.json", json.dumps(consistency).encode())


def get(path: str, **asked: int) -> Any:
    answer = Client().get(path, asked)
    assert answer.status_code == 200, path
    return answer


def keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def with_pymerkle(folder: Path) -> "subprocess.CompletedProcess[str]":
    return run(sys.executable, str(TOOLS / "with_pymerkle.py"), str(folder))


def with_go(folder: Path) -> "subprocess.CompletedProcess[str]":
    return run("go", "run", str(TOOLS / "with_go.go"), str(folder))


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": str(GO_PACKAGES), "GOFLAGS": ""}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


TOOL = pytest.mark.parametrize("verify", [with_pymerkle, pytest.param(with_go, marks=needs_go)])


@TOOL
def test_a_stranger_s_tool_finds_the_ledger_whole(served: Path, verify: Any) -> None:
    found = verify(served)

    assert (found.returncode, found.stdout) == (0, "600 leaves\n"), found.stderr


@TOOL
@pytest.mark.parametrize("path", ["tile/0/001", "checkpoint"])
def test_a_stranger_s_tool_finds_what_was_changed(served: Path, verify: Any, path: str) -> None:
    size_line = b"\n600\n"
    content = (served / path).read_bytes()
    changed = (
        content.replace(size_line, b"\n599\n") if size_line in content else content[:-1] + bytes([content[-1] ^ 1])
    )
    (served / path).write_bytes(changed)

    assert verify(served).returncode != 0


@TOOL
def test_a_stranger_s_tool_refuses_a_proof_of_another_leaf(served: Path, verify: Any) -> None:
    change(served / "inclusion.json", "leaf_hash")

    assert verify(served).returncode != 0


@needs_go
def test_go_refuses_a_growth_that_is_not_one(served: Path) -> None:
    change(served / "consistency.json", "path")

    assert with_go(served).returncode != 0


def test_pymerkle_finds_an_older_checkpoint_that_was_another(served: Path) -> None:
    (served / "older" / "300").write_bytes((served / "older" / "300").read_bytes().replace(b"\n300\n", b"\n299\n"))

    assert with_pymerkle(served).returncode != 0


def change(file: Path, field: str) -> None:
    """Give one proof what belongs to another."""
    told = json.loads(file.read_text("utf-8"))
    told[-2][field], told[-3][field] = told[-3][field], told[-2][field]
    file.write_text(json.dumps(told), "utf-8")
