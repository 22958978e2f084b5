"""
How far a total of a synthetic population may be off by the luck of the draw.

Households fall into groups by a hash of their number, each group a small population of its own. The spread of the groups' totals
gives the standard error of the whole. It speaks of the draw alone, not of what the published totals leave unsaid.

Source: Wolter (2007), Introduction to Variance Estimation, 2nd ed., chapter 2 (the method of random groups).
"""

import math
from collections.abc import Sequence

import numba
import numpy as np
import numpy.typing as npt

GROUPS = 32

_fast = numba.njit(cache=True, nogil=True)


@_fast
def group_of(household_id: int, groups: int) -> np.int64:
    """
    Tell the group of a household, from 0, the same on every machine. Kernels may call it.

    Source: the finaliser of SplitMix64 (Steele, Lea & Flood 2014, Fast splittable pseudorandom number generators, OOPSLA).

    >>> group_of(1, 32), group_of(2, 32)
    (1, 14)
    """
    mixed = np.uint64(household_id) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.int64((mixed ^ (mixed >> np.uint64(31))) % np.uint64(groups))


@_fast
def groups_of(household_ids: npt.NDArray[np.int64], groups: int, first: int = 0) -> npt.NDArray[np.uint8]:
    """Tell the group of each household, counted from a first number; there are fewer than 256."""
    found = np.empty(household_ids.size, dtype=np.uint8)
    for row in range(household_ids.size):
        found[row] = first + group_of(household_ids[row], groups)
    return found


def standard_error(totals: Sequence[float]) -> float:
    """
    Tell the standard error of a sum from the totals of its groups.

    >>> standard_error([10.0, 12.0, 11.0, 11.0])
    1.632993161855452
    """
    groups = len(totals)
    mean = sum(totals) / groups
    return math.sqrt(groups * sum((total - mean) ** 2 for total in totals) / (groups - 1))
