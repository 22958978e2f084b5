"""A law, and the one thing it is asked: what follows from these facts on this day, and why?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar

from . import trace
from .acts import Citation
from .errors import LawNotInForce, RuleNotFound
from .facts import Entity, Facts
from .rates import Rates
from .shown import shown
from .values import DatedValue


@dataclass(frozen=True, slots=True)
class Sentences:
    """How a clause speaks to a person: when it holds, when it does not, and while nobody knows."""

    holds: Text
    fails: Text
    unknown: Text

    def about(self, value: object) -> Text:
        """Choose the sentence for what the clause said. An amount or a day is said as something that holds."""
        if value is None:
            return self.unknown
        return self.fails if value is False else self.holds


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause that can be asked. `reads` are the facts it reads itself; `facts` also those of the rules it calls."""

    name: str
    function: Callable[[Any, date], Any]
    citation: Citation
    facts: Mapping[str, type]
    reads: frozenset[str]
    doc: Sentences


@dataclass(frozen=True, slots=True)
class Reason:
    """What one clause said in a decision. `holds` is None while it is unknown."""

    rule: str
    clause: Citation
    text: Text
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What the law says of one case on one day.

    `value` is None while unknown; `missing` then names the facts to ask for. `reasons` come in the order the clauses
    were asked; `conclusion` is the decided rule's own sentence. `used` are the dated numbers that took part.
    """

    rule: str
    on: date
    value: Any
    conclusion: Reason
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    used: tuple[DatedValue, ...]

    @property
    def stale(self) -> tuple[DatedValue, ...]:
        """The numbers that nobody has reviewed for this day: a page warns of them."""
        return tuple(dated for dated in self.used if dated.is_stale(self.on))


@dataclass(frozen=True, slots=True)
class Law:
    """One folder of `laws/`: its rules, its dated numbers, the Acts it cites. `digest` names this very release."""

    name: str
    title: Text
    rules: Mapping[str, Rule]
    rates: Rates
    entity: Entity
    digest: str

    def rule(self, name: str) -> Rule:
        """
        Find a rule.

        :raises RuleNotFound: the law has none of this name.
        """
        if name not in self.rules:
            raise RuleNotFound(law=self.name, rule=name, known=", ".join(self.rules))
        return self.rules[name]

    def decide(
        self,
        rule: str,
        facts: Facts,
        on: date,
        *,
        calendar: WorkingCalendar | None = None,
        area: str | None = None,
    ) -> Outcome:
        """
        Say what follows from the facts on the day, and why. An unknown fact never becomes a guess.

        Working days are those of the calendar in the area.

        :raises RuleNotFound: the law has no such rule.
        :raises LawNotInForce: the day lies before the law.
        :raises FactNotInLaw: a fact the law does not know.
        :raises FactHasWrongType: a fact of another type than declared.
        :raises NoValueOnDate: a number of the law has no value on the day.
        :raises CalendarNeeded: the rule counts working days and no calendar was given.
        """
        asked = self.rule(rule)
        if on < self.rates.in_force_from:
            raise LawNotInForce(law=self.name, from_=self.rates.in_force_from, on=on)
        case = self.entity.fill(facts, law=self.name)
        with trace.following(calendar, area) as followed:
            value = asked.function(case, on)
        said = {name: self._reason(name, day, answer) for name, (day, answer) in followed.said.items()}
        conclusion = said.pop(rule)
        read = {fact for name in followed.said for fact in self.rules[name].reads}
        unknown = tuple(fact for fact in asked.facts if fact in read and getattr(case, fact) is None)
        return Outcome(
            rule=f"{self.name}.{rule}",
            on=on,
            value=value,
            conclusion=conclusion,
            reasons=tuple(said.values()) or (conclusion,),
            missing=unknown if value is None else (),
            used=tuple(followed.used.values()),
        )

    def _reason(self, name: str, day: date, answer: object) -> Reason:
        rule = self.rules[name]
        sentence = rule.doc.about(answer)
        if "{" in sentence.th + sentence.en:
            sentence = sentence.fill(**self.rates.texts(day), value=shown(answer))
        holds = answer if isinstance(answer, bool) or answer is None else True
        return Reason(rule=name, clause=rule.citation, text=sentence, holds=holds)
