"""Case numbers that a person can read over a telephone. They open nothing by themselves."""

from datetime import datetime

from sala.kernel.checks import check_character
from sala.kernel.days import thai_day

_SHOWN_BUDDHIST_DIGITS = 100


def case_number(*, serial: int, received_at: datetime) -> str:
    """
    Write a case's number: year of receipt (B.E., two digits), seven digits, a check character.

    >>> from datetime import UTC
    >>> case_number(serial=123, received_at=datetime(2026, 11, 20, 3, tzinfo=UTC))[:11]
    '69-0000123-'
    """
    year = (thai_day(received_at).year + 543) % _SHOWN_BUDDHIST_DIGITS
    digits = f"{year:02d}{serial:07d}"
    return f"{digits[:2]}-{digits[2:]}-{check_character(digits)}"
