"""
Where each value of a loop is worked out.

A flat loop has no branches: both sides of every choice are worked out, which lets the compiler do several people at a time. In
a branched loop a value stands as late as its users allow, and not at all on a path where nobody uses it; a region is a stretch
of its code, under a test or not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from .graph import CHEAP, Graph, Place, Ref


@dataclass(frozen=True, slots=True)
class Put:
    """A value put into an array in someone's place (their own, where `index` is None), or joined to what stands there."""

    array: str
    how: str
    value: Ref
    index: Ref | None = None


@dataclass(eq=False, slots=True)
class Region:
    """A stretch of code: the values worked out in it, and the two sides of each choice that is a branch."""

    parent: "Region | None" = None
    values: list[Ref] = field(default_factory=list)
    branches: dict[Ref, "tuple[Region, Region]"] = field(default_factory=dict)

    def above(self) -> Iterator["Region"]:
        """List this region and those it stands in, from the inside out."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent

    def in_order(self) -> None:
        """Put what a value is made of before it."""
        self.values.sort()
        for sides in self.branches.values():
            for side in sides:
                side.in_order()


class Layout:
    """
    The regions of one loop.

    `is_at_hand` says which values need not be worked out: they stand in an array. `counts` tells how often each is used.
    """

    def __init__(self, graph: Graph, is_at_hand: Callable[[Ref], bool], *, flat: bool) -> None:
        self.graph = graph
        self.is_at_hand = is_at_hand
        self.flat = flat
        self.root = Region()
        self.uses: dict[Ref, Region] = {}
        self.counts: dict[Ref, int] = {}

    def lay(self, puts: Sequence[Put]) -> None:
        """Lay out what is put into arrays, and all that it takes."""
        for put in puts:
            for ref in (put.value, put.index):
                if ref is not None:
                    self._use(ref, self.root)
        pending = [-ref for ref in self.uses]
        heapify(pending)
        done: set[Ref] = set()
        while pending:
            ref = -heappop(pending)  # its users have higher numbers: all of them have been laid out
            if ref not in done:
                done.add(ref)
                for one in self._lay(ref, self.uses[ref]):
                    heappush(pending, -one)
        self.root.in_order()

    def _use(self, ref: Ref, region: Region) -> bool:
        self.counts[ref] = self.counts.get(ref, 0) + 1
        value = self.graph.values[ref]
        if value.place is Place.NATION or value.op in ("row", "house"):
            return False
        self.uses[ref] = _common(self.uses[ref], region) if ref in self.uses else region
        return True

    def _lay(self, ref: Ref, region: Region) -> Iterator[Ref]:
        value = self.graph.values[ref]
        region.values.append(ref)
        if self.is_at_hand(ref):
            return
        if value.op == "if" and not self._is_cheap(value.of[1:]):
            test, sides, half = value.of[0], value.of[1:], len(value.of) // 2
            yes, no = region.branches[ref] = (Region(region), Region(region))
            uses = [(test, region), *((one, yes) for one in sides[:half]), *((one, no) for one in sides[half:])]
        else:
            uses = [(one, region) for one in value.of]
        for one, where in uses:
            if self._use(one, where):
                yield one

    def _is_cheap(self, sides: Sequence[Ref]) -> bool:
        """Say whether both sides of a choice may as well be worked out."""
        return self.flat or sum(self.graph.values[side].cost for side in sides) <= CHEAP


def _common(one: Region, other: Region) -> Region:
    """Find the innermost region that holds both."""
    above = set(map(id, one.above()))
    return next(region for region in other.above() if id(region) in above)
