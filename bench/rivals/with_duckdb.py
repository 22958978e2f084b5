"""DuckDB at the nation's totals, in hand-written SQL. Run in its own environment: `with_duckdb.py PEOPLE`."""

import sys
from pathlib import Path

import duckdb

from measuring.costs import cost_of, tell

SQL = Path(__file__).with_name("totals.sql")


def main(people: str) -> None:
    """Ask once, on two threads; tell the cost and, for whoever compares, the nation's totals."""
    rows = []

    def ask() -> None:
        with duckdb.connect(config={"threads": 2}) as database:
            rows.extend(database.execute(SQL.read_text(), {"file": people}).fetchall())

    cost = cost_of(ask)
    totals = [sum(row[place] for row in rows) for place in range(2, 9)]
    tell(
        {**cost, "rows": len(rows), "persons": totals[0], "income_tax": int(totals[1]), "household_net": int(totals[6])}
    )


if __name__ == "__main__":
    main(sys.argv[1])
