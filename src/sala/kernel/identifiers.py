"""The numbers Thailand gives to people, companies and houses. They are masked wherever nobody asked to see them."""

from dataclasses import dataclass
from typing import ClassVar, Self

from .bilingual import Text
from .errors import SalaError
from .thai import fold

_SEPARATORS = str.maketrans("", "", "-– ./")


class NumberNotUnderstood(SalaError):
    """An official number holds something other than digits, spaces and hyphens, or has the wrong length."""

    code = "number-not-understood"
    status = 422
    message = Text(
        th="{name}ต้องเป็นตัวเลข {length} หลัก ตรวจแล้วกรอกใหม่ จะใส่ขีดหรือเว้นวรรคก็ได้",
        en="{name} has {length} digits. Check it and type it again; hyphens and spaces do not matter",
    )


class NumberMistyped(SalaError):
    """The last digit of an official number does not agree with the others."""

    code = "number-mistyped"
    status = 422
    message = Text(
        th="{name}ไม่ถูกต้อง น่าจะพิมพ์ผิดไปหนึ่งหลักหรือสลับหลักกัน ตรวจกับเอกสารแล้วกรอกใหม่",
        en="{name} is not right: one digit is probably wrong, or two are swapped. Check it against the document",
    )


class NotAJuristicNumber(SalaError):
    """A juristic person's number begins with 0."""

    code = "not-a-juristic-number"
    status = 422
    message = Text(
        th="เลขทะเบียนนิติบุคคลต้องขึ้นต้นด้วย 0 ถ้าเป็นเลขประจำตัวประชาชน ให้กรอกในช่องของบุคคล",
        en="A juristic person's number begins with 0. A person's own number belongs in the field for people",
    )


@dataclass(frozen=True, slots=True, repr=False)
class _OfficialNumber:
    digits: str

    NAME: ClassVar[Text]
    GROUPS: ClassVar[tuple[int, ...]]

    def __post_init__(self) -> None:
        length = sum(self.GROUPS)
        if len(self.digits) != length or not (self.digits.isascii() and self.digits.isdigit()):
            raise NumberNotUnderstood(name=self.NAME, length=length)

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read the number as people type it: Thai or Arabic digits, with or without hyphens and spaces.

        :raises NumberNotUnderstood: it has not the right number of digits.
        :raises NumberMistyped: its check digit is wrong.
        """
        return cls(fold(text).translate(_SEPARATORS))

    @property
    def shown(self) -> str:
        """The number in its usual groups, for a reader who may see it."""
        return _grouped(self.digits, self.GROUPS)

    @property
    def masked(self) -> str:
        """The number in its usual groups with all but the last three digits hidden."""
        return _grouped("x" * (len(self.digits) - 3) + self.digits[-3:], self.GROUPS)

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.masked}>"


class CitizenId(_OfficialNumber):
    """
    The 13-digit number of a person in the civil register.

    Any first digit is valid: 0, 6, 7 and 8 belong to people without Thai nationality or without status.

    >>> CitizenId.parse("๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑").shown
    '1-2345-67890-12-1'
    >>> CitizenId.parse("1234567890121")
    <CitizenId x-xxxx-xxxxx-12-1>
    """

    __slots__ = ()
    NAME = Text(th="เลขประจำตัวประชาชน", en="The citizen identity number")
    GROUPS = (1, 4, 5, 2, 1)

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_check_digit(self.digits, self.NAME)


class JuristicId(_OfficialNumber):
    """
    The 13-digit number of a company or other juristic person; it begins with 0.

    >>> JuristicId.parse("0107544000108").shown
    '0-1075-44000-10-8'
    """

    __slots__ = ()
    NAME = Text(th="เลขทะเบียนนิติบุคคล", en="The juristic person's number")
    GROUPS = (1, 4, 5, 2, 1)

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.digits.startswith("0"):
            raise NotAJuristicNumber
        _require_check_digit(self.digits, self.NAME)


class HouseCode(_OfficialNumber):
    """
    The 11-digit code of a house in the house register: office (4), sequence (6), check digit (1).

    The rule of its check digit is not published where we could read it, so only the length is checked.

    >>> HouseCode.parse("1001-000001-2").shown
    '1001-000001-2'
    """

    __slots__ = ()
    NAME = Text(th="รหัสประจำบ้าน", en="The house code")
    GROUPS = (4, 6, 1)


def citizen_check_digit(first_twelve: str) -> str:
    """
    Compute the 13th digit: weights 13 down to 2, the sum modulo 11 taken from 11, its last digit.

    Source: Department of Provincial Administration, structure of the identity number (secondary source).

    >>> citizen_check_digit("123456789012")
    '1'
    """
    total = sum(int(digit) * weight for digit, weight in zip(first_twelve, range(13, 1, -1), strict=True))
    return str((11 - total % 11) % 10)


def _require_check_digit(digits: str, name: Text) -> None:
    if citizen_check_digit(digits[:-1]) != digits[-1]:
        raise NumberMistyped(name=name)


def _grouped(characters: str, groups: tuple[int, ...]) -> str:
    rest = iter(characters)
    return "-".join("".join(next(rest) for _ in range(size)) for size in groups)
