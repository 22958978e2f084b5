"""What programs send to the API of laws, and what they get: the classes that openapi.json describes."""

from datetime import date
from typing import Any

from ninja import Field, Schema
from pydantic import model_validator

MOST_CASES = 200
MOST_CASES_WITH_CHANGES = 10
MOST_REFORMS = 5


class Words(Schema):
    """A sentence in Thai and in English."""

    th: str
    en: str


class CaseIn(Schema):
    """One case: its facts by the names of the law. Absent or null is unknown, never zero or no."""

    facts: dict[str, Any] = Field(description="Money as text in baht (“600.50”) or whole baht; days as 2026-11-20.")
    on: date | None = Field(None, description="The day that is asked about; else that of the request.")


class AskedIn(Schema):
    """Cases for one rule of a law."""

    rule: str = Field(description="A rule of the law, such as “eligible”.")
    on: date | None = Field(None, description="The day for cases that name none; today in Thailand by default.")
    cases: list[CaseIn] = Field(min_length=1, max_length=MOST_CASES)
    reforms: list[dict[str, Any]] = Field(
        [],
        max_length=MOST_REFORMS,
        description="Other numbers of the law to decide each case by too, each as in the file of a reform.",
    )


class TracedIn(AskedIn):
    """Cases whose way to the answer is wanted too."""

    changes: bool = Field(
        False,
        description=f"Also find what would have led to another answer, for {MOST_CASES_WITH_CHANGES} cases at most.",
    )

    @model_validator(mode="after")
    def _ask_for_few_changes(self) -> "TracedIn":
        """Refuse to look for changes in a long batch: each takes many decisions."""
        if self.changes and len(self.cases) > MOST_CASES_WITH_CHANGES:
            raise ValueError(f"with changes, {MOST_CASES_WITH_CHANGES} cases at most")
        return self


class TypeOut(Schema):
    """The type of a fact or an answer: its kind, and what it may be."""

    kind: str
    low: int | str | None = None
    high: int | str | None = None
    values: list[str] | None = None
    of: str | None = None


class NumberOut(Schema):
    """A dated number of the law."""

    name: str
    label: Words
    unit: str
    value: Any
    from_: date = Field(alias="from")
    until: date | None
    source: str
    verified: bool
    reviewed_until: date
    is_stale: bool


class AnswerOut(Schema):
    """
    What the law says of one case. Money is text in baht, such as “600.00”; null is unknown.

    `reforms` hold the same under each reform that was sent, in their order, with its `name`.
    """

    law: str
    digest: str
    rule: str
    on: date
    value: Any
    type: TypeOut
    conclusion: Words
    warnings: list[Words]
    reforms: list[dict[str, Any]]


class ResultOut(AnswerOut):
    """What the law says of one case, and which facts it lacks."""

    missing: list[str]


class ResultsOut(Schema):
    """The answers, in the order of the cases."""

    items: list[ResultOut]


class ChoiceOut(Schema):
    """What a choice may be, with its words."""

    value: str
    th: str
    en: str


class PlaceOut(Schema):
    """A fact by where it stands in the case."""

    path: str
    words: Words
    type: TypeOut
    choices: list[ChoiceOut]


class TraceOut(AnswerOut):
    """What the law says of one case, with the clauses as a tree and the numbers that took part."""

    missing: list[PlaceOut]
    clause: dict[str, Any] = Field(description="rule, whose, on, value, text, citation, facts, tests, asked")
    numbers: list[NumberOut]
    changes: list[dict[str, Any]] = Field(description="text, parts (path, from, to) and the value there")


class TracesOut(Schema):
    """The answers, in the order of the cases."""

    items: list[TraceOut]


class LawOut(Schema):
    """A law by its name."""

    name: str
    title: Words
    digest: str
    in_force_from: date
    rules: list[str]


class LawsOut(Schema):
    """Every law of the pack."""

    items: list[LawOut]
    next: str | None


class RuleOut(Schema):
    """A rule that can be asked."""

    name: str
    entity: str
    type: TypeOut
    holds: Words
    citation: dict[str, Any]
    facts: list[str]


class EntityOut(Schema):
    """What facts may be told of: a person, a household, a parcel of land."""

    name: str
    facts: list[PlaceOut]


class LawDetailOut(LawOut):
    """A law with all that can be asked of it, told to it, and counted with."""

    asked: list[RuleOut]
    entities: list[EntityOut]
    acts: list[dict[str, Any]]
    numbers: list[NumberOut]


class ProblemOut(Schema):
    """Why something was refused (RFC 9457)."""

    type: str
    title: str
    title_th: str
    title_en: str
    status: int
    instance: str
    errors: list[dict[str, Any]] | None = Field(None, description="For a batch: index, type, title_th and title_en.")
