"""A law, and the one thing it is asked: what follows from these facts on this day, and why?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar

from .acts import Citation
from .case.compiling import CompiledRules, compile_rules
from .case.running import Entry
from .case.trace import Step, Trace
from .errors import LawNotInForce, RuleNotFound
from .facts import Facts, FactsReader, Record
from .form import EntityForm, FactForm, RuleForm, RuleId
from .given import given_back
from .interview.asking import Question, clauses_open, enter_links, list_questions
from .interview.places import homes_of
from .interview.visits import Entity, Visit, VisitKey
from .interview.walking import Walker
from .rates import Rates
from .reading.laws import LawsReader, ReadLaw
from .sentences import Sentences
from .shown import shown
from .values import DatedValue
from .walking import facts_needed, names_read, reached, reads


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause that can be asked. `reads` are the facts it reads itself; `facts` also those of the rules it asks."""

    name: str
    form: RuleForm
    citation: Citation
    facts: Mapping[str, FactForm]
    reads: frozenset[str]
    doc: Sentences


@dataclass(frozen=True, slots=True)
class Reason:
    """What one clause said in a decision. `holds` is None while it is unknown. `rule` names its law where it is another."""

    rule: str
    clause: Citation
    text: Text
    holds: bool | None


@dataclass(frozen=True)
class Outcome:
    """
    What the law says of one case on one day.

    `value` is None while unknown; `missing` then names the facts that can still change that. The rest is made when it
    is asked for: `reasons` in the order the clauses answered, `conclusion` the decided rule's own sentence, `used` the
    dated numbers that took part, `trace` every test with its values.
    """

    law: "Law"
    asked: Rule
    on: date
    value: Any
    entries: Sequence[Entry]
    record: Record
    calendar: WorkingCalendar | None
    area: str | None
    facts: Facts

    @cached_property
    def trace(self) -> Trace:
        """What every clause that was asked left behind."""
        compiled = self.law.compiled
        return Trace(compiled.sites, self.entries, compiled.order(self.asked.form.id))

    @cached_property
    def conclusion(self) -> Reason:
        """The sentence of the rule that was asked."""
        return self.law.reason(self.trace.steps[-1])

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What each clause said, once for each entity it was asked about."""
        steps = {(step.rule, id(step.record)): step for step in reversed(self.trace.steps)}
        return tuple(self.law.reason(step) for step in reversed(steps.values()))[:-1] or (self.conclusion,)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts to ask for, by their path from the case, in the order the law comes to them."""
        return () if self.value is not None else self.walk.found.open

    @cached_property
    def walk(self) -> Visit:
        """The decision as a tree: each clause with those it asked, what it compared, and the facts it read."""
        return self.law.walk(self)

    @cached_property
    def used(self) -> tuple[DatedValue, ...]:
        """The dated numbers that took part; those of a branch that was not taken did not."""
        found = dict.fromkeys(number for visit in self.walk.every() for number in visit.numbers)
        rates = self.law.all_rates
        return tuple(dict.fromkeys(rates[parameter.law].on(parameter.name, on) for parameter, on in found))

    @property
    def stale(self) -> tuple[DatedValue, ...]:
        """The numbers that nobody has reviewed for this day: a page warns of them."""
        return tuple(dated for dated in self.used if dated.is_stale(self.on))


@dataclass(frozen=True)
class Interview:
    """
    Where an interview stands: what can be said so far, and what can still change it.

    `outcome.facts` are those told, with the links entered that the law came to: a spouse of whom nothing is known yet.
    """

    outcome: Outcome
    open: tuple[Question, ...]

    @property
    def next(self) -> Question | None:
        """What to ask next; None where the answer is known, or where nobody knows more."""
        return self.open[0] if self.open else None

    @cached_property
    def conditions(self) -> tuple[Reason, ...]:
        """What would have to be so for a yes, or for money: what each clause that the answer hangs on would then say."""
        return tuple(self._condition(visit) for visit in clauses_open(self.outcome.walk))

    @property
    def if_(self) -> tuple[Text, ...]:
        """The sentences of the conditions, each once."""
        return tuple(dict.fromkeys(reason.text for reason in self.conditions))

    def _condition(self, visit: Visit) -> Reason:
        """Say that a clause holds; that it fails, where a yes needs that it does."""
        law = self.outcome.law
        yes, no = (law.walk(self.outcome, assumed={visit.key: side}).found.value for side in (True, False))
        must_fail = (yes is not None and not yes) or (yes is None and bool(no))
        return law.reason_of(visit.rule.id, visit.on, not must_fail)


