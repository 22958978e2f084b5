"""
Our side of the bench on clusters: `our_cluster.py ENGINE PEOPLE`, in a Python that has PySpark.

Laws are read, and kernels are found compiled, before the clock starts; on the cluster, each worker's Python still has to load them the
first time.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

from measuring.costs import tell
from measuring.household import ON
from measuring.on_spark import cost_of_all, session_of_two
from measuring.our_nation import ASKED, BY, CACHE, FEW, LAWS, totals_of
from measuring.thailand import written
from sala.rulekit import load_laws, nation
from sala.rulekit.population.reading import Population


def main(engine: str, people: str) -> None:
    """Total everything by province and tenth of income twice in one session; tell both costs and the nation's totals."""
    laws, plan, results = load_laws(LAWS), nation.Plan(rules=ASKED, on=ON, by=BY), list[nation.Result]()
    nation.simulate(laws, plan, Population.open(written(FEW)), cache=CACHE)

    def ask() -> None:
        population = Population.open(Path(people))
        # mypy cannot know that the engine is one of the two: it comes from the bench's own list
        results.append(nation.simulate(laws, plan, population, engine=engine, cache=CACHE))  # type: ignore[arg-type]

    with ExitStack() as stack:
        if engine == "spark":
            stack.callback(session_of_two().stop)
        costs = cost_of_all(ask)
    tell({**costs, **totals_of(results[-1])})


if __name__ == "__main__":
    main(*sys.argv[1:])
