"""The one place where a refusal becomes a page, or problem+json (RFC 9457) for machines, in the reader's language."""

from urllib.parse import quote

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from sala.infra.pages import address_of, lang_of, render
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.kernel.policies import SignInNeeded

_MOST_READ_IN_VAIN = 100_000_000
_CHUNK = 65_536
_MACHINES = ("/api/", "/govstack/", "/ledger/")


class ForgedForm(SalaError):
    """The form's token is missing or wrong: another site sent it, or cookies are off."""

    code = "forged-form"
    status = 403
    message = Text(
        th="ตรวจสอบไม่ได้ว่าแบบฟอร์มนี้ส่งมาจากหน้าของเรา จึงยังไม่ได้บันทึกข้อมูล กดย้อนกลับ โหลดหน้าใหม่ แล้วส่งอีกครั้ง",
        en="We could not confirm that this form came from our page, so nothing was saved."
        " Go back, reload the page and send it again",
    )


class BadRequest(SalaError):
    """The request cannot be read."""

    code = "bad-request"
    status = 400
    message = Text(th="อ่านคำขอนี้ไม่ได้ กดย้อนกลับแล้วลองอีกครั้ง", en="This request could not be read. Go back and try again")


class TooLarge(SalaError):
    """What was sent is over the limit."""

    code = "too-large"
    status = 413
    message = Text(
        th="ข้อมูลที่ส่งมามีขนาดใหญ่เกินไป กดย้อนกลับ ลดขนาดข้อความหรือไฟล์ แล้วส่งอีกครั้ง สิ่งที่บันทึกไว้แล้วยังอยู่ครบ",
        en="What you sent is too large. Go back, make the text or the file smaller and send it again."
        " Everything saved before is still there",
    )


class Fault(SalaError):
    """Something in Sala itself failed."""

    code = "fault"
    status = 500
    message = Text(
        th="ระบบขัดข้อง ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ รอสักครู่แล้วลองอีกครั้ง",
        en="Something went wrong on our side. What you saved is still there. Wait a moment and try again",
    )


class Unavailable(SalaError):
    """The database does not answer just now."""

    code = "unavailable"
    status = 503
    message = Text(
        th="ระบบไม่พร้อมใช้งานชั่วคราว ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ กดย้อนกลับแล้วลองอีกครั้งในอีกหนึ่งนาที",
        en="The service is briefly unavailable. What you saved is still there. Go back and try again in a minute",
    )


def answer(request: HttpRequest, error: SalaError) -> HttpResponse:
    """Answer a refusal: sign-in when that is what is missing, a page for people, problem+json for machines."""
    if isinstance(error, SignInNeeded) and not _is_machine(request):
        return HttpResponseRedirect(_sign_in_address(request))
    if _is_machine(request):
        return _problem_json(request, error)
    response = render(request, f"ui/errors/{_page(error.status)}.html", status=error.status, error=error)
    response.headers["Cache-Control"] = "no-store"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that does not exist."""
    return answer(request, NotFound())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that Django refused to read; too large is told apart."""
    if not isinstance(exception, RequestDataTooBig):
        return answer(request, BadRequest())
    _read_to_the_end(request)
    return answer(request, TooLarge())


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer an unforeseen failure; the trace stands in the log under the request's id."""
    return answer(request, Fault())


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answer while the database is away."""
    response = answer(request, Unavailable())
    response.headers["Retry-After"] = "10"
    return response


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a POST without the right form token."""
    return answer(request, ForgedForm())


def _read_to_the_end(request: HttpRequest) -> None:
    """Take what is still being sent, within reason: a browser that cannot finish sending shows no answer at all."""
    left = _MOST_READ_IN_VAIN
    while left > 0 and (chunk := request.read(_CHUNK)):
        left -= len(chunk)


def _is_machine(request: HttpRequest) -> bool:
    return request.path.startswith(_MACHINES) or "application/json" in request.headers.get("Accept", "")


def _page(status: int) -> int:
    return status if status in (400, 403, 404, 409, 413, 429, 500, 503) else 400


def told(error: SalaError) -> dict[str, str]:
    """Tell a program what was refused, in both languages."""
    return {
        "type": f"urn:sala:problem:{error.code}",
        "title_th": error.text.th,
        "title_en": error.text.en,
    }


def _problem_json(request: HttpRequest, error: SalaError) -> JsonResponse:
    body = {
        **told(error),
        "title": error.text[lang_of(request)],
        "status": error.status,
        "instance": f"urn:sala:request:{getattr(request, 'id', '-')}",
        **error.members,
    }
    return JsonResponse(body, status=error.status, content_type="application/problem+json")


def _sign_in_address(request: HttpRequest) -> str:
    back = request.get_full_path() if request.method == "GET" else request.path
    return f"{address_of('sign-in', lang=lang_of(request))}?next={quote(back)}"