@dataclass(frozen=True)
class Law:
    """One folder of `laws/`: its rules, its dated numbers, the Acts it cites. `digest` names this very release."""

    read: ReadLaw = field(repr=False)
    title: Text
    rules: Mapping[str, Rule] = field(repr=False)
    rates: Rates = field(repr=False)

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.read.name

    @property
    def digest(self) -> str:
        """What names this release: the files of the law and of those it imports."""
        return self.read.digest

    @property
    def all_rates(self) -> Mapping[str, Rates]:
        """The numbers of this law and of those it imports, by law."""
        return self.read.rates

    @property
    def entities(self) -> Mapping[str, EntityForm]:
        """The entities of this law and of those it imports, by full name."""
        return self.read.entities

    @cached_property
    def compiled(self) -> CompiledRules:
        """The rules as Python; compiled when they are first asked."""
        return compile_rules(self.read.forms, self.read.rates)

    @cached_property
    def _facts_readers(self) -> dict[str, FactsReader]:
        return {}

    def _facts_reader(self, rule: Rule) -> FactsReader:
        """Give what reads the facts of a case for a rule; it looks for unknowns among the facts that the rule reaches."""
        found = self._facts_readers.get(rule.name)
        if found is None:
            forms = self.read.forms
            needed = frozenset(name for asked in reached(forms, rule.form.id) for name in names_read(forms[asked]))
            found = self._facts_readers[rule.name] = FactsReader(self.name, self.read.entities, needed)
        return found

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
        :raises FactOutOfRange: a number outside the declared range.
        :raises NoValueOnDate: a number of the law has no value on the day.
        :raises CalendarNeeded: the rule counts working days and no calendar was given.
        """
        asked = self.rule(rule)
        if on < self.rates.in_force_from:
            raise LawNotInForce(law=self.name, from_=self.rates.in_force_from, on=on)
        record, facts_known = self._facts_reader(asked).read(asked.form.entity, facts, on)
        run = self.compiled.run(calendar, area)
        value = self.compiled.answer(asked.form.id, record, on, run, facts_known=facts_known)
        answer = given_back(asked.form.returns, value)
        return Outcome(self, asked, on, answer, run.entries, record, calendar, area, facts)

    def interview(
        self,
        rule: str,
        facts: Facts,
        on: date,
        *,
        unsure: Collection[str] = (),
        calendar: WorkingCalendar | None = None,
        area: str | None = None,
    ) -> Interview:
        """
        Say what can be said so far, and what to ask next.

        :param unsure: the paths of questions that the person could not answer.
        :raises RuleNotFound: and the other refusals of `decide`.
        """
        outcome = self.decide(rule, facts, on, calendar=calendar, area=area)
        entity = outcome.asked.form.entity
        while (entered := enter_links(self.entities, entity, outcome.missing, outcome.facts)) is not None:
            outcome = self.decide(rule, entered, on, calendar=calendar, area=area)
        questions = list_questions(self.entities, entity, outcome.missing, unsure)
        return Interview(outcome, questions)

    def walk(self, outcome: Outcome, *, assumed: Mapping[VisitKey, bool] | None = None) -> Visit:
        """Walk through a decision again, node by node; what is assumed of a clause stands for its answer."""
        run = self.compiled.run(outcome.calendar, outcome.area)
        homes = homes_of(outcome.record, outcome.facts)
        walker = Walker(self.read.forms, run, homes=homes, assumed=assumed or {})
        return walker.visit(outcome.asked.form, Entity(outcome.record, ""), run.at(outcome.on))

    def reason(self, step: Step) -> Reason:
        """Say what one clause answered."""
        return self.reason_of(step.rule, step.on, step.value)

    def reason_of(self, rule: RuleId, on: date, value: Any) -> Reason:
        """Say what a clause answers with a raw value on a day."""
        sentence = self.read.sentences[rule].about(value)
        answer = given_back(self.read.forms[rule].returns, value)
        if "{" in sentence.th + sentence.en:
            sentence = sentence.fill(**self.read.rates[rule.law].texts(on), value=shown(answer))
        holds = answer if isinstance(answer, bool) or answer is None else True
        name = rule.name if rule.law == self.name else str(rule)
        return Reason(rule=name, clause=self.read.citations[rule], text=sentence, holds=holds)


def load_law(folder: Path) -> Law:
    """
    Load one law. Those that it imports are read from the folders beside it.

    :raises MalformedLaw: a file is absent, or something in it is not as it must be.
    :raises ForbiddenConstruct: rules.py says something the language of law does not have.
    :raises TypesDiffer: a rule puts together what does not go together.
    :raises MayOverflow: arithmetic may pass 63 bits.
    :raises OverlappingDates: a number has two values on one day.
    """
    return _law(LawsReader(folder.parent).read(folder.name))


def load_laws(folder: Path) -> dict[str, Law]:
    """
    Load every law of a pack, each read once.

    :raises MalformedLaw: and the other refusals of `load_law`.
    """
    reader = LawsReader(folder)
    return {one.name: _law(reader.read(one.name)) for one in sorted(folder.iterdir()) if (one / "rules.py").is_file()}


def _law(read: ReadLaw) -> Law:
    rules = {rule.name: _rule(read, rule) for rule in read.own}
    return Law(read, read.rates[read.name].name, rules, read.rates[read.name])


def _rule(read: ReadLaw, rule: RuleId) -> Rule:
    form = read.forms[rule]
    needed = facts_needed(read.forms, rule)
    facts = {fact.name: fact for fact in read.entities[form.entity].facts if fact.name in needed}
    return Rule(rule.name, form, read.citations[rule], facts, frozenset(reads(form)), read.sentences[rule])
