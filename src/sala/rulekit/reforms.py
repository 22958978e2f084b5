"""
A reform: other numbers laid over those of the law, from a day on. The law as it stands is never changed.

    schema: 1
    name: {th: เพิ่มเบี้ยผู้สูงอายุ, en: A higher old-age allowance}
    changes:
      - parameter: old_age_allowance.monthly_ladder
        from: 2027-10-01
        below: 0
        steps: {60: 1000}
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sala.kernel.bilingual import Text

from .errors import NumberOutOfBounds, ParameterNotInLaws, place
from .form import Ladder, Parameter, ParameterId, RuleForm
from .kinds import Type
from .law import Law
from .rates import Rates
from .reading.parameters import held
from .values import Steps, Value
from .walking import nodes_of
from .yamls import Node, parse_yaml, read_yaml


@dataclass(frozen=True, slots=True)
class Change:
    """One number from a day on, until the day before `until` (None: from then on)."""

    parameter: ParameterId
    from_: date
    until: date | None
    value: Value


@dataclass(frozen=True, slots=True)
class Reform:
    """Changes that belong together. `name` tells it from others in one simulation."""

    name: str
    title: Text
    changes: tuple[Change, ...]

    def over(self, rates: Mapping[str, Rates]) -> dict[str, Rates]:
        """Give the numbers of all laws with these laid over them."""
        found = dict(rates)
        for change in self.changes:
            law = change.parameter.law
            if law in found:
                found[law] = found[law].overlaid(change.parameter.name, change.value, change.from_, change.until)
        return found


def load_reform(path: Path, laws: Mapping[str, Law]) -> Reform:
    """
    Read a reform from its file.

    :raises MalformedLaw: a key is absent, unknown or of the wrong kind; two changes of one number share a day.
    :raises ParameterNotInLaws: no law has such a number.
    :raises NumberOutOfBounds: a number lies beyond what rules were checked for.
    """
    return _read_reform(read_yaml(path), path.stem, laws)


def parse_reform(text: str, laws: Mapping[str, Law], *, name: str) -> Reform:
    """
    Read a reform that came as text, in YAML or JSON, and not as a file.

    :raises MalformedLaw: and the other refusals of `load_reform`, under the name.
    """
    return _read_reform(parse_yaml(text, Path("reforms") / name), name, laws)


def _read_reform(node: Node, name: str, laws: Mapping[str, Law]) -> Reform:
    found = node.fields(required="schema name changes")
    if found["schema"].whole() != 1:
        found["schema"].fail("รู้จักเฉพาะ schema: 1", "only schema: 1 is known")
    entries = list(found["changes"].each())
    changes = [_read_change(entry, laws) for entry in entries]
    for number, (change, entry) in enumerate(zip(changes, entries, strict=True)):
        if any(_meet(change, before) for before in changes[:number]):
            entry.fail(
                f"“{change.parameter}” ถูกแก้สองครั้งในวันเดียวกัน", f'"{change.parameter}" is changed twice on one day'
            )
    return Reform(name, found["name"].words(), tuple(changes))


def under(law: Law, reform: Reform) -> Law:
    """Give a law as it would be under a reform: the same rules, other numbers."""
    rates = reform.over(law.read.rates)
    read = replace(law.read, rates=rates)
    found = Law(read, law.title, law.rules, rates[law.name])
    found.__dict__["compiled"] = law.compiled.with_rates(rates)  # the functions do not depend on the numbers
    return found


def _read_change(entry: Node, laws: Mapping[str, Law]) -> Change:
    found = entry.fields(required="parameter from", optional="until value steps below brackets")
    law, _, name = str(found["parameter"].value).partition(".")
    parameter = ParameterId(law, name)
    rates = _rates_of(parameter, laws, found["parameter"])
    value = rates.read_value(name, {key: found[key] for key in found if key not in ("from", "until")})
    until = found["until"].day() if "until" in found else None
    change = Change(parameter, found["from"].day(), until, value)
    if until is not None and until <= change.from_:
        found["until"].fail("until ต้องอยู่หลัง from", "until comes after from")
    _check_bounds(change, laws, entry)
    return change


def _check_bounds(change: Change, laws: Mapping[str, Law], at: Node) -> None:
    """See to it that rules were checked for numbers as large as these."""
    for kind in _types_of(change.parameter, laws.values()):
        for number in _numbers_in(change.value):
            if not kind.low <= number <= kind.high:
                low, high = (f"{end:,f}" for end in kind.ends)
                raise NumberOutOfBounds(where=_where(at), parameter=change.parameter, low=low, high=high)


def _where(at: Node) -> str:
    return f"{place(at.path)}:{at.line}"


def _rates_of(parameter: ParameterId, laws: Mapping[str, Law], at: Node) -> Rates:
    rates = laws[parameter.law].rates if parameter.law in laws else None
    if rates is None or parameter.name not in rates.values:
        known = [f"{law.name}.{name}" for law in laws.values() for name in law.rates.values]
        near = ", ".join(get_close_matches(str(parameter), known)) or ", ".join(sorted(laws))
        raise ParameterNotInLaws(where=_where(at), parameter=parameter, near=near)
    return rates


def _types_of(parameter: ParameterId, laws: Iterable[Law]) -> set[Type]:
    """Find the bounds by which rules that read a number were checked."""
    forms: dict[object, RuleForm] = {rule: form for law in laws for rule, form in law.read.forms.items()}
    found: set[Type] = set()
    for form in forms.values():
        for node in nodes_of(form.body):
            match node:
                case Parameter(id=read) | Ladder(table=read) if read == parameter and node.type.is_number:
                    found.add(node.type)
    return found


def _numbers_in(value: Value) -> Sequence[int]:
    if isinstance(value, Steps):
        return [value.below.satang, *(amount.satang for _, amount in value.rows)]
    raw = held(value)
    return [raw] if isinstance(raw, int) else []


def _meet(one: Change, other: Change) -> bool:
    if one.parameter != other.parameter:
        return False
    return (one.until is None or other.from_ < one.until) and (other.until is None or one.from_ < other.until)
