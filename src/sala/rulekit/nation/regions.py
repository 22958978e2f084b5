"""
Where each value of a pass is worked out: as late as its users allow, and not at all on a path where nobody uses it.

A region is a stretch of a loop's body: the body itself, what stands under a test, what is repeated for each reform. A value
stands in the innermost region that holds all its users. What no reform touches stands outside the repetition.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from .graph import CHEAP, Graph, Place, Ref


@dataclass(frozen=True, slots=True)
class Put:
    """A value put into an array, or joined to what stands there by `how`, where every guard holds."""

    array: str
    how: str
    value: Ref
    guards: tuple[Ref, ...] = ()
    index: Ref | None = None
    varies: bool = False


@dataclass(eq=False, slots=True)
class Region:
    """A stretch of code. `values` and `puts` are worked out in it; `whens` are regions under a test; `each` is repeated."""

    parent: "Region | None" = None
    is_repeated: bool = False
    values: list[Ref] = field(default_factory=list)
    puts: list[Put] = field(default_factory=list)
    whens: dict[Ref, "Region"] = field(default_factory=dict)
    each: "Region | None" = None
    branches: dict[Ref, "tuple[Region, Region]"] = field(default_factory=dict)

    def above(self) -> Iterator["Region"]:
        """List this region and those it stands in, from the inside out."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent

    @property
    def repetition(self) -> "Region | None":
        """Find the repetition that this region stands in."""
        return next((region for region in self.above() if region.is_repeated), None)

    @property
    def outside(self) -> "Region":
        """Find the innermost region outside any repetition."""
        repetition = self.repetition
        return self if repetition is None or repetition.parent is None else repetition.parent

    def when(self, test: Ref) -> "Region":
        """Give the region under a test."""
        return self.whens.setdefault(test, Region(self))

    def for_each_reform(self) -> "Region":
        """Give the region that is repeated for each reform."""
        self.each = self.each or Region(self, is_repeated=True)
        return self.each


class Planner:
    """Lays out the regions of one loop."""

    def __init__(self, graph: Graph, place: Place) -> None:
        self.graph = graph
        self.place = place
        self.root = Region()
        self.uses: dict[Ref, dict[Region | None, Region]] = {}
        self.counts: dict[Ref, int] = {}
        self.used: dict[Ref, None] = {}

    def plan(self, puts: Sequence[Put]) -> Region:
        """Lay out what is put into arrays, and all that it takes."""
        for put in puts:
            self._lay(put)
        pending = [-ref for ref in self.uses]
        heapify(pending)
        done: set[Ref] = set()
        while pending:
            ref = -heappop(pending)  # its users have higher numbers: all of them have been laid out
            if ref not in done:
                done.add(ref)
                for region in self.uses[ref].values():
                    for one in self._lay_value(ref, region):
                        heappush(pending, -one)
        self._in_order(self.root)
        return self.root

    def _lay(self, put: Put) -> None:
        region, varies = self.root, put.varies or self.graph.values[put.value].varies
        for guard in put.guards:
            if self.graph.values[guard].varies and not region.repetition:
                region = region.for_each_reform()
            self._use(guard, region)
            region = region.when(guard)
        if varies and not region.repetition:
            region = region.for_each_reform()
        region.puts.append(put)
        for ref in (put.value, put.index):
            if ref is not None:
                self._use(ref, region)

    def _use(self, ref: Ref, region: Region) -> bool:
        """Note that a value is used in a region; a value that varies is worked out anew in each repetition."""
        value = self.graph.values[ref]
        self.used[ref] = None
        if value.place is Place.NATION or value.op in ("row", "house"):
            return False
        place = region if value.varies else region.outside
        uses, repetition = self.uses.setdefault(ref, {}), place.repetition
        uses[repetition] = _common(uses[repetition], place) if repetition in uses else place
        self.counts[ref] = self.counts.get(ref, 0) + 1 + (place is not region)
        return True

    def _lay_value(self, ref: Ref, region: Region) -> Iterator[Ref]:
        value = self.graph.values[ref]
        region.values.append(ref)
        if value.op == "spread" and self.place is Place.PERSON:
            return
        if value.op == "if" and not self._is_cheap(ref):
            test, sides = value.of[0], value.of[1:]
            yes, no = region.branches[ref] = (Region(region), Region(region))
            half = len(sides) // 2
            uses = [(test, region), *((one, yes) for one in sides[:half]), *((one, no) for one in sides[half:])]
        else:
            uses = [(one, region) for one in value.of]
        for one, where in uses:
            if self._use(one, where):
                yield one

    def _is_cheap(self, ref: Ref) -> bool:
        """Say whether both sides of a choice may as well be worked out."""
        sides = self.graph.values[ref].of[1:]
        return sum(self.graph.values[side].cost for side in sides) <= CHEAP

    def _in_order(self, region: Region) -> None:
        region.values.sort()
        for under in _under(region):
            self._in_order(under)


def _under(region: Region) -> Iterable[Region]:
    yield from (side for sides in region.branches.values() for side in sides)
    yield from region.whens.values()
    if region.each is not None:
        yield region.each


def _common(one: Region, other: Region) -> Region:
    """Find the innermost region that holds both."""
    above = set(map(id, one.above()))
    return next(region for region in other.above() if id(region) in above)
