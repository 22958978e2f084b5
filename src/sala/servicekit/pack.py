"""A country pack: every declaration of a country, read once and looked up by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text

from .areas import Areas, load_areas
from .folder import DECLARATION, ServiceFolder, read_folder
from .loader import DeclarationInvalid, Model, Reading, read_model, validate
from .problems import Problem
from .schema.country import (
    Agencies,
    Agency,
    Bank,
    Banks,
    LifeEvent,
    Locality,
    Ordinance,
    Ordinances,
    PackHead,
    Topic,
    Topics,
)
from .schema.offer import Contact, Fee, Hours
from .schema.offices import OfficeKind, Offices
from .schema.plain import PlainWords
from .schema.public_service import Guide
from .schema.search import SearchWordsFile
from .schema.service import Service
from .source import SourceFile, read_text

PublicReading = Reading[Service] | Reading[Guide]


@dataclass(frozen=True, slots=True)
class PackReading:
    """Every declaration of a pack as it was read, sound or not, in the order of their paths."""

    root: Path
    head: Reading[PackHead]
    agencies: Reading[Agencies]
    offices: Reading[Offices]
    banks: Reading[Banks]
    topics: Reading[Topics]
    life_events: tuple[Reading[LifeEvent], ...]
    localities: tuple[Reading[Locality], ...]
    ordinances: tuple[Reading[Ordinances], ...]
    services: tuple[Reading[Service], ...]
    guides: tuple[Reading[Guide], ...]
    folders: Mapping[str, ServiceFolder]
    search: tuple[Reading[SearchWordsFile], ...]
    plain_words: Reading[PlainWords] | None

    @property
    def offered(self) -> tuple[PublicReading, ...]:
        """Every service: what is applied for here, then what is done elsewhere."""
        return (*self.services, *self.guides)

    @property
    def slugs(self) -> tuple[str, ...]:
        """Name every service by its folder, sound or not."""
        return tuple(folder.slug for folder in self.folders.values())

    def folder_of(self, service: Reading[Any]) -> ServiceFolder:
        """Give the texts that a service was read from."""
        return self.folders[service.path.parent.relative_to(self.root).as_posix()]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of form in every file."""
        everything: Iterator[Reading[Any]] = chain(
            (self.head, self.agencies, self.offices, self.banks, self.topics),
            self.life_events,
            self.localities,
            self.ordinances,
            self.services,
            self.guides,
            self.search,
            () if self.plain_words is None else (self.plain_words,),
        )
        return tuple(problem for reading in everything for problem in reading.problems)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """
    A sound pack. Mappings go by slug, code or id.

    `services` are those that are applied for here, `guides` those that are explained and done elsewhere; `folders` holds the
    texts of each. `search` is what the search knows of people's words, by topic. `kept` holds what readers worked out from
    this pack and want again: it lives and goes with the pack.
    """

    root: Path
    head: PackHead
    services: Mapping[str, Service]
    guides: Mapping[str, Guide]
    folders: Mapping[str, ServiceFolder]
    agencies: Mapping[str, Agency]
    offices: Mapping[str, OfficeKind]
    topics: Mapping[str, Topic]
    life_events: Mapping[str, LifeEvent]
    localities: Mapping[str, Locality]
    ordinances: Mapping[str, tuple[Ordinance, ...]]
    banks: Mapping[str, Bank]
    areas: Areas
    search: tuple[SearchWordsFile, ...]
    kept: dict[Any, Any] = field(init=False, default_factory=dict, repr=False)

    def find_service(self, slug: str) -> Service | Guide | None:
        """Find a service by its name for ever, whether it is applied for here or explained."""
        return self.services.get(slug) or self.guides.get(slug)

    def find_locality_of(self, sub_district_code: str) -> Locality | None:
        """Find the local authority whose area holds this sub-district."""
        return next((one for one in self.localities.values() if sub_district_code in one.sub_districts), None)

    def get_name(self, code: str) -> Text:
        """Name an agency or a local authority by its code, wherever a declaration may give either."""
        return (self.agencies.get(code) or self.localities[code]).label

    def get_fee(self, *, service: str, locality: str | None, on: date) -> Fee:
        """
        Give the fee of a service on a day: the locality's ordinance in force where the declaration leaves it to that.

        A fee that no ordinance here states has no amount and is unverified.
        """
        declared = self._declared(service).fee
        if declared.set_by is None:
            return declared
        for ordinance in self.ordinances.get(locality or "", ()):
            fee = ordinance.fees.get(service)
            if fee is not None and fee.amount is not None and _is_in_force(ordinance, on):
                return Fee(
                    amount=fee.amount,
                    note=declared.note,
                    source=ordinance.label,
                    unverified=fee.unverified or ordinance.unverified,
                )
        return declared.model_copy(update={"unverified": True})

    def get_hours(self, *, service: str, locality: str | None) -> Hours:
        """Give the office hours of a service: the locality's for it, the locality's own, or the service's."""
        place = self.localities.get(locality or "")
        overlay = place.services.get(service) if place else None
        if overlay and overlay.hours:
            return overlay.hours
        return place.hours if place else self._declared(service).hours or Hours()

    def get_contact(self, *, service: str, locality: str | None) -> Contact:
        """Give whom to ask about a service: the locality's contact where the declaration leaves it to that."""
        declared = self._declared(service).contact
        place = self.localities.get(locality or "")
        if not declared.from_locality or place is None:
            return declared
        overlay = place.services.get(service)
        return (overlay.contact if overlay else None) or place.contact

    def _declared(self, slug: str) -> Service | Guide:
        return self.services.get(slug) or self.guides[slug]


