"""What is true of each person of a shard: work, income, insurance, and the facts that benefits ask for. Whole numbers only."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from .chances import INSURED_33, NO_WORK, ONE_16, ONE_32, OTHER_EMPLOYEE, PER_MILLE, PUBLIC, QUANTILES, Facts, Ints
from .drawing import PERSON_WORDS, Words
from .layout import INSURED_SECTIONS

Columns = dict[str, npt.NDArray[Any]]

_NOT_INSURED, _SECTION_33, _SECTION_39, _SECTION_40 = range(len(INSURED_SECTIONS))
_OLD = 60
_SATANG = 100
_MONTHS = 12
_ROUND_TO_BAHT = 100
_LOW_32, _LOW_16 = ONE_32 - 1, ONE_16 - 1


def give_facts(people: Mapping[str, npt.NDArray[np.int32]], facts: Facts, words: Words) -> Columns:
    """
    Give every fact of every person.

    :param people: who they are, as `make_households` tells.
    :param words: the random words of each, of which the first is used up by their age and sex.
    """
    who, incomes, chances, rest = (words[place::PERSON_WORDS] for place in range(PERSON_WORDS))
    age = people["age"]
    kind = _kinds_of_work(people, facts, _sixteen(chances, 0))
    given = _work(people, facts, kind, incomes)
    given["fees"] = _fees(facts, age, kind, chances, rest)
    income = given["salary"] + given["fees"]
    given["income_is_insufficient"] = income < facts.insufficient_below * _SATANG
    given["is_disabled"] = _sixteen(chances, 2) < facts.disabled[age]
    given["is_student"] = (kind == NO_WORK) & (_sixteen(chances, 3) < facts.student[age])
    given["is_resident"] = _sixteen(rest, 0) < facts.resident
    given["is_alive"] = np.ones(age.size, dtype=np.bool_)
    given["is_married"] = people["spouse"] != 0
    given |= _old_age(people, facts, kind == PUBLIC, who ^ rest)
    given["is_registered_for_newborn_grant"] = _newborn(people, facts, income, _sixteen(rest, 1))
    return given


def _sixteen(words: Words, place: int) -> Ints:
    """Cut 16 bits out of each word."""
    return (words >> np.uint64(16 * place)).astype(np.int64) & _LOW_16


def _thirty_two(words: Words, place: int) -> Ints:
    """Cut 32 bits out of each word."""
    return (words >> np.uint64(32 * place)).astype(np.int64) & _LOW_32


def _kinds_of_work(people: Mapping[str, npt.NDArray[np.int32]], facts: Facts, draws: Ints) -> Ints:
    """Say of each: no work, insured under section 33, public or other employee, in the order of `chances`."""
    bounds = facts.employed[people["is_female"], people["age"]]
    insured, public, other = bounds.T
    return np.select([draws < insured, draws < public, draws < other], [INSURED_33, PUBLIC, OTHER_EMPLOYEE], NO_WORK)


def _work(people: Mapping[str, npt.NDArray[np.int32]], facts: Facts, kind: Ints, draws: Words) -> Columns:
    """Give salaries, the section under which each is insured, and what each pays for it."""
    employed = kind != NO_WORK
    low, high = facts.standing[kind].T
    at = (low << 32) // PER_MILLE + _thirty_two(draws, 0) * (high - low) // PER_MILLE
    baht = _read(facts.wages, np.minimum(at, _LOW_32)) * facts.by_age[people["age"]] // PER_MILLE
    baht = baht * facts.by_province[people["province"]] // PER_MILLE
    monthly = np.where(employed, np.maximum(_rounded(baht), _ROUND_TO_BAHT), 0)

    bounds = facts.insured_39_40[people["is_female"], people["age"]]
    draw = _sixteen(draws, 3)
    freely = np.where(
        employed, 0, np.select([draw < bounds[:, 0], draw < bounds[:, 1]], [_SECTION_39, _SECTION_40], _NOT_INSURED)
    )
    section = np.where(kind == INSURED_33, _SECTION_33, freely)
    percent, at_most = facts.contributions[0], facts.contributions[1]
    paid = np.where(kind == INSURED_33, np.minimum(monthly * percent // 100, at_most), facts.paid_freely[freely])
    return {
        "salary": monthly * (_MONTHS * _SATANG),
        "social_security_paid": paid * (_MONTHS * _SATANG),
        "insured_section": section,
    }


def _fees(facts: Facts, age: npt.NDArray[np.int32], kind: Ints, chances: Words, rest: Words) -> Ints:
    has_any = _sixteen(chances, 1) < facts.fees[(kind != NO_WORK).astype(np.int64), age]
    return np.where(has_any, _rounded(_read(facts.fees_baht, _thirty_two(rest, 1))), 0) * _SATANG


def _read(quantiles: Ints, draws: Ints) -> Ints:
    """Read a curve of incomes at draws of 32 bits."""
    place = draws * QUANTILES
    entry, rest = place >> 32, place & _LOW_32
    low = quantiles[entry]
    return np.asarray(low + ((quantiles[entry + 1] - low) * rest >> 32))


def _rounded(baht: Ints) -> Ints:
    return baht // _ROUND_TO_BAHT * _ROUND_TO_BAHT


def _old_age(
    people: Mapping[str, npt.NDArray[np.int32]], facts: Facts, is_public: npt.NDArray[np.bool_], draws: Words
) -> Columns:
    """Give the facts that the old-age allowance asks for."""
    is_old = people["age"] >= _OLD
    other = is_public | (is_old & (_sixteen(draws, 1) < facts.other_state_benefit))
    registered = _sixteen(draws, 0) < facts.registered_in_area
    confirmed = is_old & registered & ~other & (_sixteen(draws, 2) < facts.confirmed)
    return {
        "receives_other_state_benefit": other,
        "is_registered_in_area": registered,
        "has_confirmed": confirmed,
        "received_before_2566": confirmed & (people["born"] <= facts.sixty_under_old_rules),
    }


def _newborn(
    people: Mapping[str, npt.NDArray[np.int32]], facts: Facts, income: Ints, draws: Ints
) -> npt.NDArray[np.bool_]:
    """Register a share of the small children whose household has little enough income per head."""
    household = people["household"]
    heads = np.bincount(household)
    together = np.zeros(heads.size, dtype=np.int64)
    np.add.at(together, household, income)
    is_poor = together <= facts.grant_below_a_head * _SATANG * heads
    return np.asarray(is_poor[household] & (people["age"] <= facts.grant_until_age) & (draws < facts.grant_registered))
