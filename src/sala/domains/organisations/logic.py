"""Read what the pack says of agencies, places and areas. Pure: files in, plain values out."""

import csv
from dataclasses import dataclass
from pathlib import Path

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


class AreasUnreadable(SalaError):
    """The areas' file has a line that is no area, or an area inside nothing."""

    code = "areas-unreadable"
    status = 500
    message = Text(
        th="ไฟล์ areas/areas.csv บรรทัดที่ {line} ไม่ถูกต้อง: รหัส {code} ต้องมี 2, 4 หรือ 6 หลัก และต้องมีพื้นที่ชั้นเหนือขึ้นไปอยู่ก่อนแล้ว",
        en="areas/areas.csv, line {line}: the code {code} must have 2, 4 or 6 digits,"
        " and the area above it must stand before it",
    )


class PlaceSharedTwice(SalaError):
    """Two local authorities say that they serve the same place."""

    code = "place-shared-twice"
    status = 500
    message = Text(
        th="ตำบล {place} อยู่ในท้องถิ่นทั้ง {one} และ {other} แก้ไฟล์ locality.yaml ให้เหลือแห่งเดียว",
        en="Sub-district {place} is served by both {one} and {other}: mend one of their locality.yaml",
    )


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One line of the areas' file."""

    code: str
    th: str
    en: str
    postcode: str

    @property
    def above(self) -> str:
        """The code of the area this one lies in; empty for a province."""
        return self.code[:-2]


def read_areas(pack: Path) -> tuple[AreaLine, ...]:
    """
    Read every area of the pack, those above before those inside.

    :raises AreasUnreadable: naming the line.
    """
    with (pack / "areas" / "areas.csv").open(encoding="utf-8", newline="") as file:
        lines = tuple(AreaLine(**line) for line in csv.DictReader(file))
    known: set[str] = {""}
    for number, line in enumerate(lines, start=2):
        if len(line.code) not in (2, 4, 6) or not line.code.isdigit() or line.above not in known:
            raise AreasUnreadable(line=number, code=line.code)
        known.add(line.code)
    return lines


def assign_places(served: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """
    Turn what each authority serves into who serves each place.

    :raises PlaceSharedTwice: two authorities name one place.

    >>> assign_places({"mae-hia": ("500109",), "chiang-mai-city": ("500101", "500102")})["500101"]
    'chiang-mai-city'
    """
    places: dict[str, str] = {}
    for authority, codes in served.items():
        for code in codes:
            if code in places:
                raise PlaceSharedTwice(place=code, one=places[code], other=authority)
            places[code] = authority
    return places
