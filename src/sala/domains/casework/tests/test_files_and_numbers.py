"""A file is what its first bytes say; a code cannot be guessed; a number catches a slip of the tongue."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..logic.files import fault_of, media_type_of, safe_name
from ..logic.follow_up import hash_of, new_code
from ..logic.numbers import case_number
from .forms import PNG

ACCEPTS = ("application/pdf", "image/jpeg", "image/png")
PDF, JPEG = b"%PDF-1.7\n" + b"\0" * 60, b"\xff\xd8\xff\xe0" + b"\0" * 60
EXE, ZIP, HTML = b"MZ\x90\0" + b"\0" * 60, b"PK\x03\x04" + b"\0" * 60, b"<!doctype html><script>alert(1)</script>"


def says(name: str, content: bytes) -> str:
    fault = fault_of(name=name, content=content, accepts=ACCEPTS, max_megabytes=1)
    return fault["en"] if fault else ""


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.pdf", PDF), ("plan.PDF", PDF), ("ภาพ.jpg", JPEG), ("photo.jpeg", JPEG), ("photo.png", PNG)],
)
def test_a_file_that_is_what_its_name_says_is_kept(name: str, content: bytes) -> None:
    assert says(name, content) == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("invoice.pdf", EXE),
        ("invoice.pdf", HTML),
        ("invoice.pdf", ZIP),
        ("photo.jpg", PNG),
        ("photo.png", PDF),
        ("plan.pdf.exe", PDF),
        ("plan.pdf.html", PDF),
        ("plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("plan", PDF),
        (".pdf", PDF),
        ("plan.pdf\u202e", PDF),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    assert says(name, content).endswith("Use JPEG, PDF, PNG")


def test_an_empty_file_is_told_apart() -> None:
    assert says("plan.pdf", b"").startswith("This file is empty")


def test_a_file_over_the_limit_is_told_the_limit() -> None:
    assert says("plan.pdf", PDF + b"\0" * 1_000_000) == "The file is over 1 MB. Make it smaller or choose another file"
    assert says("plan.pdf", (PDF + b"\0" * 1_000_000)[:1_000_000]) == ""


@given(content=st.binary(min_size=1, max_size=64))
def test_no_bytes_break_the_look_into_a_file(content: bytes) -> None:
    assert isinstance(media_type_of(content), str)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\แผน.pdf", "แผน.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("gnp\u202e.pdf", "gnp.pdf"),
        ("", "file"),
        ("..", "file"),
        ("/", "file"),
    ],
)
def test_a_name_is_made_harmless(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    assert len(safe_name("ก" * 500 + ".pdf")) == 100
    assert safe_name("ก" * 500 + ".pdf").endswith(".pdf")


def test_a_code_is_new_each_time_and_easy_to_read_out() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert not {letter for code in codes for letter in code} & set("01ILOU")


@given(st.sampled_from([str.lower, str.upper, lambda code: code.replace("-", " "), lambda code: f" {code}\n"]))
def test_a_code_opens_however_it_is_typed(typed: object) -> None:
    code = new_code()
    assert hash_of(typed(code)) == hash_of(code)  # type: ignore[operator]  # one of the four above


@pytest.mark.parametrize("nothing", ["", " ", "-", " - - "])
def test_an_empty_code_hashes_to_nothing_so_it_can_match_nothing(nothing: str) -> None:
    assert hash_of(nothing) == ""


def test_a_case_number_bears_the_buddhist_year_of_its_day_in_bangkok() -> None:
    last_evening_in_utc = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)
    assert case_number(serial=123, received_at=last_evening_in_utc).startswith("70-0000123-")


@given(serial=st.integers(1, 9_999_998))
def test_two_neighbours_have_different_numbers(serial: int) -> None:
    at = datetime(2026, 11, 20, 3, tzinfo=UTC)
    assert case_number(serial=serial, received_at=at) != case_number(serial=serial + 1, received_at=at)
