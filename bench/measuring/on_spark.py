"""What a piece of work costs on Apache Spark: two workers of one core each, on this machine, listening on loopback alone."""

import os
import time
from collections.abc import Callable
from typing import Any

from pyspark.sql import SparkSession

from .environments import KEPT
from .processes import cpu_seconds

_SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.executor.memory": "2g",
    "spark.sql.shuffle.partitions": "4",  # two for each core; two hundred, the default, is for a larger cluster
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def session_of_two() -> Any:
    """Start a cluster of two workers, and open a session on it."""
    folder = KEPT / "spark"
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_DIRS=str(folder), SPARK_WORKER_DIR=str(folder))
    builder = SparkSession.builder.master("local-cluster[2,1,2048]").appName("sala-bench")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def cost_of_all(work: Callable[[], Any]) -> dict[str, float]:
    """
    Do the work twice, and give the cost of each time: the first of a session, and again.

    CPU is that of this process and of all that it started: Spark's driver, its workers, and their Python.
    """
    costs: dict[str, float] = {}
    for turn in ("first", "again"):
        cpu, wall = cpu_seconds(os.getpid()), time.perf_counter()
        work()
        costs |= {f"{turn}_cpu": cpu_seconds(os.getpid()) - cpu, f"{turn}_seconds": time.perf_counter() - wall}
    return costs
