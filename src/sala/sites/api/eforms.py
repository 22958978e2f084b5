"""
A service's form as JSON Schema: its questions in the order of its pages, what counts as an answer, and when each is asked.

A condition on what a register holds cannot be told here: a question that waits for it is described, and never required.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sala.servicekit.answers.kinds import ADDRESS_PARTS
from sala.servicekit.schema.conditions import AllOf, AnyOf, Comparison, Condition, Not, facts_of, list_comparisons
from sala.servicekit.schema.facts import AskedFact, Page
from sala.servicekit.schema.service import Service

from .cpsv.graph import said

Json = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Json = {"type": "string"}
_BOUNDS = {
    "at_least": "minimum",
    "at_most": "maximum",
    "more_than": "exclusiveMinimum",
    "less_than": "exclusiveMaximum",
}


def schema_of(service: Service) -> Json:
    """Make the JSON Schema of a form. A question that is asked of everybody is required, others when their condition holds."""
    asked = list(_list_asked(service))
    return {
        "$schema": _DIALECT,
        "title": service.shown_name.th,
        "type": "object",
        "properties": {fact.id: _question(fact) for _, fact in asked},
        "required": [fact.id for page, fact in asked if fact.required and not _conditions(page, fact)],
        "allOf": [rule for page, fact in asked if fact.required for rule in _required_when(service, page, fact)],
        "additionalProperties": False,
        "x-pages": [{"id": page.id, "title": said(page.title), "asks": list(page.ask)} for page in service.pages],
    }


def _list_asked(service: Service) -> Iterator[tuple[Page, AskedFact]]:
    for page in service.pages:
        for name in page.ask:
            if fact := service.find_asked(name):
                yield page, fact


def _question(fact: AskedFact) -> Json:
    """Tell a question: its words in both languages, why it is asked, and the form of an answer."""
    return {
        "title": fact.label.th,
        "description": (fact.hint or fact.why).th,
        **_FORMS[fact.type](fact),
        "x-words": {
            "title": said(fact.label),
            "why": said(fact.why),
            **({"hint": said(fact.hint)} if fact.hint else {}),
        },
    }


def _conditions(page: Page, fact: AskedFact) -> list[Condition]:
    return [condition for condition in (page.when, fact.when) if condition is not None]


def _required_when(service: Service, page: Page, fact: AskedFact) -> Iterator[Json]:
    conditions = _conditions(page, fact)
    compared = [one for condition in conditions for one in list_comparisons(condition)]
    if conditions and all(_can_be_told(service, one) for one in compared):
        yield {"if": {"allOf": [_told(one) for one in conditions]}, "then": {"required": [fact.id]}}


def _can_be_told(service: Service, comparison: Comparison) -> bool:
    """Say whether a schema can compare it: an answer on the form, and no order of money, which is text."""
    asked = service.find_asked(comparison.fact)
    return asked is not None and not (asked.type == "money" and comparison.operator in _BOUNDS)


def _told(condition: Condition) -> Json:
    """Tell a condition as a schema: it holds where the answers fit. An answer that is absent makes none true."""
    match condition:
        case AllOf():
            return {"allOf": [_told(one) for one in condition.all]}
        case AnyOf():
            return {"anyOf": [_told(one) for one in condition.any]}
        case Not():
            known: Json = {"required": sorted(facts_of(condition))}
            return {"allOf": [known, {"not": _told(condition.not_)}]}
        case Comparison():
            fits = _compared(condition)
    return {"properties": {condition.fact: fits}, "required": [condition.fact]}


def _compared(condition: Comparison) -> Json:
    match condition.operator:
        case "is":
            return {"const": condition.operand}
        case "in":
            return {"enum": list(condition.operand)}
        case "has":
            return {"contains": {"const": condition.operand}}
        case bound:
            return {_BOUNDS[bound]: condition.operand}


def _text(fact: AskedFact) -> Json:
    return {**_TEXT, **({"maxLength": fact.max_length} if fact.max_length else {})}


def _number(fact: AskedFact) -> Json:
    bounds = {"minimum": fact.least, "maximum": fact.most}
    told = {name: bound for name, bound in bounds.items() if bound is not None}
    return {"type": "integer" if fact.whole else "number", **told}


def _chosen(fact: AskedFact) -> Json:
    return {"oneOf": [{"const": one.value, "title": one.label.th, "x-words": said(one.label)} for one in fact.options]}


def _file(fact: AskedFact) -> Json:
    return {
        "type": "array",
        "items": {**_TEXT, "format": "uri", "x-accepts": list(fact.accepts), "x-max-megabytes": fact.max_megabytes},
        "minItems": 1 if fact.required else 0,
        "maxItems": fact.max_files,
    }


def _address(fact: AskedFact) -> Json:
    return {
        "type": "object",
        "properties": dict.fromkeys(ADDRESS_PARTS, _TEXT),
        "required": ["house-number", "sub-district"],
        "additionalProperties": False,
    }


def _account(fact: AskedFact) -> Json:
    number = {**_TEXT, "pattern": "^[0-9]{10,15}$"}
    return {"type": "object", "properties": {"bank": _TEXT, "number": number}, "required": ["bank", "number"]}


def _of_pattern(pattern: str) -> Callable[[AskedFact], Json]:
    return lambda fact: {**_TEXT, "pattern": pattern}


def _fixed(form: Mapping[str, Any]) -> Callable[[AskedFact], Json]:
    return lambda fact: dict(form)


_FORMS: Mapping[str, Callable[[AskedFact], Json]] = {
    "text": _text,
    "long-text": _text,
    "number": _number,
    "money": _of_pattern(r"^[0-9]+(\.[0-9]{1,2})?$"),
    "date": _fixed({**_TEXT, "format": "date"}),
    "yes-no": _fixed({"type": "boolean"}),
    "confirm": _fixed({"const": True}),
    "one-of": _chosen,
    "many-of": lambda fact: {"type": "array", "items": _chosen(fact), "uniqueItems": True},
    "citizen-id": _of_pattern("^[0-9]{13}$"),
    "juristic-id": _of_pattern("^[0-9]{13}$"),
    "phone": _of_pattern(r"^\+?[0-9]{3,15}$"),
    "email": _fixed({**_TEXT, "format": "email"}),
    "address": _address,
    "bank-account": _account,
    "file": _file,
    "sub-district": _of_pattern("^[0-9]{6}$"),
}
