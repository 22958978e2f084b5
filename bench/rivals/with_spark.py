"""Spark SQL at the nation's totals: the hand-written SQL of DuckDB in Spark's words. Run in its own environment: `with_spark.py PEOPLE`."""

import sys
from pathlib import Path

from pyspark.sql import Row

from measuring.costs import tell
from measuring.on_spark import cost_of_all, session_of_two

SQL = Path(__file__).with_name("totals.sql")
_IN_SPARKS_WORDS = (
    ("read_parquet($file)", "people_of_file"),
    ("//", "DIV"),
    ("FILTER (", "FILTER (WHERE "),
    (
        "household_id * 128 + unnest([mother, father])",
        "explode(array(household_id * 128 + mother, household_id * 128 + father))",
    ),
    (
        "approx_quantile(per_head, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) AS ends\n"
        "    FROM (SELECT per_head, unnest(range(persons)) FROM homes)",
        "percentile(per_head, array(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), persons) AS ends FROM homes",
    ),
    ("len(list_filter(limits.ends, lambda one: per_head > one))", "size(filter(limits.ends, one -> per_head > one))"),
)


def main(people: str) -> None:
    """Ask twice in one session: Spark compiles as it goes, and the second time it has; tell both costs."""
    sql = SQL.read_text()
    for theirs, sparks in _IN_SPARKS_WORDS:
        sql = sql.replace(theirs, sparks)
    session = session_of_two()
    session.read.parquet(people).createOrReplaceTempView("people_of_file")
    rows: list[Row] = []

    def ask() -> None:
        rows[:] = session.sql(sql).collect()

    told = cost_of_all(ask)
    totals = {name: sum(int(row[name]) for row in rows) for name in ("persons", "income_tax", "household_net")}
    tell({**told, "rows": len(rows), **totals})
    session.stop()


if __name__ == "__main__":
    main(sys.argv[1])
