"""The numbers of a law. Each has its days, its unit, its source, and the day until which someone has reviewed it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from .acts import Act, read_act
from .errors import NoValueOnDate, OverlappingDates, ParameterNotFound, place
from .kinds import HIGHEST_RATE, RATE_PARTS
from .units import MONEY_UNITS, UNITS, WHOLE_UNITS
from .values import Brackets, DatedValue, Steps, Value
from .yamls import Node, read_yaml

_KINDS: Mapping[str, type] = {
    "number": int,
    "baht": Baht,
    "rate": Fraction,
    "day": date,
    "is_so": bool,
    "choice": str,
    "steps": Steps,
    "brackets": Brackets,
}

_SHARE = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_STEP = re.compile(r"[0-9]{1,9}")

V = TypeVar("V", int, bool, str, date, Baht, Fraction, Steps, Brackets)


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """
    The dated parameters of one law and the Acts it cites, from its rates.yaml.

    A rules.py opens its own with `Rates.beside(__file__)`.
    """

    path: Path
    name: Text
    in_force_from: date
    acts: Mapping[str, Act]
    values: Mapping[str, Sequence[DatedValue]]

    @classmethod
    def beside(cls, file: str) -> "Rates":
        """Read the rates.yaml that stands beside a rules.py."""
        return cls.load(Path(file).with_name("rates.yaml"))

    @classmethod
    def load(cls, path: Path) -> "Rates":
        """
        Read one rates.yaml.

        :raises MalformedLaw: a key is absent, unknown, or of the wrong kind.
        :raises OverlappingDates: two values of one parameter hold on the same day.
        """
        found = read_yaml(path).fields(required="schema name in_force_from acts parameters")
        if found["schema"].whole() != 1:
            found["schema"].fail("รู้จักเฉพาะ schema: 1", "only schema: 1 is known")
        return cls(
            path=path,
            name=found["name"].words(),
            in_force_from=found["in_force_from"].day(),
            acts={name: read_act(name, node) for name, node in found["acts"].items()},
            values={name: _read_parameter(name, node) for name, node in found["parameters"].items()},
        )

    def on(self, name: str, day: date) -> DatedValue:
        """
        Take the value of a parameter on a day.

        :raises ParameterNotFound: rates.yaml does not declare it.
        :raises NoValueOnDate: it has no value on that day.
        """
        self.declared(name)
        if (dated := self.find(name, day)) is not None:
            return dated
        raise NoValueOnDate(file=place(self.path), line=self.values[name][0].line, name=name, on=day)

    def find(self, name: str, day: date) -> DatedValue | None:
        """Find the value of a parameter on a day, if it has one."""
        return next((dated for dated in self.values[name] if dated.holds_on(day)), None)

    def list_stale(self, day: date) -> tuple[DatedValue, ...]:
        """List the values that hold on a day and that nobody has reviewed for it."""
        return tuple(
            dated for values in self.values.values() for dated in values if dated.holds_on(day) and dated.is_stale(day)
        )

    def read_value(self, name: str, entry: Mapping[str, Node]) -> Value:
        """
        Read another value for a parameter, as an overlay writes it: `value`, `steps` with `below`, or `brackets`.

        :raises MalformedLaw: it is not of the parameter's kind.
        """
        now = self.values[name][-1]
        shape = {Steps: "steps", Brackets: "brackets"}.get(type(now.value), "value")
        if shape not in entry:
            next(iter(entry.values())).fail(f"“{name}” ต้องเขียนด้วย {shape}", f'"{name}" is written with {shape}')
        if isinstance(now.value, Steps):
            return replace(now.value, rows=_read_rows(entry["steps"]), below=_read_below(entry, now.value.below))
        if shape == "brackets":
            return _read_brackets(entry["brackets"])
        return _read_plain(now.unit, entry["value"], dict(now.choices))

    def overlaid(self, name: str, value: Value, from_: date, until: date | None) -> "Rates":
        """Give these numbers with another value of one parameter between two days; what stood there before gives way."""
        before = self.values[name]
        kept = [
            part
            for dated in before
            for part in (
                replace(dated, until=min(from_, dated.until or from_)),
                replace(dated, from_=max(until, dated.from_)) if until is not None else None,
            )
            if part is not None and (part.until is None or part.from_ < part.until)
        ]
        new = replace(
            before[-1], value=value, from_=from_, until=until, source="", verified=False, reviewed_until=date.max
        )
        values = tuple(sorted((*kept, new), key=lambda dated: dated.from_))
        return replace(self, values={**self.values, name: values})

    def declared(self, name: str) -> None:
        """
        See to it that rates.yaml declares a parameter.

        :raises ParameterNotFound: it does not.
        """
        if name not in self.values:
            raise ParameterNotFound(file=place(self.path), name=name, known=", ".join(self.values))

    def check_kind(self, name: str, method: str) -> None:
        """
        See to it that every value of a parameter is what a method gives: `number`, `baht`, `rate` and the others.

        :raises MalformedLaw: one is of another kind.
        """
        for dated in self.values[name]:
            self._check(dated, _KINDS[method])

    def number(self, name: str, day: date) -> int:
        """Take a whole number: years, days, hours, square metres."""
        return self._typed(name, day, int)

    def baht(self, name: str, day: date) -> Baht:
        """Take an amount of money."""
        return self._typed(name, day, Baht)

    def rate(self, name: str, day: date) -> Fraction:
        """Take a percentage, as an exact share of one."""
        return self._typed(name, day, Fraction)

    def day(self, name: str, day: date) -> date:
        """Take a date that the law names."""
        return self._typed(name, day, date)

    def steps(self, name: str, day: date) -> Steps:
        """Take a table for `ladder`."""
        return self._typed(name, day, Steps)

    def brackets(self, name: str, day: date) -> Brackets:
        """Take a table for `brackets`."""
        return self._typed(name, day, Brackets)

    def is_so(self, name: str, day: date) -> bool:
        """Take a yes or no of the law."""
        return self._typed(name, day, bool)

    def choice(self, name: str, day: date) -> str:
        """Take the name of the way that the law chose for the day."""
        return self._typed(name, day, str)

    def texts(self, day: date) -> dict[str, Text]:
        """Say every parameter that has a value on the day, for the placeholders of a sentence."""
        return {name: v.text for name, values in self.values.items() for v in values if v.holds_on(day)}

    def _typed(self, name: str, day: date, wanted: type[V]) -> V:
        dated = self.on(name, day)
        self._check(dated, wanted)
        return dated.value  # type: ignore[return-value]  # just checked

    def _check(self, dated: DatedValue, wanted: type) -> None:
        if type(dated.value) is not wanted:
            name = dated.name
            Node(None, self.path, dated.line).fail(
                f"กฎใช้ “{name}” ผิดชนิด หน่วยของค่านี้คือ {dated.unit}",
                f'a rule takes "{name}" as the wrong kind; its unit is {dated.unit}',
            )


def _read_parameter(name: str, node: Node) -> tuple[DatedValue, ...]:
    found = node.fields(required="label unit values", optional="says says_last choices")
    unit = str(found["unit"].value)
    if unit not in UNITS:
        found["unit"].fail(f"หน่วยต้องเป็นหนึ่งใน {', '.join(UNITS)}", f"the unit is one of {', '.join(UNITS)}")
    if (unit == "choice") != ("choices" in found):
        node.fail(
            "เขียน choices คือคำของทุกทางเลือก เมื่อหน่วยเป็น choice และเฉพาะเมื่อนั้น",
            "give choices, the words of each, where the unit is choice and only there",
        )
    read = [_read_value(name, unit, entry, found) for entry in found["values"].each()]
    if not read:
        found["values"].fail("ต้องมีอย่างน้อยหนึ่งค่า", "at least one value is needed")
    return tuple(_close(sorted(read, key=lambda dated: dated.from_), node.path))


def _read_value(name: str, unit: str, entry: Node, parameter: Mapping[str, Node]) -> DatedValue:
    found = entry.fields(required="from source reviewed_until", optional="until value steps below brackets unverified")
    if len({"value", "steps", "brackets"} & found.keys()) != 1:
        entry.fail("ต้องมี value, steps หรือ brackets อย่างใดอย่างหนึ่ง", "give one of value, steps and brackets")
    choices = {word: said.words() for word, said in parameter["choices"].items()} if unit == "choice" else {}
    return DatedValue(
        name=name,
        label=parameter["label"].words(),
        unit=unit,
        value=_read_content(unit, entry, found, parameter, choices),
        from_=found["from"].day(),
        until=found["until"].day() if "until" in found else None,
        source=str(found["source"].value),
        verified=not ("unverified" in found and found["unverified"].truth()),
        reviewed_until=found["reviewed_until"].day(),
        line=entry.line,
        choices=tuple(choices.items()),
    )


def _read_content(
    unit: str, entry: Node, found: Mapping[str, Node], parameter: Mapping[str, Node], choices: Mapping[str, Text]
) -> Value:
    if "steps" in found:
        return _read_steps(entry, found, parameter)
    return _read_brackets(found["brackets"]) if "brackets" in found else _read_plain(unit, found["value"], choices)


def _read_plain(unit: str, node: Node, choices: Mapping[str, Text]) -> Value:
    if unit in MONEY_UNITS:
        return _read_baht(node)
    if unit in WHOLE_UNITS:
        return node.whole()
    if unit == "percent":
        return _read_share(node)
    if unit == "date":
        return node.day()
    return node.truth() if unit == "yes-no" else _read_choice(node, choices)


def _read_choice(node: Node, choices: Mapping[str, Text]) -> str:
    if node.value not in choices:
        node.fail(f"ต้องเป็นหนึ่งใน {', '.join(choices)}", f"it is one of {', '.join(choices)}")
    return str(node.value)


def _read_baht(node: Node) -> Baht:
    if isinstance(node.value, float):
        node.fail("เขียนเงินมีเศษไว้ในเครื่องหมายคำพูด เช่น “600.50”", 'write money with a fraction in quotes, as in "600.50"')
    return Baht.of(str(node.value))


def _read_steps(entry: Node, found: Mapping[str, Node], parameter: Mapping[str, Node]) -> Steps:
    for key in ("says", "says_last"):
        if key not in parameter:
            entry.fail(
                f"ตารางขั้นต้องมี “{key}” สำหรับอ่านให้ประชาชนฟัง", f'a table of steps needs "{key}" to be told to people'
            )
    return Steps(
        rows=_read_rows(found["steps"]),
        below=_read_below(found),
        says=parameter["says"].words(),
        says_last=parameter["says_last"].words(),
    )


def _read_rows(node: Node) -> tuple[tuple[int, Baht], ...]:
    rows = [(_read_step(at_least, money), _read_baht(money)) for at_least, money in node.items()]
    if rows != sorted(rows, key=lambda row: row[0]) or not rows:
        node.fail("เรียงขั้นจากน้อยไปมาก", "write the steps from the lowest up")
    return tuple(rows)


def _read_step(at_least: str, node: Node) -> int:
    if not _STEP.fullmatch(at_least):
        node.fail("ขั้นต้องเป็นจำนวนเต็ม", "a step is a whole number")
    return int(at_least)


def _read_below(found: Mapping[str, Node], otherwise: Baht | None = None) -> Baht:
    if "below" in found:
        return _read_baht(found["below"])
    if otherwise is None:
        found["steps"].fail("ขาด “below” คือค่าของจำนวนที่ต่ำกว่าขั้นแรก", '"below" is missing: the value under the first step')
    return otherwise


def _read_brackets(node: Node) -> Brackets:
    """Read `start: share in per cent`, from nought up; a share with a fraction is written in quotes."""
    rows = [(Baht.of(start), _read_share(share)) for start, share in node.items()]
    if not rows or rows[0][0] != Baht(0) or rows != sorted(rows, key=lambda row: row[0]):
        node.fail("เริ่มช่วงแรกที่ 0 แล้วเรียงจากน้อยไปมาก", "begin at 0 and write the brackets from the lowest up")
    if any(share > 1 for _, share in rows):
        node.fail("ส่วนของช่วงเกินร้อยละ 100 ไม่ได้", "a share of a bracket is at most 100 per cent")
    return Brackets(tuple(rows))


def _read_share(node: Node) -> Fraction:
    """Read a percentage. A form holds it in whole parts, so it has three decimals at most."""
    if isinstance(node.value, bool | float) or not isinstance(node.value, int | str):
        node.fail(
            "เขียนร้อยละที่มีทศนิยมไว้ในเครื่องหมายคำพูด เช่น “1.5”", 'write a percentage with decimals in quotes, as in "1.5"'
        )
    if not _SHARE.fullmatch(str(node.value)):
        node.fail("ร้อยละต้องเป็นตัวเลข", "a percentage is a number")
    share = Fraction(str(node.value)) / 100
    if (share * RATE_PARTS).denominator != 1 or not 0 <= share * RATE_PARTS <= HIGHEST_RATE:
        node.fail(
            "ร้อยละมีทศนิยมไม่เกินสามตำแหน่ง และอยู่ระหว่าง 0 ถึง 1,000",
            "a percentage has three decimals at most and lies between 0 and 1,000",
        )
    return share


def _close(dated: Sequence[DatedValue], path: Path) -> Iterator[DatedValue]:
    """End each value where the next begins, unless it says its own end."""
    for value, following in pairwise(dated):
        if value.from_ == following.from_ or (value.until is not None and value.until > following.from_):
            raise OverlappingDates(file=place(path), line=following.line, name=value.name, other=value.line)
        yield value if value.until is not None else replace(value, until=following.from_)
    yield dated[-1]
