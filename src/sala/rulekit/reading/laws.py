"""Read a law's folder, and the folders of the laws that it imports, into one set of forms."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .. import language
from ..acts import Citation
from ..form import EntityForm, RuleForm, RuleId
from ..rates import Rates
from ..sentences import Sentences
from .rules import RuleReader, read_forms
from .scope import Scope, read_scope
from .written import Written, read_written

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class ReadLaw:
    """
    A law as it is read, with everything under it.

    `forms`, `citations` and `sentences` hold the rules of the law and of those it imports; `own` are its own, in the
    order they are written. `digest` names the files that all of it was read from.
    """

    name: str
    own: tuple[RuleId, ...]
    forms: Mapping[RuleId, RuleForm]
    citations: Mapping[RuleId, Citation]
    sentences: Mapping[RuleId, Sentences]
    entities: Mapping[str, EntityForm]
    rates: Mapping[str, Rates]
    digest: str
    scope: Scope


class LawsReader:
    """Reads laws that stand side by side, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, ReadLaw] = {}
        self._reading: list[str] = []

    def read(self, name: str) -> ReadLaw:
        """
        Read one law.

        :raises MalformedLaw: a file is absent, or something in it is not as it must be.
        :raises ForbiddenConstruct: rules.py says something the language of law does not have.
        :raises TypesDiffer: a rule puts together what does not go together.
        :raises MayOverflow: arithmetic may pass 63 bits.
        :raises OverlappingDates: a number has two values on one day.
        """
        if name not in self._read:
            self._reading.append(name)
            self._read[name] = self._read_anew(self.folder / name)
            self._reading.pop()
        return self._read[name]

    def _read_anew(self, folder: Path) -> ReadLaw:
        rates = Rates.load(folder / "rates.yaml")
        written = read_written(folder / "rules.py")
        language.check(written.tree, written.path)
        below: dict[str, ReadLaw] = {}

        def neighbour(law: str, line: int) -> Scope:
            below[law] = self._neighbour(law, written, line)
            return below[law].scope

        scope = read_scope(written, rates, neighbour)
        readers = {rule.name: RuleReader(scope, rule) for rule in language.rules_of(written.tree)}
        own = read_forms(readers)
        digest = hashlib.sha256(written.source.encode() + rates.path.read_bytes())
        for other in below.values():
            digest.update(other.digest.encode())
        return ReadLaw(
            name=folder.name,
            own=tuple(own),
            forms=_joined((other.forms for other in below.values()), own),
            citations=_joined(
                (other.citations for other in below.values()),
                {rule: reader.citation() for rule, reader in zip(own, readers.values(), strict=True)},
            ),
            sentences=_joined(
                (other.sentences for other in below.values()),
                {rule: reader.sentences() for rule, reader in zip(own, readers.values(), strict=True)},
            ),
            entities=scope.everyone,
            rates=_joined((other.rates for other in below.values()), {scope.law: rates}),
            digest=digest.hexdigest(),
            scope=scope,
        )

    def _neighbour(self, law: str, written: Written, line: int) -> ReadLaw:
        if law in self._reading:
            circle = " → ".join((*self._reading, law))
            raise written.fail(
                line, f"กฎหมาย import กันเป็นวง ({circle})", f"laws import each other in a circle ({circle})"
            )
        return self.read(law)


def _joined(below: Iterable[Mapping[K, V]], own: Mapping[K, V]) -> dict[K, V]:
    """Put what a law has beside what the laws have that it imports."""
    return {key: value for each in (*below, own) for key, value in each.items()}
