"""What is sealed opens only where it was sealed, unchanged, and never after its key was destroyed."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.infra import envelopes
from sala.infra.envelopes import CannotOpen, Envelope
from sala.infra.models import DataKey

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
CASE, OTHER = UUID(int=1), UUID(int=2)
HERE = f"casework_case.answers:{CASE}"
ENVELOPE = Envelope(b"k" * 32)


@given(clear=st.binary(max_size=2_000))
def test_what_is_sealed_comes_out_as_it_went_in(clear: bytes) -> None:
    assert ENVELOPE.open(ENVELOPE.seal(clear, place=HERE), place=HERE) == clear


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_one_changed_bit_is_refused(at: int, bit: int) -> None:
    sealed = bytearray(ENVELOPE.seal("ครัวตัวอย่าง".encode(), place=HERE))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(CannotOpen):
        ENVELOPE.open(bytes(sealed), place=HERE)


@pytest.mark.parametrize("there", [f"casework_case.known:{CASE}", f"casework_case.answers:{OTHER}", ""])
def test_moved_ciphertext_is_refused(there: str) -> None:
    with pytest.raises(CannotOpen):
        ENVELOPE.open(ENVELOPE.seal(b"born 2509", place=HERE), place=there)


@pytest.mark.parametrize("sealed", [b"", b"short", b"\0" * 12])
def test_what_is_too_short_to_be_sealed_is_refused(sealed: bytes) -> None:
    with pytest.raises(CannotOpen):
        ENVELOPE.open(sealed, place=HERE)


def test_anothers_key_opens_nothing() -> None:
    with pytest.raises(CannotOpen):
        Envelope(b"x" * 32).open(ENVELOPE.seal(b"born 2509", place=HERE), place=HERE)


def test_sealing_twice_looks_different_each_time() -> None:
    assert ENVELOPE.seal(b"same", place=HERE) != ENVELOPE.seal(b"same", place=HERE)


def test_nothing_stored_opens_as_nothing() -> None:
    assert ENVELOPE.open_json(b"", place=HERE) is None


def test_a_key_never_shows_itself() -> None:
    assert "kkkk" not in repr(ENVELOPE)


def test_a_stored_key_is_wrapped_and_opens_again(db: None) -> None:
    row, made = envelopes.new_data_key(subject=CASE, at=NOON)
    found = envelopes.find_envelope(subject=CASE)
    assert made.key not in bytes(row.wrapped)
    assert found is not None
    assert found.open_json(made.seal_json({"a": "ก"}, place=HERE), place=HERE) == {"a": "ก"}


def test_a_wrapped_key_moved_to_another_subject_is_refused(db: None) -> None:
    envelopes.new_data_key(subject=CASE, at=NOON)
    DataKey.objects.filter(subject=CASE).update(subject=OTHER)
    with pytest.raises(CannotOpen):
        envelopes.find_envelope(subject=OTHER)


def test_erasing_destroys_the_key_and_nothing_opens_again(db: None) -> None:
    envelopes.new_data_key(subject=CASE, at=NOON)
    assert envelopes.destroy_data_key(subject=CASE)
    assert envelopes.find_envelope(subject=CASE) is None
    assert not envelopes.destroy_data_key(subject=CASE)
