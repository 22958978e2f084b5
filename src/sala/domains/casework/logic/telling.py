"""Which message each event of a case sends, and what fills its placeholders."""

from collections.abc import Mapping
from datetime import date

from sala.domains.notices import contracts as notices
from sala.kernel.bilingual import Text
from sala.kernel.days import format_date
from sala.servicekit.schema.service import Service

from ..contracts import Case

TEMPLATES: Mapping[str, notices.TemplateId] = {
    "received": "received",
    "correction-asked": "correction_asked",
    "corrected": "correction_answered",
    "granted": "decided_approved",
    "certified": "decided_approved",
    "refused": "decided_refused",
    "recorded": "recorded",
    "forwarded": "recorded",
}
_NO_DEADLINE = Text(th="ไม่มีกำหนดเวลาตามกฎหมายที่ตรวจสอบได้", en="no time limit in law that we could confirm")


def words_of(service: Service, event: str) -> notices.Words | None:
    """Give the service's own words for an event; None where it has none."""
    found = next((notice for notice in service.notices if notice.on == event), None)
    return notices.Words(subject=found.subject, body=found.body) if found else None


def values_of(case: Case, *, service: Service, agency: Text, address: Text) -> dict[str, object]:
    """Fill every placeholder that a notice may use; the address is of the status page, in each language."""
    reason = case.decision.note if case.decision else case.correction.message if case.correction else ""
    return {
        "number": case.number,
        "service": service.shown_name,
        "agency": agency,
        "deadline": _day(case.due_on),
        "reason": reason or _first_reason(case),
        "link": address,
        "code": "",
    }


def _first_reason(case: Case) -> Text:
    reasons = case.decision.reasons if case.decision else ()
    return reasons[0].text if reasons else Text(th="-", en="-")


def _day(day: date | None) -> Text:
    return Text(th=format_date(day, "th"), en=format_date(day, "en")) if day else _NO_DEADLINE
