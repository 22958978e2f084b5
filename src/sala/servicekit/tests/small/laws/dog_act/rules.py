"""กฎหมายสุนัขสมมติ · A dog law made up for tests."""

from dataclasses import dataclass
from datetime import date

from sala.rulekit import Rates, clause

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Dog:
    """สุนัข · The dog."""

    age_months: int
    "อายุเป็นเดือน · Age in months"
    bites: bool
    "ดุหรือไม่ · Dangerous"


@clause("dog-act", "1")
def must_register(dog: Dog, on: date) -> bool:
    """
    ต้องขึ้นทะเบียน · It must be registered
    ไม่ต้องขึ้นทะเบียน · It need not be registered
    ยังไม่ทราบอายุ · Its age is not known yet
    """
    return dog.age_months >= RATES.number("least_months", on)


@clause("dog-act", "2")
def needs_muzzle(dog: Dog, on: date) -> bool:
    """
    ต้องใส่ตะกร้อ · It needs a muzzle
    ไม่ต้องใส่ตะกร้อ · It needs no muzzle
    ยังไม่ทราบว่าดุหรือไม่ · It is not known yet whether it is dangerous
    """
    return dog.bites
