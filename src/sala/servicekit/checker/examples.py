"""Laws by themselves: each can be read, its examples come out as their author worked them out, its numbers are reviewed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.errors import SalaError
from sala.rulekit import Example, Law, load_examples
from sala.rulekit.shown import shown

from ..problems import ExampleDisagrees, LawUnreadable, NumberStale, Place, Problem
from .subject import Country


def check_examples(country: Country) -> Iterator[Problem]:
    """Check every law of the pack, also one that no service names yet."""
    days = country.root / "calendar"
    calendar = WorkingCalendar.load(days) if days.is_dir() else None
    for name, law in country.laws.items():
        place = Place(f"laws/{name}/rules.py")
        if isinstance(law, SalaError):
            yield LawUnreadable(place, detail=law.text)
        else:
            yield from _check_law(law, country.root / "laws" / name, calendar)


def find_stale_numbers(country: Country, on: date) -> Iterator[Problem]:
    """Find the numbers that count on a day and that nobody has reviewed for it."""
    for name, law in country.laws.items():
        if not isinstance(law, SalaError):
            for dated in law.rates.list_stale(on):
                place = Place(f"laws/{name}/rates.yaml", dated.line)
                yield NumberStale(place, name=dated.name, label=dated.label, until=shown(dated.reviewed_until))


def _check_law(law: Law, folder: Path, calendar: WorkingCalendar | None) -> Iterator[Problem]:
    file = f"laws/{law.name}/examples.yaml"
    try:
        examples = load_examples(folder)
    except SalaError as problem:
        yield LawUnreadable(Place(file), detail=problem.text)
        return
    for example in examples:
        answer = _disagreement(example, law, calendar)
        if answer is not None:
            yield ExampleDisagrees(
                Place(file, example.line), title=example.title, expected=example.expect, answer=answer
            )


def _disagreement(example: Example, law: Law, calendar: WorkingCalendar | None) -> Text | None:
    """Give what the law says instead; None where it says what the example expects."""
    try:
        outcome = example.decide(law, calendar=calendar)
    except SalaError as problem:
        return problem.text
    return None if example.agrees(outcome) else outcome.conclusion.text
