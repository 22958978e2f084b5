"""The public check of a document, which needs no account, and the download by the person it is about."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import format_date, thai_day
from sala.kernel.policies import anyone, signed_in
from sala.ui.parts import RowView

from .. import public as documents
from ..contracts import PublicCheck

_DOCUMENT = Text(th="เอกสาร", en="Document")
_NUMBER = Text(th="เลขที่", en="Number")
_AGENCY = Text(th="หน่วยงานที่ออก", en="Issued by")
_DATED = Text(th="ลงวันที่", en="Dated")

_LONGEST_CODE = 60  # a code with its dashes and a few slips; a longer text is not one


@governed(by=anyone)
def ask_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the document, or go on to what it says."""
    code = request.GET.get("code", "").strip()[:_LONGEST_CODE].replace("/", "")
    if code:
        return redirect(request, "checked-document", code=code)
    return render(request, "documents/check.html", checked=None)


@governed(by=anyone)
def show_check(request: HttpRequest, code: str) -> HttpResponse:
    """Say whether the document with this code is valid, revoked or unknown, and what it shows in public."""
    checked = documents.check(code=code[:_LONGEST_CODE])
    return render(
        request,
        "documents/check.html",
        status=404 if checked.standing == "unknown" else 200,
        checked=checked,
        checked_at=at_of(request),
        rows=_rows(checked, lang_of(request)),
    )


@governed(by=signed_in)
def open_document(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """Hand over the sealed PDF to whoever may have it."""
    pdf = documents.open_pdf(document_id=document_id, by=actor_of(request), at=at_of(request))
    response = HttpResponse(pdf.content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{pdf.filename}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _rows(checked: PublicCheck, lang: Lang) -> tuple[RowView, ...]:
    """Write what a displayed document says as rows; any other document has none."""
    if checked.title is None or checked.agency_name is None or checked.dated is None:
        return ()
    heads = (
        (_DOCUMENT, checked.title[lang]),
        (_NUMBER, checked.number),
        (_AGENCY, checked.agency_name[lang]),
        (_DATED, format_date(thai_day(checked.dated), lang)),
    )
    written = [(head[lang], value) for head, value in heads]
    written += [(row.label[lang], row.value[lang]) for row in checked.rows]
    return tuple(RowView(label=label, lines=(value,)) for label, value in written)
