"""From rules to a kernel that runs: lowered, planned, written, compiled, and bound to the numbers of each version of the law."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..form import EntityForm, ParameterId, RuleForm, RuleId
from ..kinds import Kind
from ..law import Law
from ..population.layout import KNOWN
from ..population.layout import Kind as Stored
from ..population.packing import NOT_PACKED, Packing
from ..population.reading import Batch
from ..rates import Rates
from .columns import OPEN_END, Bits, Column, Columns
from .gathering import lowering_of
from .graph import Graph, Place, Ref
from .kernel import Run, compile_kernel
from .kernel_text import Written, write_kernel
from .lowering import Output as Lowered
from .nationwide import frontier
from .numbers import Lack, Numbers, refuse, to_table
from .passes import Planner, is_truth
from .seating import links_to_seats, seats_of
from .writer import Around, Inputs

_MOST_LACKS = 256
_SEAT = "number"
_WORD, _BITS = np.int32, 31  # what holds several facts, and how many bits of it
_ARRAYS: Mapping[Kind, Any] = {
    Kind.TRUTH: np.uint8,
    Kind.DAY: np.int32,
    Kind.CHOICE: np.int8,
    Kind.LINK: np.int8,
    Kind.WHOLE: np.int64,
    Kind.MONEY: np.int64,
    Kind.EXACT: np.int64,
}
Numbers64 = npt.NDArray[np.int64]
Known = npt.NDArray[np.uint8]
Versions = Sequence[Mapping[str, Rates]]


@dataclass(frozen=True, slots=True)
class Output:
    """What a kernel finds by one rule."""

    rule: RuleId
    is_household: bool
    is_truth: bool
    varies: bool
    knowledge_varies: bool


class Kernel:
    """
    A compiled plan. `columns` names what it reads, each with the rule that needs it; `outputs` what it finds.

    It keeps nothing between runs, so threads may share it.
    """

    def __init__(self, plan: "Lowering", cache: Path | None) -> None:
        self.columns: Mapping[str, str] = plan.columns.needed_by()
        self.outputs = tuple(_output(plan.graph, lowered) for lowered in plan.lowered)
        self._needed = dict(plan.columns.needed)
        self._ranges = plan.columns.ranges()
        self._codes = plan.codes
        self._bits = plan.bits
        self._packed = plan.packed
        self._lacks = plan.lacks
        self._arguments = plan.written.arguments
        self._bound = plan.bound
        self._run = _compiled(plan, self.outputs, cache)

    def run(
        self, batch: Batch, values: Sequence[Numbers64], known: Sequence[Known], at: tuple[int, int] = (0, 0)
    ) -> bool:
        """
        Work out the plan for a batch.

        :param values: for each output an array to be filled, a row for each version of the law, a place for each entity.
        :param known: likewise, 1 where the value is known.
        :param at: the places of the batch's first person and first household in those arrays.
        :returns: False where a fact lies outside what its law declares; nothing of the batch counts then, see `outside`.
        :raises NoValueOnDate: someone needs a number of the law that has no value on the day.
        """
        lacks = np.zeros(_MOST_LACKS, np.uint8)
        arrays = {**self._bound, **self._inputs(batch), "lacks": lacks, "out_row": -at[0], "out_house": -at[1]}
        places = (slice(at[0], at[0] + batch.persons), slice(at[1], at[1] + batch.households))
        for number, (output, value, sure) in enumerate(zip(self.outputs, values, known, strict=True)):
            arrays[f"out{number}"] = value if output.varies else value[0]
            arrays[f"known{number}"] = sure if output.knowledge_varies else sure[0]
            if f"known{number}" not in self._arguments:  # nobody's is unknown
                sure[:, places[output.is_household]] = 1
        if self._run(0, batch.households, *(arrays[name] for name in self._arguments)) < batch.households:
            return False
        for place in np.flatnonzero(lacks):
            raise self._lacks[int(place)]
        for output, value, sure in zip(self.outputs, values, known, strict=True):
            here = places[output.is_household]
            if not output.varies:
                value[1:, here] = value[0, here]
            if not output.knowledge_varies:
                sure[1:, here] = sure[0, here]
        return True

    def outside(self, batch: Batch) -> npt.NDArray[np.bool_]:
        """Say of each person whether a fact lies outside what its law declares."""
        found = np.zeros(batch.persons, np.bool_)
        for name, (low, high) in self._ranges.items():
            column, _ = self._column(batch, name)
            found |= (column < low) | (column > high)
        return found

    def _inputs(self, batch: Batch) -> dict[str, Any]:
        arrays: dict[str, Any] = {"starts": batch.offsets}
        if "place" in self._arguments:
            arrays["place"] = batch.values("number") if batch.is_in_order else seats_of(batch.offsets)
        for column in {at.column for at in self._bits.values()}:
            arrays[f"b_{column}"] = self._words(batch, column)
        for name in self._needed:
            if name in self._bits:
                continue
            arrays[f"c_{name}"], known = self._column(batch, name)
            if f"k_{name}" in self._arguments:
                arrays[f"k_{name}"] = np.ones(batch.persons, np.uint8) if known is None else known
        return arrays

    def _words(self, batch: Batch, column: str) -> npt.NDArray[Any]:
        """Give a column in which facts stand; anew where this batch has them elsewhere, or people stand in another order."""
        facts = [self._packed[name] for name, at in self._bits.items() if at.column == column]
        if batch.is_in_order and all(batch.packed.get(one.name) == one for one in facts):
            return np.asarray(batch.stored(column), dtype=_WORD)
        words = np.zeros(batch.persons, _WORD)
        for one in facts:
            values = (
                seats_of(batch.offsets) if one.name == _SEAT else self._led(batch, one.name, batch.values(one.name))
            )
            words |= values.astype(_WORD) << one.shift
        return words

    def _column(self, batch: Batch, name: str) -> tuple[npt.NDArray[Any], Known | None]:
        """Give a fact of each person as the kernel counts with it, and of whom it is known."""
        column, values, known = self._needed[name], batch.values(name), batch.known(name)
        if name in self._codes:
            codes = self._codes[name]
            values = np.where((values >= 0) & (values < codes.size), np.take(codes, values, mode="clip"), np.int8(-1))
        if known is not None:
            values = np.where(known != 0, values, np.array(column.fill, values.dtype))
        return np.ascontiguousarray(self._led(batch, name, values), dtype=_dtype(column)), known

    def _led(self, batch: Batch, name: str, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Lead a link to where its member stands; a check has seen to the links it knows, where people stand in order."""
        if self._needed[name].kind is not Kind.LINK or (batch.is_in_order and name in KNOWN):
            return values
        return links_to_seats(batch.offsets, batch.values(_SEAT), np.ascontiguousarray(values, dtype=np.int8))


