"""A country pack: every declaration of a country, read once and looked up by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text

from .areas import Areas, load_areas
from .loader import DeclarationInvalid, Model, Reading, read_model, validate
from .problems import Problem
from .schema.country import Agencies, Agency, Bank, Banks, LifeEvent, Locality, Ordinance, Ordinances, PackHead
from .schema.offer import Contact, Fee, Hours
from .schema.plain import PlainWords
from .schema.public_service import Guide
from .schema.search import SearchWordsFile
from .schema.service import Service
from .source import read_source


@dataclass(frozen=True, slots=True)
class PackReading:
    """Every declaration of a pack as it was read, sound or not, in the order of their paths."""

    root: Path
    head: Reading[PackHead]
    agencies: Reading[Agencies]
    banks: Reading[Banks]
    life_events: tuple[Reading[LifeEvent], ...]
    localities: tuple[Reading[Locality], ...]
    ordinances: tuple[Reading[Ordinances], ...]
    services: tuple[Reading[Service], ...]
    guides: tuple[Reading[Guide], ...]
    search: tuple[Reading[SearchWordsFile], ...]
    plain_words: Reading[PlainWords] | None

    @property
    def slugs(self) -> tuple[str, ...]:
        """Name every service by its folder, sound or not."""
        of_services = (one.path.parent.name for one in self.services)
        return (*of_services, *(one.path.parent.name for one in self.guides))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of form in every file."""
        everything: Iterator[Reading[Any]] = chain(
            (self.head, self.agencies, self.banks),
            self.life_events,
            self.localities,
            self.ordinances,
            self.services,
            self.guides,
            self.search,
            () if self.plain_words is None else (self.plain_words,),
        )
        return tuple(problem for reading in everything for problem in reading.problems)


@dataclass(frozen=True, slots=True)
class Pack:
    """
    A sound pack. Mappings go by slug, code or id.

    `services` are those that are applied for here, `guides` those that are explained and done elsewhere; `folders` holds the
    folder of each. `search` is what the search knows of people's words, by topic.
    """

    root: Path
    head: PackHead
    services: Mapping[str, Service]
    guides: Mapping[str, Guide]
    folders: Mapping[str, Path]
    agencies: Mapping[str, Agency]
    life_events: Mapping[str, LifeEvent]
    localities: Mapping[str, Locality]
    ordinances: Mapping[str, tuple[Ordinance, ...]]
    banks: Mapping[str, Bank]
    areas: Areas
    search: tuple[SearchWordsFile, ...]

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
    services = {one.model.slug: one for one in reading.services if one.model}
    guides = {one.model.slug: one for one in reading.guides if one.model}
    return Pack(
        root=root,
        head=_sound(reading.head),
        services={slug: _sound(one) for slug, one in services.items()},
        guides={slug: _sound(one) for slug, one in guides.items()},
        folders={
            **{slug: one.path.parent for slug, one in services.items()},
            **{slug: one.path.parent for slug, one in guides.items()},
        },
        agencies={agency.id: agency for agency in _sound(reading.agencies).agencies},
        life_events={event.id: event for event in map(_sound, reading.life_events)},
        localities={locality.id: locality for locality in map(_sound, reading.localities)},
        ordinances={one.path.parent.name: _sound(one).ordinances for one in reading.ordinances},
        banks={bank.id: bank for bank in _sound(reading.banks).banks},
        areas=load_areas(root / "areas"),
        search=tuple(map(_sound, reading.search)),
    )


def read_pack(root: Path) -> PackReading:
    """Read every declaration of a pack, sound or not."""
    services, guides = _read_public_services(root)
    plain = root / "plain_words.yaml"
    return PackReading(
        root=root,
        head=read_model(root / "pack.yaml", PackHead, root=root),
        agencies=read_model(root / "agencies.yaml", Agencies, root=root),
        banks=read_model(root / "banks.yaml", Banks, root=root),
        life_events=tuple(read_model(p, LifeEvent, root=root) for p in sorted(root.glob("life_events/*.yaml"))),
        localities=tuple(read_model(p, Locality, root=root) for p in sorted(root.glob("localities/*/locality.yaml"))),
        ordinances=tuple(
            read_model(p, Ordinances, root=root) for p in sorted(root.glob("localities/*/ordinances.yaml"))
        ),
        services=services,
        guides=guides,
        search=tuple(read_model(p, SearchWordsFile, root=root) for p in sorted(root.glob("search/*.yaml"))),
        plain_words=read_model(plain, PlainWords, root=root) if plain.is_file() else None,
    )


def _read_public_services(root: Path) -> tuple[tuple[Reading[Service], ...], tuple[Reading[Guide], ...]]:
    """Read the folders of services: those that are applied for here, and those whose `level` says that they are done elsewhere."""
    services: list[Reading[Service]] = []
    guides: list[Reading[Guide]] = []
    for path in sorted(root.glob("services/*/*/service.yaml")):
        source, problems = read_source(path, shown_as=path.relative_to(root).as_posix())
        if source is not None and source.data.get("level", "apply") != "apply":
            guides.append(validate(path, source, problems, Guide))
        else:
            services.append(validate(path, source, problems, Service))
    return tuple(services), tuple(guides)


def _sound(reading: Reading[Model]) -> Model:
    if reading.model is None:
        raise DeclarationInvalid(reading.problems)
    return reading.model


def _is_in_force(ordinance: Ordinance, on: date) -> bool:
    has_begun = ordinance.in_force_from is None or ordinance.in_force_from <= on
    return has_begun and (ordinance.in_force_until is None or on < ordinance.in_force_until)
