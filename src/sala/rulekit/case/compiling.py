"""Compile the rules of a law to Python, each in its two versions, and keep what a run needs to know of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sala.kernel.calendars import WorkingCalendar

from ..errors import NoValueOnDate, place
from ..form import Ask, Asked, ParameterId, RuleForm, RuleId, Variable
from ..rates import Rates
from ..reading.parameters import Held, held
from ..walking import nodes_of, parameters, reached
from .parts import Places
from .running import FUNCTIONS, OnDay, Run
from .sites import Site
from .writer import RuleWriter, function_name

_DAYS_KEPT = 400  # a year of days of numbers stands in memory, then the oldest goes


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """The functions of a law and of the laws under it."""

    places: Places
    sites: Sequence[Site]
    functions: Mapping[str, Callable[[Any, Any], Any]]
    rates: Mapping[str, Rates]
    days: dict[date, OnDay]
    orders: dict[RuleId, Mapping[RuleId, int]]

    def order(self, rule: RuleId) -> Mapping[RuleId, int]:
        """Number the rules that answering one may ask, each after those that it asks."""
        found = self.orders.get(rule)
        if found is None:
            found = self.orders[rule] = {asked: place for place, asked in enumerate(reached(self.places.forms, rule))}
        return found

    def with_rates(self, rates: Mapping[str, Rates]) -> "CompiledRules":
        """Give the same functions with other numbers."""
        return replace(self, rates=rates, days={})

    def answer(self, rule: RuleId, record: Any, on: date, run: Run, *, facts_known: bool) -> Any:
        """
        Answer a rule.

        :param facts_known: no fact that a rule may read is None, links aside.
        """
        name = function_name(self.places.rules[rule], facts_known=facts_known)
        value = self.functions[name](record, run.at(on))
        run.frames.clear()  # a run and its frames hold each other: part them, so that the trace goes when its reader does
        return value

    def run(self, working: WorkingCalendar | None, area: str | None) -> Run:
        """Begin a decision."""
        return Run(self.numbers_on, self.places.parameters, working, area, [], {})

    def numbers_on(self, day: date) -> OnDay:
        """Give every dated number as it stands on a day, by its place."""
        found = self.days.get(day)
        if found is None:
            if len(self.days) >= _DAYS_KEPT:
                self.days.pop(next(iter(self.days)), None)
            numbers = Numbers(self.rates, tuple(self.places.parameters), day)
            is_whole = len(numbers) == len(numbers.parameters)  # then a tuple holds them, for it is faster to look into
            found = self.days[day] = tuple(numbers.values()) if is_whole else numbers
        return found


class Numbers(dict[int, Held]):
    """The dated numbers as they stand on a day, by their place. One without a value there is missed when it is asked for."""

    def __init__(self, rates: Mapping[str, Rates], parameters: Sequence[ParameterId], day: date) -> None:
        super().__init__()
        self.rates, self.parameters, self.day = rates, parameters, day
        for number, parameter in enumerate(parameters):
            if (dated := rates[parameter.law].find(parameter.name, day)) is not None:
                self[number] = held(dated.value)

    def __missing__(self, number: int) -> Held:
        """
        Refuse a number that has no value on the day.

        :raises NoValueOnDate: always.
        """
        parameter = self.parameters[number]
        rates = self.rates[parameter.law]
        line = rates.values[parameter.name][0].line
        raise NoValueOnDate(file=place(rates.path), line=line, name=parameter.name, on=self.day)


def compile_rules(forms: Mapping[RuleId, RuleForm], rates: Mapping[str, Rates]) -> CompiledRules:
    """Compile every rule of the forms."""
    numbers = dict.fromkeys(parameter for rule in forms.values() for parameter in parameters(rule))
    asked = _count_askings(forms)
    places = Places(
        rules={rule: number for number, rule in enumerate(forms)},
        parameters={parameter: number for number, parameter in enumerate(numbers)},
        forms=forms,
        remembered=frozenset(rule for rule, times in asked.items() if times > 1),
        inlined=frozenset(rule for rule, times in asked.items() if times == 1),
        unsure=set(),
    )
    sites: list[Site] = []
    text = "\n".join(
        RuleWriter(rule, places, sites, facts_known=facts_known).write()
        for facts_known in (True, False)
        for rule in (forms[asked] for asked in reached(forms, *forms))  # what a rule asks comes before it
    )
    names: dict[str, Any] = dict(FUNCTIONS)
    exec(compile(text, "<law>", "exec"), names)  # noqa: S102  written by RuleWriter from a checked form, from nothing else
    return CompiledRules(places, tuple(sites), names, rates, {}, {})


def _count_askings(forms: Mapping[RuleId, RuleForm]) -> Counter[RuleId]:
    """Count the places that ask each rule. One that asks through a link, or about another day, counts for several."""
    asked: Counter[RuleId] = Counter()
    for form in forms.values():
        for node in nodes_of(form.body):
            if isinstance(node, Ask):
                is_plain = isinstance(node.subject, Variable) and isinstance(node.day, Asked)
                asked[node.rule] += 1 if is_plain else 2
    return asked
