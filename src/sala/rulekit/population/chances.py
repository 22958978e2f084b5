"""Chances and incomes as whole-number tables, so that a draw is the same on every machine that has the same tables."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .demography import AGES, GROUP, Demography, Floats, Slot
from .layout import EPOCH
from .published import Published

ONE_32, ONE_16 = 2**32, 2**16
QUANTILES = 1024
PER_MILLE = 1000
NO_WORK, INSURED_33, PUBLIC, OTHER_EMPLOYEE = range(4)
_EMPLOYEE_AGES_FROM = 15
_OLDEST_WORKER = 69
_FEES_AGES = (18, 79)

Ints = npt.NDArray[np.int64]


class Households(NamedTuple):
    """What the kernel that makes households reads: an alias table of cells, the slots of each form, ages, provinces."""

    threshold: Ints
    alias: Ints
    cells: Ints
    first_slot: Ints
    slots: Ints
    ages: Ints
    province_threshold: Ints
    province_alias: Ints
    province_code: Ints
    thai: int


class Facts(NamedTuple):
    """What facts are given from: chances in 65,536ths by sex and age, incomes in baht by quantile, single numbers."""

    employed: Ints
    insured_39_40: Ints
    fees: Ints
    wages: Ints
    fees_baht: Ints
    standing: Ints
    by_age: Ints
    by_province: Ints
    contributions: Ints
    paid_freely: Ints
    disabled: Ints
    student: Ints
    confirmed: int
    registered_in_area: int
    resident: int
    other_state_benefit: int
    insufficient_below: int
    grant_registered: int
    grant_below_a_head: int
    grant_until_age: int
    sixty_under_old_rules: int


def alias_table(weights: Floats) -> tuple[Ints, Ints]:
    """
    Make a table from which one draw of 32 bits, over its length, picks an entry as often as its weight says.

    Source: Walker (1977), An efficient method for generating discrete random variables, ACM TOMS 3(3); filled as Vose (1991) does.
    """
    size = weights.size
    scaled = weights / weights.sum() * size
    threshold, alias = np.full(size, ONE_32, dtype=np.int64), np.arange(size, dtype=np.int64)
    small = [i for i in range(size) if scaled[i] < 1]
    large = [i for i in range(size) if scaled[i] >= 1]
    while small and large:
        less, more = small.pop(), large[-1]
        threshold[less], alias[less] = int(scaled[less] * ONE_32), more
        scaled[more] -= 1 - scaled[less]
        if scaled[more] < 1:
            small.append(large.pop())
    return threshold, alias


def households_of(published: Published, demography: Demography) -> Households:
    """Turn shares and distributions into the tables that households are drawn from."""
    threshold, alias = alias_table(demography.shares)
    people = np.array([province.persons for province in published.provinces], dtype=np.float64)
    province_threshold, province_alias = alias_table(people)
    counts = [len(slots) for slots in demography.slots]
    return Households(
        threshold=threshold,
        alias=alias,
        cells=demography.cells,
        first_slot=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        slots=np.array([_row(slot) for slots in demography.slots for slot in slots], dtype=np.int64),
        ages=np.minimum(np.cumsum(demography.matrices, axis=2) * ONE_32, ONE_32).round().astype(np.int64),
        province_threshold=province_threshold,
        province_alias=province_alias,
        province_code=np.array([province.code for province in published.provinces], dtype=np.int64),
        thai=round((1 - published.non_thai / published.registered) * ONE_16),
    )


def _row(slot: Slot) -> tuple[int, ...]:
    return (slot.kind, slot.of, slot.partner, *slot.matrices)


def facts_of(published: Published, demography: Demography) -> Facts:
    """Turn the published counts of workers, insured, disabled and others into chances by sex and age."""
    work, facts, by_age = published.work, published.facts, demography.by_age
    paid = work["contributions"]
    employed = _employed(work, by_age)
    return Facts(
        employed=_sixteenths(employed),
        insured_39_40=_sixteenths(_insured_39_40(work, by_age, employed[:, :, -1])),
        fees=_fees(work),
        wages=_quantiles(work["wages"]["knots"]),
        fees_baht=_quantiles(work["fees"]["knots"]),
        standing=np.array(
            [(0, 0), *(work["standing"][name] for name in ("insured_33", "public", "other"))], dtype=np.int64
        ),
        by_age=_wages_by_age(work["by_age"]),
        by_province=_wages_by_province(published),
        contributions=np.array([paid["insured_33"]["percent"], paid["insured_33"]["at_most_a_month"]], dtype=np.int64),
        paid_freely=np.array([0, 0, paid["insured_39_a_month"], paid["insured_40_a_month"]], dtype=np.int64),
        disabled=_disabled(facts["disabled"]["persons"], by_age),
        student=_students(facts["students"]),
        confirmed=_of_16(_confirmed(facts)),
        registered_in_area=_of_16(facts["registered_in_area"]["share"] / PER_MILLE),
        resident=_of_16(facts["resident"]["share"] / PER_MILLE),
        other_state_benefit=_of_16(facts["other_state_benefit"]["share"] / PER_MILLE),
        insufficient_below=facts["insufficient_income"]["below_a_year"],
        grant_registered=_of_16(facts["newborn_grant"]["registered"] / PER_MILLE),
        grant_below_a_head=facts["newborn_grant"]["below_a_year_a_head"],
        grant_until_age=facts["newborn_grant"]["ages"][1],
        sixty_under_old_rules=_last_birth(facts["allowance"]["rules_of"], 60),
    )


def _of_16(chance: float) -> int:
    return round(chance * ONE_16)


def _sixteenths(chances: Floats) -> Ints:
    """Write chances as a number of 65,536; a draw of 16 bits below it comes true."""
    return np.asarray((np.clip(chances, 0, 1) * ONE_16).round().astype(np.int64))


def _within(counts: float, ages: Sequence[int], by_age: Floats) -> Floats:
    """Give everyone from the first to the last age the same chance, so that so many are expected."""
    inside = (np.arange(AGES) >= ages[0]) & (np.arange(AGES) <= ages[1])
    return np.where(inside, counts / by_age[:, inside].sum(), 0.0) * np.ones((2, 1))


def _employed(work: Mapping[str, Any], by_age: Floats) -> Floats:
    """Give, by sex and age, the chance of each kind of employment, cumulated: insured, public, other."""
    insured = work["insured_33"]
    counts = np.array([insured["male"], insured["female"]], dtype=np.float64)
    counts *= insured["persons"] / counts.sum()
    chance = np.zeros((2, AGES))
    for number in range(counts.shape[1]):
        first = _EMPLOYEE_AGES_FROM + GROUP * number
        until = first + GROUP if number < counts.shape[1] - 1 else _OLDEST_WORKER + 1
        chance[:, first:until] = (counts[:, number] / by_age[:, first:until].sum(axis=1))[:, None]
    public = _within(work["public_employees"]["persons"], work["public_employees"]["ages"], by_age)
    other = _within(work["other_employees"]["persons"], work["other_employees"]["ages"], by_age)
    return np.cumsum(np.stack([chance, public, other], axis=2), axis=2)


def _insured_39_40(work: Mapping[str, Any], by_age: Floats, employed: Floats) -> Floats:
    """Give, for those who are not employed, the chance of section 39 and of 39 or 40."""
    free = by_age * (1 - np.clip(employed, 0, 0.99))
    each = [_within(work[name]["persons"], work[name]["ages"], free) for name in ("insured_39", "insured_40")]
    return np.cumsum(np.stack(each, axis=2), axis=2)


def _fees(work: Mapping[str, Any]) -> Ints:
    """Give, by age, the chance of fees for those who are employed and those who are not."""
    adult = (np.arange(AGES) >= _FEES_AGES[0]) & (np.arange(AGES) <= _FEES_AGES[1])
    shares = [work["fees_share"][name] / PER_MILLE for name in ("of_others", "of_employees")]
    return _sixteenths(np.where(adult, np.array(shares)[:, None], 0.0))


def _quantiles(knots: Sequence[Mapping[str, int]]) -> Ints:
    """Draw a curve through known points of a distribution (straight in the logarithm), as whole baht at each 1,024th."""
    table = np.zeros(QUANTILES + 1, dtype=np.int64)
    for low, high in pairwise(knots):
        first, last = (point["at"] * QUANTILES / PER_MILLE for point in (low, high))
        for at in range(math.ceil(first), math.floor(last) + 1):
            part = (at - first) / (last - first)
            table[at] = round(low["baht"] * (high["baht"] / low["baht"]) ** part)
    return table


def _wages_by_age(by_age: Mapping[str, Any]) -> Ints:
    years = np.clip((np.arange(AGES) - by_age["from"]) // by_age["step"], 0, len(by_age["per_mille"]) - 1)
    return np.asarray(np.array(by_age["per_mille"], dtype=np.int64)[years])


def _wages_by_province(published: Published) -> Ints:
    """Give each province, by its code, the per mille of the kingdom's income that its region has."""
    by_region = published.work["by_region"]
    table = np.full(128, PER_MILLE, dtype=np.int64)
    for province in published.provinces:
        baht = by_region["baht_a_month"][province.region]
        table[province.code] = round(baht * PER_MILLE / by_region["kingdom"])
    return table


def _disabled(persons: Mapping[str, int], by_age: Floats) -> Ints:
    bands = ((0, 14, "children"), (15, 59, "working"), (60, AGES - 1, "old"))
    return _sixteenths(
        sum((_within(persons[name], (first, last), by_age)[0] for first, last, name in bands), np.zeros(AGES))
    )


def _students(students: Mapping[str, Any]) -> Ints:
    chance = np.zeros(AGES)
    for name, share in students["share"].items():
        chance[int(name.removeprefix("from_")) : students["until"]] = share / PER_MILLE
    return _sixteenths(chance)


def _confirmed(facts: Mapping[str, Any]) -> float:
    """Find how many of those who could confirm have done so, from how many of all are paid."""
    could = (1 - facts["other_state_benefit"]["share"] / PER_MILLE) * facts["registered_in_area"]["share"] / PER_MILLE
    return float(facts["allowance"]["receive"] / facts["allowance"]["of"] / could)


def _last_birth(day: date, years: int) -> int:
    """
    Find the last day of birth of those who have completed so many years on a day: a day after the same day so many years ago.

    Source: Civil and Commercial Code, s. 16 (the day of birth counts as the first).
    """
    return (date(day.year - years, day.month, day.day) - EPOCH).days + 1
