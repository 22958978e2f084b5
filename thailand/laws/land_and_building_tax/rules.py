"""ภาษีที่ดินและสิ่งปลูกสร้าง พระราชบัญญัติ พ.ศ. 2562 คิดทีละแปลงที่มีการใช้ประโยชน์อย่างเดียว ตามปีภาษีของวันที่ถาม

Land and building tax, one parcel with one use at a time, for the tax year that holds the day asked. A parcel with
several uses is divided by the ministers' announcement (s.38) first. A local ordinance may set higher rates (s.37 para.
6) and is not here. The Act does not round, so each share is taken down to a whole satang.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from sala.rulekit import (
    Baht,
    Between,
    Inverse,
    Members,
    Period,
    Rates,
    Rounding,
    add_years,
    brackets,
    clause,
    floor_to,
    quotient,
    year_start,
)

RATES = Rates.beside(__file__)


class Kind(Enum):
    """ชนิดของบุคคล · Kind of person"""

    NATURAL = "natural"
    "บุคคลธรรมดา · Natural person"
    COMPANY = "company"
    "นิติบุคคล · Company"


class Use(Enum):
    """การใช้ประโยชน์ · Use"""

    FARM = "farm"
    "เกษตรกรรม · Farming"
    HOME = "home"
    "ที่อยู่อาศัย · Home"
    OTHER = "other"
    "อย่างอื่น · Other use"
    VACANT = "vacant"
    "ทิ้งไว้ว่างเปล่าหรือไม่ได้ทำประโยชน์ตามควรแก่สภาพ · Left vacant, or not used as fits it"


class Relief(Enum):
    """เหตุลดภาษีตามพระราชกฤษฎีกา พ.ศ. 2563 · Ground for a reduction under the decree of B.E. 2563"""

    NONE = "none"
    "ไม่มีเหตุลด · No ground"
    INHERITED_HOME = "inherited-home"
    "บ้านที่อยู่อาศัยซึ่งได้มาโดยทางมรดก · A home that was inherited"
    POWER_PLANT = "power-plant"
    "โรงผลิตไฟฟ้าและที่ดินที่ตั้ง · A power plant and its land"
    POWER_DAM = "power-dam"
    "เขื่อนและพื้นที่เกี่ยวเนื่องที่ใช้ผลิตไฟฟ้า · A dam for making power, with its grounds"
    WATERWORKS = "waterworks"
    "โรงผลิตน้ำประปาและที่ดินที่ตั้ง · A waterworks and its land"
    FORECLOSED = "foreclosed"
    "อสังหาริมทรัพย์รอการขายของสถาบันการเงิน · Foreclosed property of a financial institution, awaiting sale"
    HOUSING_PROJECT = "housing-project"
    "ระหว่างพัฒนาเป็นโครงการจัดสรรที่ดิน · Under development as a land allotment"
    CONDOMINIUM_PROJECT = "condominium-project"
    "ระหว่างพัฒนาเป็นอาคารชุด · Under development as a condominium"
    INDUSTRIAL_ESTATE = "industrial-estate"
    "ระหว่างพัฒนาเป็นนิคมอุตสาหกรรม · Under development as an industrial estate"
    UNSOLD = "unsold"
    "โครงการที่เสร็จแล้วแต่ยังไม่ได้ขาย · A finished project, not sold yet"
    UNIVERSITY = "university"
    "สถาบันอุดมศึกษาเอกชน · A private university"
    SCHOOL = "school"
    "โรงเรียนเอกชน · A private school"
    PUBLIC_LEISURE = "public-leisure"
    "สนามกีฬา สวนสัตว์ สวนสนุก หรือที่จอดรถขนส่งสาธารณะ · Sports, a zoo, an amusement park or parking for public transport"
    RUNWAY = "runway"
    "ทางวิ่ง ทางขับ และลานจอดในสนามบิน · Runways, taxiways and aprons of an airport"
    TOLLWAY = "tollway"
    "ทางพิเศษหรือทางหลวงสัมปทาน · An expressway or a concession highway"


@dataclass(frozen=True, kw_only=True)
class Person:
    """เจ้าของที่ดินหรือสิ่งปลูกสร้าง บุคคลธรรมดาหรือนิติบุคคล · An owner, a natural person or a company."""

    number: Annotated[int, Between(1, 1_000_000)]
    "ลำดับที่ในแฟ้ม · Number in the file"
    kind: Kind
    "ชนิดของบุคคล · Kind of person"
    parcels: Annotated[Members["Parcel"], Inverse("owner")]
    "แปลงที่เป็นเจ้าของ · Parcels owned"


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """ที่ดินหรือสิ่งปลูกสร้างหนึ่งแปลง หรือหลายแปลงติดกันของเจ้าของเดียว · A parcel, or adjoining ones of one owner."""

    owner: Annotated[Person, Inverse("parcels")]
    "เจ้าของ · Owner"
    owned: Period
    "ช่วงที่เป็นเจ้าของหรือครอบครอง · Time of ownership or possession"
    use: Use
    "การใช้ประโยชน์ · Use"
    value: Annotated[Baht, Between(0, 40_000_000_000)]
    "ราคาประเมินทุนทรัพย์รวม · Total appraised value"
    is_exempt_property: bool
    "เป็นทรัพย์สินที่กฎหมายยกเว้นและไม่ได้ใช้หาผลประโยชน์หรือไม่ · Property that the Act exempts, not used for gain"
    owns_land: bool
    "เจ้าของเป็นเจ้าของที่ดินหรือไม่ · Whether the owner owns the land"
    owns_building: bool
    "เจ้าของเป็นเจ้าของบ้านหรือไม่ · Whether the owner owns the house"
    registered: Period
    "ช่วงที่ชื่อเจ้าของอยู่ในทะเบียนบ้านนี้ · Time in which the owner's name is in this house register"
    moved_out_for_state_duty: bool
    "ย้ายชื่อออกเพราะเหตุจำเป็นทางราชการหรือไม่ · Whether the name was moved out for state duty"
    exemption_used_elsewhere: Annotated[Baht, Between(0, 40_000_000_000)]
    "มูลค่าที่ยกเว้นให้แปลงเกษตรอื่นในเขตท้องถิ่นเดียวกันแล้ว · Value exempt on other farms in the same local area"
    vacant_years: Annotated[int, Between(0, 200)]
    "จำนวนปีภาษีที่ทิ้งว่างติดต่อกันก่อนปีนี้ · Tax years left vacant in a row before this one"
    relief: Relief
    "เหตุลดภาษี · Ground for a reduction"
    relief_from: date
    "วันที่ได้มา ได้รับอนุญาต หรือจดทะเบียนมรดก · Day of receipt, of the permit, or of registering the inheritance"
    tax_of_2562: Annotated[Baht, Between(0, 40_000_000_000)]
    "ภาษีโรงเรือนหรือภาษีบำรุงท้องที่ของปี 2562 · House and land tax, or local development tax, of B.E. 2562"


@clause("land-tax", "9")
def is_taxpayer(parcel: Parcel, on: date) -> bool:
    """
    คุณเป็นเจ้าของในวันที่ 1 มกราคม จึงเสียภาษีของปีนี้ · You were the owner on 1 January, so this year's tax is yours
    คุณไม่ได้เป็นเจ้าของในวันที่ 1 มกราคมของปีนี้ · You were not the owner on 1 January of this year
    ยังไม่ทราบว่าคุณเป็นเจ้าของเมื่อใด · It is not known yet when you were the owner
    """
    return year_start(on, 0) in parcel.owned


@clause("land-tax", "8")
def is_exempt(parcel: Parcel, on: date) -> bool:
    """
    ทรัพย์สินนี้ได้รับยกเว้นภาษี · This property is exempt from the tax
    ทรัพย์สินนี้ไม่อยู่ในรายการยกเว้น · This property is not among those exempt
    ยังไม่ทราบว่าทรัพย์สินนี้ได้รับยกเว้นหรือไม่ · It is not known yet whether this property is exempt
    """
    return parcel.is_exempt_property


@clause("land-tax", "5")
def is_natural(person: Person, on: date) -> bool:
    """
    เจ้าของเป็นบุคคลธรรมดา · The owner is a natural person
    เจ้าของเป็นนิติบุคคล · The owner is a company
    ยังไม่ทราบว่าเจ้าของเป็นบุคคลธรรมดาหรือไม่ · It is not known yet whether the owner is a natural person
    """
    return person.kind == Kind.NATURAL


@clause("land-tax", "41")
def is_registered_at_home(parcel: Parcel, on: date) -> bool:
    """
    ชื่อเจ้าของอยู่ในทะเบียนบ้านในวันที่ 1 มกราคม · The owner's name was in the house register on 1 January
    ชื่อเจ้าของไม่อยู่ในทะเบียนบ้านในวันที่ 1 มกราคม · The owner's name was not in the house register on 1 January
    ยังไม่ทราบว่าชื่อเจ้าของอยู่ในทะเบียนบ้านใด · It is not known yet where the owner's name was registered
    """
    return year_start(on, 0) in parcel.registered or parcel.moved_out_for_state_duty


@clause("land-tax", "41")
def is_main_home(parcel: Parcel, on: date) -> bool:
    """
    เป็นบ้านที่เจ้าของอยู่เองและมีชื่อในทะเบียนบ้าน · It is the home of its owner, whose name is in the register
    ไม่ใช่บ้านที่เจ้าของอยู่เองและมีชื่อในทะเบียนบ้าน · It is not the home of an owner whose name is in the register
    ยังไม่ทราบว่าเป็นบ้านหลักหรือไม่ · It is not known yet whether it is the owner's main home
    """
    return (
        parcel.use == Use.HOME
        and is_natural(parcel.owner, on)
        and parcel.owns_building
        and is_registered_at_home(parcel, on)
    )


@clause("land-tax", "41")
def home_exemption(parcel: Parcel, on: date) -> Baht:
    """
    บ้านหลังนี้ยกเว้นมูลค่าได้ไม่เกิน {value} · Up to {value} of this home's value is exempt
    ยังไม่ทราบมูลค่าที่ยกเว้นสำหรับบ้านหลังนี้ · How much of this home's value is exempt is not known yet
    """
    if not is_main_home(parcel, on):
        return Baht.of(0)
    if parcel.owns_land:
        return RATES.baht("home_exemption", on)
    return RATES.baht("building_exemption", on)


@clause("land-tax", "40")
def farm_exemption(parcel: Parcel, on: date) -> Baht:
    """
    แปลงเกษตรนี้ยกเว้นมูลค่าได้ไม่เกิน {value} · Up to {value} of this farm's value is exempt
    ยังไม่ทราบมูลค่าที่ยกเว้นสำหรับแปลงเกษตรนี้ · How much of this farm's value is exempt is not known yet
    """
    if parcel.use == Use.FARM and is_natural(parcel.owner, on):
        return max(Baht.of(0), RATES.baht("farm_exemption", on) - parcel.exemption_used_elsewhere)
    return Baht.of(0)


@clause("land-tax", "42")
def base(parcel: Parcel, on: date) -> Baht:
    """
    ฐานภาษีหลังหักส่วนที่ยกเว้นคือ {value} · The taxable value after exemptions is {value}
    ยังไม่ทราบฐานภาษี · The taxable value is not known yet
    """
    if is_exempt(parcel, on):
        return Baht.of(0)
    if parcel.use == Use.FARM:
        return max(Baht.of(0), parcel.value - farm_exemption(parcel, on))
    if parcel.use == Use.HOME:
        return max(Baht.of(0), parcel.value - home_exemption(parcel, on))
    return parcel.value


@clause("land-tax", "37")
def farm_tax(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีตามอัตราเกษตรกรรมคือ {value} · The tax at the farm rates is {value}
    ยังคิดภาษีตามอัตราเกษตรกรรมไม่ได้ · The tax at the farm rates cannot be told yet
    """
    if RATES.is_so("natural_farms_are_free", on) and is_natural(parcel.owner, on):
        return Baht.of(0)  # s.96: the first three years
    return brackets(base(parcel, on), RATES.brackets("farm_rates", on), Rounding.DOWN)