@dataclass(frozen=True, slots=True)
class Lowering:
    """A plan on its way to a kernel: its graph, what is asked, the text, and what stands at each place of it."""

    graph: Graph
    lowered: Sequence[Lowered]
    columns: Columns
    written: Written
    lacks: Mapping[int, Exception]
    bound: Mapping[str, Any]
    codes: Mapping[str, npt.NDArray[np.int8]]
    bits: Mapping[str, Bits]
    packed: Packing


def compile_plan(
    laws: Mapping[str, Law],
    rules: Sequence[RuleId],
    on: date,
    versions: Versions,
    *,
    nullable: Collection[str] = (),
    unknown: Collection[str] = (),
    choices: Mapping[str, Sequence[str]] | None = None,
    packed: Packing = NOT_PACKED,
    cache: Path | None = None,
) -> Kernel:
    """
    Make the kernel of some rules on a day.

    :param versions: the numbers of every law, first as they stand, then under each reform.
    :param nullable: the columns of the population that may hold nulls; the others cost nothing to trust.
    :param unknown: facts that nobody knows.
    :param choices: the words that the population's codes stand for, column by column, in the order of the codes.
    :param packed: where the population's small facts stand: the kernel takes them out itself.
    :param cache: a folder that keeps compiled kernels.
    :raises NotForANation: a rule cannot be worked out for a nation.
    """
    forms: dict[RuleId, RuleForm] = {rule: form for law in laws.values() for rule, form in law.read.forms.items()}
    entities: dict[str, EntityForm] = {name: one for law in laws.values() for name, one in law.entities.items()}
    columns = Columns(nullable=nullable, unknown=unknown)
    lowering = lowering_of(forms, entities, columns, frozenset(_varied(versions)))
    lowered = [lowering.output(rule) for rule in rules]
    numbers = [Numbers(lowering.graph, rates, on, columns.code) for rates in versions]
    shared = frontier(lowering.graph, lowered)
    lacking = {ref: place for place, ref in enumerate(_lacking(lowering.graph, shared, numbers))}
    loops = Planner(lowering.graph, lowered, lacking).plan()
    sizes = dict(_sizes(lowering.graph, shared, numbers))
    codes = dict(_codes(columns, choices or {}))
    bits = dict(_bits(columns, codes, packed))
    around = Around(lowering.graph, Inputs(), loops.arrays, lacking, sizes, bits)
    written = write_kernel(loops, around, columns.ranges())
    lacks = {place: _refusal(lowering.graph, ref, numbers, versions, on) for ref, place in lacking.items()}
    bound = _bind(written, numbers)
    return Kernel(Lowering(lowering.graph, lowered, columns, written, lacks, bound, codes, bits, packed), cache)


