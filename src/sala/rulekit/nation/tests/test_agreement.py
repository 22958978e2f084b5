"""The kernel and the case back end on the same random households: to the satang, unknowns included, under a reform too."""

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from sala.kernel.bilingual import Text
from sala.rulekit import Baht
from sala.rulekit.form import ParameterId, RuleId
from sala.rulekit.nation.compiling import compile_plan
from sala.rulekit.nation.kernels import Filling
from sala.rulekit.reforms import Change, Reform, under
from sala.rulekit.tests.test_agreement import EDGE_DAYS, LAW, a_household
from sala.rulekit.values import Brackets

from .people import batch_of, number_of

HOUSEHOLDS = 150
RULES = [RuleId("everything", name) for name in LAW.rules]
FACTS = ["born", "income", "months", "is_thai", "works", "moved_on", "belongs_from"]
REFORM = Reform(
    "reform",
    Text(th="ลองดู", en="a try"),
    (
        Change(ParameterId("everything", "allowance"), date(2016, 1, 1), date(2026, 2, 1), Baht.of(45_000)),
        Change(ParameterId("everything", "grown_age"), date(2000, 1, 1), None, 25),
    ),
)


def households(draw: Random, on: date, unknown: float) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while len(found) < HOUSEHOLDS:
        home = a_household(draw, unknown)
        if not any(member["born"] and member["born"] > on for member in home["members"]):
            found.append(home)
    return found


def counted(kernel: Filling, homes: list[dict[str, Any]], versions: int) -> list[list[list[int | None]]]:
    """Run the kernel, and give each rule's answers by version, None where they are unknown."""
    batch = batch_of(LAW, "everything.Person", "everything.Household", homes)
    sizes = [batch.households if one.is_household else batch.persons for one in kernel.outputs]
    values = [np.full((versions, size), 7, np.int64) for size in sizes]
    known = [np.full((versions, size), 7, np.uint8) for size in sizes]
    assert kernel.run(batch, values, known)
    return [
        [[int(a) if b else None for a, b in zip(*both, strict=True)] for both in zip(value, sure, strict=True)]
        for value, sure in zip(values, known, strict=True)
    ]


def decided(homes: list[dict[str, Any]], on: date, law: Any = LAW) -> dict[RuleId, list[int | None]]:
    """Ask the case back end the same, one entity at a time."""
    answers: dict[RuleId, list[int | None]] = {rule: [] for rule in RULES}
    for home in homes:
        record = law.decide("net", home, on).record
        for rule in RULES:
            entity = law.read.forms[rule].entity
            asked = [record] if entity == "everything.Household" else list(record.members)
            for one in asked:
                run = law.compiled.run(None, None)
                answers[rule].append(number_of(law.compiled.answer(rule, one, on, run, facts_known=False)))
    return answers


@pytest.fixture(scope="module")
def kernels() -> dict[tuple[date, bool], Filling]:
    rates = dict(LAW.read.rates)
    return {
        (on, is_sure): compile_plan(Filling, {"everything": LAW}, RULES, on, [rates], nullable=() if is_sure else FACTS)
        for on, is_sure in ((EDGE_DAYS[1], True), (EDGE_DAYS[1], False))
    }


@pytest.mark.parametrize("unknown", [0.0, 0.05, 0.3])
def test_a_kernel_says_what_the_case_back_end_says(kernels: dict[tuple[date, bool], Filling], unknown: float) -> None:
    on = EDGE_DAYS[1]
    homes = households(Random(11), on, unknown)
    expected = decided(homes, on)

    found = counted(kernels[on, unknown == 0], homes, versions=1)

    for rule, (answers,) in zip(RULES, found, strict=True):
        assert answers == expected[rule], rule


def test_the_first_of_october_comes_out_the_same() -> None:
    for on in EDGE_DAYS[6:7]:
        homes = households(Random(on.toordinal()), on, 0.1)
        kernel = compile_plan(Filling, {"everything": LAW}, RULES, on, [dict(LAW.read.rates)], nullable=FACTS)
        expected = decided(homes, on)
        for rule, (answers,) in zip(RULES, counted(kernel, homes, versions=1), strict=True):
            assert answers == expected[rule], (on, rule)


def test_a_reform_is_one_more_column_of_the_same_pass_and_leaves_the_law_as_it_stands() -> None:
    on = date(2025, 12, 31)
    rates = dict(LAW.read.rates)
    kernel = compile_plan(Filling, {"everything": LAW}, RULES, on, [rates, REFORM.over(rates)], nullable=FACTS)
    homes = households(Random(5), on, 0.05)
    expected = decided(homes, on), decided(homes, on, under(LAW, REFORM))

    found = counted(kernel, homes, versions=2)

    for rule, answers in zip(RULES, found, strict=True):
        assert answers == [expected[0][rule], expected[1][rule]], rule
    assert expected[0] != expected[1]


def test_a_fact_that_nobody_knows_makes_what_hangs_on_it_unknown() -> None:
    on = date(2025, 12, 31)
    rules = [RuleId("everything", "is_grown"), RuleId("everything", "share_of_income")]
    kernel = compile_plan(
        Filling, {"everything": LAW}, rules, on, [dict(LAW.read.rates)], nullable=FACTS, unknown=("income",)
    )

    (grown,), (share,) = counted(kernel, households(Random(3), on, 0), versions=1)

    assert "income" not in kernel.columns
    assert None not in grown
    assert set(share) == {None}


def test_a_fact_outside_its_range_stops_the_batch_and_is_pointed_at() -> None:
    on = date(2025, 12, 31)
    kernel = compile_plan(Filling, {"everything": LAW}, [RuleId("everything", "tax")], on, [dict(LAW.read.rates)])
    homes = households(Random(3), on, 0)[:5]
    homes[2]["members"][0]["income"] = "10000000000.01"
    batch = batch_of(LAW, "everything.Person", "everything.Household", homes)

    values, known = np.zeros((1, batch.persons), np.int64), np.zeros((1, batch.persons), np.uint8)

    assert kernel.run(batch, [values], [known]) is False
    assert np.flatnonzero(kernel.outside(batch)).tolist() == [int(batch.offsets[2])]


def test_brackets_of_a_reform_may_be_more_than_the_law_has() -> None:
    on = date(2025, 12, 31)
    table = Brackets(tuple((Baht.of(start), share) for start, share in _shares()))
    reform = Reform("rates", REFORM.title, (Change(ParameterId("everything", "tax_rates"), on, None, table),))
    rates = dict(LAW.read.rates)
    kernel = compile_plan(Filling, {"everything": LAW}, [RuleId("everything", "tax")], on, [rates, reform.over(rates)])
    homes = households(Random(8), on, 0)

    ((stands, changed),) = counted(kernel, homes, versions=2)

    assert stands == decided(homes, on)[RuleId("everything", "tax")]
    assert changed == decided(homes, on, under(LAW, reform))[RuleId("everything", "tax")]


def _shares() -> list[tuple[int, Any]]:
    return [
        (0, Fraction(1, 100)),
        *((start, Fraction(start // 1000, 1000)) for start in range(50_000, 400_000, 50_000)),
    ]


def test_a_yes_or_no_that_reads_nothing_with_a_range_is_counted_too() -> None:
    on = date(2025, 12, 31)
    rule = RuleId("everything", "is_here")
    kernel = compile_plan(Filling, {"everything": LAW}, [rule], on, [dict(LAW.read.rates)], unknown=("belongs",))

    ((answers,),) = counted(kernel, households(Random(4), on, 0), versions=1)

    assert set(answers) == {None}
