from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from sala.rulekit import cluster, nation
from sala.rulekit.cluster.errors import EngineNotInstalled
from sala.rulekit.population.reading import Population
from sala.rulekit.population.tests.writing import ON, family, write


def test_without_spark_its_engine_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", _finds_nothing)
    population = Population.open(write(tmp_path / "p.parquet", family(1)))

    with pytest.raises(EngineNotInstalled, match=r"sala\[spark\]"):
        nation.simulate({}, nation.Plan(rules=(), on=ON), population, engine="spark")


def _finds_nothing(name: str) -> ModuleSpec | None:
    return None
