"""ภาษีเงินได้บุคคลธรรมดา: เงินได้ตามมาตรา 40 (1) และ (2) ของปีภาษี ตามประมวลรัษฎากร

Personal income tax on salary and fees, the income of s. 40 (1) and (2), for one tax year (a calendar year, s. 39).
Not asked here: other income, adopted children, children in a court's care, insurance, funds, loans, the disabled whom
the person looks after, donations, a spouse's contributions, and a joint return with a spouse who has income.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sala.rulekit import (
    Baht,
    Between,
    BirthDate,
    Inverse,
    Members,
    Rates,
    Rounding,
    add_months,
    brackets,
    clause,
    full_years,
    last_day_of_month_before,
    round_half_up,
    year_start,
)

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Person:
    """ผู้มีเงินได้และคนในครอบครัว · The one who has the income, and the family."""

    born: BirthDate
    "วันเกิด · Date of birth"
    salary: Annotated[Baht, Between(0, 10_000_000_000)]
    "เงินเดือน ค่าจ้าง โบนัส บำนาญ ทั้งปี · Salary, wages, bonus and pension of the year"
    fees: Annotated[Baht, Between(0, 10_000_000_000)]
    "ค่าธรรมเนียม ค่านายหน้า เบี้ยประชุม ค่ารับทำงานให้ ทั้งปี · Fees, commissions and pay for jobs of the year"
    social_security_paid: Annotated[Baht, Between(0, 1_000_000)]
    "เงินสมทบประกันสังคมที่จ่ายทั้งปี · Social security contributions paid in the year"
    is_resident: bool
    "อยู่ในประเทศไทยรวมกันถึง 180 วันในปีภาษี · In Thailand for 180 days or more of the tax year"
    is_disabled: bool
    "มีบัตรประจำตัวคนพิการ · Holder of a disability card"
    is_student: bool
    "เรียนอยู่ในมหาวิทยาลัยหรือชั้นอุดมศึกษา · Student in higher education"
    is_married: bool
    "จดทะเบียนสมรสแล้ว · Married by registration"
    spouse: "Person"
    "คู่สมรส · Spouse"
    supports_mother: bool
    "เลี้ยงดูมารดาและมีหนังสือรับรองของมารดา (ล.ย.03) · Support of the mother, with her certificate (form L.Y.03)"
    mother: "Person"
    "มารดา · Mother"
    supports_father: bool
    "เลี้ยงดูบิดาและมีหนังสือรับรองของบิดา (ล.ย.03) · Support of the father, with his certificate (form L.Y.03)"
    father: "Person"
    "บิดา · Father"
    birth_order: Annotated[int, Between(1, 30)]
    "ลำดับที่ในบรรดาพี่น้อง นับคนที่เสียชีวิตแล้วด้วย · Place among the brothers and sisters, counting those who died"
    children: Annotated[Members["Person"], Inverse("mother", "father")]
    "บุตรชอบด้วยกฎหมายที่ยังมีชีวิตอยู่ · Lawful children who are living"


@clause("revenue-code", "39")
def year_end(person: Person, on: date) -> date:
    """
    ปีภาษีนี้สิ้นสุดวันที่ {value} · This tax year ends on {value}
    ยังไม่ทราบวันสิ้นปีภาษี · The end of the tax year is not known yet
    """
    return last_day_of_month_before(year_start(on, 1))


@clause("revenue-code", "40(1)(2)")
def assessable_income(person: Person, on: date) -> Baht:
    """
    เงินได้พึงประเมินทั้งปีคือ {value} · The assessable income of the year is {value}
    ยังไม่ทราบเงินได้ทั้งปี · The income of the year is not known yet
    """
    return person.salary + person.fees


@clause("mr-126", "2(72)")
def has_completed_sixty_five(person: Person, on: date) -> bool:
    """
    คุณอายุครบ {exempt_age} ปีในปีภาษีนี้ · You complete {exempt_age} years in this tax year
    คุณอายุยังไม่ครบ {exempt_age} ปีในปีภาษีนี้ · You do not complete {exempt_age} years in this tax year
    ยังไม่ทราบวันเกิดของคุณ · Your date of birth is not known yet
    """
    return full_years(person.born, year_end(person, on)) >= RATES.number("exempt_age", on)


@clause("mr-126", "2(81)")
def has_disability_card(person: Person, on: date) -> bool:
    """
    คุณมีบัตรประจำตัวคนพิการ · You hold a disability card
    คุณไม่มีบัตรประจำตัวคนพิการ · You hold no disability card
    ยังไม่ทราบว่าคุณมีบัตรประจำตัวคนพิการหรือไม่ · It is not known yet whether you hold a disability card
    """
    return person.is_disabled


@clause("revenue-code", "42(17)")
def exempt_income(person: Person, on: date) -> Baht:
    """
    เงินได้ที่ได้รับยกเว้นเพราะอายุหรือความพิการคือ {value} · The income exempt for age or disability is {value}
    ยังบอกเงินได้ที่ได้รับยกเว้นไม่ได้ · The exempt income cannot be said yet
    """
    if person.is_resident and (has_completed_sixty_five(person, on) or has_disability_card(person, on)):
        return min(assessable_income(person, on), RATES.baht("exempt_income", on))
    return Baht.of(0)


@clause("revenue-code", "42")
def counted_income(person: Person, on: date) -> Baht:
    """
    เงินได้ที่นำมาคำนวณภาษีคือ {value} · The income that counts for tax is {value}
    ยังบอกเงินได้ที่นำมาคำนวณภาษีไม่ได้ · The income that counts for tax cannot be said yet
    """
    return assessable_income(person, on) - exempt_income(person, on)


@clause("revenue-code", "42 ทวิ")
def expenses(person: Person, on: date) -> Baht:
    """
    ค่าใช้จ่ายที่หักได้คือ {value} · The expenses that may be deducted are {value}
    ยังไม่ทราบค่าใช้จ่ายที่หักได้ · The expenses cannot be said yet
    """
    share = round_half_up(counted_income(person, on) * RATES.rate("expense_share", on))
    return min(share, RATES.baht("highest_expenses", on))


@clause("revenue-code", "47(1)(ก)")
def self_allowance(person: Person, on: date) -> Baht:
    """
    ลดหย่อนส่วนตัว {value} · The allowance for yourself is {value}
    ยังบอกค่าลดหย่อนส่วนตัวไม่ได้ · The allowance for yourself cannot be said yet
    """
    return RATES.baht("self_allowance", on)


@clause("revenue-code", "47(2)")
def spouse_has_no_income(person: Person, on: date) -> bool:
    """
    คุณมีคู่สมรสที่ไม่มีเงินได้ · You have a spouse without income
    คุณไม่มีคู่สมรส หรือคู่สมรสมีเงินได้ของตนเอง · You have no spouse, or your spouse has income
    ยังไม่ทราบว่าคู่สมรสมีเงินได้หรือไม่ · It is not known yet whether your spouse has income
    """
    return person.is_married and assessable_income(person.spouse, on) == Baht.of(0)


@clause("revenue-code", "47(1)(ข)")
def spouse_allowance(person: Person, on: date) -> Baht:
    """
    ลดหย่อนคู่สมรส {value} · The allowance for your spouse is {value}
    ยังบอกค่าลดหย่อนคู่สมรสไม่ได้ · The allowance for your spouse cannot be said yet
    """
    # s. 47 (2): each of a couple who has income takes their own. S. 47 (3): who is no resident only for a spouse who is.
    if spouse_has_no_income(person, on) and (person.is_resident or person.spouse.is_resident):
        return RATES.baht("spouse_allowance", on)
    return Baht.of(0)


@clause("revenue-code", "47(1)(ค)")
def is_minor_in_year(child: Person, on: date) -> bool:
    """
    บุตรเป็นผู้เยาว์ในปีภาษีนี้ · The child is a minor in this tax year
    บุตรบรรลุนิติภาวะก่อนปีภาษีนี้ · The child came of age before this tax year
    ยังไม่ทราบวันเกิดของบุตร · The child's date of birth is not known yet
    """
    # Any day of the year is enough, for the deduction runs the whole year: the age is completed in it, or later.
    return full_years(child.born, year_end(child, on)) <= RATES.number("age_of_majority", on)


@clause("revenue-code", "47(1)(ค)")
def is_young_student(child: Person, on: date) -> bool:
    """
    บุตรอายุไม่เกิน {student_age} ปีและเรียนชั้นอุดมศึกษา · The child is not over {student_age} and in higher education
    บุตรไม่ได้เรียนชั้นอุดมศึกษา หรืออายุเกิน {student_age} ปี · The child is not in higher education, or is over {student_age}
    ยังไม่ทราบอายุหรือการเรียนของบุตร · The child's age or studies are not known yet
    """
    return child.is_student and full_years(child.born, year_end(child, on)) <= RATES.number("student_age", on)


@clause("revenue-code", "47(1)(ค)")
def child_has_little_income(child: Person, on: date) -> bool:
    """
    บุตรมีเงินได้ไม่ถึง {child_income_limit} · The child's income is less than {child_income_limit}
    บุตรมีเงินได้ตั้งแต่ {child_income_limit} ขึ้นไป · The child's income is {child_income_limit} or more
    ยังไม่ทราบเงินได้ของบุตร · The child's income is not known yet
    """
    # Only income that is not of s. 42 counts against the child. Whoever has little anyway need not tell of an exemption.
    limit = RATES.baht("child_income_limit", on)
    return assessable_income(child, on) < limit or counted_income(child, on) < limit


@clause("revenue-code", "47(1)(ค)")
def is_deductible_child(child: Person, on: date) -> bool:
    """
    บุตรคนนี้ใช้หักลดหย่อนได้ · A deduction may be made for this child
    บุตรคนนี้ใช้หักลดหย่อนไม่ได้ · No deduction may be made for this child
    ยังบอกไม่ได้ว่าใช้หักลดหย่อนได้หรือไม่ · It cannot be said yet whether a deduction may be made for this child
    """
    return (is_minor_in_year(child, on) or is_young_student(child, on)) and child_has_little_income(child, on)


@clause("act-46", "3")
def is_later_child(child: Person, on: date) -> bool:
    """
    บุตรคนนี้ไม่ใช่คนแรก และเกิดตั้งแต่ {later_child_born_from} · This is not the first child, and was born on {later_child_born_from} or after
    บุตรคนนี้เป็นคนแรก หรือเกิดก่อน {later_child_born_from} · This is the first child, or was born before {later_child_born_from}
    ยังไม่ทราบลำดับที่หรือวันเกิดของบุตร · The child's place or date of birth is not known yet
    """
    is_new = child.born >= RATES.day("later_child_born_from", on)
    return is_new and child.birth_order >= RATES.number("later_child_order", on)


@clause("revenue-code", "47(1)(ค)(1)")
def allowance_for_child(child: Person, on: date) -> Baht:
    """
    ลดหย่อนสำหรับบุตรคนนี้ {value} · The allowance for this child is {value}
    ยังบอกค่าลดหย่อนสำหรับบุตรคนนี้ไม่ได้ · The allowance for this child cannot be said yet
    """
    if not is_deductible_child(child, on):
        return Baht.of(0)
    if is_later_child(child, on):
        return RATES.baht("child_allowance", on) + RATES.baht("later_child_allowance", on)
    return RATES.baht("child_allowance", on)


@clause("revenue-code", "47(1)(ค)")
def child_allowance(person: Person, on: date) -> Baht:
    """
    ลดหย่อนบุตรรวม {value} · The allowances for your children come to {value}
    ยังบอกค่าลดหย่อนบุตรไม่ได้ · The allowances for your children cannot be said yet
    """
    # s. 47 (3): someone who is not a resident deducts only for children who are.
    return sum((allowance_for_child(c, on) for c in person.children if person.is_resident or c.is_resident), Baht.of(0))


@clause("notice-136")
def is_parent_in_need(parent: Person, on: date) -> bool:
    """
    บิดาหรือมารดาอายุครบ {parent_age} ปี มีเงินได้ไม่เกิน {parent_income_limit} · The parent is {parent_age} or older, with income of {parent_income_limit} at most
    บิดาหรือมารดาอายุไม่ถึง {parent_age} ปี หรือมีเงินได้เกิน {parent_income_limit} · The parent is under {parent_age}, or has income over {parent_income_limit}
    ยังไม่ทราบอายุหรือเงินได้ของบิดาหรือมารดา · The parent's age or income is not known yet
    """
    is_old_enough = full_years(parent.born, year_end(parent, on)) >= RATES.number("parent_age", on)
    return is_old_enough and assessable_income(parent, on) <= RATES.baht("parent_income_limit", on)


@clause("revenue-code", "47(1)(ญ)")
def parents_looked_after(person: Person, on: date) -> int:
    """
    บิดามารดาที่เลี้ยงดูและใช้หักลดหย่อนได้มี {value} คน · Parents looked after for whom a deduction may be made: {value}
    ยังไม่ทราบจำนวนบิดามารดาที่เลี้ยงดู · The number of parents looked after is not known yet
    """
    of_mother = 1 if person.supports_mother and is_parent_in_need(person.mother, on) else 0
    of_father = 1 if person.supports_father and is_parent_in_need(person.father, on) else 0
    return of_mother + of_father


@clause("revenue-code", "47(1)(ญ)")
def parent_allowance(person: Person, on: date) -> Baht:
    """
    ลดหย่อนค่าเลี้ยงดูบิดามารดารวม {value} · The allowances for parents come to {value}
    ยังบอกค่าลดหย่อนบิดามารดาไม่ได้ · The allowances for parents cannot be said yet
    """
    # A spouse with income deducts for their own parents, so that no parent counts twice.
    of_spouse = parents_looked_after(person.spouse, on) if spouse_has_no_income(person, on) else 0
    return RATES.baht("parent_allowance", on) * (parents_looked_after(person, on) + of_spouse)


@clause("revenue-code", "47(1)(ฌ)")
def social_security_allowance(person: Person, on: date) -> Baht:
    """
    ลดหย่อนเงินสมทบประกันสังคมตามที่จ่ายจริง {value} · The allowance for social security contributions, as paid, is {value}
    ยังไม่ทราบเงินสมทบประกันสังคมที่จ่าย · The contributions paid are not known yet
    """
    return person.social_security_paid


@clause("revenue-code", "47")
def allowances(person: Person, on: date) -> Baht:
    """
    ค่าลดหย่อนรวม {value} · The allowances come to {value}
    ยังบอกค่าลดหย่อนรวมไม่ได้ · The sum of the allowances cannot be said yet
    """
    of_family = spouse_allowance(person, on) + child_allowance(person, on) + parent_allowance(person, on)
    return self_allowance(person, on) + of_family + social_security_allowance(person, on)


@clause("revenue-code", "48(1)")
def net_income(person: Person, on: date) -> Baht:
    """
    เงินได้สุทธิคือ {value} · The net income is {value}
    ยังบอกเงินได้สุทธิไม่ได้ · The net income cannot be said yet
    """
    return max(Baht.of(0), counted_income(person, on) - expenses(person, on) - allowances(person, on))


@clause("decree-470", "4")
def exempt_tax(person: Person, on: date) -> Baht:
    """
    ภาษีที่ได้รับยกเว้นสำหรับเงินได้สุทธิส่วนแรกคือ {value} · The tax exempt on the first part of the net income is {value}
    ยังบอกภาษีที่ได้รับยกเว้นไม่ได้ · The exempt tax cannot be said yet
    """
    first_part = min(net_income(person, on), RATES.baht("exempt_net_income", on))
    return brackets(first_part, RATES.brackets("rates", on), Rounding.DOWN)


@clause("revenue-code", "48(1)")
def tax_on_net_income(person: Person, on: date) -> Baht:
    """
    ภาษีจากเงินได้สุทธิคือ {value} · The tax on the net income is {value}
    ยังบอกภาษีจากเงินได้สุทธิไม่ได้ · The tax on the net income cannot be said yet
    """
    by_rates = brackets(net_income(person, on), RATES.brackets("rates", on), Rounding.DOWN)
    return by_rates - exempt_tax(person, on)


@clause("revenue-code", "48(2)")
def least_tax(person: Person, on: date) -> Baht:
    """
    ภาษีขั้นต่ำจากเงินได้ที่ไม่ใช่เงินเดือนคือ {value} · The least tax on income other than salary is {value}
    ยังบอกภาษีขั้นต่ำไม่ได้ · The least tax cannot be said yet
    """
    # Income of s. 40 (1) is left out of the count. The exempt part is taken from the fees first: the person chooses.
    counted = max(Baht.of(0), person.fees - exempt_income(person, on))
    if counted < RATES.baht("least_tax_from", on):
        return Baht.of(0)
    return round_half_up(counted * RATES.rate("least_tax_share", on))


@clause("least-tax-exemption")
def least_tax_is_exempt(person: Person, on: date) -> bool:
    """
    ภาษีขั้นต่ำไม่เกิน {exempt_least_tax} จึงได้รับยกเว้น · The least tax is {exempt_least_tax} or less, so it is exempt
    ภาษีขั้นต่ำเกิน {exempt_least_tax} · The least tax is over {exempt_least_tax}
    ยังบอกภาษีขั้นต่ำไม่ได้ · The least tax cannot be said yet
    """
    return least_tax(person, on) <= RATES.baht("exempt_least_tax", on)


@clause("revenue-code", "48")
def tax(person: Person, on: date) -> Baht:
    """
    ภาษีเงินได้ของปีนี้คือ {value} · The income tax of this year is {value}
    ยังบอกภาษีเงินได้ของปีนี้ไม่ได้ · The income tax of this year cannot be said yet
    """
    if least_tax_is_exempt(person, on):
        return tax_on_net_income(person, on)
    return max(tax_on_net_income(person, on), least_tax(person, on))


@clause("revenue-code", "56")
def filing_limit(person: Person, on: date) -> Baht:
    """
    ต้องยื่นแบบเมื่อเงินได้ทั้งปีเกิน {value} · A return is due when the income of the year is over {value}
    ยังบอกเกณฑ์ที่ต้องยื่นแบบไม่ได้ · The limit for a return cannot be said yet
    """
    if person.is_married:
        if person.fees == Baht.of(0):
            return RATES.baht("filing_limit_married_salary", on)
        return RATES.baht("filing_limit_married", on)
    if person.fees == Baht.of(0):
        return RATES.baht("filing_limit_single_salary", on)
    return RATES.baht("filing_limit_single", on)


@clause("revenue-code", "56")
def must_file(person: Person, on: date) -> bool:
    """
    คุณต้องยื่นแบบแสดงรายการภาษีของปีนี้ แม้ไม่มีภาษีต้องเสีย · You must file a return for this year, even with no tax to pay
    คุณไม่ต้องยื่นแบบแสดงรายการภาษีของปีนี้ · You need not file a return for this year
    ยังบอกไม่ได้ว่าคุณต้องยื่นแบบหรือไม่ · It cannot be said yet whether you must file a return
    """
    return assessable_income(person, on) > filing_limit(person, on)


@clause("revenue-code", "56")
def file_by(person: Person, on: date) -> date:
    """
    ยื่นแบบและชำระภาษีของปีนี้ภายใน {value} · File and pay for this year by {value}
    ยังไม่ทราบวันสุดท้ายที่ต้องยื่นแบบ · The last day for the return is not known yet
    """
    return last_day_of_month_before(add_months(year_start(on, 1), RATES.number("filing_months", on)))


@clause("revenue-code", "64")
def may_pay_in_three(person: Person, on: date) -> bool:
    """
    คุณแบ่งชำระภาษีเป็นสามงวดเท่ากันได้ · You may pay the tax in three equal parts
    ภาษีไม่ถึง {instalments_from} จึงแบ่งชำระไม่ได้ · The tax is under {instalments_from}, so it is paid at once
    ยังบอกไม่ได้ว่าแบ่งชำระได้หรือไม่ · It cannot be said yet whether the tax may be paid in parts
    """
    return tax(person, on) >= RATES.baht("instalments_from", on)
