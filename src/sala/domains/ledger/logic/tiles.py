"""
Tiles: the tree in pieces of 256 hashes at addresses that never change, so that anyone may fetch, keep and check it.

Source: C2SP tlog-tiles (the tree as static resources).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FULL_WIDTH = 256
TOP_LEVEL = 7  # 256 ** 8 leaves are more than an index can count
_MOST_PLACES = 2**63 // FULL_WIDTH

_ADDRESS = re.compile(r"(entries|\d)/((?:x\d{3}/)*\d{3})(?:\.p/(\d{1,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TileAddress:
    """
    Which tile: hashes of perfect subtrees of `256 ** level` leaves, from the one at `start` on, as many as `width`.

    No level is a bundle: what the leaves hold, not their hashes.
    """

    level: int | None
    index: int
    width: int = FULL_WIDTH

    @property
    def start(self) -> int:
        """Where the tile starts, in subtrees of its level."""
        return self.index * FULL_WIDTH

    @property
    def is_full(self) -> bool:
        """Say whether the tile has all it will ever have."""
        return self.width == FULL_WIDTH

    def __str__(self) -> str:
        """
        Write the address, digits in threes.

        >>> str(TileAddress(level=0, index=1_234_067, width=5))
        '0/x001/x234/067.p/5'
        """
        digits = str(self.index)
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        *above, last = (digits[at : at + 3] for at in range(0, len(digits), 3))
        folders = "".join(f"x{three}/" for three in above)
        level = "entries" if self.level is None else self.level
        return f"{level}/{folders}{last}{'' if self.is_full else f'.p/{self.width}'}"


def read_tile_address(text: str) -> TileAddress | None:
    """
    Read an address below `tile/`; None where no tile can be, or where it is not written in its one form.

    >>> read_tile_address("1/x001/000")
    TileAddress(level=1, index=1000, width=256)
    >>> read_tile_address("0/x000/007"), read_tile_address("0/007.p/256"), read_tile_address("8/000")
    (None, None, None)
    """
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    level, place, width = found.groups()
    index = int(place.replace("x", "").replace("/", ""))
    address = TileAddress(None if level == "entries" else int(level), index, int(width) if width else FULL_WIDTH)
    can_be = 0 < address.width <= FULL_WIDTH and index < _MOST_PLACES and (address.level or 0) <= TOP_LEVEL
    return address if can_be and str(address) == text else None


def bundle(entries: Iterable[bytes]) -> bytes:
    """
    Write what leaves hold one after the other, each after its length in two bytes.

    >>> bundle([b"ab", b"c"])
    b'\\x00\\x02ab\\x00\\x01c'
    """
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
