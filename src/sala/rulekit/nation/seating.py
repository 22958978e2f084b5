"""
Where people stand in their households.

Kernels lead a link to a row by counting from the first member. Where a file numbers its members in another way, they are numbered
anew, and so are the links among them.
"""

import numba
import numpy as np
import numpy.typing as npt

from ..population.batches import Offsets

Seats = npt.NDArray[np.int8]
_fast = numba.njit(cache=True, nogil=True)


@_fast
def seats_of(offsets: Offsets) -> Seats:
    """Number the members of every household from 1."""
    seats = np.empty(offsets[-1], np.int8)
    for household in range(offsets.size - 1):
        for row in range(offsets[household], offsets[household + 1]):
            seats[row] = row - offsets[household] + 1
    return seats


@_fast
def links_to_seats(offsets: Offsets, number: Seats, link: Seats) -> Seats:
    """Lead each link to the seat of the member with its number; to nobody, 0, where there is none."""
    found = np.zeros(link.size, np.int8)
    for household in range(offsets.size - 1):
        first, last = offsets[household], offsets[household + 1]
        for row in range(first, last):
            for other in range(first, last):
                if link[row] != 0 and number[other] == link[row]:
                    found[row] = other - first + 1
    return found
