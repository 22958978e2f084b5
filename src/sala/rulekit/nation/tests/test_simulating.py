"""A simulation over a file: its sums against a plain count, bad rows set aside, members numbered in any order."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sala.kernel.bilingual import Text
from sala.rulekit import Baht, Law, load_laws, nation
from sala.rulekit.errors import LawNotInForce
from sala.rulekit.form import ParameterId, RuleId
from sala.rulekit.nation.errors import GroupNotKnown, RuleNotThere
from sala.rulekit.population.checking import Fault
from sala.rulekit.population.errors import ColumnMissing
from sala.rulekit.population.reading import Population
from sala.rulekit.population.synthetic import write_population

LAWS = Path(__file__).parents[5] / "thailand" / "laws"
ON = date(2025, 12, 31)
GRANT, INCOME = RuleId("newborn_grant", "monthly"), RuleId("household_net", "gross")
HIGHER = nation.Reform(
    "higher",
    Text(th="เพิ่มเงินอุดหนุน", en="A higher grant"),
    (nation.Change(ParameterId("newborn_grant", "grant"), date(2025, 1, 1), None, Baht.of(1_000)),),
)
PLAN = nation.Plan(rules=(GRANT, INCOME), on=ON, reforms=(HIGHER,), by=("province", "income_decile"))


@pytest.fixture(scope="module")
def laws() -> dict[str, Law]:
    return load_laws(LAWS)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a population and the kernels of these tests."""
    folder = tmp_path_factory.mktemp("nation")
    write_population(folder / "people.parquet", persons=20_000, seed=7, on=ON)
    return folder


@pytest.fixture(scope="module")
def people(kept: Path) -> dict[str, Any]:
    """Read the population's facts, one array for each."""
    names = ["household_id", "number", "role", "born", "mother", "father", "spouse", "salary", "fees", "province"]
    names += ["is_thai", "lives_in_state_home", "is_registered_for_newborn_grant"]
    batches = list(Population.open(kept / "people.parquet").batches(names))
    return {name: np.concatenate([batch.values(name) for batch in batches]) for name in names}


def write_people(path: Path, people: dict[str, Any], **changed: Any) -> Population:
    """Write people into a file of one column for each fact, as somebody else's would be."""
    columns = {name: pa.array(values) for name, values in {**people, **changed}.items()}
    columns["born"] = pa.array(np.asarray((people | changed)["born"])).cast(pa.date32())
    for name in ("is_thai", "lives_in_state_home", "is_registered_for_newborn_grant"):
        columns[name] = columns[name].cast(pa.bool_())
    pq.write_table(pa.table(columns), path)
    return Population.open(path)


def test_the_groups_of_a_result_add_up_to_the_nation(laws: dict[str, Law], kept: Path, people: dict[str, Any]) -> None:
    result = nation.simulate(laws, PLAN, Population.open(kept / "people.parquet"), cache=kept)

    (grant, more, income, same) = result.cells(by=())
    assert (grant.rule, more.reform, income.rule, same.reform) == (GRANT, "higher", INCOME, "higher")
    assert income.total == same.total == int((people["salary"] + people["fees"]).sum())
    assert (result.persons, income.rows) == (20_000, result.households)
    assert grant.total == grant.positive * 60_000
    assert (more.total, more.gainers, more.gain) == (grant.positive * 100_000, grant.positive, grant.positive * 40_000)
    for by in (("province",), ("income_decile",), ("province", "income_decile")):
        assert (
            sum(cell.total for cell in result.cells(by=by) if cell.rule == INCOME and cell.reform is None)
            == income.total
        )
    assert income.standard_error is not None and income.standard_error > 0


def test_a_province_and_a_tenth_hold_who_lives_there(laws: dict[str, Law], kept: Path, people: dict[str, Any]) -> None:
    result = nation.simulate(laws, PLAN, Population.open(kept / "people.parquet"), cache=kept)

    incomes = people["salary"] + people["fees"]
    for cell in result.cells(by=("province",)):
        if cell.rule == INCOME:
            assert cell.total == int(incomes[people["province"] == dict(cell.group)["province"]].sum())
    rows = [cell.rows for cell in result.cells(by=("income_decile",)) if cell.rule == GRANT and cell.reform is None]
    assert sum(rows) == 20_000
    assert max(rows[-5:]) < 2_200  # tenths of people; the poorest have no income, so that theirs are not apart


