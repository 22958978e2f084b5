"""Where a place lies on the earth, and how far it is from another as a bird flies."""

import csv
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

_EARTH_KILOMETRES = 6371.0088  # mean radius (2a + b) / 3 of the ellipsoid WGS 84


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


def kilometres_between(one: Position, other: Position) -> float:
    """
    Measure the great circle between two points by the haversine formula; on a sphere, so up to half a per cent off.

    >>> round(kilometres_between(Position(13.754, 100.501), Position(18.79, 98.985)))
    583
    """
    south, north = radians(one.latitude), radians(other.latitude)
    rise, turn = sin((north - south) / 2), sin(radians(other.longitude - one.longitude) / 2)
    return 2 * _EARTH_KILOMETRES * asin(min(1.0, sqrt(rise**2 + cos(south) * cos(north) * turn**2)))


def load_positions(folder: Path) -> dict[str, Position]:
    """Load `positions.csv`: the middle of the town of a district, by the district's four-digit code. A pack may have none."""
    path = folder / "positions.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Position(float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
