"""
Facts of a family that follow from who lives with whom: order of birth, who supports a parent, who claims for the children.

They are rules of ours for people who do not exist, not findings: each is said in the words of its column (see `layout`).
"""

from collections.abc import Mapping
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from .giving import Columns
from .layout import INSURED_SECTIONS

_FULL_MONTHS = 36
_CLAIMING = tuple(INSURED_SECTIONS.index(section) for section in ("33", "39"))


def give_family_facts(people: Mapping[str, npt.NDArray[Any]], given: Mapping[str, npt.NDArray[Any]]) -> Columns:
    """
    Give the facts of families.

    :param people: who they are and who lives with whom; households stand together.
    :param given: their incomes and insurance.
    """
    works = (given["salary"] + given["fees"]) > 0
    insured = np.isin(given["insured_section"], _CLAIMING)
    persons = works.size
    order = np.ones(persons, dtype=np.int8)
    mothers, fathers, claims = (np.zeros(persons, dtype=np.bool_) for _ in range(3))
    number, mother, father, spouse, born = (
        np.ascontiguousarray(people[name]) for name in ("number", "mother", "father", "spouse", "born")
    )
    _follow(number, mother, father, spouse, born, works, insured, order, mothers, fathers, claims)
    return {
        "birth_order": order,
        "supports_mother": mothers,
        "supports_father": fathers,
        "claims_for_children": claims,
        "lives_in_state_home": np.zeros(persons, dtype=np.bool_),
        "months_paid_of_36": np.where(insured, _FULL_MONTHS, 0).astype(np.int8),
    }


@numba.njit(cache=True, nogil=True)
def _follow(  # type: ignore[no-untyped-def]  # numba reads the types from the arrays
    number, mother, father, spouse, born, works, insured, order, mothers, fathers, claims
):
    for row in range(number.size):
        first = row - number[row] + 1
        for parent, supports in ((mother, mothers), (father, fathers)):
            supports[row] = parent[row] != 0 and works[row]
            for sibling in range(first, row):
                if parent[row] != 0 and parent[sibling] == parent[row] and works[sibling]:
                    supports[row] = False
        last = first
        while last < number.size and number[last] == last - first + 1:
            child = last
            if mother[child] == number[row] or father[child] == number[row]:
                claims[row] = insured[row]
            same = (mother[row] != 0 and mother[child] == mother[row]) or (
                mother[row] == 0 and father[row] != 0 and father[child] == father[row]
            )
            if same and child != row and (born[child] < born[row] or (born[child] == born[row] and child < row)):
                order[row] += 1
            last += 1
        if claims[row] and spouse[row] != 0 and spouse[row] < number[row] and claims[first + spouse[row] - 1]:
            claims[row] = False  # of a couple, the one who stands first claims
