from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
import pytest

from sala.rulekit import errors
from sala.rulekit.population import synthetic
from sala.rulekit.population.checking import Check
from sala.rulekit.population.demography import Demography, demography_of
from sala.rulekit.population.layout import FACTS, STRUCTURE
from sala.rulekit.population.published import THAILAND, Published, read_published
from sala.rulekit.population.reading import Population
from sala.rulekit.population.replicates import group_of, groups_of, standard_error
from sala.rulekit.population.synthetic import make_shard, plan_population, write_population

ON = date(2026, 10, 1)
PERSONS = 20_000
Everyone = Mapping[str, npt.NDArray[Any]]


@pytest.fixture(scope="module")
def published() -> Published:
    return read_published()


@pytest.fixture(scope="module")
def demography(published: Published) -> Demography:
    return demography_of(published)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(synthetic, "ROWS_PER_GROUP", 6_000)
        path = tmp_path_factory.mktemp("synthetic") / "nation.parquet"
        write_population(path, persons=PERSONS, seed=1, on=ON)
        yield path


@pytest.fixture(scope="module")
def everyone(path: Path) -> Everyone:
    names = [column.name for column in STRUCTURE + FACTS]
    batches = list(Population.open(path).batches(names))
    return {name: np.concatenate([batch.values(name) for batch in batches]) for name in names}


