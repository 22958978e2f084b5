"""What crosses the door of law: rulekit's own frozen classes, and the refusal of a name that no law has."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound
from sala.rulekit import (
    DatedValue,
    Explanation,
    Interview,
    Law,
    Outcome,
    Question,
    Reason,
    Rule,
    stale_warnings,
    warnings_of,
)
from sala.rulekit.form import EntityForm as Entity
from sala.rulekit.telling import (
    plain_act,
    plain_citation,
    plain_explanation,
    plain_fact_type,
    plain_number,
    plain_outcome,
    plain_text,
    plain_type,
)

__all__ = [
    "DatedValue",
    "Entity",
    "Explanation",
    "Interview",
    "Law",
    "LawNotFound",
    "Outcome",
    "Question",
    "Reason",
    "Rule",
    "plain_act",
    "plain_citation",
    "plain_explanation",
    "plain_fact_type",
    "plain_number",
    "plain_outcome",
    "plain_text",
    "plain_type",
    "stale_warnings",
    "warnings_of",
]


class LawNotFound(NotFound):
    """No law of the pack has this name."""

    code = "law-not-found"
    message = Text(th="ไม่พบกฎหมายชื่อ “{name}” ที่มีคือ {known}", en='There is no law called "{name}"; there are {known}')
