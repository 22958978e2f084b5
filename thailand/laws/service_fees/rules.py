"""ค่าธรรมเนียมของบริการ: บัตรประจำตัวประชาชน ชื่อบุคคล ทะเบียนครอบครัว และสำเนาข้อมูลข่าวสาร

Fees of services. The Acts let a ministerial regulation set the fee, and some print the highest one in a schedule. The fee
of commercial registration is absent: nobody has read a text that gives it.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import Baht, Between, Rates, clause

RATES = Rates.beside(__file__)


class CardService(Enum):
    """บริการบัตรประจำตัวประชาชน · Identity-card service"""

    FIRST = "first"
    "ทำบัตรครั้งแรก · A first card"
    EXPIRED = "expired"
    "บัตรหมดอายุ · The card has expired"
    LOST_OR_DESTROYED = "lost-or-destroyed"
    "บัตรหายหรือถูกทำลาย · The card is lost or destroyed"
    DAMAGED = "damaged"
    "บัตรชำรุด · The card is damaged"
    NAME_CHANGED = "name-changed"
    "เปลี่ยนชื่อตัวหรือชื่อสกุล · A name was changed"
    MOVED = "moved"
    "ย้ายที่อยู่ · A change of address"
    EXEMPT_PERSON = "exempt-person"
    "ผู้ได้รับยกเว้นไม่ต้องมีบัตร · One who is exempt from having a card"


class NameService(Enum):
    """บริการชื่อบุคคล · Personal-name service"""

    GIVEN_OR_SECONDARY = "given-or-secondary"
    "เปลี่ยนชื่อตัวหรือตั้งหรือเปลี่ยนชื่อรอง · A given or secondary name"
    NEW_FAMILY_NAME = "new-family-name"
    "ตั้งชื่อสกุลใหม่ · A new family name"
    FIRST_CHANGE_BY_MARRIAGE = "first-change-by-marriage"
    "เปลี่ยนชื่อสกุลเพราะสมรสครั้งแรก · The first change of family name by marriage"
    CHANGE_BY_END_OF_MARRIAGE = "change-by-end-of-marriage"
    "เปลี่ยนชื่อสกุลเพราะการสมรสสิ้นสุด · A change of family name as the marriage ends"
    LATER_CHANGE_BY_MARRIAGE = "later-change-by-marriage"
    "เปลี่ยนชื่อสกุลเพราะสมรสครั้งต่อไป · A later change of family name by marriage"
    OTHER_FAMILY_NAME_CHANGE = "other-family-name-change"
    "เปลี่ยนชื่อสกุลเพราะเหตุอื่น · Another change of family name"
    SUBSTITUTE = "substitute"
    "ใบแทนหนังสือสำคัญ · A substitute certificate"


class FamilyService(Enum):
    """บริการทะเบียนครอบครัว · Family-registration service"""

    MARRIAGE = "marriage"
    "จดทะเบียนสมรส · Registration of marriage"
    DIVORCE = "divorce"
    "จดทะเบียนหย่า · Registration of divorce"
    LEGITIMATION = "legitimation"
    "จดทะเบียนรับรองบุตร · Registration of legitimation"
    ADOPTION = "adoption"
    "จดทะเบียนรับบุตรบุญธรรม · Registration of adoption"
    INSPECTION = "inspection"
    "ขอตรวจดูทะเบียน · Inspection of the register"


class Paper(Enum):
    """ขนาดกระดาษสำเนา · Size of the copy"""

    A4 = "a4"
    "เอ 4 · A4"
    F14 = "f14"
    "เอฟ 14 · F14"
    B4 = "b4"
    "บี 4 · B4"
    A3 = "a3"
    "เอ 3 · A3"
    BLUEPRINT_A2 = "blueprint-a2"
    "พิมพ์เขียว เอ 2 · Blueprint A2"
    BLUEPRINT_A1 = "blueprint-a1"
    "พิมพ์เขียว เอ 1 · Blueprint A1"
    BLUEPRINT_A0 = "blueprint-a0"
    "พิมพ์เขียว เอ 0 · Blueprint A0"


@dataclass(frozen=True, kw_only=True)
class CardRequest:
    """คำขอเกี่ยวกับบัตรประจำตัวประชาชน · A request about an identity card."""

    service: CardService
    "บริการที่ขอ · Service asked for"


@dataclass(frozen=True, kw_only=True)
class NameRequest:
    """คำขอเกี่ยวกับชื่อตัว ชื่อรอง หรือชื่อสกุล · A request about a given, secondary or family name."""

    service: NameService
    "บริการที่ขอ · Service asked for"


@dataclass(frozen=True, kw_only=True)
class FamilyRequest:
    """คำขอเกี่ยวกับทะเบียนครอบครัว · A request about the family register."""

    service: FamilyService
    "บริการที่ขอ · Service asked for"
    is_outside_office: bool
    "ขอให้นายทะเบียนไปทำนอกสำนักทะเบียนหรือไม่ · Whether the registrar is asked to come out of the office"
    is_in_reduced_area: bool
    "อยู่ในท้องที่ห่างไกลหรือพื้นที่ที่ประกาศลดค่าธรรมเนียมหรือไม่ · Whether it is in a remote area, or one with reduced fees"


@dataclass(frozen=True, kw_only=True)
class CopyRequest:
    """คำขอสำเนาข้อมูลข่าวสารของราชการ · A request for copies of official information."""

    paper: Paper
    "ขนาดกระดาษ · Size of the paper"
    pages: Annotated[int, Between(0, 100_000)]
    "จำนวนหน้า · Number of pages"
    certifications: Annotated[int, Between(0, 100_000)]
    "จำนวนคำรับรองสำเนาถูกต้อง · Number of certifications"


@clause("identity-card", "23")
def card_fee(request: CardRequest, on: date) -> Baht:
    """
    ค่าธรรมเนียมบัตรคือ {value} · The fee for the card is {value}
    ยังไม่ทราบบริการที่ขอ · The service asked for is not known yet
    """
    if request.service == CardService.FIRST or request.service == CardService.EXPIRED:
        return Baht.of(0)
    return RATES.baht("new_card", on)


@clause("personal-names", "20")
def name_fee(request: NameRequest, on: date) -> Baht:
    """
    ค่าธรรมเนียมหนังสือสำคัญคือ {value} · The fee for the certificate is {value}
    ยังไม่ทราบบริการที่ขอ · The service asked for is not known yet
    """
    if is_free_name_change(request, on):
        return Baht.of(0)
    if request.service == NameService.GIVEN_OR_SECONDARY:
        return RATES.baht("given_name", on)
    if request.service == NameService.LATER_CHANGE_BY_MARRIAGE:
        return RATES.baht("later_marriage_name", on)
    if request.service == NameService.SUBSTITUTE:
        return RATES.baht("substitute_name", on)
    return RATES.baht("family_name", on)


@clause("personal-names-schedule", "3")
def is_free_name_change(request: NameRequest, on: date) -> bool:
    """
    เปลี่ยนชื่อสกุลครั้งแรกหลังสมรสหรือเมื่อการสมรสสิ้นสุด ไม่เสียค่าธรรมเนียม · The first change by marriage, or at its end, is free
    การเปลี่ยนชื่อนี้มีค่าธรรมเนียม · This change of name has a fee
    ยังไม่ทราบบริการที่ขอ · The service asked for is not known yet
    """
    return (
        request.service == NameService.FIRST_CHANGE_BY_MARRIAGE
        or request.service == NameService.CHANGE_BY_END_OF_MARRIAGE
    )


@clause("personal-names-schedule")
def highest_name_fee(request: NameRequest, on: date) -> Baht:
    """
    อัตราสูงสุดท้ายพระราชบัญญัติคือ {value} · The highest fee in the schedule of the Act is {value}
    ยังไม่ทราบบริการที่ขอ · The service asked for is not known yet
    """
    if is_free_name_change(request, on):
        return Baht.of(0)
    if request.service == NameService.GIVEN_OR_SECONDARY:
        return RATES.baht("highest_given_name", on)
    if request.service == NameService.LATER_CHANGE_BY_MARRIAGE:
        return RATES.baht("highest_later_marriage_name", on)
    if request.service == NameService.SUBSTITUTE:
        return RATES.baht("highest_substitute_name", on)
    return RATES.baht("highest_family_name", on)


@clause("family-registration", "10")
def may_be_done_outside(request: FamilyRequest, on: date) -> bool:
    """
    ขอให้นายทะเบียนไปทำนอกสำนักทะเบียนได้ · The registrar may be asked to come out of the office
    บริการนี้ทำที่สำนักทะเบียน · This service is done at the office
    ยังไม่ทราบบริการที่ขอ · The service asked for is not known yet
    """
    return request.service == FamilyService.MARRIAGE or request.service == FamilyService.LEGITIMATION  # s.10, s.19


@clause("family-registration", "8")
def family_fee(request: FamilyRequest, on: date) -> Baht:
    """
    ค่าธรรมเนียมทะเบียนครอบครัวคือ {value} · The fee of the family register is {value}
    ยังไม่ทราบบริการที่ขอหรือสถานที่ · The service or the place is not known yet
    """
    if not request.is_outside_office or not may_be_done_outside(request, on):
        return Baht.of(0)
    if request.is_in_reduced_area:
        return RATES.baht("outside_office_reduced", on)
    return RATES.baht("outside_office", on)


@clause("copy-fees")
def highest_page_fee(request: CopyRequest, on: date) -> Baht:
    """
    ค่าสำเนาหน้าละไม่เกิน {value} · A page may cost up to {value}
    ยังไม่ทราบขนาดกระดาษ · The size of the paper is not known yet
    """
    if request.paper == Paper.A4:
        return RATES.baht("page_a4", on)
    if request.paper == Paper.F14:
        return RATES.baht("page_f14", on)
    if request.paper == Paper.B4:
        return RATES.baht("page_b4", on)
    if request.paper == Paper.A3:
        return RATES.baht("page_a3", on)
    if request.paper == Paper.BLUEPRINT_A2:
        return RATES.baht("page_a2", on)
    if request.paper == Paper.BLUEPRINT_A1:
        return RATES.baht("page_a1", on)
    return RATES.baht("page_a0", on)


@clause("official-information", "9")
def highest_copy_fee(request: CopyRequest, on: date) -> Baht:
    """
    ค่าสำเนาและคำรับรองรวมไม่เกิน {value} · Copies and certifications may cost up to {value}
    ยังไม่ทราบจำนวนหน้าหรือจำนวนคำรับรอง · The number of pages or certifications is not known yet
    """
    certified = RATES.baht("certification", on) * request.certifications
    return highest_page_fee(request, on) * request.pages + certified
