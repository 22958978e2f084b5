"""The sums of a simulation as rows: for tables in the terminal, and for files that other programs read."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.kernel.money import Baht
from sala.rulekit import Law, nation
from sala.rulekit.kinds import Kind

_SUFFIXES = (".csv", ".json", ".parquet")
_MONEY = ("total", "gain", "loss", "standard_error", "standard_error_of_change")

Row = dict[str, Any]


class UnknownKindOfFile(SalaError):
    """The name of the file to write ends in none of the known endings."""

    code = "unknown-kind-of-file"
    message = Text(
        th="เขียนแฟ้ม “{file}” ไม่ได้ ชื่อแฟ้มต้องลงท้ายด้วย .csv, .json หรือ .parquet",
        en='The file "{file}" cannot be written: its name must end in .csv, .json or .parquet',
    )


class FolderNotFound(SalaError):
    """The folder of the file to write does not exist."""

    code = "folder-not-found"
    message = Text(
        th="ไม่พบโฟลเดอร์ {folder} ที่จะเขียนแฟ้ม สร้างโฟลเดอร์ก่อน แล้วสั่งใหม่",
        en="There is no folder {folder} to write in: make it, then run this again",
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """A result with the laws it was counted by."""

    result: nation.Result
    laws: Mapping[str, Law]

    def is_money(self, cell: nation.Cell) -> bool:
        """Say whether a cell's sums are satang."""
        return self.laws[cell.rule.law].rule(cell.rule.name).form.returns.kind is Kind.MONEY

    def rows(self, by: Sequence[nation.Grouping]) -> Iterator[Row]:
        """Give each cell as a row; money in baht, exact."""
        for cell in self.result.cells(by=tuple(by)):
            sums: Row = {
                "total": cell.total,
                "gain": cell.gain,
                "loss": cell.loss,
                "standard_error": cell.standard_error,
                "standard_error_of_change": cell.standard_error_of_change,
            }
            if self.is_money(cell):
                sums = {name: _in_baht(value) for name, value in sums.items()}
            yield {
                "rule": str(cell.rule),
                "reform": cell.reform,
                **dict(cell.group),
                "persons": cell.rows,
                "unknown": cell.unknown,
                "positive": cell.positive,
                "gainers": cell.gainers,
                "losers": cell.losers,
                **sums,
                "is_synthetic": self.result.is_synthetic,
            }


def check_name(file: Path | None) -> None:
    """
    See to it that a result can be written, before it is counted.

    :raises UnknownKindOfFile: the name says no known kind of file.
    :raises FolderNotFound: the folder that it would stand in does not exist.
    """
    if file is not None and file.suffix not in _SUFFIXES:
        raise UnknownKindOfFile(file=file.name)
    if file is not None and not file.parent.is_dir():
        raise FolderNotFound(folder=file.parent)


def write_rows(file: Path, sums: Sums, by: Sequence[nation.Grouping]) -> None:
    """Write the sums of every cell, and of the whole, in the form that the file's name says."""
    rows = list(sums.rows(by))
    if by:
        rows = [{**dict.fromkeys(by), **row} for row in sums.rows(())] + rows
    columns = _columns(by)
    if file.suffix == ".json":
        file.write_text(json.dumps([_as_text(row, columns) for row in rows], ensure_ascii=False, indent=2), "utf-8")
    elif file.suffix == ".csv":
        _write_csv(file, rows, columns)
    else:
        _write_parquet(file, rows, columns)


def _columns(by: Sequence[nation.Grouping]) -> tuple[str, ...]:
    return (
        *("rule", "reform", *by, "persons", "unknown", "positive", "gainers", "losers"),
        *(*_MONEY, "is_synthetic"),
    )


def _in_baht(satang: float | None) -> Decimal | None:
    return None if satang is None else Baht(round(satang)).amount


def _as_text(row: Row, columns: Iterable[str]) -> Row:
    return {name: str(row[name]) if isinstance(row[name], Decimal) else row[name] for name in columns}


def _write_csv(file: Path, rows: Sequence[Row], columns: Sequence[str]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns)
        writer.writeheader()
        writer.writerows(_as_text(row, columns) for row in rows)


def _write_parquet(file: Path, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Write sums as exact decimals, those of counts too: one column holds the sums of every rule."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    exact = [{**row, **{name: _exact(row[name]) for name in _MONEY}} for row in rows]
    kinds = {**dict.fromkeys(_MONEY, pa.decimal128(28, 2)), "rule": pa.string(), "reform": pa.string()}
    arrays = [pa.array([row[name] for row in exact], type=kinds.get(name)) for name in columns]
    pq.write_table(pa.table(arrays, names=list(columns)), file)


def _exact(value: Decimal | float | None) -> Decimal | None:
    return None if value is None else Decimal(value).quantize(Decimal("0.01"))
