"""Small population files, written row by row."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sala.rulekit.population.layout import KNOWN, STRUCTURE, About, Kind

ON = date(2026, 10, 1)
GROWN = date(1980, 5, 4)


def person(household: int | None, number: int | None, role: str | None = "other", **facts: Any) -> dict[str, Any]:
    """Describe one person of a test; what is not said is nobody, or born in 1980."""
    roles = KNOWN["role"].choices
    code = None if role is None else roles.index(role) if role in roles else 9
    row = {
        "household_id": household,
        "number": number,
        "role": code,
        "born": GROWN,
        "mother": 0,
        "father": 0,
        "spouse": 0,
    }
    return row | facts


def family(household: int) -> list[dict[str, Any]]:
    """Describe a couple and their child, without a fault."""
    return [
        person(household, 1, "head", spouse=2),
        person(household, 2, "spouse", spouse=1),
        person(household, 3, "child", born=date(2015, 1, 1), mother=2, father=1),
    ]


def write(
    path: Path,
    rows: Sequence[Mapping[str, Any]],
    *,
    types: Mapping[str, pa.DataType] | None = None,
    rows_per_group: int = 1000,
    statistics: bool = True,
) -> Path:
    """Write rows as a population file; columns that the layout does not know are money."""
    names = dict.fromkeys([column.name for column in STRUCTURE] + [name for row in rows for name in row])
    wanted = {name: KNOWN[name].kind.type if name in KNOWN else Kind.MONEY.type for name in names} | dict(types or {})
    columns = [pa.array([row.get(name) for row in rows], type=wanted[name]) for name in names]
    schema = pa.schema([pa.field(name, wanted[name]) for name in names], metadata=About(synthetic=False).to_metadata())
    table = pa.Table.from_arrays(columns, schema=schema)
    pq.write_table(table, path, row_group_size=rows_per_group, write_statistics=statistics)
    return path
