"""Reach the cluster that this machine's Spark is set up for: `spark.master` in spark-defaults.conf, or all cores of this machine."""

import sys

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from .errors import ClusterNotReached


def connect() -> SparkSession:
    """
    Give the session that is open already, or open one.

    Python on other machines is what PYSPARK_PYTHON or their own PATH says; on this machine it is the one that runs now.

    :raises ClusterNotReached: Spark does not start, or its master does not answer.
    """
    builder = SparkSession.builder.appName("sala").config("spark.ui.showConsoleProgress", "false")  # we show our own
    try:
        session: SparkSession = builder.getOrCreate()
    except (PySparkException, OSError) as problem:
        raise ClusterNotReached(why=str(problem).splitlines()[0]) from problem
    context = session.sparkContext
    if context.master.startswith("local") and context.pythonExec == "python3":
        context.pythonExec = sys.executable
    return session
