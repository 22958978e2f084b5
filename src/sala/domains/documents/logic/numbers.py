"""Document numbers that run without a gap, and check codes that nobody can guess."""

from datetime import datetime

from sala.kernel.days import thai_day

# Crockford's base 32: no I, L, O or U, so that a code read aloud or copied from paper stays unmistakable.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
_CODE_LENGTH = 26  # 26 characters of 5 bits hold the 128 random bits
_GROUP = 5


def check_code(entropy: bytes) -> str:
    """
    Spell 128 random bits as a check code.

    >>> check_code(bytes(16))
    '00000000000000000000000000'

    :raises ValueError: the entropy is not 16 bytes.
    """
    if len(entropy) != 16:
        raise ValueError(f"a check code needs 16 random bytes, not {len(entropy)}")
    value = int.from_bytes(entropy, "big")
    return "".join(_ALPHABET[value >> 5 * place & 31] for place in reversed(range(_CODE_LENGTH)))


def read_code(typed: str) -> str | None:
    """
    Read a check code as a person typed it; None when it cannot be one.

    >>> read_code("oooo0-00000-00000-00000-00000-i")
    '00000000000000000000000001'
    """
    code = typed.strip().upper().translate(_MISREAD)
    if len(code) != _CODE_LENGTH or any(letter not in _ALPHABET for letter in code):
        return None
    return code


def show_code(code: str) -> str:
    """
    Write a check code in groups of five, for reading.

    >>> show_code("00000000000000000000000001")
    '00000-00000-00000-00000-00000-1'
    """
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def number_year(at: datetime) -> int:
    """Give the Buddhist year whose series a document of this moment belongs to; numbers restart on 1 January."""
    return thai_day(at).year + 543


def document_number(*, running: int, year: int, letter_code: str) -> str:
    """
    Write a document's number: after the letter code where the office has one, else with its year.

    Source: Prime Minister's Office Regulation on Official Correspondence B.E. 2526 (letter code / running number).

    >>> document_number(running=12, year=2569, letter_code="")
    '12/2569'
    >>> document_number(running=12, year=2569, letter_code="นบ 52001")
    'นบ 52001/12'
    """
    return f"{letter_code}/{running}" if letter_code else f"{running}/{year}"
