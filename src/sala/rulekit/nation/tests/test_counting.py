"""What the counting kernel adds up is what the filling kernel says of each: packed or not, with unknowns, under reforms."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sala.kernel.bilingual import Text
from sala.rulekit import Baht, Law, load_laws, nation
from sala.rulekit.form import ParameterId, RuleId
from sala.rulekit.population.layout import KNOWN
from sala.rulekit.population.reading import Population
from sala.rulekit.population.synthetic import write_population

ON = date(2025, 12, 31)
TAX, GRANT, GROSS = (
    RuleId("personal_income_tax", "tax"),
    RuleId("newborn_grant", "monthly"),
    RuleId("household_net", "gross"),
)
UNKNOWN, LOSERS = 1, 5  # where they stand in a cell below
SAYS = Text(th="ทดลอง", en="A trial")


def reform(name: str, law: str, number: str, value: Baht) -> nation.Reform:
    return nation.Reform(name, SAYS, (nation.Change(ParameterId(law, number), date(2025, 1, 1), None, value),))


REFORMS = (
    reform("children", "personal_income_tax", "child_allowance", Baht.of(90_000)),
    reform("parents", "personal_income_tax", "parent_income_limit", Baht.of(300_000)),
    reform("grant", "newborn_grant", "grant", Baht.of(1_000)),
)
PLAN = nation.Plan(rules=(TAX, GRANT, GROSS), on=ON, reforms=REFORMS, by=("province",))


@pytest.fixture(scope="module")
def laws() -> dict[str, Law]:
    return load_laws(Path(__file__).parents[5] / "thailand" / "laws")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a population in our own way, packed, in another, one column for each fact, and the kernels of these tests."""
    folder = tmp_path_factory.mktemp("counting")
    write_population(folder / "packed.parquet", persons=6_000, seed=11, on=ON)
    write_plainly(folder / "plain.parquet", folder / "packed.parquet")
    return folder


def write_plainly(path: Path, of: Path, unknown: float = 0.0) -> None:
    """Write a population anew, one column for each fact, of which some are not known: an income, and which section insures."""
    population = Population.open(of)
    names = [name for name in population.schema.names if name in KNOWN]
    (batch,) = population.batches(names)
    missing = np.random.default_rng(3).random(batch.persons) < unknown
    columns = {}
    for name in names:
        hidden = missing if unknown and name in ("salary", "insured_section") else None
        column = pa.array(batch.values(name), mask=hidden)
        columns[name] = column.cast(pa.date32() if name == "born" else KNOWN[name].kind.type)
    pq.write_table(pa.table(columns), path)


def counted(laws: dict[str, Law], population: Population, cache: Path) -> dict[tuple[Any, ...], tuple[int, ...]]:
    """Give what the counting kernel adds up, by rule, reform and province."""
    cells = nation.simulate(laws, PLAN, population, cache=cache).cells(by=("province",))
    return {
        (cell.rule, cell.reform, dict(cell.group)["province"]): (
            *(cell.rows, cell.unknown, cell.total, cell.positive),
            *(cell.gainers, cell.losers, cell.gain, cell.loss),
        )
        for cell in cells
    }


def added_up(laws: dict[str, Law], population: Population, cache: Path) -> dict[tuple[Any, ...], tuple[int, ...]]:
    """Add up what the filling kernel says of each, one by one."""
    columns = nation.Columns(laws, PLAN, population, cache=cache)
    batches = list(population.batches([*columns.needed, "province"]))
    provinces = np.concatenate([batch.values("province") for batch in batches])
    (batch,) = batches
    filled = columns.fill(batches)
    stands = {column.rule: column for column in filled if column.reform is None}
    found: dict[tuple[Any, ...], tuple[int, ...]] = {}
    for column in filled:
        first = stands[column.rule]
        where = provinces[batch.offsets[:-1]] if column.values.size == batch.households else provinces
        for province in np.unique(where):
            here = where == province
            sure, was_sure = column.known[here] != 0, first.known[here] != 0
            change = np.where(sure & was_sure, column.values[here] - first.values[here], 0)
            values = column.values[here][sure]
            found[column.rule, column.reform, int(province)] = (
                *(int(here.sum()), int((~sure).sum()), int(values.sum()), int((values > 0).sum())),
                *(int((change > 0).sum()), int((change < 0).sum())),
                *(int(change[change > 0].sum()), int(-change[change < 0].sum())),
            )
    return found


def test_a_count_is_the_sum_of_what_is_said_of_each(laws: dict[str, Law], kept: Path) -> None:
    population = Population.open(kept / "packed.parquet")

    found = counted(laws, population, kept)

    assert found == added_up(laws, population, kept)
    assert sum(cell[LOSERS] for (rule, named, _), cell in found.items() if (rule, named) == (TAX, "children"))  # of tax


def test_what_nobody_knows_is_counted_as_unknown_under_each_reform(laws: dict[str, Law], kept: Path) -> None:
    write_plainly(kept / "missing.parquet", kept / "packed.parquet", unknown=0.05)
    population = Population.open(kept / "missing.parquet")

    found = counted(laws, population, kept)

    assert found == added_up(laws, population, kept)
    assert sum(cell[UNKNOWN] for (rule, _, _), cell in found.items() if rule == TAX) > 1_000


def test_a_packed_population_and_a_plain_one_come_to_the_same(laws: dict[str, Law], kept: Path) -> None:
    packed, plain = (counted(laws, Population.open(kept / name), kept) for name in ("packed.parquet", "plain.parquet"))

    assert packed == plain


def test_a_null_in_a_later_file_alone_is_unknown(laws: dict[str, Law], kept: Path) -> None:
    both = kept / "both"
    both.mkdir()
    table = pq.read_table(kept / "packed.parquet")
    pq.write_table(table, both / "a.parquet")
    write_plainly(both / "b.parquet", kept / "packed.parquet", unknown=0.05)
    later = pq.read_table(both / "b.parquet")
    moved = pa.array(later["household_id"].to_numpy() + 1_000_000)
    pq.write_table(
        later.set_column(later.schema.names.index("household_id"), "household_id", moved), both / "b.parquet"
    )

    whole = counted(laws, Population.open(both), kept)

    first = counted(laws, Population.open(kept / "packed.parquet"), kept)
    second = added_up(laws, Population.open(kept / "missing.parquet"), kept)
    assert whole == {key: tuple(a + b for a, b in zip(first[key], second[key], strict=True)) for key in first}


def test_a_code_that_no_word_has_is_set_aside_and_not_taken_for_the_last_word(laws: dict[str, Law], kept: Path) -> None:
    table = pq.read_table(kept / "plain.parquet")
    sections = table["insured_section"].to_numpy().copy()
    sections[17] = 9
    place = table.schema.names.index("insured_section")
    pq.write_table(table.set_column(place, "insured_section", pa.array(sections)), kept / "codes.parquet")

    plan = nation.Plan(rules=(RuleId("social_security", "is_insured"),), on=ON)
    result = nation.simulate(laws, plan, Population.open(kept / "codes.parquet"), cache=kept)

    assert [(one.fault.name, one.count) for one in result.set_aside.found] == [("FACT_OUTSIDE", 1)]
