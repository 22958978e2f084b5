"""What crosses the door of law: rulekit's own frozen classes, and the refusal of a name that no law has."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound
from sala.rulekit import DatedValue, Law, Outcome, Reason, Rule

__all__ = ["DatedValue", "Law", "LawNotFound", "Outcome", "Reason", "Rule"]


class LawNotFound(NotFound):
    """No law of the pack has this name."""

    code = "law-not-found"
    message = Text(th="ไม่พบกฎหมายชื่อ “{name}” ที่มีคือ {known}", en='There is no law called "{name}"; there are {known}')
