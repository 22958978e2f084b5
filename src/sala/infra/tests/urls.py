"""The product's own addresses, and beside them a few that count and then refuse or fail, for the tests of infra."""

from datetime import timedelta

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path

from sala.infra import limits, problems
from sala.infra.afterwards import after_answering
from sala.infra.pages import at_of
from sala.infra.routes import governed
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotAllowed, NotFound, SalaError
from sala.kernel.policies import SignInNeeded, anyone


class Taken(SalaError):
    """Someone was faster."""

    code = "taken"
    status = 409
    message = Text(th="มีคนทำรายการนี้ไปก่อนแล้ว", en="Someone was faster")


REFUSALS: dict[str, type[SalaError]] = {
    "400": problems.BadRequest,
    "401": SignInNeeded,
    "403": NotAllowed,
    "404": NotFound,
    "409": Taken,
    "413": problems.TooLarge,
    "500": problems.Fault,
    "503": problems.Unavailable,
}


@governed(anyone)
def count(request: HttpRequest) -> HttpResponse:
    """Count one and say so; the counter tells a test what was kept."""
    _count(request)
    return HttpResponse(f"counted {request.POST.get('what', '')}")


@governed(anyone)
def go_on(request: HttpRequest) -> HttpResponse:
    """Count one and send the browser on."""
    _count(request)
    return HttpResponseRedirect("/kept")


@governed(anyone)
def refuse(request: HttpRequest, status: str) -> HttpResponse:
    """Count one, then refuse."""
    _count(request)
    raise REFUSALS[status]


@governed(anyone)
def answer_badly(request: HttpRequest) -> HttpResponse:
    """Count one, then answer with a status that is no success."""
    _count(request)
    return HttpResponse("no", status=422)


@governed(anyone)
def fail(request: HttpRequest) -> HttpResponse:
    """Count one, then fail as nobody foresaw."""
    _count(request)
    raise ZeroDivisionError


@governed(anyone)
def lose_database(request: HttpRequest) -> HttpResponse:
    """Fail as when the database goes away."""
    raise OperationalError


@governed(anyone)
def count_afterwards(request: HttpRequest) -> HttpResponse:
    """Count one when the answer is sent; with `?fail`, fail after it."""

    def do() -> None:
        _count(request)
        if "fail" in request.GET:
            raise OperationalError("somebody's words")

    return after_answering(HttpResponse("answered"), do)


def _count(request: HttpRequest) -> None:
    limits.count(what="test", who="samran", at_most=99, within=timedelta(hours=1), at=at_of(request))


_own = [
    path("count", count),
    path("go-on", go_on),
    path("refuse/<str:status>", refuse),
    path("answer-badly", answer_badly),
    path("fail", fail),
    path("lose-database", lose_database),
    path("count-afterwards", count_afterwards),
]

urlpatterns = [*_own, path("en/", include(_own)), path("api/", include(_own)), path("", include("sala.config.urls"))]

handler400 = problems.bad_request
handler404 = problems.not_found
handler500 = problems.server_error
