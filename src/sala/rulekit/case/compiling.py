"""Compile the rules of a law to Python, each in its two versions, and keep what a run needs to know of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from sala.kernel.calendars import WorkingCalendar

from ..errors import NoValueOnDate, place
from ..form import Ask, Follow, ParameterId, RuleForm, RuleId
from ..rates import Rates
from ..reading.parameters import Held, held
from ..walking import nodes_of, parameters, reached
from .running import FUNCTIONS, Run
from .sites import Site
from .writer import Places, RuleWriter, function_name

_DAYS_KEPT = 400  # a year of days of numbers stands in memory, then the oldest goes


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """The functions of a law and of the laws under it."""

    places: Places
    sites: Sequence[Site]
    functions: Mapping[str, Callable[[Any, Any], Any]]
    rates: Mapping[str, Rates]
    days: dict[date, Sequence[Held | None]]

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
        return Run(self.numbers_on, self.places.parameters, self.refuse, working, area, [], {})

    def numbers_on(self, day: date) -> Sequence[Held | None]:
        """Give every dated number as it stands on a day; None where it has no value."""
        found = self.days.get(day)
        if found is None:
            if len(self.days) >= _DAYS_KEPT:
                self.days.pop(next(iter(self.days)), None)
            found = self.days[day] = [self._number(parameter, day) for parameter in self.places.parameters]
        return found

    def refuse(self, number: int, day: date) -> NoReturn:
        """
        Refuse a day on which a number has no value.

        :raises NoValueOnDate: always.
        """
        parameter = tuple(self.places.parameters)[number]
        rates = self.rates[parameter.law]
        line = rates.values[parameter.name][0].line
        raise NoValueOnDate(file=place(rates.path), line=line, name=parameter.name, on=day)

    def _number(self, parameter: ParameterId, day: date) -> Held | None:
        for dated in self.rates[parameter.law].values[parameter.name]:
            if dated.holds_on(day):
                return held(dated.value)
        return None


def compile_rules(forms: Mapping[RuleId, RuleForm], rates: Mapping[str, Rates]) -> CompiledRules:
    """Compile every rule of the forms."""
    numbers = dict.fromkeys(parameter for rule in forms.values() for parameter in parameters(rule))
    places = Places(
        rules={rule: number for number, rule in enumerate(forms)},
        parameters={parameter: number for number, parameter in enumerate(numbers)},
        remembered=_asked_by_several(forms),
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
    return CompiledRules(places, tuple(sites), names, rates, {})


def _asked_by_several(forms: Mapping[RuleId, RuleForm]) -> frozenset[RuleId]:
    """Find the rules that more than one place asks, or that many ask through a link: their answers are remembered."""
    asked: Counter[RuleId] = Counter()
    for form in forms.values():
        for node in nodes_of(form.body):
            if isinstance(node, Ask):
                asked[node.rule] += 2 if isinstance(node.subject, Follow) else 1
    return frozenset(rule for rule, times in asked.items() if times > 1)
