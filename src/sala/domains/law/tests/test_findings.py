"""What counted cells mean: scaled to the nation and the year, and read from the side of people and of the state."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sala.domains.law import public as law
from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from ..logic.findings import Counted, effect_of, read_findings, write_findings
from ..logic.plans import read_plan, write_plan

MEASURES = {measure.rule: measure for measure in law.list_measures()}
ALLOWANCE = MEASURES["old_age_allowance.monthly"]
TAX = MEASURES["personal_income_tax.tax"]
CELL = Counted(
    rule=ALLOWANCE.rule,
    alternative=1,
    by="province",
    key=50,
    rows=1000,
    unknown=10,
    total=50_000,
    positive=90,
    gainers=80,
    losers=5,
    gain=9_000,
    loss=1_000,
    error=40.0,
    error_of_change=20.0,
)
POPULATION = law.PopulationUsed(
    persons=1000,
    households=400,
    represents=65_000,
    set_aside=2,
    on=date(2026, 12, 31),
    says=Text(th="สังเคราะห์", en="synthetic"),
    sources=(Text(th="ก", en="a"),),
)
TEN = Fraction(10)


def test_what_is_paid_each_month_costs_twelve_times_a_year_for_everyone_behind_each_row() -> None:
    effect = effect_of(CELL, ALLOWANCE, TEN)

    assert effect.cost == 8_000 * 12 * 10
    assert effect.error == 20.0 * 12 * 10
    assert (effect.better, effect.worse, effect.rows, effect.unknown) == (800, 50, 10_000, 100)
    assert (effect.better_by, effect.worse_by) == (9_000 * 120, 1_000 * 120)


def test_whoever_pays_more_tax_is_worse_off_and_the_state_is_not() -> None:
    effect = effect_of(replace(CELL, rule=TAX.rule), TAX, TEN)

    assert (effect.better, effect.worse) == (50, 800)
    assert effect.cost == -8_000 * 10


def test_the_law_as_it_stands_has_the_error_of_its_total() -> None:
    effect = effect_of(replace(CELL, alternative=None, gainers=0, losers=0, gain=0, loss=0), ALLOWANCE, TEN)

    assert (effect.cost, effect.error, effect.total) == (0, 40.0 * 120, 50_000 * 120)


def test_what_was_found_is_read_back_group_by_group() -> None:
    nation = replace(CELL, by="", key="")
    written = write_findings([nation, CELL], population=POPULATION, releases={"x": "d"}, seconds=1.5)

    found = read_findings(written, MEASURES)

    assert found.population == POPULATION
    assert found.effect(rule=ALLOWANCE.rule, alternative=1).rows == 65_000
    assert [each.group.key for each in found.groups(rule=ALLOWANCE.rule, alternative=1, by="province")] == [50]


def test_a_rule_that_is_no_measure_any_more_is_left_out() -> None:
    written = write_findings([CELL], population=POPULATION, releases={}, seconds=1.0)

    assert read_findings(written, {}).effects == ()


def test_a_plan_keeps_every_kind_of_value_exactly() -> None:
    numbers = law.list_numbers(rules=list(MEASURES), on=date(2026, 11, 20))
    changes = [
        law.Change(each.name, each.now.label, each.now.unit, before=each.now.value, after=each.now.value)
        for each in numbers
    ]
    truth = law.Change("a.b", Text(th="ก", en="a"), "yes-no", before=True, after=False)
    plan = law.Plan(
        rules=tuple(MEASURES),
        numbers=tuple(each.name for each in numbers),
        from_=date(2027, 1, 1),
        alternatives=(law.Alternative((*changes, truth)),),
    )

    assert read_plan(write_plan(plan)) == plan
    assert {type(change.after) for change in changes} == {int, Baht, Fraction, date, law.Steps, law.Brackets}
