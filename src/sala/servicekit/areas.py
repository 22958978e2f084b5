"""The areas of the country: sub-districts with their district, province and postcode, and how people write them."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sala.kernel.bilingual import Text
from sala.kernel.thai import fold

_SUB_DISTRICT_DIGITS = 6
_DISTRICT_DIGITS = 4
_PROVINCE_DIGITS = 2
_BANGKOK = "10"
_PREFIXES = ("ตำบล", "ต.", "แขวง", "อำเภอ", "อ.", "เขต", "จังหวัด", "จ.")
_BANGKOK_TOO = {"กรุงเทพ", "กรุงเทพฯ", "กทม", "กทม."}
_SHARED_NAMES = {"เมือง", "mueang", "muang"}
_NARROWER = re.compile(r"ตำบล|ต\.|แขวง")
_WIDER = re.compile(r"อำเภอ|อ\.|เขต|จังหวัด|จ\.|[a-z ]+ (?<!sub )(?<!sub-)(?:district|province)\b", re.IGNORECASE)
_SUFFIXES = (" sub-district", " subdistrict", " district", " province")


@dataclass(frozen=True, slots=True)
class Area:
    """One sub-district (ตำบล or แขวง), by its six-digit code of the Department of Provincial Administration."""

    code: str
    sub_district: Text
    district: Text
    province: Text
    postcode: str

    @property
    def province_code(self) -> str:
        """The two digits of its province."""
        return self.code[:_PROVINCE_DIGITS]

    @property
    def district_code(self) -> str:
        """The four digits of its district."""
        return self.code[:_DISTRICT_DIGITS]

    @property
    def is_in_bangkok(self) -> bool:
        """Say whether it is a แขวง of a เขต, where one office does what elsewhere two trees do."""
        return self.code.startswith(_BANGKOK)

    @property
    def name(self) -> Text:
        """The sub-district with its district and province, as an address has it."""
        if self.is_in_bangkok:
            return Text(
                th=f"แขวง{self.sub_district.th} เขต{self.district.th} {self.province.th}",
                en=f"{self.sub_district.en}, {self.district.en}, {self.province.en}",
            )
        return Text(
            th=f"ตำบล{self.sub_district.th} อำเภอ{self.district.th} จังหวัด{self.province.th}",
            en=f"{self.sub_district.en}, {self.district.en}, {self.province.en}",
        )


class Areas:
    """Every sub-district of a country, found by code or by the names people write."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self._by_code = {area.code: area for area in areas}
        self._by_name: dict[str, list[Area]] = {}
        self._around: dict[str, list[Area]] = {}
        for area in self._by_code.values():
            for name in {*_district_names(area), *_province_names(area), area.postcode} - _SHARED_NAMES:
                self._around.setdefault(name, []).append(area)
            for name in {_plain(area.sub_district.th), _plain(area.sub_district.en)}:
                self._by_name.setdefault(name, []).append(area)

    def __len__(self) -> int:
        return len(self._by_code)

    @property
    def provinces(self) -> dict[str, Text]:
        """The names of the provinces, by their two-digit codes."""
        return {area.code[:_PROVINCE_DIGITS]: area.province for area in self._by_code.values()}

    @property
    def districts(self) -> dict[str, Area]:
        """One sub-district of each district, by the four-digit code of the district."""
        return {area.district_code: area for area in self._by_code.values()}

    def find(self, code: str) -> Area | None:
        """Find an area by its code."""
        return self._by_code.get(code)

    def find_named(self, *, sub_district: str, district: str, province: str) -> Area | None:
        """Find the one area that these names mean, in either language, with or without ตำบล, อำเภอ, จังหวัด."""
        return next(
            (
                area
                for area in self._by_name.get(_plain(sub_district), ())
                if _plain(province) in _province_names(area) and _plain(district) in _district_names(area)
            ),
            None,
        )

    def list_meant(self, text: str) -> tuple[Area, ...]:
        """
        List the areas that a person may mean: a code, or a sub-district's name with as much after it as they wrote.

        `ศรีภูมิ` means several; `ตำบลศรีภูมิ อำเภอเมือง เชียงใหม่` means one. A name may hold spaces, so every beginning
        of what was written is tried as the sub-district.
        """
        if code := re.search(r"\d{6}", fold(text)):
            area = self.find(code.group())
            return (area,) if area else ()
        words = re.split(r"[\s,]+", text.strip())
        meant: dict[str, Area] = {}
        for size in range(1, len(words) + 1):
            rest = "".join(_plain(word) for word in words[size:])
            for area in self._by_name.get(_plain(" ".join(words[:size])), ()):
                if not rest or rest in _endings(area):
                    meant[area.code] = area
        return tuple(meant.values())

    def list_around(self, text: str) -> tuple[Area, ...]:
        """List the areas of a district, a province or a postcode, where a person wrote that instead of a sub-district."""
        if _NARROWER.match(text.strip()):
            return ()
        return tuple(self._around.get(_plain(re.split(r",|\s(?:จังหวัด|จ\.)", text.strip())[0]), ()))

    def says_that_it_is_wider(self, text: str) -> bool:
        """Say whether the words say themselves that they mean a district or a province: `เขตบางรัก`, and not `บางรัก`."""
        return _WIDER.match(text.strip()) is not None

    def list_beginning(self, text: str, *, at_most: int) -> tuple[Area, ...]:
        """List the areas whose sub-district begins with what was typed so far, those fully meant first."""
        meant = self.list_meant(text)
        start = _plain(re.split(r"[\s,]+", text.strip())[0]) if text.strip() else ""
        begun = (area for name, areas in self._by_name.items() if start and name.startswith(start) for area in areas)
        return tuple(islice(dict.fromkeys([*meant, *begun]), at_most))


def load_areas(folder: Path) -> Areas:
    """Load `areas.csv`, whose codes nest: two digits are a province, four a district, six a sub-district."""
    path = folder / "areas.csv"
    if not path.is_file():
        return Areas()
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    names = {code: Text(th=row["th"], en=row["en"]) for code, row in rows.items()}
    return Areas(
        Area(code, names[code], names[code[:4]], names[code[:2]], row["postcode"])
        for code, row in rows.items()
        if len(code) == _SUB_DISTRICT_DIGITS
    )


def _names(text: Text) -> set[str]:
    return {_plain(text.th), _plain(text.en)}


def _endings(area: Area) -> set[str]:
    """List what may stand after a sub-district's name: its district, its province, or both."""
    districts, provinces = _district_names(area), _province_names(area)
    return districts | provinces | {district + province for district in districts for province in provinces}


def _province_names(area: Area) -> set[str]:
    """Bangkok has short names that everyone writes."""
    return _names(area.province) | (_BANGKOK_TOO if area.code.startswith("10") else set())


def _district_names(area: Area) -> set[str]:
    """A provincial capital's district is เมือง and the province's name, and everyone writes just เมือง."""
    names = _names(area.district)
    is_capital = _plain(area.district.th) == f"เมือง{_plain(area.province.th)}"
    return names | _SHARED_NAMES if is_capital else names


def _plain(name: str) -> str:
    """Reduce a place name to what tells it apart: no prefix, no spaces, no case."""
    plain = fold(name)
    for prefix in _PREFIXES:
        if plain.startswith(prefix) and len(plain) > len(prefix):
            plain = plain.removeprefix(prefix)
            break
    for suffix in _SUFFIXES:
        plain = plain.removesuffix(suffix)
    return plain.replace(" ", "").replace("-", "")
