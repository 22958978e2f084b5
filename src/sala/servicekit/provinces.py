"""The provinces of a country: their codes and names, and where each stands on a map of tiles of one size."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sala.kernel.bilingual import Text


@dataclass(frozen=True, slots=True)
class Province:
    """One province, by the two-digit code of the Ministry of Interior. Columns count from the west, rows from the north."""

    code: str
    name: Text
    short: Text
    column: int
    row: int


def load_provinces(folder: Path) -> tuple[Province, ...]:
    """Load the provinces of `areas.csv` that have a tile in `tiles.csv`, by code."""
    if not (folder / "tiles.csv").is_file():
        return ()
    names = {row["code"]: Text(th=row["th"], en=row["en"]) for row in _rows(folder / "areas.csv")}
    return tuple(
        Province(
            code=row["code"],
            name=names[row["code"]],
            short=Text(th=row["th"], en=row["en"]),
            column=int(row["column"]),
            row=int(row["row"]),
        )
        for row in _rows(folder / "tiles.csv")
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
