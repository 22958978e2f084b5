"""The two kernels that fill a shard: who lives with whom, and what is true of each. Whole numbers only; the draws are given."""

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from .chances import INSURED_33, NO_WORK, OTHER_EMPLOYEE, PUBLIC, QUANTILES, Facts, Households
from .demography import CHILD, FEMALE, GRANDCHILD, PARENT, SPOUSE

HOUSEHOLD_WORDS, PERSON_WORDS = 2, 4
_BOYS_16 = 33_554  # 512 per mille of 65,536
_MOTHERS_16 = 47_186  # 720 per mille
_HALF_16 = 32_768
_DAYS_OF_FOUR_YEARS = 1461
_YEAR = 365
_OLD = 60
_SATANG = 100
_MONTHS = 12
_ROUND_TO_BAHT = 100

Words = npt.NDArray[np.uint64]


class Members(NamedTuple):
    """Columns of who lives with whom; `age` stays in memory."""

    household_id: npt.NDArray[np.int64]
    number: npt.NDArray[np.int8]
    role: npt.NDArray[np.int8]
    born: npt.NDArray[np.int32]
    mother: npt.NDArray[np.int8]
    father: npt.NDArray[np.int8]
    spouse: npt.NDArray[np.int8]
    province: npt.NDArray[np.int8]
    is_female: npt.NDArray[np.bool_]
    is_thai: npt.NDArray[np.bool_]
    age: npt.NDArray[np.int16]


class Given(NamedTuple):
    """Columns of what is true of each."""

    is_resident: npt.NDArray[np.bool_]
    salary: npt.NDArray[np.int64]
    fees: npt.NDArray[np.int64]
    social_security_paid: npt.NDArray[np.int64]
    insured_section: npt.NDArray[np.int8]
    is_disabled: npt.NDArray[np.bool_]
    is_student: npt.NDArray[np.bool_]
    is_registered_in_area: npt.NDArray[np.bool_]
    has_confirmed: npt.NDArray[np.bool_]
    receives_other_state_benefit: npt.NDArray[np.bool_]
    income_is_insufficient: npt.NDArray[np.bool_]
    received_before_2566: npt.NDArray[np.bool_]
    is_registered_for_newborn_grant: npt.NDArray[np.bool_]


_fast = numba.njit(cache=True, nogil=True)


@_fast
def _piece(word: np.uint64, bits: int, place: int) -> int:
    """Cut a piece of so many bits out of a word."""
    return np.int64((word >> np.uint64(bits * place)) & np.uint64((1 << bits) - 1))


@_fast
def _pick(threshold: npt.NDArray[np.int64], alias: npt.NDArray[np.int64], draw: int) -> int:
    """Pick an entry of an alias table with one draw of 32 bits: its upper part chooses the entry, its rest the side."""
    spread = np.uint64(draw) * np.uint64(threshold.size)
    entry = np.int64(spread >> np.uint64(32))
    rest = np.int64(spread & np.uint64(0xFFFFFFFF))
    return entry if rest < threshold[entry] else alias[entry]


@_fast
def _search(cumulated: npt.NDArray[np.int64], draw: int) -> int:
    low, high = 0, cumulated.size - 1
    while low < high:
        middle = (low + high) // 2
        if draw < cumulated[middle]:
            high = middle
        else:
            low = middle + 1
    return low


@_fast
def _settle(out: Members, row: int, age: int, is_female: bool, word: np.uint64, day: int) -> None:
    """Write a person's age, sex and day of birth, which lies somewhere in that year of age."""
    out.age[row] = age
    out.is_female[row] = is_female
    out.born[row] = day - age * _DAYS_OF_FOUR_YEARS // 4 - (_piece(word, 16, 2) * _YEAR >> 16)


