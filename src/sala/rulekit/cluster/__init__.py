"""
The fourth back end: the kernels of a nation on Apache Spark.

A country's population does not fit on one machine's disk, nor its simulation in one machine's minute. The same compiled kernel
then runs in Spark's Python workers, each on the shards of the population that it opens itself; only totals travel back.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from ..law import Law
from ..nation import Plan, Result
from ..nation.running import Progress
from ..population.reading import Population
from .errors import EngineNotInstalled


def simulate(
    laws: Mapping[str, Law],
    plan: Plan,
    population: Population,
    *,
    progress: Progress | None = None,
    cache: Path | None = None,
) -> Result:
    """
    Work out a plan for everyone as `nation.simulate` does, on a cluster.

    :raises EngineNotInstalled: Apache Spark is not there: it is an extra.
    """
    if find_spec("pyspark") is None:
        raise EngineNotInstalled()
    from .simulating import simulate as on_spark  # late: it cannot be loaded without PySpark

    return on_spark(laws, plan, population, progress=progress, cache=cache)
