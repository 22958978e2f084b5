"""Kinds of office: those that counters name exist, and their own words and agencies hold."""

from collections.abc import Iterator
from string import Formatter

from ..loader import name_nearest
from ..pack import PackReading
from ..problems import OfficeWithoutPlace, Problem, UnknownAgency, UnknownOffice
from ..schema.base import Named
from .subject import Catalogued, Country, S

_OF_A_PLACE = ("sub_district", "district", "province")
_OF_A_REGISTRY = ("authority",)


def check_offices(reading: PackReading, country: Country) -> Iterator[Problem]:
    """Check that the agencies of the kinds of office exist, and that their words name only what a place gives."""
    for index, kind in enumerate(reading.offices.model.offices if reading.offices.model else ()):
        place = reading.offices.place("offices", index)
        for agency in (kind.agency, kind.instead.agency if kind.instead else None):
            if agency and agency not in country.agencies:
                yield UnknownAgency(place, name=agency, near=name_nearest(agency, country.agencies))
        words: list[tuple[Named | None, tuple[str, ...]]] = [(kind, _OF_A_PLACE), (kind.instead, _OF_A_PLACE)]
        for named, known in (*words, (kind.municipal, _OF_A_REGISTRY)):
            for placeholder in sorted(_placeholders(named) - set(known) if named else ()):
                listed = ", ".join(f"`{{{one}}}`" for one in known)
                yield OfficeWithoutPlace(place, name=kind.id, placeholder=placeholder, known=listed)


def check_counters(subject: Catalogued[S]) -> Iterator[Problem]:
    """Check that each kind of office that a service's counters name exists."""
    offices = subject.country.offices
    for i, channel in enumerate(subject.service.channels):
        for key in ("offices", "in_bangkok"):
            for j, kind in enumerate(getattr(channel, key)):
                if kind not in offices:
                    place = subject.place("channels", i, key, j)
                    yield UnknownOffice(place, name=kind, near=name_nearest(kind, offices))


def _placeholders(named: Named) -> set[str]:
    return {field for words in (named.th, named.en) for _, field, _, _ in Formatter().parse(words) if field is not None}