def rows_of_links(everyone: Everyone, link: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pair the rows of those who have a link with the rows that it names."""
    linked = np.flatnonzero(everyone[link] > 0)
    return linked, linked - everyone["number"][linked] + everyone[link][linked]


def test_the_file_is_whole_and_without_a_fault(path: Path) -> None:
    population = Population.open(path)
    check = Check(population, on=ON)

    persons = sum(batch.persons for batch in check.batches([]))

    assert persons == population.persons == PERSONS
    assert check.findings.found == ()


def test_the_file_says_plainly_that_nobody_in_it_is_real(path: Path) -> None:
    population = Population.open(path)
    about = population.about

    assert about.synthetic
    assert about.says is not None
    assert "nobody in it is real" in about.says.en
    assert "ไม่ใช่ข้อมูลของบุคคลใด" in about.says.th
    assert (about.seed, about.on, about.represents) == (1, ON, 66_052_615)
    assert any("https://nso.go.th/" in source for source in about.sources)
    assert about.choices["role"][0] == "head"
    assert population.schema.field("salary").metadata[b"th"].decode().startswith("เงินได้")
    assert population.weight * PERSONS == about.represents


def test_no_row_group_splits_a_household(path: Path) -> None:
    file = pq.ParquetFile(path)
    ids = [file.read_row_group(group, ["household_id"])["household_id"] for group in range(file.num_row_groups)]

    assert file.num_row_groups == 4
    assert all(before[-1].as_py() < after[0].as_py() for before, after in pairwise(ids))
    assert Population.open(path).is_in_order


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        write_population(tmp_path / name, persons=3_000, seed=seed, on=ON)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


def test_any_shard_can_be_made_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synthetic, "ROWS_PER_GROUP", 6_000)
    plan = plan_population(persons=PERSONS, seed=1, on=ON)

    alone = make_shard(plan, 3)

    assert plan.shards == 4
    assert alone.num_rows == 2_000
    assert alone.to_pylist() == pq.ParquetFile(path).read_row_group(3).to_pylist()


def test_progress_is_told_after_each_shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synthetic, "ROWS_PER_GROUP", 1_000)
    told: list[tuple[int, int]] = []

    write_population(tmp_path / "p", persons=2_500, seed=1, on=ON, progress=lambda done, of: told.append((done, of)))

    assert told == [(1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]


def test_expected_ages_sexes_and_household_size_are_the_published_ones(
    published: Published, demography: Demography
) -> None:
    groups = np.minimum(np.arange(101) // 5, 16)
    counted = np.stack([np.bincount(groups, weights=years) for years in demography.by_age])

    expected = demography.expected / demography.expected.sum() * counted.sum()

    assert np.abs(expected / counted - 1).max() < 0.01
    assert abs(demography.expected.sum() / published.household_size - 1) < 0.001
    assert counted.sum() == pytest.approx(sum(sum(ages.persons) for ages in published.ages))


def test_the_people_drawn_have_the_ages_that_were_counted(everyone: Everyone, demography: Demography) -> None:
    ages = ((ON - date(1970, 1, 1)).days - everyone["born"]) / 365.25
    old = demography.by_age[:, 60:].sum() / demography.by_age.sum()

    assert abs((ages >= 60).mean() - old) < 0.015
    assert abs(everyone["is_female"].mean() - 0.51) < 0.02
    assert (ages >= 0).all()


def test_spouses_point_to_each_other_and_are_of_both_sexes(everyone: Everyone) -> None:
    rows, spouses = rows_of_links(everyone, "spouse")

    assert (everyone["spouse"][spouses] == everyone["number"][rows]).all()
    assert (everyone["is_female"][rows] != everyone["is_female"][spouses]).all()
    assert ((everyone["spouse"] > 0) == everyone["is_married"].astype(bool)).all()


def test_mothers_are_women_and_old_enough_to_be_mothers(everyone: Everyone) -> None:
    children, mothers = rows_of_links(everyone, "mother")
    _, fathers = rows_of_links(everyone, "father")
    older_by = (everyone["born"][children] - everyone["born"][mothers]) / 365.25

    assert everyone["is_female"][mothers].all()
    assert not everyone["is_female"][fathers].any()
    assert older_by.min() > 13
    assert 22 < older_by.mean() < 32


def test_there_are_households_of_three_generations(everyone: Everyone) -> None:
    children, mothers = rows_of_links(everyone, "mother")

    assert 0.02 < (everyone["mother"][mothers] > 0).mean() < 0.5
    assert np.isin(np.arange(1, 7), everyone["number"]).all()
    assert children.size


def test_money_hangs_together(everyone: Everyone) -> None:
    salary, paid, section = everyone["salary"], everyone["social_security_paid"], everyone["insured_section"]

    assert 0.2 < (salary > 0).mean() < 0.35
    assert (salary[section == 1] > 0).all()
    assert paid[section == 1].max() == 750 * 12 * 100
    assert (paid[section == 0] == 0).all()
    assert (salary % (100 * 12 * 100) == 0).all()
    assert np.percentile(salary[salary > 0], 99) > 4 * np.median(salary[salary > 0])


def test_provinces_come_as_often_as_their_people(everyone: Everyone, published: Published) -> None:
    codes = {province.code for province in published.provinces}
    bangkok = next(province.persons for province in published.provinces if province.code == 10)

    assert len(codes) == 77
    assert set(everyone["province"].tolist()) == codes
    share = bangkok / sum(province.persons for province in published.provinces)
    assert abs((everyone["province"] == 10).mean() - share) < 0.01


def test_benefits_find_whom_they_are_for(everyone: Everyone) -> None:
    ages = ((ON - date(1970, 1, 1)).days - everyone["born"]) / 365.25

    assert (ages[everyone["has_confirmed"] == 1] > 59).all()
    assert (ages[everyone["is_registered_for_newborn_grant"] == 1] < 6.1).all()
    assert 0.02 < everyone["is_disabled"].mean() < 0.05
    assert (everyone["has_confirmed"][everyone["received_before_2566"] == 1] == 1).all()


def test_a_source_that_is_not_listed_is_refused_with_its_line(tmp_path: Path) -> None:
    text = THAILAND.read_text("utf-8").replace("tenths: 28, source: income-2564", "tenths: 28, source: hearsay")
    (tmp_path / "thailand.yaml").write_text(text, "utf-8")
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "hearsay" in each)

    with pytest.raises(errors.MalformedLaw, match=f'line {line}: "hearsay" is not among the sources'):
        read_published(tmp_path / "thailand.yaml")


def test_every_figure_has_a_source_or_says_that_it_has_none(published: Published) -> None:
    figures = {**published.work, **published.facts}

    assert [name for name, figure in figures.items() if not {"source", "unverified"} & set(figure)] == []


def test_groups_are_of_like_size_and_the_same_everywhere() -> None:
    found = groups_of(np.arange(32_000, dtype=np.int64), 32)

    assert found[7] == group_of(7, 32)
    assert np.bincount(found).min() > 850
    assert np.bincount(found, minlength=32).size == 32


def test_the_standard_error_is_that_of_the_draw() -> None:
    draws = np.random.Generator(np.random.PCG64(1)).normal(100, 10, size=32_000)
    totals = np.bincount(groups_of(np.arange(draws.size, dtype=np.int64), 32), weights=draws - draws.mean())

    assert standard_error(totals.tolist()) == pytest.approx(10 * np.sqrt(draws.size), rel=0.35)
