"""What a check looks at: one sound service, and the names that exist around it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from ruamel.yaml import YAML

from sala.kernel.errors import SalaError
from sala.rulekit import Law, load_law

from ..folder import ServiceFolder
from ..loader import Reading
from ..pack import Pack, PackReading
from ..problems import Place
from ..schema.public_service import PublicService
from ..schema.service import Service


@dataclass(frozen=True, slots=True)
class Country:
    """The names that exist in a pack. A register maps to its facts; a law to itself, or to why it cannot be read."""

    root: Path
    agencies: frozenset[str]
    localities: frozenset[str]
    offices: frozenset[str]
    banks: frozenset[str]
    topics: frozenset[str]
    life_events: frozenset[str]
    registers: Mapping[str, frozenset[str]]
    laws: Mapping[str, Law | SalaError]
    services: frozenset[str]
    documents: frozenset[str]

    @classmethod
    def of(cls, reading: PackReading) -> "Country":
        """Gather the names of a pack; those in a file with problems too, so that one mistake is told once."""
        return cls(
            root=reading.root,
            agencies=_names_under("agencies", [reading.agencies]),
            localities=frozenset(one.path.parent.name for one in reading.localities),
            offices=_names_under("offices", [reading.offices]),
            banks=_names_under("banks", [reading.banks]),
            topics=_names_under("topics", [reading.topics]),
            life_events=frozenset(one.path.stem for one in reading.life_events),
            registers=_read_registers(reading.root / "registries"),
            laws=_read_laws(reading.root / "laws"),
            services=frozenset(reading.slugs),
            documents=_names_under("issues", reading.services) | _names_under("issues", reading.guides),
        )

    @classmethod
    def around(cls, pack: Pack) -> "Country":
        """Gather the names of a sound pack, for one service that is checked within it. Reads its laws: about a second."""
        return cls(
            root=pack.root,
            agencies=frozenset(pack.agencies),
            localities=frozenset(pack.localities),
            offices=frozenset(pack.offices),
            banks=frozenset(pack.banks),
            topics=frozenset(pack.topics),
            life_events=frozenset(pack.life_events),
            registers=_read_registers(pack.root / "registries"),
            laws=_read_laws(pack.root / "laws"),
            services=frozenset(pack.folders),
            documents=frozenset(
                issued.id for one in (*pack.services.values(), *pack.guides.values()) for issued in one.issues
            ),
        )


S = TypeVar("S", bound=PublicService)


@dataclass(frozen=True)
class Catalogued(Generic[S]):
    """One service under check, by what every service says of itself."""

    reading: Reading[S]
    service: S
    country: Country
    folder: ServiceFolder

    def place(self, *loc: str | int) -> Place:
        """Say where in its file something stands."""
        return self.reading.place(*loc)


class Subject(Catalogued[Service]):
    """One service under check that is applied for here."""

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the service knows or asks."""
        return frozenset(fact.id for fact in self.service.know) | frozenset(fact.id for fact in self.service.ask)


def _names_under(key: str, readings: Iterable[Reading[Any]]) -> frozenset[str]:
    named = (one.source.data.get(key) for one in readings if one.source)
    return frozenset(name for mapping in named if isinstance(mapping, dict) for name in mapping)


def _read_registers(folder: Path) -> dict[str, frozenset[str]]:
    """Read the names only: what else a register says is checked by those who own registers."""
    yaml = YAML(typ="safe", pure=True)
    read: dict[str, Any] = {path.stem: yaml.load(path) or {} for path in sorted(folder.glob("*.yaml"))}
    return {name: frozenset(register.get("facts", {})) for name, register in read.items()}


def _read_laws(folder: Path) -> dict[str, Law | SalaError]:
    laws: dict[str, Law | SalaError] = {}
    for path in sorted(folder.glob("*/rules.py")):
        try:
            laws[path.parent.name] = load_law(path.parent)
        except SalaError as problem:
            laws[path.parent.name] = problem
    return laws
