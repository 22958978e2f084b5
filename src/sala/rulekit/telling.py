"""
Tell a decision as plain data, for JSON: days as ISO 8601, money in baht as text with two decimals, unknown as null.

The keys are a contract with programs: they are added to and never renamed.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.days import Period
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate

from .acts import Act, Citation
from .changing import Change
from .explaining import Clause, Explanation
from .form import FactForm
from .interview.asking import Question
from .interview.places import FactPlace
from .kinds import PARTS, Kind, Type
from .law import Outcome
from .values import Brackets, DatedValue, Steps

Plain = dict[str, Any]


def plain_value(value: object) -> Any:
    """
    Give a value as JSON holds it.

    >>> plain_value(Baht.of(600)), plain_value(date(2026, 11, 20)), plain_value(Fraction(1, 8)), plain_value(None)
    ('600.00', '2026-11-20', '12.5', None)
    """
    match value:
        case Baht() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case BirthDate():
            return _birth(value)
        case Period():
            return {"from": value.from_.isoformat(), "until": plain_value(value.until)}
        case Fraction():
            return f"{Decimal(value.numerator * 100) / value.denominator:f}"
        case Steps():
            rows = [{"at_least": at_least, "value": str(amount)} for at_least, amount in value.rows]
            return {"below": str(value.below), "steps": rows}
        case Brackets():
            return [{"from": str(start), "percent": plain_value(share)} for start, share in value.rows]
    return value


def plain_text(text: Text) -> Plain:
    """Give a sentence in both languages."""
    return {"th": text.th, "en": text.en}


def plain_outcome(outcome: Outcome) -> Plain:
    """Give what was decided, without the way there."""
    return {
        "law": outcome.law.name,
        "digest": outcome.law.digest,
        "rule": outcome.asked.name,
        "on": outcome.on.isoformat(),
        "value": plain_value(outcome.value),
        "type": plain_type(outcome.asked.form.returns),
        "conclusion": plain_text(outcome.conclusion.text),
        "missing": list(outcome.missing),
    }


def plain_explanation(explained: Explanation, *, with_changes: bool = True) -> Plain:
    """Give a decision with everything that led to it. What would change it takes many decisions to find."""
    return {
        **plain_outcome(explained.outcome),
        "missing": [plain_place(place) for place in explained.missing],
        "clause": _plain_clause(explained.tree),
        "numbers": [plain_number(dated, explained.outcome.on) for dated in explained.outcome.used],
        "warnings": [plain_text(text) for text in explained.warnings],
        "changes": [_plain_change(change) for change in explained.changes] if with_changes else [],
    }


def plain_place(place: FactPlace) -> Plain:
    """Give a fact by where it stands in the case."""
    return {"path": place.path, "words": plain_text(place.full_words), **plain_fact_type(place.fact)}


def plain_question(question: Question) -> Plain:
    """Give a question of an interview."""
    whose = plain_text(question.whose) if question.whose else None
    words = {"words": plain_text(question.words), "whose": whose}
    choices = [{"value": value, **plain_text(said)} for value, said in question.choices]
    return {"path": question.path, **words, "type": plain_type(question.type), "choices": choices}


def plain_type(of: Type) -> Plain:
    """Give a type: its kind, what it may be, and its ends where it has any (money in baht)."""
    told: Plain = {"kind": of.kind.name.lower()}
    if of.is_birth:
        told["kind"] = "birth-date"
    if of.kind in PARTS:
        low, high = (int(end) if of.kind is Kind.WHOLE else f"{end:f}" for end in of.ends)
        told |= {"low": low, "high": high}
    if of.kind is Kind.CHOICE:
        told["values"] = list(of.values)
    if of.kind in (Kind.LINK, Kind.MEMBERS):
        told["of"] = of.of
    return told


def plain_fact_type(fact: FactForm) -> Plain:
    """Give the type of a fact, and the words of each choice where it has any."""
    choices = [
        {"value": value, "th": th, "en": en} for value, (th, en) in zip(fact.type.values, fact.choices, strict=True)
    ]
    return {"type": plain_type(fact.type), "choices": choices}


def plain_number(dated: DatedValue, on: date) -> Plain:
    """Give a dated number of the law with its source. A percentage is told as per cent."""
    return {
        "name": dated.name,
        "label": plain_text(dated.label),
        "unit": dated.unit,
        "value": plain_value(dated.value),
        "from": dated.from_.isoformat(),
        "until": plain_value(dated.until),
        "source": dated.source,
        "verified": dated.verified,
        "reviewed_until": dated.reviewed_until.isoformat(),
        "is_stale": dated.is_stale(on),
    }


def plain_citation(citation: Citation) -> Plain:
    """Give a citation: the Act, the section (empty where it is not verified), and whether its author read the text."""
    return {"act": citation.act.id, "section": citation.section, **plain_text(citation.text), "read": citation.act.read}


def plain_act(act: Act) -> Plain:
    """Give an Act with its place in the Royal Gazette."""
    gazette = plain_text(act.gazette.text) if act.gazette else None
    return {"id": act.id, "title": plain_text(act.title), "read": act.read, "source": act.source, "gazette": gazette}


def _plain_clause(clause: Clause) -> Plain:
    return {
        "rule": clause.reason.rule,
        "whose": plain_text(clause.whose) if clause.whose else None,
        "on": clause.on.isoformat(),
        "value": plain_value(clause.value),
        "text": plain_text(clause.reason.text),
        "citation": plain_citation(clause.reason.clause),
        "facts": [
            {"path": told.place.path, "value": plain_value(told.value), "text": plain_text(told.text)}
            for told in clause.told
        ],
        "tests": [{"text": plain_text(test.text), "holds": test.holds} for test in clause.compared],
        "is_repeated": clause.is_repeated,
        "asked": [_plain_clause(part) for part in clause.parts],
    }


def _plain_change(change: Change) -> Plain:
    parts = [
        {"path": part.path or None, "from": plain_value(part.from_), "to": plain_value(part.to)}
        for part in change.parts
    ]
    return {"text": plain_text(change.text), "parts": parts, "value": plain_value(change.outcome.value)}


def _birth(value: BirthDate) -> str:
    if value.is_complete:
        return value.counted_from.isoformat()
    return str(value.year) if value.month is None else f"{value.year}-{value.month:02}"