@_fast
def _join(out: Members, table: Households, slot: int, first: int, row: int, word: np.uint64, day: int) -> None:
    """Draw one member from its slot: sex, age, role and the links that the slot makes."""
    kind, of, partner, of_a_man, of_a_woman = table.slots[slot]
    anchor = first + of
    draw, sex = _piece(word, 32, 0), _piece(word, 16, 3)
    is_female = sex >= _HALF_16
    if kind == SPOUSE:
        is_female = not out.is_female[anchor]
        matrix = of_a_woman if out.is_female[anchor] else of_a_man
        out.spouse[row], out.spouse[anchor] = of + 1, row - first + 1
        out.role[row] = 1 if of == 0 else 4
    elif kind == PARENT:
        is_female = sex < _MOTHERS_16
        matrix = of_a_woman if is_female else of_a_man
        out.role[row] = 3 if of == 0 else 4
        if is_female:
            out.mother[anchor] = row - first + 1
        else:
            out.father[anchor] = row - first + 1
    elif kind == CHILD:
        is_female = sex >= _BOYS_16
        anchor = _parents(out, first, anchor, partner, row)
        matrix = of_a_woman if out.is_female[anchor] else of_a_man
        out.role[row] = 2 if of == 0 else 4
    else:
        is_female = sex >= (_BOYS_16 if kind == GRANDCHILD else _HALF_16)
        matrix = of_a_woman if out.is_female[anchor] else of_a_man
        out.role[row] = 4
    _settle(out, row, _search(table.ages[matrix, out.age[anchor]], draw), is_female, word, day)


@_fast
def _parents(out: Members, first: int, parent: int, partner: int, row: int) -> int:
    """Link a child to the parents who live here, and find the row whose age tells the child's: the mother's, if she does."""
    mother, father = -1, -1
    if out.is_female[parent]:
        mother = parent
        father = first + partner if partner >= 0 else -1
    else:
        father = parent
        mother = first + partner if partner >= 0 else -1
    out.mother[row] = mother - first + 1 if mother >= 0 else 0
    out.father[row] = father - first + 1 if father >= 0 else 0
    return mother if mother >= 0 else father


@_fast
def make_households(
    out: Members, table: Households, by_household: Words, by_person: Words, first_id: int, day: int
) -> None:
    """
    Fill a shard with households until every row is a person. Where the last household would not fit, its head lives alone.

    :param day: the day of the ages, counted from 1970-01-01.
    """
    first, household = 0, 0
    while first < out.number.size:
        word, other = by_household[HOUSEHOLD_WORDS * household], by_household[HOUSEHOLD_WORDS * household + 1]
        form, sex, age = table.cells[_pick(table.threshold, table.alias, _piece(word, 32, 0))]
        province = table.province_code[_pick(table.province_threshold, table.province_alias, _piece(word, 32, 1))]
        slot, size = table.first_slot[form], 1 + table.first_slot[form + 1] - table.first_slot[form]
        if first + size > out.number.size:
            size = 1
        for row in range(first, first + size):
            out.household_id[row] = first_id + household
            out.number[row] = row - first + 1
            out.province[row] = province
            out.is_thai[row] = _piece(other, 16, 0) < table.thai
            out.mother[row], out.father[row], out.spouse[row] = 0, 0, 0
        out.role[first] = 0
        _settle(out, first, age, sex == FEMALE, by_person[PERSON_WORDS * first], day)
        for row in range(first + 1, first + size):
            _join(out, table, slot + row - first - 1, first, row, by_person[PERSON_WORDS * row], day)
        first += size
        household += 1


@_fast
def _income(quantiles: npt.NDArray[np.int64], at: int) -> int:
    """Read a curve of incomes at a draw of 32 bits."""
    place = at * QUANTILES
    entry, rest = place >> 32, place & 0xFFFFFFFF
    return quantiles[entry] + ((quantiles[entry + 1] - quantiles[entry]) * rest >> 32)


