"""How each kind of answer is read: liberal in how it is written, strict in what it means."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.days import parse_date
from sala.kernel.errors import SalaError
from sala.kernel.identifiers import CitizenId, JuristicId
from sala.kernel.money import Baht
from sala.kernel.thai import nfc, to_arabic_digits

from ..schema.facts import AskedFact
from .asked import Asked, Surroundings
from .faults import Fault

_SEPARATORS = str.maketrans("", "", " -–().")
_NUMBER = re.compile(r"(?a)-?\d{1,15}(\.\d{1,6})?")  # an exponent would let a few letters ask for a gigabyte of digits
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"(?a)0[2-57]\d{7}|0[689]\d{8}|1\d{2,3}")  # a landline, a mobile, or a short number
_DISPLAYED = re.compile(r"(?a)\+?\d{3,15}")
_INTERNATIONAL = re.compile(r"(?a)\+\d{8,15}")
_ACCOUNT = re.compile(r"(?a)\d{10,15}")
_POSTCODE = re.compile(r"(?a)\d{5}")

ADDRESS_PARTS = ("house-number", "moo", "building", "soi", "road", "sub-district", "postcode")
_LONGEST_ADDRESS_PART = 100


def read_text(asked: Asked, around: Surroundings) -> str:
    """Read words; line ends are made alike."""
    return nfc(asked.part().replace("\r\n", "\n"))


def read_number(asked: Asked, around: Surroundings) -> int | Decimal:
    """Read a number in Thai or Arabic digits, with or without commas."""
    plain = to_arabic_digits(asked.part()).replace(",", "").replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise Fault(Text(th="กรอกเป็นตัวเลข เช่น 25: {label}", en="Enter a number, such as 25: {label}"))
    number = Decimal(plain)
    if asked.fact.whole and number != number.to_integral_value():
        raise Fault(Text(th="กรอกเป็นจำนวนเต็ม เช่น 25: {label}", en="Enter a whole number, such as 25: {label}"))
    _check_bounds(asked.fact, number)
    return int(number) if asked.fact.whole else number


def read_money(asked: Asked, around: Surroundings) -> Baht:
    """Read an amount in baht."""
    try:
        amount = Baht.of(asked.part().replace("บาท", "").strip())
    except SalaError as error:
        raise Fault(error.text) from error
    _check_bounds(asked.fact, amount.amount)
    return amount


def read_date(asked: Asked, around: Surroundings) -> date:
    """Read a day from its three boxes: B.E. or C.E., digits or a month's name."""
    day, month, year = (asked.part(name) for name in ("day", "month", "year"))
    empty = [name for name, typed in (("day", day), ("month", month), ("year", year)) if not typed]
    if empty:
        raise Fault(Text(th="กรอกให้ครบทั้งวัน เดือน และปี: {label}", en="Enter the day, month and year: {label}"), *empty)
    try:
        found = parse_date(f"{day} {month} {year}")
    except SalaError as error:
        raise Fault(error.text) from error
    return _on_the_right_side(asked.fact, found, around.today)


def read_yes_no(asked: Asked, around: Surroundings) -> bool:
    """Read yes or no."""
    return _one_of(asked.part(), ("yes", "no")) == "yes"


def read_confirm(asked: Asked, around: Surroundings) -> bool:
    """Read a ticked box."""
    return _one_of(asked.part(), ("yes",)) == "yes"


def read_one_of(asked: Asked, around: Surroundings) -> str:
    """Read one of the declared answers."""
    return _one_of(asked.part(), [option.value for option in asked.fact.options])


def read_many_of(asked: Asked, around: Surroundings) -> list[str]:
    """Read any of the declared answers, in their declared order."""
    offered = [option.value for option in asked.fact.options]
    chosen = {_one_of(value, offered) for value in asked.parts()}
    return [value for value in offered if value in chosen]


def read_citizen_id(asked: Asked, around: Surroundings) -> CitizenId:
    """Read a 13-digit identity number and check its last digit."""
    try:
        return CitizenId.parse(asked.part())
    except SalaError as error:
        raise Fault(error.text) from error


def read_juristic_id(asked: Asked, around: Surroundings) -> JuristicId:
    """Read a 13-digit number of a juristic person and check its last digit."""
    try:
        return JuristicId.parse(asked.part())
    except SalaError as error:
        raise Fault(error.text) from error


def read_phone(asked: Asked, around: Surroundings) -> str:
    """Read a telephone number: Thai or international with a plus; where the question allows, any short number too."""
    plain = to_arabic_digits(asked.part()).translate(_SEPARATORS)
    if plain.startswith("+66"):
        plain = "0" + plain[3:].removeprefix("0")
    if _PHONE.fullmatch(plain) or _INTERNATIONAL.fullmatch(plain):
        return plain
    if asked.fact.abroad_too:
        return _read_any_number(plain)
    raise Fault(
        Text(
            th="หมายเลขโทรศัพท์ไม่ถูกต้อง กรอกเป็นตัวเลข 9 หรือ 10 หลัก เช่น 081 234 5678",
            en="This is not a telephone number. Enter 9 or 10 digits, such as 081 234 5678",
        )
    )


def _read_any_number(plain: str) -> str:
    """Take what a caller's display may show: no rule of one country's numbers holds there."""
    if _DISPLAYED.fullmatch(plain):
        return plain
    raise Fault(
        Text(
            th="กรอกเบอร์ตามที่เห็นในเครื่อง เป็นตัวเลข 3 ถึง 15 หลัก จะมี + นำหน้าก็ได้",
            en="Enter the number as the phone showed it: 3 to 15 digits, with + in front if there was one",
        )
    )


