"""The check character that lets a mistyped case number be noticed before anything is looked up."""

from .bilingual import Text
from .errors import SalaError
from .thai import to_arabic_digits

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MODULUS = len(_ALPHABET)


class CannotBeChecked(SalaError):
    """Only A-Z, 0-9, spaces and hyphens can carry a check character."""

    code = "cannot-be-checked"
    status = 422
    message = Text(
        th="เลขนี้ใช้ได้เฉพาะตัวอักษร A-Z ตัวเลข 0-9 และขีดกลาง ตรวจแล้วพิมพ์ใหม่",
        en="This number may hold only the letters A-Z, the digits 0-9 and hyphens. Check it and type it again",
    )


def check_character(text: str) -> str:
    """
    Compute the check character of a number; hyphens, spaces and letter case do not count.

    It finds every single wrong character and nearly all swaps of neighbours. It proves nothing about
    who may open the case.

    Source: ISO/IEC 7064:2003, hybrid system MOD 37,36.

    :raises CannotBeChecked: another character, or none at all.

    >>> check_character("SSK-2569-000123")
    'O'
    """
    return _ALPHABET[(_MODULUS + 1 - _carry(_compact(text))) % _MODULUS]


def is_checked(text: str) -> bool:
    """
    Say whether the last character is the check character of those before it.

    >>> is_checked("SSK-2569-000123-O"), is_checked("SSK-2569-000132-O"), is_checked("ไม่ใช่เลข")
    (True, False, False)
    """
    try:
        compact = _compact(text)
        return check_character(compact[:-1]) == compact[-1]
    except CannotBeChecked:
        return False


def _compact(text: str) -> str:
    compact = to_arabic_digits(text).replace("-", "").replace(" ", "").upper()
    if not compact or set(compact) - set(_ALPHABET):
        raise CannotBeChecked
    return compact


def _carry(compact: str) -> int:
    product = _MODULUS
    for character in compact:
        total = (product + _ALPHABET.index(character)) % _MODULUS or _MODULUS
        product = total * 2 % (_MODULUS + 1)
    return product
