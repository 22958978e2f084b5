"""An entry says only what may be kept for ever, has one written form, and its commitment hides it."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.money import Baht

from ..contracts import EntryRefused, LedgerEntry
from ..logic.entries import canonical_json, commit_to, plain_body
from .people import CASE, NOON, entry_of

ID = UUID("01935d00-0000-7000-8000-00000000000a")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("approve", "approve"),
        ("old_age_allowance.eligible", "old_age_allowance.eligible"),
        ("sha256:" + "1234567890123456" * 4, "sha256:" + "1234567890123456" * 4),
        ("2026-11-20", "2026-11-20"),
        (7, 7),
        (True, True),
        (None, None),
        (CASE, str(CASE)),
        (date(2026, 11, 20), "2026-11-20"),
        (datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=7))), "2026-11-20T05:00:00.000000Z"),
        (Baht(60_050), "600.50"),
        (Baht(-150), "-1.50"),
        (Baht(1_234_567_890_123), "12345678901.23"),
        (("a", 1), ["a", 1]),
    ],
)
def test_codes_ids_times_and_amounts_are_kept(value: Any, kept: object) -> None:
    assert plain_body(entry_of(word=value)) == {"word": kept}


@pytest.mark.parametrize(
    "value",
    [
        "สมศรี",
        "Somsri Jaidee",
        "somsri@example.org",
        "1234567890123",
        "1-2345-67890-12-3",
        "id:1234567890123",
        "1234567890123/2",
        1234567890123,
        2**53,
        1.5,
        "",
        "line\nbreak",
        "x" * 201,
        datetime(2026, 11, 20),  # noqa: DTZ001  (a moment without a zone is the bad input)
        {"nested": "a"},
        (("a",),),
        b"bytes",
    ],
)
def test_names_sentences_and_identity_numbers_are_refused(value: Any) -> None:
    with pytest.raises(EntryRefused) as refused:
        plain_body(entry_of(word=value))
    assert "word" in refused.value.text.th
    assert not str(value) or str(value) not in refused.value.text.en


@pytest.mark.parametrize("word", ["สมศรี", "Decided", "decided at", "", "1234567890123"])
def test_a_malformed_word_is_refused_and_not_repeated(word: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        plain_body(LedgerEntry("case.decided", CASE, "city", NOON, {word: "a"}))
    assert refused.value.values["field"] == "?"


@pytest.mark.parametrize("kind", ["decided", "Case.decided", "case decided", "case.decided\n"])
def test_a_kind_is_a_dotted_code(kind: str) -> None:
    with pytest.raises(EntryRefused):
        plain_body(LedgerEntry(kind, CASE, "city", NOON, {}))


def test_an_entry_has_one_written_form() -> None:
    entry = LedgerEntry("case.decided", CASE, "city", NOON, {"b": 1, "a": "x"})
    assert canonical_json(ID, entry, plain_body(entry)).decode() == (
        '{"agency":"city","at":"2026-11-20T05:00:00.123456Z","body":{"a":"x","b":1},'
        f'"id":"{ID}","kind":"case.decided","schema":1,"subject":"{CASE}"}}'
    )


def test_the_written_form_does_not_depend_on_the_clock_s_zone() -> None:
    bangkok = NOON.astimezone(timezone(timedelta(hours=7)))
    here, there = (LedgerEntry("case.decided", CASE, "city", at, {}) for at in (NOON, bangkok))
    assert canonical_json(ID, here, {}) == canonical_json(ID, there, {})


@given(st.binary(max_size=50), st.binary(max_size=50), st.binary(min_size=32, max_size=32))
def test_a_commitment_binds_to_one_text_and_one_salt(one: bytes, other: bytes, salt: bytes) -> None:
    assert (commit_to(one, salt=salt) == commit_to(other, salt=salt)) == (one == other)
    assert commit_to(one, salt=salt) != commit_to(one, salt=bytes(31) + b"\x01") or salt == bytes(31) + b"\x01"


def test_every_moment_keeps_its_microseconds() -> None:
    entry = LedgerEntry("case.decided", CASE, "city", datetime(2026, 1, 1, tzinfo=UTC), {})
    assert b'"at":"2026-01-01T00:00:00.000000Z"' in canonical_json(ID, entry, {})
