"""A plan as the database keeps it: every value exact, each with its kind."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht
from sala.rulekit import Brackets, Steps
from sala.rulekit.values import Value

from ..contracts import Alternative, Change, Plan

Json = Mapping[str, Any]


def write_plan(plan: Plan) -> dict[str, Any]:
    """Write a plan as JSON."""
    return {
        "rules": list(plan.rules),
        "numbers": list(plan.numbers),
        "from": plan.from_.isoformat(),
        "alternatives": [
            [_write_change(change) for change in alternative.changes] for alternative in plan.alternatives
        ],
    }


def read_plan(written: Json) -> Plan:
    """Read a plan that `write_plan` has written."""
    return Plan(
        rules=tuple(written["rules"]),
        numbers=tuple(written["numbers"]),
        from_=date.fromisoformat(written["from"]),
        alternatives=tuple(
            Alternative(tuple(_read_change(change) for change in changes)) for changes in written["alternatives"]
        ),
    )


def _write_change(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "label": [change.label.th, change.label.en],
        "unit": change.unit,
        "before": _write(change.before),
        "after": _write(change.after),
    }


def _read_change(written: Json) -> Change:
    th, en = written["label"]
    return Change(
        number=written["number"],
        label=Text(th=th, en=en),
        unit=written["unit"],
        before=_read(written["before"]),
        after=_read(written["after"]),
    )


def _write(value: Value) -> dict[str, Any]:
    match value:
        case bool():
            return {"truth": value}
        case Baht():
            return {"satang": value.satang}
        case Fraction():
            return {"share": str(value)}
        case date():
            return {"day": value.isoformat()}
        case int():
            return {"whole": value}
        case Brackets():
            return {"brackets": [[start.satang, str(share)] for start, share in value.rows]}
        case Steps():
            return {
                "steps": [[at_least, amount.satang] for at_least, amount in value.rows],
                "below": value.below.satang,
                "says": [value.says.th, value.says.en, value.says_last.th, value.says_last.en],
            }
    raise TypeError(f"a simulation moves no {type(value).__name__}")


def _read(written: Json) -> Value:
    match written:
        case {"truth": bool(value)} | {"whole": int(value)}:
            return value
        case {"satang": int(satang)}:
            return Baht(satang)
        case {"share": str(share)}:
            return Fraction(share)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"brackets": rows}:
            return Brackets(tuple((Baht(start), Fraction(share)) for start, share in rows))
        case {"steps": rows, "below": int(below), "says": [th, en, last_th, last_en]}:
            return Steps(
                rows=tuple((at_least, Baht(amount)) for at_least, amount in rows),
                below=Baht(below),
                says=Text(th=th, en=en),
                says_last=Text(th=last_th, en=last_en),
            )
    raise ValueError(f"not a value of a plan: {written}")
