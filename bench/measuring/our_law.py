"""
Our side of the benches of law. Run as a program in a process of its own: `our_law.py case|exact|read|import ...`.

The law is read and compiled before the clock starts, as the rivals' systems are.
"""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from measuring import household
from measuring.answers import RULES, SCHEMA
from measuring.costs import cost_of, cpu_seconds, tell
from measuring.environments import ROOT
from measuring.people import CHOICES, households
from sala.rulekit import Baht, Law, load_law, load_laws

LAW = ROOT / "thailand" / "laws" / "household_net"
CASES = 500


def case() -> None:
    """Decide the household again and again, its trace kept; tell the CPU of one and the answer."""
    law, facts = load_law(LAW), household.facts()
    answer = law.decide("net", facts, household.ON)
    before = cpu_seconds()
    for _ in range(CASES):
        law.decide("net", facts, household.ON)
    tell({"microseconds": (cpu_seconds() - before) / CASES * 1e6, "net": answer.value.satang / 100})


def exact(people: str, out: str) -> None:
    """Decide every household of a population as a case, and write down what each rule answered about each member."""
    law = load_law(LAW)
    found = [answer for rows in households(Path(people)) for answer in _answers(law, rows)]
    pq.write_table(pa.Table.from_pylist(found, SCHEMA), out)
    tell({})


def _answers(law: Law, rows: list[dict[str, Any]]) -> list[dict[str, int | None]]:
    outcome = law.decide("net", {"members": [_facts(row) for row in rows]}, household.ON)
    net = outcome.value.satang if outcome.value is not None else None
    answers: list[dict[str, int | None]] = [{"household_net": net} for _ in rows]
    names = {rule: name for name, rule in RULES.items()}
    for step in outcome.trace.steps:
        name = names.get(str(step.rule))
        if name is not None and name != "household_net":
            answers[step.record.number - 1][name] = step.value
    return answers


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    facts = {name: fact for name, fact in row.items() if name not in ("household_id", "province")}
    facts |= {name: Baht(facts[name]) for name in household.MONEY if name in facts}
    return facts | {name: CHOICES[name][facts[name]] for name in CHOICES if name in facts}


def read(laws: str) -> None:
    """Read a whole pack into its form and write and compile its case back end; tell the cost."""

    def work() -> list[Any]:
        return [law.compiled for law in load_laws(Path(laws)).values()]

    tell(cost_of(work))


def import_(laws: str) -> None:
    """Import the same pack as plain Python, which checks nothing; tell the cost."""
    sys.path.append(str(Path(laws).parent))
    names = [f"laws.{folder.name}.rules" for folder in sorted(Path(laws).iterdir())]
    tell(cost_of(lambda: [importlib.import_module(name) for name in names]))


MODES: dict[str, Callable[..., None]] = {"case": case, "exact": exact, "read": read, "import": import_}

if __name__ == "__main__":
    MODES[sys.argv[1]](*sys.argv[2:])
