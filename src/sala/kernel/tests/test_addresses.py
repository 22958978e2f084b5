from dataclasses import replace

import pytest

from sala.kernel.addresses import PostcodeWrong, SubDistrictCodeWrong, ThaiAddress
from sala.kernel.bilingual import Text

HAT_YAI = ThaiAddress(
    use="registered",
    house_number="99/1",
    moo="4",
    soi="สุขใจ 2",
    road="เพชรเกษม",
    sub_district_code="901101",
    sub_district=Text(th="หาดใหญ่", en="Hat Yai"),
    district=Text(th="หาดใหญ่", en="Hat Yai"),
    province=Text(th="สงขลา", en="Songkhla"),
    postcode="90110",
)
BANGKOK = ThaiAddress(
    use="current",
    house_number="12",
    building="อาคารร่มเย็น ชั้น 3",
    road="มหาไชย",
    sub_district_code="100102",
    sub_district=Text(th="วังบูรพาภิรมย์", en="Wang Burapha Phirom"),
    district=Text(th="พระนคร", en="Phra Nakhon"),
    province=Text(th="กรุงเทพมหานคร", en="Bangkok"),
    postcode="10200",
)


def test_a_province_has_tambon_and_amphoe() -> None:
    assert HAT_YAI.lines("th") == (
        "99/1 หมู่ที่ 4 ซอยสุขใจ 2 ถนนเพชรเกษม",
        "ตำบลหาดใหญ่ อำเภอหาดใหญ่",
        "จังหวัดสงขลา 90110",
    )


def test_bangkok_has_khwaeng_and_khet_and_is_no_changwat() -> None:
    assert BANGKOK.one_line("th") == "12 อาคารร่มเย็น ชั้น 3 ถนนมหาไชย แขวงวังบูรพาภิรมย์ เขตพระนคร กรุงเทพมหานคร 10200"


def test_english_readers_get_the_same_address() -> None:
    assert replace(HAT_YAI, soi="", road="Phet Kasem").one_line("en") == (
        "99/1, Moo 4, Phet Kasem Road, Hat Yai Sub-district, Hat Yai District, Songkhla 90110"
    )


def test_the_registered_address_is_not_the_current_one() -> None:
    assert replace(HAT_YAI, use="current") != HAT_YAI
    assert (HAT_YAI.province_code, BANGKOK.is_in_bangkok, HAT_YAI.is_in_bangkok) == ("90", True, False)


def test_codes_of_the_wrong_length_are_refused() -> None:
    with pytest.raises(SubDistrictCodeWrong):
        replace(HAT_YAI, sub_district_code="9011")
    with pytest.raises(PostcodeWrong):
        replace(HAT_YAI, postcode="๙๐๑๑๐")