def _codes(columns: Columns, choices: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, npt.NDArray[np.int8]]]:
    """List for each code of a population the kernel's own: every file lists its words in its own order."""
    for name, column in columns.needed.items():
        if column.kind is Kind.CHOICE:
            words = choices.get(name, column.words)
            yield name, np.array([columns.words.get(word, -1) for word in words], np.int8)


def _bits(columns: Columns, codes: Mapping[str, npt.NDArray[np.int8]], packed: Packing) -> Iterable[tuple[str, Bits]]:
    """List the facts that the kernel takes out of a column of several: those always known, whose codes follow its own."""
    for name in (_SEAT, *columns.needed):
        at = packed.get(name)
        if at is None or name in columns.nullable or at.shift + at.width > _BITS:
            continue
        plus = codes[name] - np.arange(codes[name].size) if name in codes else np.zeros(1, np.int8)
        if (plus == plus[0]).all() and (name not in codes or plus.size == 1 << at.width):  # every code is one of a word
            yield name, Bits(at.column, at.shift, (1 << at.width) - 1, int(plus[0]))


def _varied(versions: Versions) -> Iterable[ParameterId]:
    """List the numbers that any version has otherwise than the law as it stands."""
    stands, *others = versions
    for law, rates in stands.items():
        for name, values in rates.values.items():
            if any(other[law].values[name] != values for other in others):
                yield ParameterId(law, name)


def _lacking(graph: Graph, frontier: Iterable[Ref], numbers: Sequence[Numbers]) -> Iterable[Ref]:
    """List what the law may not give: a number without a value on the day, or one asked for a person's own day."""
    for ref in frontier:
        value = graph.values[ref]
        is_history = value.op == "history" and value.what[1] == "days"  # type: ignore[index]  # a number, and what of it
        if is_history or any(isinstance(version.find(ref), Lack) for version in numbers):
            yield ref


