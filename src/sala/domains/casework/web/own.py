"""A person's own cases: the list, the receipt, the account both sides read, the messages, and the way back by code."""

from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from sala.domains.documents import public as documents
from sala.domains.ledger import public as ledger
from sala.infra import limits
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.policies import anyone, signed_in

from .. import public as casework
from ..contracts import CaseNotFound
from . import status
from .opening import code_of, give_code, opener_of

_CODES_PER_HOUR = 30
_FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@governed(by=signed_in)
def list_cases(request: HttpRequest) -> HttpResponse:
    """List a person's applications: those to finish or mend first."""
    found = casework.list_own(by=actor_of(request))
    return render(request, "casework/my_cases.html", **status.draw_list(found, lang=lang_of(request)))


@governed(by=anyone)
def show_saved(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say that everything is kept, and how to come back to it."""
    by = opener_of(request, case_id)
    draft = casework.get_draft(case_id=case_id, by=by)
    service = casework.service_of(draft)
    return render(request, "casework/saved.html", draft=draft, service=service, code=code_of(request, case_id))


@governed(by=anyone)
def show_receipt(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show the receipt: the number, the time-stamp, the legal deadline, what happens next."""
    receipt = casework.get_receipt(case_id=case_id, by=opener_of(request, case_id))
    view = status.draw_receipt(receipt, lang=lang_of(request), at=at_of(request))
    return render(request, "casework/receipt.html", **view, code=code_of(request, case_id))


@governed(by=anyone)
def show_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show where a case stands, its clock, its documents and its messages."""
    by = opener_of(request, case_id)
    case = casework.get_own_case(case_id=case_id, by=by)
    view = status.draw_case(case, lang=lang_of(request), at=at_of(request))
    return render(
        request,
        "casework/case.html",
        **view,
        documents=documents.list_documents(case_id=case_id),
        notices=casework.list_case_notices(case_id=case_id, by=by),
    )


@governed(by=anyone)
def open_file(request: HttpRequest, case_id: UUID, file_id: UUID) -> HttpResponse:
    """Open a file that came with one's own application."""
    by = opener_of(request, case_id)
    file, content = casework.get_file(case_id=case_id, file_id=file_id, by=by, at=at_of(request))
    return _bytes(content, file.media_type, file.name)


@governed(by=anyone)
def open_document(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """Open a sealed document of one's own case, also where only a code opens the case."""
    by = opener_of(request, case_id)
    pdf = documents.open_pdf(document_id=document_id, by=by, at=at_of(request), opened_case=case_id)
    response = _bytes(pdf.content, "application/pdf", pdf.filename)
    # Chromium shows no PDF in a sandbox, and this one is our own.
    response.headers["Content-Security-Policy"] = _FILE_POLICY
    return response


@governed(by=anyone)
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for a follow-up code and open the case it belongs to."""
    if request.method != "POST":
        return render(request, "casework/follow.html", wrong=False)
    who = request.META.get("REMOTE_ADDR", "")
    limits.count(what="follow", who=who, at_most=_CODES_PER_HOUR, within=limits.HOUR, at=at_of(request))
    code = request.POST.get("code", "")[:100]
    try:
        case_id = casework.enter_by_code(code=code)
    except CaseNotFound:
        return render(request, "casework/follow.html", wrong=True)
    response = redirect(request, "resume", case_id=case_id)
    give_code(response, request, case_id, code)
    return response


@governed(by=signed_in)
def list_access(request: HttpRequest) -> HttpResponse:
    """Show who has read this person's data, when, through what and why."""
    actor = actor_of(request)
    if actor.person is None:
        raise CaseNotFound
    page = ledger.list_access(person=actor.person, before=request.GET.get("before"))
    return render(request, "casework/access.html", **status.draw_access(page, lang=lang_of(request)))


def _bytes(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Security-Policy"] = f"{_FILE_POLICY}; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
