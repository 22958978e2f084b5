"""
What follows from a case's own events, after the commit and in the worker: documents and notices.

Each may run twice for one event: a document is asked for once, and a notice of one kind is sent once.
"""

from datetime import datetime

from django.conf import settings

from sala.domains.catalogue import public as catalogue
from sala.domains.documents import public as documents
from sala.domains.notices import public as notices
from sala.domains.organisations import public as organisations
from sala.infra.outbox import receives
from sala.infra.pages import address_of
from sala.kernel.bilingual import LANGS, Text
from sala.kernel.days import format_moment
from sala.servicekit.schema.offer import Issued

from .contracts import Case, CaseDecided, CaseReceived, CorrectionAnswered, CorrectionAsked
from .logic import papers, telling
from .queries import OpenCase, open_case, place_names, to_case


@receives(CaseReceived)
def issue_and_tell_on_receipt(event: CaseReceived) -> None:
    """Issue what receiving issues, and tell the applicant that their application is in."""
    opened = open_case(case_id=event.case_id)
    _issue(opened, at_moment="received", at=event.received_at)
    _tell(opened, "received", at=event.received_at)


@receives(CorrectionAsked)
def tell_of_correction(event: CorrectionAsked) -> None:
    """Tell the applicant what to mend."""
    _tell(open_case(case_id=event.case_id), "correction-asked", at=event.asked_at)


@receives(CorrectionAnswered)
def tell_that_correction_arrived(event: CorrectionAnswered) -> None:
    """Tell the applicant that the mended application is in."""
    _tell(open_case(case_id=event.case_id), "corrected", at=event.answered_at)


@receives(CaseDecided)
def issue_and_tell_on_decision(event: CaseDecided) -> None:
    """Issue the document of the decision, and tell the applicant."""
    if not event.result:
        return
    opened = open_case(case_id=event.case_id)
    _issue(opened, at_moment=event.result, at=event.decided_at)
    _tell(opened, event.result, at=event.decided_at)


def _issue(opened: OpenCase, *, at_moment: str, at: datetime) -> None:
    for issued in opened.service.issues:
        if issued.at == at_moment:
            documents.request_issue(request=_request(opened, issued), envelope=opened.envelope, at=at)


def _request(opened: OpenCase, issued: Issued) -> documents.IssueRequest:
    row, service, facts = opened.row, opened.service, opened.facts()
    places = place_names(facts)
    case = to_case(opened)
    content = papers.compose(
        service=service,
        issued=issued,
        facts=facts,
        places=places,
        number=case.number,
        received=Text(th=format_moment(case.received_at, "th"), en=format_moment(case.received_at, "en")),
        agency_name=organisations.get_agency(code=row.agency).name,
        locality=catalogue.get_pack().localities.get(row.agency),
        decision=case.decision,
        lang=case.lang,
    )
    return documents.IssueRequest(
        case_id=row.pk,
        agency=row.agency,
        service=row.service,
        kind=issued.id,
        person=row.applicant,
        content=content,
        displayed=issued.displayed,
        public_rows=papers.rows_of(service, facts, issued.check_shows, places) if issued.displayed else (),
    )


def _tell(opened: OpenCase, event: str, *, at: datetime) -> None:
    """Send the service's own words for an event, once; an event without words of its own has the product's."""
    row, template = opened.row, telling.TEMPLATES.get(event)
    told = notices.list_notices(about=row.pk, envelope=opened.envelope)
    if template is None or any(notice.template == template for notice in told):
        return
    case = to_case(opened)
    notices.send(
        to=notices.Recipient(person=row.applicant, email=str(opened.facts().get("email") or "")),
        template=template,
        values=telling.values_of(
            case,
            service=opened.service,
            agency=organisations.get_agency(code=row.agency).name,
            address=_status_address(case),
        ),
        lang=case.lang,
        about=row.pk,
        agency=row.agency,
        envelope=opened.envelope,
        at=at,
        words=telling.words_of(opened.service, event),
    )


def _status_address(case: Case) -> Text:
    """Give the page to follow a case: its own where someone signed in, else the page that asks for the code."""
    route, arguments = ("case", {"case_id": case.id}) if case.applicant else ("follow", {})
    th, en = (settings.SALA_ORIGIN + address_of(route, lang=lang, **arguments) for lang in LANGS)
    return Text(th=th, en=en)