def read_email(asked: Asked, around: Surroundings) -> str:
    """Read an e-mail address; whether it exists, only sending can tell."""
    plain = asked.part()
    if _EMAIL.fullmatch(plain) and len(plain) <= 254:
        return plain
    raise Fault(
        Text(
            th="อีเมลไม่ถูกต้อง กรอกให้ครบทั้งชื่อ เครื่องหมาย @ และโดเมน เช่น name@example.com",
            en="This is not an e-mail address. Enter it whole, such as name@example.com",
        )
    )


def read_sub_district(asked: Asked, around: Surroundings) -> str:
    """Read a sub-district's six-digit code."""
    return _sub_district(asked.part(), around)


def read_bank_account(asked: Asked, around: Surroundings) -> Mapping[str, str]:
    """Read a bank and an account number."""
    bank = asked.part("bank")
    number = to_arabic_digits(asked.part("number")).translate(_SEPARATORS)
    if bank not in around.banks:
        raise Fault(Text(th="เลือกธนาคาร", en="Choose the bank"), "bank")
    if not _ACCOUNT.fullmatch(number):
        raise Fault(
            Text(
                th="เลขที่บัญชีไม่ถูกต้อง กรอกเป็นตัวเลข 10 ถึง 15 หลักตามหน้าสมุดบัญชี",
                en="This is not an account number. Enter the 10 to 15 digits printed in your passbook",
            ),
            "number",
        )
    return {"bank": bank, "number": number}


def read_address(asked: Asked, around: Surroundings) -> Mapping[str, str]:
    """Read an address: its house number and sub-district are needed, the rest where there is one."""
    parts = {name: nfc(asked.part(name)) for name in ADDRESS_PARTS}
    long = [name for name, typed in parts.items() if len(typed) > _LONGEST_ADDRESS_PART]
    if long:
        raise Fault(Text(th="ย่อที่อยู่ให้สั้นลง", en="Make this part of the address shorter"), *long)
    if not parts["house-number"]:
        raise Fault(Text(th="กรอกบ้านเลขที่", en="Enter the house number"), "house-number")
    parts["sub-district"] = _sub_district(parts["sub-district"], around)
    parts["postcode"] = to_arabic_digits(parts["postcode"])
    if parts["postcode"] and not _POSTCODE.fullmatch(parts["postcode"]):
        raise Fault(Text(th="รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก", en="A postcode has 5 digits"), "postcode")
    return {name: typed for name, typed in parts.items() if typed}


def _sub_district(typed: str, around: Surroundings) -> str:
    """Take the one area that was picked or typed: a code, or names enough to tell it apart."""
    meant = around.areas.list_meant(typed)
    if len(meant) == 1:
        return meant[0].code
    if meant:
        raise Fault(
            Text(
                th="มีตำบลหรือแขวงชื่อนี้หลายแห่ง เลือกแห่งที่ถูกต้อง",
                en="Several sub-districts have this name. Choose the right one",
            ),
            "sub-district",
        )
    raise Fault(
        Text(
            th="ไม่พบตำบลหรือแขวงนี้ พิมพ์ชื่อตำบลแล้วตามด้วยอำเภอและจังหวัด เช่น ศรีภูมิ เมือง เชียงใหม่",
            en="There is no such sub-district. Type its name, then the district and province,"
            " such as Si Phum, Mueang, Chiang Mai",
        ),
        "sub-district",
    )


def _one_of(typed: str, offered: "list[str] | tuple[str, ...]") -> str:
    if typed in offered:
        return typed
    raise Fault(Text(th="เลือกคำตอบจากรายการ: {label}", en="Choose an answer from the list: {label}"))


def _check_bounds(fact: AskedFact, number: Decimal) -> None:
    if fact.least is not None and number < fact.least:
        raise Fault(Text(th=f"กรอกตั้งแต่ {fact.least:,} ขึ้นไป: {{label}}", en=f"Enter {fact.least:,} or more: {{label}}"))
    if fact.most is not None and number > fact.most:
        raise Fault(Text(th=f"กรอกไม่เกิน {fact.most:,}: {{label}}", en=f"Enter {fact.most:,} or less: {{label}}"))


def _on_the_right_side(fact: AskedFact, day: date, today: date) -> date:
    if fact.days == "past" and day > today:
        raise Fault(Text(th="กรอกวันนี้หรือวันก่อนหน้านี้: {label}", en="Enter today or a day before: {label}"), "year")
    if fact.days == "future" and day < today:
        raise Fault(Text(th="กรอกวันนี้หรือวันหลังจากนี้: {label}", en="Enter today or a day after: {label}"), "year")
    return day


READERS: dict[str, Callable[[Asked, Surroundings], Any]] = {
    "text": read_text,
    "long-text": read_text,
    "number": read_number,
    "money": read_money,
    "date": read_date,
    "yes-no": read_yes_no,
    "confirm": read_confirm,
    "one-of": read_one_of,
    "many-of": read_many_of,
    "citizen-id": read_citizen_id,
    "juristic-id": read_juristic_id,
    "phone": read_phone,
    "email": read_email,
    "sub-district": read_sub_district,
    "bank-account": read_bank_account,
    "address": read_address,
}
