"""What a policy maker has typed for a new simulation: kept as it was typed, drawn again, read once it is sent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.http import QueryDict

from sala.domains.law import public as law
from sala.kernel.bilingual import Lang
from sala.kernel.days import DateNotUnderstood, parse_date
from sala.kernel.eras import buddhist_year

_PARTS = ("day", "month", "year")
_MOST_ROWS = 20
_ROW = re.compile(r"o(?P<option>\d)-n(?P<number>\d)-start-(?P<row>\d{1,2})")
_PLACE = re.compile(r"[0-9]{1,2}")

Options = tuple[Mapping[str, law.Typed], ...]


def control(option: int, number: int, part: str = "") -> str:
    """Name the control of a number of an option; options count from 1, numbers from 0."""
    return f"o{option}-n{number}-{part}" if part else f"o{option}-n{number}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A new simulation as it stands on the form. `asked` names this form, so that sending it twice starts one."""

    asked: UUID | None
    rules: tuple[str, ...]
    numbers: tuple[str, ...]
    options: Options
    name: str = ""
    from_: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, form: QueryDict) -> "Draft":
        """Read a sent form. What is no control of it is left aside."""
        numbers = tuple(dict.fromkeys(form.getlist("number")))[: law.MOST_NUMBERS]
        count = min(place_of(form.get("options", "")) or 1, law.MOST_ALTERNATIVES)
        return cls(
            asked=uuid_of(form.get("asked", "")),
            rules=tuple(dict.fromkeys(form.getlist("rule"))),
            numbers=numbers,
            options=tuple(_read_option(form, option, numbers) for option in range(1, count + 1)),
            name=form.get("name", "")[: law.MOST_CHARACTERS],
            from_={f"from-{part}": (form.get(f"from-{part}", ""),) for part in _PARTS},
        )

    @classmethod
    def fresh(
        cls, *, asked: UUID, rules: Sequence[str], numbers: Sequence[law.Number], today: date, lang: Lang
    ) -> "Draft":
        """Begin with one option in which every number stands as it is today."""
        return cls(
            asked=asked,
            rules=tuple(rules),
            numbers=tuple(number.name for number in numbers),
            options=({number.name: law.as_typed(number.now.value, lang) for number in numbers},),
            from_=_typed_day(today, lang),
        )

    @classmethod
    def again(cls, earlier: law.Simulation, *, asked: UUID, numbers: Sequence[law.Number], lang: Lang) -> "Draft":
        """Begin with what an earlier simulation was asked."""
        plan = earlier.plan
        kept = {name: number for number in numbers if (name := number.name) in plan.numbers}
        options = []
        for alternative in plan.alternatives:
            moved = {change.number: change.after for change in alternative.changes}
            options.append(
                {name: law.as_typed(moved.get(name, number.now.value), lang) for name, number in kept.items()}
            )
        return cls(
            asked=asked,
            rules=plan.rules,
            numbers=tuple(kept),
            options=tuple(options),
            name=earlier.name,
            from_=_typed_day(plan.from_, lang),
        )

    def read_day(self) -> date:
        """
        Read the day from which the numbers change.

        :raises DateNotUnderstood: it is none.
        """
        parts = [next(iter(self.from_.get(f"from-{part}", ())), "").strip() for part in _PARTS]
        if not all(parts):
            raise DateNotUnderstood
        return parse_date(" ".join(parts))

    def with_option(self) -> "Draft":
        """Add an option that begins as the last one stands."""
        return replace(self, options=(*self.options, self.options[-1])[: law.MOST_ALTERNATIVES])

    def without_option(self, option: int) -> "Draft":
        """Leave an option out; the last one stays."""
        kept = tuple(each for place, each in enumerate(self.options, 1) if place != option)
        return replace(self, options=kept or self.options)

    def with_typed(self, option: int, name: str, typed: law.Typed) -> "Draft":
        """Put something else into one number of one option."""
        options = list(self.options)
        options[option - 1] = {**options[option - 1], name: typed}
        return replace(self, options=tuple(options))

    def typed(self, option: int, name: str) -> law.Typed:
        """Give what stands typed for a number of an option."""
        return self.options[option - 1].get(name, law.Typed())


def place_of(text: str) -> int | None:
    """Read the number of an option, a number or a row; None where the text is none."""
    return int(text) if _PLACE.fullmatch(text) else None


def uuid_of(text: str) -> UUID | None:
    """Read an id; None where the text is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _read_option(form: QueryDict, option: int, numbers: Sequence[str]) -> dict[str, law.Typed]:
    return {name: _read_typed(form, option, number) for number, name in enumerate(numbers)}


def _read_typed(form: QueryDict, option: int, number: int) -> law.Typed:
    found = (_ROW.fullmatch(key) for key in form)
    rows = sorted(
        int(match["row"])
        for match in found
        if match and (int(match["option"]), int(match["number"])) == (option, number)
    )
    return law.Typed(
        plain=form.get(control(option, number), ""),
        rows=tuple(
            (
                form.get(control(option, number, f"start-{row}"), ""),
                form.get(control(option, number, f"gives-{row}"), ""),
            )
            for row in rows[:_MOST_ROWS]
        ),
        below=form.get(control(option, number, "below"), ""),
    )


def _typed_day(day: date, lang: Lang) -> dict[str, tuple[str, ...]]:
    """Write a day into the three boxes, its year as the language counts it."""
    year = buddhist_year(day) if lang == "th" else day.year
    return {
        "from-day": (str(day.day),),
        "from-month": (str(day.month),),
        "from-year": (str(year),),
    }
