"""A Thai address. Where someone is registered is not always where they live."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .bilingual import Lang, Text
from .errors import SalaError

AddressUse = Literal["registered", "current"]

_BANGKOK = "10"  # province code of the Department of Provincial Administration
_SUB_DISTRICT_DIGITS = 6
_POSTCODE_DIGITS = 5

_PROVINCIAL = (Text(th="ตำบล{0}", en="{0} Sub-district"), Text(th="อำเภอ{0}", en="{0} District"))
_METROPOLITAN = (Text(th="แขวง{0}", en="{0} Sub-district"), Text(th="เขต{0}", en="{0} District"))


class SubDistrictCodeWrong(SalaError):
    """A sub-district code has six digits: province, district, sub-district."""

    code = "sub-district-code-wrong"
    status = 422
    message = Text(
        th="รหัสตำบลหรือแขวงต้องเป็นตัวเลข 6 หลัก เลือกตำบลหรือแขวงจากรายการอีกครั้ง",
        en="A sub-district code has 6 digits. Choose the sub-district from the list again",
    )


class PostcodeWrong(SalaError):
    """A postcode has five digits."""

    code = "postcode-wrong"
    status = 422
    message = Text(
        th="รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก ตรวจแล้วกรอกใหม่",
        en="A postcode has 5 digits. Check it and type it again",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThaiAddress:
    """
    An address and what it is used for: `registered` in the house register, or where one lives now.

    `sub_district_code` carries the area: its first two digits are the province, its first four the district.

    :raises SubDistrictCodeWrong: the code has not six digits.
    :raises PostcodeWrong: the postcode has not five digits.
    """

    use: AddressUse
    house_number: str
    sub_district_code: str
    sub_district: Text
    district: Text
    province: Text
    postcode: str
    moo: str = ""
    building: str = ""
    soi: str = ""
    road: str = ""

    def __post_init__(self) -> None:
        if not _is_number(self.sub_district_code, _SUB_DISTRICT_DIGITS):
            raise SubDistrictCodeWrong
        if not _is_number(self.postcode, _POSTCODE_DIGITS):
            raise PostcodeWrong

    @property
    def province_code(self) -> str:
        """The two-digit code of the province."""
        return self.sub_district_code[:2]

    @property
    def is_in_bangkok(self) -> bool:
        """Bangkok has แขวง and เขต where a province has ตำบล and อำเภอ."""
        return self.province_code == _BANGKOK

    def lines(self, lang: Lang) -> tuple[str, str, str]:
        """
        Write the address as an envelope has it: the house, the area, the province and postcode.

        :returns: the three lines, in the order they are written.
        """
        house = " " if lang == "th" else ", "
        sub_district, district = _METROPOLITAN if self.is_in_bangkok else _PROVINCIAL
        area = (sub_district[lang].format(self.sub_district[lang]), district[lang].format(self.district[lang]))
        province = self.province[lang]
        if lang == "th" and not self.is_in_bangkok:
            province = f"จังหวัด{province}"
        return house.join(self._house_parts(lang)), house.join(area), f"{province} {self.postcode}"

    def one_line(self, lang: Lang) -> str:
        """Write the whole address on one line."""
        return (" " if lang == "th" else ", ").join(self.lines(lang))

    def _house_parts(self, lang: Lang) -> Iterator[str]:
        labels = (
            (Text(th="{0}", en="{0}"), self.house_number),
            (Text(th="หมู่ที่ {0}", en="Moo {0}"), self.moo),
            (Text(th="{0}", en="{0}"), self.building),
            (Text(th="ซอย{0}", en="Soi {0}"), self.soi),
            (Text(th="ถนน{0}", en="{0} Road"), self.road),
        )
        return (label[lang].format(part) for label, part in labels if part)


def _is_number(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()