@clause("land-tax", "37")
def home_tax(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีตามอัตราที่อยู่อาศัยคือ {value} · The tax at the home rates is {value}
    ยังคิดภาษีตามอัตราที่อยู่อาศัยไม่ได้ · The tax at the home rates cannot be told yet
    """
    if not is_main_home(parcel, on):
        return brackets(base(parcel, on), RATES.brackets("other_home_rates", on), Rounding.DOWN)
    if parcel.owns_land:
        return brackets(base(parcel, on), RATES.brackets("main_home_rates", on), Rounding.DOWN)
    return brackets(base(parcel, on), RATES.brackets("main_building_rates", on), Rounding.DOWN)


@clause("land-tax", "43")
def vacancy_steps(parcel: Parcel, on: date) -> int:
    """
    อัตราที่ดินว่างเปล่าเพิ่มขึ้นแล้ว {value} ครั้ง · Times that the rate for this vacant land has risen: {value}
    ยังไม่ทราบว่าที่ดินถูกทิ้งว่างมากี่ปี · How long the land was left vacant is not known yet
    """
    return floor_to(quotient(parcel.vacant_years, RATES.number("vacancy_years", on)))


@clause("land-tax", "43")
def vacant_tax(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีของที่ดินทิ้งว่างคือ {value} · The tax on the vacant land is {value}
    ยังคิดภาษีของที่ดินทิ้งว่างไม่ได้ · The tax on the vacant land cannot be told yet
    """
    ordinary = brackets(base(parcel, on), RATES.brackets("vacant_rates", on), Rounding.DOWN)
    increase = floor_to(base(parcel, on) * RATES.rate("vacancy_increase", on)) * vacancy_steps(parcel, on)
    most = floor_to(base(parcel, on) * RATES.rate("vacancy_ceiling", on))
    return min(ordinary + increase, most, base(parcel, on))


@clause("land-tax", "42")
def computed_tax(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีที่คำนวณได้ก่อนการลดคือ {value} · The tax before any reduction is {value}
    ยังคำนวณภาษีไม่ได้ · The tax cannot be computed yet
    """
    if parcel.use == Use.FARM:
        return farm_tax(parcel, on)
    if parcel.use == Use.HOME:
        return home_tax(parcel, on)
    if parcel.use == Use.VACANT:
        return vacant_tax(parcel, on)
    return brackets(base(parcel, on), RATES.brackets("other_rates", on), Rounding.DOWN)


@clause("land-tax-reduction", "3")
def is_reduced_by_half(parcel: Parcel, on: date) -> bool:
    """
    ทรัพย์สินนี้ลดภาษีร้อยละ {smaller_reduction} · The tax on this property is reduced by {smaller_reduction} per cent
    ทรัพย์สินนี้ไม่มีเหตุลดภาษีร้อยละ {smaller_reduction} · It has no ground for {smaller_reduction} per cent off
    ยังไม่ทราบเหตุลดภาษีของทรัพย์สินนี้ · The ground for a reduction is not known yet
    """
    if parcel.relief == Relief.INHERITED_HOME:
        return is_main_home(parcel, on) and parcel.relief_from < RATES.day("act_in_force", on)
    if parcel.relief == Relief.WATERWORKS:
        return RATES.is_so("waterworks_are_reduced", on)
    return parcel.relief == Relief.POWER_PLANT or parcel.relief == Relief.POWER_DAM


@clause("land-tax-reduction", "4")
def is_reduced_by_most(parcel: Parcel, on: date) -> bool:
    """
    ทรัพย์สินนี้ลดภาษีร้อยละ {larger_reduction} · The tax on this property is reduced by {larger_reduction} per cent
    ทรัพย์สินนี้ไม่มีเหตุลดภาษีร้อยละ {larger_reduction} · It has no ground for {larger_reduction} per cent off
    ยังไม่ทราบเหตุลดภาษีของทรัพย์สินนี้ · The ground for a reduction is not known yet
    """
    if parcel.relief == Relief.FORECLOSED:
        return year_start(on, 0) <= add_years(parcel.relief_from, RATES.number("foreclosed_years", on), rounding="down")
    if (
        parcel.relief == Relief.HOUSING_PROJECT
        or parcel.relief == Relief.CONDOMINIUM_PROJECT
        or parcel.relief == Relief.INDUSTRIAL_ESTATE
    ):
        return year_start(on, 0) <= add_years(parcel.relief_from, RATES.number("project_years", on), rounding="down")
    if parcel.relief == Relief.UNSOLD:
        return year_start(on, 0) <= add_years(
            RATES.day("act_in_force", on), RATES.number("unsold_years", on), rounding="down"
        )
    return (
        parcel.relief == Relief.UNIVERSITY
        or parcel.relief == Relief.SCHOOL
        or parcel.relief == Relief.PUBLIC_LEISURE
        or parcel.relief == Relief.RUNWAY
        or parcel.relief == Relief.TOLLWAY
    )


@clause("land-tax", "55")
def reduction(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีลดลง {value} ตามพระราชกฤษฎีกา · The decrees take {value} off the tax
    ยังไม่ทราบว่าภาษีลดลงเท่าใด · How much the decrees take off is not known yet
    """
    full = computed_tax(parcel, on)
    everyone = floor_to(full * RATES.rate("yearly_reduction", on))
    if is_reduced_by_most(parcel, on):
        return min(full, max(everyone, floor_to(full * RATES.rate("larger_reduction", on))))
    if is_reduced_by_half(parcel, on):
        return min(full, max(everyone, floor_to(full * RATES.rate("smaller_reduction", on))))
    return min(full, everyone)


@clause("land-tax", "97")
def tax(parcel: Parcel, on: date) -> Baht:
    """
    ภาษีของปีนี้คือ {value} · This year's tax is {value}
    ยังคิดภาษีของปีนี้ไม่ได้ · This year's tax cannot be told yet
    """
    if not is_taxpayer(parcel, on):
        return Baht.of(0)
    assessed = computed_tax(parcel, on) - reduction(parcel, on)
    if not RATES.is_so("rise_is_phased_in", on):
        return assessed
    rise = max(Baht.of(0), assessed - parcel.tax_of_2562)
    return min(assessed, parcel.tax_of_2562 + floor_to(rise * RATES.rate("phased_in_share", on)))


@clause("land-tax", "46")
def total_tax(person: Person, on: date) -> Baht:
    """
    ภาษีของปีนี้รวมทุกแปลงคือ {value} · This year's tax on all parcels is {value}
    ยังคิดภาษีรวมทุกแปลงไม่ได้ · This year's tax on all parcels cannot be told yet
    """
    return sum((tax(parcel, on) for parcel in person.parcels), Baht.of(0))