def load_pack(root: Path) -> Pack:
    """
    Load a country pack, every file checked on its own; `check_pack` also checks what they say of each other.

    :raises DeclarationInvalid: a file has problems.
    """
    reading = read_pack(root)
    if reading.problems:
        raise DeclarationInvalid(reading.problems)
    return Pack(
        root=root,
        head=_sound(reading.head),
        services={service.slug: service for service in map(_sound, reading.services)},
        guides={guide.slug: guide for guide in map(_sound, reading.guides)},
        folders={one.model.slug: reading.folder_of(one) for one in reading.offered if one.model},
        agencies={agency.id: agency for agency in _sound(reading.agencies).agencies},
        offices={office.id: office for office in _sound(reading.offices).offices},
        topics={topic.id: topic for topic in _sound(reading.topics).topics},
        life_events={event.id: event for event in map(_sound, reading.life_events)},
        localities={locality.id: locality for locality in map(_sound, reading.localities)},
        ordinances={one.path.parent.name: _sound(one).ordinances for one in reading.ordinances},
        banks={bank.id: bank for bank in _sound(reading.banks).banks},
        areas=load_areas(root / "areas"),
        search=tuple(map(_sound, reading.search)),
    )


def read_pack(root: Path) -> PackReading:
    """Read every declaration of a pack, sound or not."""
    folders, services, guides = _read_public_services(root)
    return PackReading(
        root=root,
        head=read_model(root / "pack.yaml", PackHead, root=root),
        agencies=read_model(root / "agencies.yaml", Agencies, root=root),
        offices=read_model(root / "offices.yaml", Offices, root=root),
        banks=read_model(root / "banks.yaml", Banks, root=root),
        topics=read_model(root / "topics.yaml", Topics, root=root),
        life_events=tuple(read_model(p, LifeEvent, root=root) for p in sorted(root.glob("life_events/*.yaml"))),
        localities=tuple(read_model(p, Locality, root=root) for p in sorted(root.glob("localities/*/locality.yaml"))),
        ordinances=tuple(
            read_model(p, Ordinances, root=root) for p in sorted(root.glob("localities/*/ordinances.yaml"))
        ),
        services=services,
        guides=guides,
        folders=folders,
        search=tuple(read_model(p, SearchWordsFile, root=root) for p in sorted(root.glob("search/*.yaml"))),
        plain_words=read_plain_words(root),
    )


def read_plain_words(root: Path) -> Reading[PlainWords] | None:
    """Read the country's list of plain words; None where it has none."""
    path = root / "plain_words.yaml"
    return read_model(path, PlainWords, root=root) if path.is_file() else None


def overlay(pack: Pack, newer: Mapping[str, Mapping[str, str]]) -> Pack:
    """
    Put newer texts over those of some services' folders, by slug; only these services are read again.

    :raises DeclarationInvalid: what stands there now has problems of form.
    """
    folders = {**pack.folders, **{slug: ServiceFolder(pack.folders[slug].path, newer[slug]) for slug in newer}}
    read = {slug: _offered(read_public_service(folders[slug], root=pack.root)) for slug in newer}
    models = {slug: read.get(slug) or pack.services.get(slug) or pack.guides[slug] for slug in folders}
    return replace(
        pack,
        folders=folders,
        services={slug: one for slug, one in models.items() if isinstance(one, Service)},
        guides={slug: one for slug, one in models.items() if isinstance(one, Guide)},
    )


def read_public_service(folder: ServiceFolder, *, root: Path, problems: tuple[Problem, ...] = ()) -> PublicReading:
    """Read one service: applied for here, or done elsewhere as its `level` says. `problems` are those of its files."""
    shown = f"{folder.path}/{DECLARATION}"
    if problems:
        return Reading(root / shown, None, None, problems)
    source, found = read_text(folder.declaration, shown_as=shown)
    if _declares_guide(source):
        return validate(root / shown, source, found, Guide)
    return validate(root / shown, source, found, Service)


def _declares_guide(source: SourceFile | None) -> bool:
    return source is not None and source.data.get("level", "apply") != "apply"


def _read_public_services(
    root: Path,
) -> tuple[Mapping[str, ServiceFolder], tuple[Reading[Service], ...], tuple[Reading[Guide], ...]]:
    """Read the folders of services: their texts, those that are applied for here, and those that are done elsewhere."""
    folders: dict[str, ServiceFolder] = {}
    readings: list[Any] = []
    for path in sorted(root.glob("services/*/*/service.yaml")):
        folder, problems = read_folder(path.parent, root=root)
        folders[folder.path] = folder
        readings.append(read_public_service(folder, root=root, problems=problems))
    services = tuple(one for one in readings if not _declares_guide(one.source))
    guides = tuple(one for one in readings if _declares_guide(one.source))
    return folders, services, guides


def _offered(reading: PublicReading) -> Service | Guide:
    if reading.model is None:
        raise DeclarationInvalid(reading.problems)
    return reading.model


def _sound(reading: Reading[Model]) -> Model:
    if reading.model is None:
        raise DeclarationInvalid(reading.problems)
    return reading.model


def _is_in_force(ordinance: Ordinance, on: date) -> bool:
    has_begun = ordinance.in_force_from is None or ordinance.in_force_from <= on
    return has_begun and (ordinance.in_force_until is None or on < ordinance.in_force_until)
