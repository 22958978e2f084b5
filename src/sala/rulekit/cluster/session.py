"""Reach the cluster that this machine's Spark is set up for: `spark.master` in spark-defaults.conf, or all cores of this machine."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from .errors import ClusterNotReached


@contextmanager
def connected() -> Iterator[SparkSession]:
    """
    Give the session that is open already, or one that is open until the block ends, so that no cores are held after it.

    Python on other machines is what PYSPARK_PYTHON or their own PATH says; on this machine it is the one that runs now.

    :raises ClusterNotReached: Spark does not start, or its master does not answer.
    """
    is_open = SparkSession.getActiveSession() is not None
    builder = SparkSession.builder.appName("sala").config("spark.ui.showConsoleProgress", "false")  # we show our own
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError) as problem:
        raise ClusterNotReached(why=str(problem).splitlines()[0]) from problem
    context = session.sparkContext
    if context.master.startswith("local") and context.pythonExec == "python3":
        context.pythonExec = sys.executable
    try:
        yield session
    finally:
        if not is_open:
            session.stop()
