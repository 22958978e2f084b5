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
from ..population.reading import Batch
from ..rates import Rates
from .columns import OPEN_END, Column, Columns
from .gathering import lowering_of
from .graph import Graph, Place, Ref
from .kernel import Run, compile_kernel
from .kernel_text import Written, write_kernel
from .lowering import Output as Lowered
from .nationwide import frontier
from .numbers import Lack, Numbers, refuse, to_table
from .passes import Planner, is_truth
from .seating import links_to_seats, seats_of, stand_in_order
from .writer import Around, Inputs

_MOST_LACKS = 256
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
        inputs = self._inputs(batch)
        for name, (low, high) in self._ranges.items():
            column = inputs[f"c_{name}"]
            found |= (column < low) | (column > high)
        return found

    def _inputs(self, batch: Batch) -> dict[str, Any]:
        number = batch.values("number")
        in_order = bool(stand_in_order(batch.offsets, number))
        arrays: dict[str, Any] = {"starts": batch.offsets, "place": number if in_order else seats_of(batch.offsets)}
        for name, column in self._needed.items():
            values, known = batch.values(name), batch.known(name)
            if name in self._codes:
                values = np.take(self._codes[name], values, mode="clip")
            if known is not None:
                values = np.where(known != 0, values, np.array(column.fill, values.dtype))
                arrays[f"k_{name}"] = known
            elif f"k_{name}" in self._arguments:
                arrays[f"k_{name}"] = np.ones(batch.persons, np.uint8)
            if column.kind is Kind.LINK and not (in_order and name in KNOWN):  # a check has seen to the links it knows
                values = links_to_seats(batch.offsets, number, np.ascontiguousarray(values, dtype=np.int8))
            arrays[f"c_{name}"] = np.ascontiguousarray(values, dtype=_dtype(column))
        return arrays


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


def compile_plan(
    laws: Mapping[str, Law],
    rules: Sequence[RuleId],
    on: date,
    versions: Versions,
    *,
    nullable: Collection[str] = (),
    unknown: Collection[str] = (),
    choices: Mapping[str, Sequence[str]] | None = None,
    cache: Path | None = None,
) -> Kernel:
    """
    Make the kernel of some rules on a day.

    :param versions: the numbers of every law, first as they stand, then under each reform.
    :param nullable: the columns of the population that may hold nulls; the others cost nothing to trust.
    :param unknown: facts that nobody knows.
    :param choices: the words that the population's codes stand for, column by column, in the order of the codes.
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
    written = write_kernel(loops, Around(lowering.graph, Inputs(), loops.arrays, lacking, sizes), columns.ranges())
    lacks = {place: _refusal(lowering.graph, ref, numbers, versions, on) for ref, place in lacking.items()}
    bound = _bind(written, numbers)
    codes = dict(_codes(columns, choices or {}))
    return Kernel(Lowering(lowering.graph, lowered, columns, written, lacks, bound, codes), cache)


def _codes(columns: Columns, choices: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, npt.NDArray[np.int8]]]:
    """Turn a population's codes into the kernel's own, where they differ: every file lists its words in its own order."""
    for name, column in columns.needed.items():
        if column.kind is Kind.CHOICE:
            ours = [columns.words.get(word, -1) for word in choices.get(name, column.words)]
            if ours != list(range(len(ours))):
                yield name, np.array(ours, np.int8)


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