def test_members_may_be_numbered_in_any_order(laws: dict[str, Law], kept: Path, people: dict[str, Any]) -> None:
    plan = nation.Plan(rules=(RuleId("social_security", "children_paid_for"),), on=ON)
    turned = {name: np.where(people[name] != 0, 101 - people[name], 0) for name in ("mother", "father", "spouse")}
    other = write_people(kept / "turned.parquet", people, number=(101 - people["number"]).astype(np.int8), **turned)

    ours = nation.simulate(laws, plan, write_people(kept / "plain.parquet", people), cache=kept)

    assert ours.cells()[0].total > 0
    assert nation.simulate(laws, plan, other, cache=kept).cells()[0].total == ours.cells()[0].total


def test_a_fact_outside_its_range_is_set_aside_with_its_household(
    laws: dict[str, Law], kept: Path, people: dict[str, Any]
) -> None:
    salary = people["salary"].copy()
    row = int(np.flatnonzero(people["number"] == 2)[3])
    salary[row] = -1
    home = people["household_id"] == people["household_id"][row]

    result = nation.simulate(laws, PLAN, write_people(kept / "bad.parquet", people, salary=salary), cache=kept)

    (found,) = result.set_aside.found
    assert (found.fault, found.count, found.places) == (Fault.FACT_OUTSIDE, 1, (("bad.parquet", row + 1),))
    assert result.persons == 20_000 - int(home.sum())
    income = next(cell for cell in result.cells() if cell.rule == INCOME)
    assert income.total == int((people["salary"] + people["fees"])[~home].sum())


def test_one_in_twenty_incomes_missing_is_unknown_and_never_nought(
    laws: dict[str, Law], kept: Path, people: dict[str, Any]
) -> None:
    missing = np.random.default_rng(1).random(20_000) < 0.05
    salary = pa.array(people["salary"], mask=missing)
    homes = np.unique(people["household_id"][missing])
    known = ~np.isin(people["household_id"], homes)

    result = nation.simulate(laws, PLAN, write_people(kept / "missing.parquet", people, salary=salary), cache=kept)

    income = next(cell for cell in result.cells() if cell.rule == INCOME)
    assert income.unknown == homes.size
    assert income.total == int((people["salary"] + people["fees"])[known].sum())
    unknown = [cell for cell in result.cells(by=("income_decile",)) if dict(cell.group)["income_decile"] == "unknown"]
    assert next(cell for cell in unknown if cell.rule == INCOME).rows == homes.size


def test_a_column_that_is_not_there_is_named_with_the_rule_that_needs_it(
    laws: dict[str, Law], kept: Path, people: dict[str, Any]
) -> None:
    without = {name: values for name, values in people.items() if name != "is_thai"}
    columns = {name: pa.array(values) for name, values in without.items()}
    columns["born"] = columns["born"].cast(pa.date32())
    pq.write_table(pa.table(columns), kept / "less.parquet")

    with pytest.raises(ColumnMissing, match=r"is_thai.*newborn_grant"):
        nation.simulate(laws, PLAN, Population.open(kept / "less.parquet"), cache=kept)


def test_columns_hold_what_sums_add_up_and_leave_the_unsound_unknown(
    laws: dict[str, Law], kept: Path, people: dict[str, Any]
) -> None:
    salary = people["salary"].copy()
    salary[5_000] = -1
    home = people["household_id"] == people["household_id"][5_000]
    population = write_people(kept / "columns.parquet", people, salary=salary)
    columns = nation.Columns(laws, PLAN, population, cache=kept)

    grant, more, income, _ = columns.fill(list(population.batches(columns.needed)))

    assert more.reform == "higher"
    assert np.array_equal(more.values * 3, grant.values * 5)
    assert income.known.sum() == income.known.size - 1
    assert int(income.values[income.known != 0].sum()) == int((people["salary"] + people["fees"])[~home].sum())
    assert grant.known.tolist() == (~home).astype(int).tolist()


def test_an_unheard_rule_or_grouping_is_refused_by_name(laws: dict[str, Law], kept: Path) -> None:
    population = Population.open(kept / "people.parquet")

    with pytest.raises(RuleNotThere, match=r"newborn_grant\.monthly"):
        nation.simulate(laws, nation.Plan(rules=(RuleId("newborn_grant", "montly"),), on=ON), population)
    with pytest.raises(GroupNotKnown, match="province"):
        nation.simulate(laws, nation.Plan(rules=(GRANT,), on=ON, by=("region",)), population)  # type: ignore[arg-type]  # the point


def test_a_day_before_the_law_is_refused(laws: dict[str, Law], kept: Path) -> None:
    with pytest.raises(LawNotInForce):
        nation.simulate(
            laws, nation.Plan(rules=(GRANT,), on=date(2014, 12, 31)), Population.open(kept / "people.parquet")
        )