def _sizes(graph: Graph, shared: Iterable[Ref], numbers: Sequence[Numbers]) -> Iterable[tuple[Ref, int]]:
    """Tell how many steps or slices a table has at the most: the kernel goes through each."""
    for ref in shared:
        value = graph.values[ref]
        if value.op in ("table", "table_of_births"):
            shape = "steps" if value.op == "table_of_births" else value.what[1]  # type: ignore[index]  # a number, its shape
            rows = [one.find(ref) for one in numbers]
            place = 1 if shape == "steps" else 0
            yield ref, max((row[0][place] for row in rows if not isinstance(row, Lack)), default=0)


def _refusal(graph: Graph, ref: Ref, numbers: Sequence[Numbers], versions: Versions, on: date) -> Exception:
    for version, rates in zip(numbers, versions, strict=True):
        found = version.find(ref)
        if isinstance(found, Lack):
            return refuse(found, rates)
    parameter: ParameterId = graph.values[ref].what[0]  # type: ignore[index]  # of a history
    return refuse(Lack(parameter, on), versions[0])


def _bind(written: Written, numbers: Sequence[Numbers]) -> dict[str, Any]:
    """Put the values that are the same for all where the kernel looks for them."""
    first = numbers[0]
    bound: dict[str, Any] = {
        "u": np.array([_whole(first.find(ref)) for ref in written.inputs.same], np.int64),
        "w": np.array([[_whole(one.find(ref)) for ref in written.inputs.varied] for one in numbers], np.int64).reshape(
            len(numbers), len(written.inputs.varied)
        ),
    }
    bound["changed"] = np.array(
        [
            [any(one.find(ref) != first.find(ref) for ref in of) or one is first for one in numbers]
            for of in written.sources
        ],
        np.uint8,
    ).reshape(len(written.sources), len(numbers))
    for ref, number in written.inputs.tables.items():
        rows = [one.find(ref) for one in numbers]
        bound[f"t{number}"] = to_table([[[0, 0]] if isinstance(one, Lack) else one for one in rows])
    return bound


def _whole(found: Any) -> int:
    return 0 if isinstance(found, Lack) else int(found)


def _output(graph: Graph, lowered: Lowered) -> Output:
    return Output(
        rule=lowered.rule,
        is_household=lowered.place is Place.HOUSEHOLD,
        is_truth=is_truth(graph, lowered.value),
        varies=graph.values[lowered.value].varies,
        knowledge_varies=graph.values[lowered.known].varies,
    )


def _dtype(column: Column) -> Any:
    known = KNOWN.get(column.name)
    if column.kind is Kind.WHOLE and known is not None and known.kind is Stored.SMALL:
        return np.int8
    return _ARRAYS[Kind.DAY] if column.fill == OPEN_END else _ARRAYS[column.kind]


def _compiled(plan: Lowering, outputs: Sequence[Output], cache: Path | None) -> Run:
    types: dict[str, np.dtype[Any]] = {
        **{name: array.dtype for name, array in plan.bound.items()},
        **{f"c_{name}": np.dtype(_dtype(column)) for name, column in plan.columns.needed.items()},
        **{f"k_{name}": np.dtype(np.uint8) for name in plan.columns.needed},
        **{f"b_{at.column}": np.dtype(_WORD) for at in plan.bits.values()},
        **{f"out{number}": np.dtype(np.int64) for number in range(len(outputs))},
        **{f"known{number}": np.dtype(np.uint8) for number in range(len(outputs))},
        "starts": np.dtype(np.int32),
        "place": np.dtype(np.int8),
        "lacks": np.dtype(np.uint8),
        "out_row": np.dtype(np.int64),
        "out_house": np.dtype(np.int64),
    }
    dimensions = {"w": 2, "changed": 2, "out_row": 0, "out_house": 0}
    dimensions |= {name: 3 for name in plan.bound if name.startswith("t")}
    for number, one in enumerate(outputs):
        dimensions |= {f"out{number}": 2 if one.varies else 1, f"known{number}": 2 if one.knowledge_varies else 1}
    return compile_kernel(plan.written.text, {name: types[name] for name in plan.written.arguments}, dimensions, cache)
