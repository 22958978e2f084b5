"""Write what a simulation found as a file for other programs: CSV, JSON or Parquet, by the file's ending."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.rulekit.nation import Cell, Result

ENDINGS = (".csv", ".json", ".parquet")


class EndingNotKnown(SalaError):
    """The file's name does not say in which form to write."""

    code = "ending-not-known"
    message = Text(
        th="เขียนแฟ้ม {file} ไม่ได้ ใช้ชื่อที่ลงท้ายด้วย {endings}", en="{file} cannot be written: let its name end in {endings}"
    )


def write_file(result: Result, path: Path) -> None:
    """
    Write a row for every rule, version and group. Money is satang.

    :raises EndingNotKnown: the file's name ends in none of ENDINGS.
    """
    rows = [_row(cell) for cell in result.cells(by=result.plan.by)]
    if path.suffix == ".csv":
        _write_csv(rows, path)
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    else:
        raise EndingNotKnown(file=path.name, endings=", ".join(ENDINGS))


def _row(cell: Cell) -> dict[str, Any]:
    row = asdict(cell) | {"rule": str(cell.rule)}
    del row["group"]
    return {"rule": row.pop("rule"), "reform": row.pop("reform"), **dict(cell.group), **row}


def _write_csv(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else ["rule"])
        writer.writeheader()
        writer.writerows(rows)