@_fast
def _work(members: Members, out: Given, table: Facts, row: int, draws: np.uint64, kind_draw: int) -> int:
    """Give a person work and its income, section and contributions; say which kind of work."""
    age, sex = members.age[row], 1 if members.is_female[row] else 0
    kind = NO_WORK
    for number in range(2, -1, -1):
        if kind_draw < table.employed[sex, age, number]:
            kind = number + 1
    out.salary[row], out.social_security_paid[row], out.insured_section[row] = 0, 0, 0
    if kind == NO_WORK:
        section = 0
        for number in range(1, -1, -1):
            if _piece(draws, 16, 3) < table.insured_39_40[sex, age, number]:
                section = number + 2
        out.insured_section[row] = section
        if section > 0:
            out.social_security_paid[row] = table.contributions[section] * _MONTHS * _SATANG
        return kind
    low, high = table.standing[kind - 1]
    at = (low << 32) // 1000 + _piece(draws, 32, 0) * (high - low) // 1000
    baht = _income(table.wages, min(at, (1 << 32) - 1)) * table.by_age[age] // 1000
    baht = baht * table.by_province[members.province[row]] // 1000
    baht = max(_ROUND_TO_BAHT, baht // _ROUND_TO_BAHT * _ROUND_TO_BAHT)
    out.salary[row] = baht * _MONTHS * _SATANG
    if kind == INSURED_33:
        out.insured_section[row] = 1
        paid = min(baht * table.contributions[0] // 100, table.contributions[1])
        out.social_security_paid[row] = paid * _MONTHS * _SATANG
    return kind


@_fast
def _old_age(members: Members, out: Given, table: Facts, row: int, is_public: bool, word: np.uint64) -> None:
    """Give the facts that the old-age allowance asks for."""
    is_old = members.age[row] >= _OLD
    is_pensioner = is_old and _piece(word, 16, 1) < table.whole[2]
    out.receives_other_state_benefit[row] = is_public or is_pensioner
    out.is_registered_in_area[row] = _piece(word, 16, 0) < table.whole[0]
    confirms = is_old and out.is_registered_in_area[row] and not out.receives_other_state_benefit[row]
    out.has_confirmed[row] = confirms and _piece(word, 16, 2) < table.confirmed[0]
    out.received_before_2566[row] = out.has_confirmed[row] and members.born[row] <= table.whole[7]


@_fast
def give_facts(members: Members, out: Given, table: Facts, words: Words) -> None:
    """Fill the columns of what is true of each person of a shard, household by household."""
    first, income = 0, 0
    for row in range(members.number.size):
        sex_and_age, incomes, chances, rest = words[PERSON_WORDS * row : PERSON_WORDS * row + PERSON_WORDS]
        age = members.age[row]
        kind = _work(members, out, table, row, incomes, _piece(chances, 16, 0))
        employed = 0 if kind == NO_WORK else 1
        has_fees = _piece(chances, 16, 1) < table.fees[employed, age]
        fees = _income(table.fees_baht, _piece(rest, 32, 1)) if has_fees else 0
        out.fees[row] = fees // _ROUND_TO_BAHT * _ROUND_TO_BAHT * _SATANG
        own = (out.salary[row] + out.fees[row]) // _SATANG
        out.income_is_insufficient[row] = own < table.whole[3]
        out.is_disabled[row] = _piece(chances, 16, 2) < table.disabled[age]
        out.is_student[row] = kind == NO_WORK and _piece(chances, 16, 3) < table.student[age]
        out.is_resident[row] = _piece(rest, 16, 0) < table.whole[1]
        _old_age(members, out, table, row, kind == PUBLIC, words[PERSON_WORDS * row] ^ rest)
        out.is_registered_for_newborn_grant[row] = age <= table.whole[6] and _piece(rest, 16, 1) < table.whole[4]
        if members.number[row] == 1:
            first, income = row, 0
        income += own
        if row + 1 == members.number.size or members.number[row + 1] == 1:
            if income > table.whole[5] * (row + 1 - first):
                out.is_registered_for_newborn_grant[first : row + 1] = False
