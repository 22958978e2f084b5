"""
The kernel that fills a shard with households. Whole numbers only; the random words are given.

Everyone is a column of one table of numbers: a kernel that is handed a tuple of arrays spends most of its time counting
references to them (measured: four times slower).
"""

import numba
import numpy as np
import numpy.typing as npt

from .chances import ONE_16, Households, Ints
from .demography import BOYS, CHILD, FEMALE, GRANDCHILD, MOTHERS, PARENT, SPOUSE
from .layout import ROLES

HOUSEHOLD_WORDS, PERSON_WORDS = 2, 4
FIELDS = (
    "household",
    "number",
    "role",
    "born",
    "mother",
    "father",
    "spouse",
    "province",
    "is_female",
    "is_thai",
    "age",
)
_HOUSEHOLD, _NUMBER, _ROLE, _BORN, _MOTHER, _FATHER, _SPOUSE, _PROVINCE, _IS_FEMALE, _IS_THAI, _AGE = range(len(FIELDS))
_HEAD_ROLE, _SPOUSE_ROLE, _CHILD_ROLE, _PARENT_ROLE, _OTHER_ROLE = range(len(ROLES))
_BOYS_16, _MOTHERS_16, _HALF_16 = round(BOYS * ONE_16), round(MOTHERS * ONE_16), ONE_16 // 2
_DAYS_OF_FOUR_YEARS = 1461
_YEAR = 365

Words = npt.NDArray[np.uint64]
People = npt.NDArray[np.int32]

_fast = numba.njit(cache=True, nogil=True)


@_fast
def _piece(word: np.uint64, bits: int, place: int) -> np.int64:
    """Cut a piece of so many bits out of a word."""
    return np.int64((word >> np.uint64(bits * place)) & np.uint64((1 << bits) - 1))


@_fast
def _pick(threshold: Ints, alias: Ints, draw: np.int64) -> int:
    """Pick an entry of an alias table with one draw of 32 bits: its upper part chooses the entry, its rest the side."""
    spread = np.uint64(draw) * np.uint64(threshold.size)
    entry = np.int64(spread >> np.uint64(32))
    rest = np.int64(spread & np.uint64(0xFFFFFFFF))
    return int(entry) if rest < threshold[entry] else int(alias[entry])


@_fast
def _search(cumulated: Ints, draw: np.int64) -> int:
    """Find the first entry that a draw lies below."""
    low, high = 0, cumulated.size - 1
    while low < high:
        middle = (low + high) // 2
        if draw < cumulated[middle]:
            high = middle
        else:
            low = middle + 1
    return low


@_fast
def _settle(people: People, row: int, age: int, is_female: bool | np.bool_, word: np.uint64, day: int) -> None:
    """Write a person's age, sex and day of birth, which lies somewhere in that year of age."""
    people[_AGE, row] = age
    people[_IS_FEMALE, row] = is_female
    people[_BORN, row] = day - age * _DAYS_OF_FOUR_YEARS // 4 - (_piece(word, 16, 2) * _YEAR >> 16)


@_fast
def _parents(people: People, first: int, parent: int, partner: int, row: int) -> int:
    """Link a child to the parents who live here, and find the row whose age tells the child's: the mother's, if she does."""
    other = first + partner if partner >= 0 else -1
    mother, father = (parent, other) if people[_IS_FEMALE, parent] else (other, parent)
    people[_MOTHER, row] = mother - first + 1 if mother >= 0 else 0
    people[_FATHER, row] = father - first + 1 if father >= 0 else 0
    return mother if mother >= 0 else father


@_fast
def _join(people: People, slot: Ints, ages: Ints, first: int, row: int, word: np.uint64, day: int) -> None:
    """Draw one member from its slot: sex, age, role and the links that the slot makes."""
    kind, of, partner, of_a_man, of_a_woman = slot
    anchor, number, sex = first + of, row - first + 1, _piece(word, 16, 3)
    role, is_female = _OTHER_ROLE, sex >= (_BOYS_16 if kind in (CHILD, GRANDCHILD) else _HALF_16)
    if kind == CHILD:
        role, anchor = _CHILD_ROLE, _parents(people, first, anchor, partner, row)
    given = people[_IS_FEMALE, anchor]
    if kind == SPOUSE:
        role, is_female = _SPOUSE_ROLE, given == 0
        people[_SPOUSE, row], people[_SPOUSE, anchor] = of + 1, number
    elif kind == PARENT:
        role, is_female = _PARENT_ROLE, sex < _MOTHERS_16
        given = 1 if is_female else 0
        people[_MOTHER if is_female else _FATHER, anchor] = number
    people[_ROLE, row] = role if of == 0 else _OTHER_ROLE
    age = _search(ages[of_a_woman if given else of_a_man, people[_AGE, anchor]], _piece(word, 32, 0))
    _settle(people, row, age, is_female, word, day)


@_fast
def _fill(
    people: People,
    table: tuple[Ints, Ints, Ints, Ints, Ints, Ints],
    provinces: tuple[Ints, Ints, Ints],
    thai: int,
    by_household: Words,
    by_person: Words,
    day: int,
) -> None:
    threshold, alias, cells, first_slot, slots, ages = table
    province_threshold, province_alias, province_code = provinces
    first, household = 0, 0
    while first < people.shape[1]:
        word, other = by_household[HOUSEHOLD_WORDS * household], by_household[HOUSEHOLD_WORDS * household + 1]
        form, sex, age = cells[_pick(threshold, alias, _piece(word, 32, 0))]
        province = province_code[_pick(province_threshold, province_alias, _piece(word, 32, 1))]
        slot, size = first_slot[form], 1 + first_slot[form + 1] - first_slot[form]
        if first + size > people.shape[1]:
            size = 1
        for row in range(first, first + size):
            people[_HOUSEHOLD, row] = household
            people[_NUMBER, row] = row - first + 1
            people[_PROVINCE, row] = province
            people[_IS_THAI, row] = _piece(other, 16, 0) < thai
        people[_ROLE, first] = _HEAD_ROLE
        _settle(people, first, age, sex == FEMALE, by_person[PERSON_WORDS * first], day)
        for row in range(first + 1, first + size):
            _join(people, slots[slot + row - first - 1], ages, first, row, by_person[PERSON_WORDS * row], day)
        first += size
        household += 1


def make_households(persons: int, table: Households, by_household: Words, by_person: Words, day: int) -> People:
    """
    Fill a shard with households until every place is taken. Where the last would not fit, its head lives alone.

    :param day: the day of the ages, counted from 1970-01-01.
    :returns: a row for each of FIELDS, a column for each person; households count from 0.
    """
    people = np.zeros((len(FIELDS), persons), dtype=np.int32)
    cells = (table.threshold, table.alias, table.cells, table.first_slot, table.slots, table.ages)
    provinces = (table.province_threshold, table.province_alias, table.province_code)
    _fill(people, cells, provinces, table.thai, by_household, by_person, day)
    return people
