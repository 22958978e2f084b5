"""
The fourth back end: the kernels of a nation on Apache Spark.

A country's population does not fit on one machine's disk, nor its simulation in one machine's minute. The same compiled kernel
then runs in Spark's Python workers, each on the shards of the population that it opens itself; only totals travel back.
"""
