"""
Our side of the benches that simulate a nation. Run as a program in a process of its own: `our_nation.py parquet FILE`.

Laws are read, and kernels compiled or found compiled, before the clock starts, as the rivals' systems are loaded.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from measuring import thailand
from measuring.answers import RULES, SCHEMA
from measuring.costs import cost_of, tell
from measuring.environments import KEPT, ROOT
from measuring.household import ON
from sala.rulekit import Law, load_laws, nation
from sala.rulekit.form import RuleId
from sala.rulekit.population.reading import Population
from sala.rulekit.walking import names_read, reached

LAWS = ROOT / "thailand" / "laws"
REFORMS = sorted(Path(__file__).with_name("reforms").glob("*.yaml"))
CACHE = KEPT / "kernels"
ASKED = tuple(RuleId(*rule.split(".")) for rule in RULES.values())
BY: tuple[nation.Grouping, ...] = ("province", "income_decile")
OF_HOUSEHOLD = RuleId("household_net", "net")
FEW = 2_000  # whose kernel is that of the whole population


def memory(file: str) -> None:
    """Work out everyone from arrays in memory into columns that are kept; tell the cost."""
    laws, population = load_laws(LAWS), Population.open(Path(file))
    columns = nation.Columns(laws, nation.Plan(rules=ASKED, on=ON), population, cache=CACHE)
    batches = list(population.batches(columns.needed))
    columns.fill(batches)
    tell(cost_of(lambda: columns.fill(batches)))


def exact(people: str, out: str) -> None:
    """Work out everyone, and write down what each rule answered about each; a household's answer stands beside each member."""
    laws, population = load_laws(LAWS), Population.open(Path(people))
    columns = nation.Columns(laws, nation.Plan(rules=ASKED, on=ON), population, cache=CACHE)
    batches = list(population.batches(columns.needed))
    household = np.repeat(
        np.arange(sum(batch.households for batch in batches)),
        np.concatenate([np.diff(batch.offsets) for batch in batches]),
    )
    answers = []
    for column in columns.fill(batches):
        rows = household if column.rule == OF_HOUSEHOLD else slice(None)
        answers.append(pa.array(column.values[rows], mask=column.known[rows] == 0))
    pq.write_table(pa.Table.from_arrays(answers, schema=SCHEMA), out)
    tell({})


def parquet(file: str) -> None:
    """Simulate from a file, reading included; tell the cost."""
    tell(_simulated(file, nation.Plan(rules=ASKED, on=ON))[1])


def totals(file: str) -> None:
    """Total everything by province and tenth of income; tell the cost and the nation's totals in satang."""
    result, cost = _simulated(file, nation.Plan(rules=ASKED, on=ON, by=BY))
    tell({**cost, **totals_of(result)})


def totals_of(result: nation.Result) -> dict[str, int]:
    """Give what is compared: how many groups and persons, and two of the nation's totals in satang."""
    found = {str(cell.rule): cell.total for cell in result.cells(by=())}
    told = {name: found[RULES[name]] for name in ("income_tax", "household_net")}
    return {"rows": len({cell.group for cell in result.cells(by=BY)}), "persons": result.persons, **told}


def reforms(file: str, number: str) -> None:
    """Simulate the law as it stands and so many reforms in one pass; tell the cost."""
    laws = load_laws(LAWS)
    made = tuple(nation.load_reform(path, laws) for path in REFORMS[: int(number)])
    tell(_simulated(file, nation.Plan(rules=ASKED, on=ON, reforms=made))[1])


def kernel(file: str, cache: str = "") -> None:
    """Simulate a few people twice, the first time with compiling or finding the kernel; tell the seconds of both."""
    laws, population = load_laws(LAWS), Population.open(Path(file))
    plan = nation.Plan(rules=ASKED, on=ON)
    seconds = []
    with TemporaryDirectory(prefix="sala-bench-") as empty:
        for _ in range(2):
            begun = time.perf_counter()
            nation.simulate(laws, plan, population, cache=Path(cache or empty))
            seconds.append(time.perf_counter() - begun)
    tell({"seconds": seconds[0], "again": seconds[1], "rules": len(_rules(laws))})


def copy(file: str) -> None:
    """Copy the columns that the laws read into buffers that are kept, as arrays in memory; tell the cost."""
    laws, population = load_laws(LAWS), Population.open(Path(file))
    read = {name for rule in _rules(laws) for name in names_read(laws["household_net"].read.forms[rule])}
    names = [name for name in population.schema.names if name in read]
    columns = [[batch.values(name).copy() for name in names] for batch in population.batches(names)]
    kept = [[np.zeros_like(column) for column in batch] for batch in columns]

    def work() -> None:
        for there, here in zip(kept, columns, strict=True):
            for into, column in zip(there, here, strict=True):
                np.copyto(into, column)

    tell(cost_of(work))


def _rules(laws: dict[str, Law]) -> tuple[RuleId, ...]:
    return reached(laws["household_net"].read.forms, *ASKED)


def _simulated(file: str, plan: nation.Plan) -> tuple[nation.Result, dict[str, float]]:
    laws, population, results = load_laws(LAWS), Population.open(Path(file)), []
    nation.simulate(laws, plan, Population.open(thailand.written(FEW)), cache=CACHE)
    cost = cost_of(lambda: results.append(nation.simulate(laws, plan, population, cache=CACHE)))
    return results[0], cost


MODES: dict[str, Callable[..., None]] = {
    "memory": memory,
    "exact": exact,
    "parquet": parquet,
    "totals": totals,
    "reforms": reforms,
    "kernel": kernel,
    "copy": copy,
}

if __name__ == "__main__":
    MODES[sys.argv[1]](*sys.argv[2:])
