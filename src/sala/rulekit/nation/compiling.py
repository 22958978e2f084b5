"""From rules to a kernel that runs: lowered, planned, written, compiled, and bound to the numbers of each version of the law."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from ..form import EntityForm, ParameterId, RuleForm, RuleId
from ..kinds import Kind
from ..law import Law
from ..population.packing import NOT_PACKED, Packing
from ..rates import Rates
from .columns import Bits, Columns
from .gathering import lowering_of
from .graph import Graph, Place, Ref
from .kernel_text import Written, write_kernel
from .kernels import BITS, SEAT, Counting, Filling, Prepared
from .lowering import Output as Lowered
from .nationwide import frontier
from .numbers import Lack, Numbers, refuse, to_table
from .passes import Planner
from .tallying import Output, Tally
from .writer import Around, Inputs

K = TypeVar("K", Filling, Counting)
Versions = Sequence[Mapping[str, Rates]]


def compile_plan(
    kind: type[K],
    laws: Mapping[str, Law],
    rules: Sequence[RuleId],
    on: date,
    versions: Versions,
    *,
    nullable: Collection[str] = (),
    unknown: Collection[str] = (),
    choices: Mapping[str, Sequence[str]] | None = None,
    packed: Packing = NOT_PACKED,
    is_grouped: bool = False,
    cache: Path | None = None,
) -> K:
    """
    Make the kernel of some rules on a day.

    :param kind: one that fills arrays, or one that counts.
    :param versions: the numbers of every law, first as they stand, then under each reform.
    :param nullable: the columns of the population that may hold nulls; the others cost nothing to trust.
    :param unknown: facts that nobody knows.
    :param choices: the words that the population's codes stand for, column by column, in the order of the codes.
    :param packed: where the population's small facts stand: the kernel takes them out itself.
    :param is_grouped: people are counted by group.
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
    around = Around(lowering.graph, Inputs(), loops.arrays, lacking, sizes, bits, loops.changed)
    outputs = tuple(_output(lowering.graph, one, number) for number, one in enumerate(lowered))
    sides = [[one for one in outputs if one.is_household is of_households] for of_households in (False, True)]
    tallies = [Tally(side, loops.loops, is_grouped=is_grouped) for side in sides if side and kind is Counting]
    written = write_kernel(loops, around, columns.ranges(), tallies)
    lacks = {place: _refusal(lowering.graph, ref, numbers, versions, on) for ref, place in lacking.items()}
    bound = _bind(written, numbers)
    return kind(Prepared(outputs, columns, written, lacks, bound, codes, bits, packed), cache)


def _codes(columns: Columns, choices: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, npt.NDArray[np.int8]]]:
    """List for each code of a population the kernel's own: every file lists its words in its own order."""
    for name, column in columns.needed.items():
        if column.kind is Kind.CHOICE:
            words = choices.get(name, column.words)
            yield name, np.array([columns.words.get(word, -1) for word in words], np.int8)


def _bits(columns: Columns, codes: Mapping[str, npt.NDArray[np.int8]], packed: Packing) -> Iterable[tuple[str, Bits]]:
    """List the facts that the kernel takes out of a column of several: those always known, whose codes follow its own."""
    for name in (SEAT, *columns.needed):
        at = packed.get(name)
        if at is None or name in columns.nullable or at.shift + at.width > BITS:
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


def _output(graph: Graph, lowered: Lowered, number: int) -> Output:
    return Output(
        number=number,
        rule=lowered.rule,
        is_household=lowered.place is Place.HOUSEHOLD,
        varies=graph.values[lowered.value].varies,
        knowledge_varies=graph.values[lowered.known].varies,
    )
