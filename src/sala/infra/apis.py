"""JSON APIs by django-ninja, held to what holds for every route: a policy, problem+json, an answer that says what it is."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError

from sala.infra import problems
from sala.infra.routes import governed
from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.kernel.policies import Policy, anyone

_NOT_ALLOWED = 405


class MethodNotAllowed(SalaError):
    """The address exists, but not for this method."""

    code = "method-not-allowed"
    status = 405
    message = Text(th="ที่อยู่นี้ไม่รับคำสั่งชนิดนี้", en="This address does not take that method")


class RequestInvalid(SalaError):
    """The body or the parameters are not of the form that the API describes; `errors` names each place."""

    code = "request-invalid"
    status = 422
    message = Text(
        th="ข้อมูลที่ส่งมาไม่ตรงกับรูปแบบใน {description} ดูตำแหน่งที่ผิดใน errors",
        en="What was sent is not of the form that {description} describes: see errors for each place",
    )


def make_api(*, title: str, version: str, description: str) -> NinjaAPI:
    """
    Make an API whose refusals are problem+json. It has no pages of its own: `routes_of` serves its description.

    What a caller sent is never repeated in an answer.
    """
    api = NinjaAPI(title=title, version=version, description=description, openapi_url=None, docs_url=None)
    api.add_exception_handler(ValidationError, _answer_invalid)
    api.add_exception_handler(HttpError, _answer_unreadable)
    return api


def routes_of(api: NinjaAPI, *routers: Router, at: str) -> Iterator[URLPattern]:
    """
    Give the routes of an API under an address such as `api/v1`, each with the policy that its function names.

    `openapi.json` describes them (OpenAPI 3.1).
    """
    for router in routers:
        api.add_router("", router)
    functions = {
        operation.view_func.__name__: operation.view_func
        for router in routers
        for found in router.path_operations.values()
        for operation in found.operations
    }
    for pattern in api.urls[0]:
        if isinstance(pattern, URLPattern) and pattern.name in functions:
            yield path(f"{at}/{pattern.pattern}", _as_route(pattern.callback, functions[pattern.name]))
    yield path(f"{at}/openapi.json", _describe(api, at))


def _as_route(serve: Callable[..., HttpResponseBase], function: Any) -> Callable[..., HttpResponseBase]:
    policy: Policy[Any] = function.policy  # what names none does not start

    @wraps(function)
    def route(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = serve(request, *args, **kwargs)
        return problems.answer(request, MethodNotAllowed()) if response.status_code == _NOT_ALLOWED else response

    route.policy = policy  # type: ignore[attr-defined]  # read by the registry test
    route.csrf_exempt = True  # type: ignore[attr-defined]  # programs send no form; nothing here trusts a cookie
    return route


def _describe(api: NinjaAPI, at: str) -> Callable[..., HttpResponseBase]:
    @governed(by=anyone)
    def describe(request: HttpRequest) -> HttpResponse:
        """Describe the API as OpenAPI 3.1."""
        schema = api.get_openapi_schema(path_prefix=f"/{at}/")
        return JsonResponse(schema, json_dumps_params={"ensure_ascii": False})

    return describe


def answer_json(body: object) -> HttpResponse:
    """Answer with JSON in UTF-8, Thai letters as themselves."""
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, content_type="application/json; charset=utf-8")


def _answer_invalid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    refusal = RequestInvalid(description="openapi.json")
    found = error.errors if isinstance(error, ValidationError) else []
    refusal.members = {"errors": [{"where": _pointer(one), "what": one.get("msg", "")} for one in found]}
    return problems.answer(request, refusal)


def _answer_unreadable(request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
    return problems.answer(request, problems.BadRequest())


def _pointer(found: dict[str, Any]) -> str:
    """Say where in the body something stands: ('body', 'asked', 'cases', 3, 'on') is /cases/3/on."""
    _, _, *way = found.get("loc", ())
    return "".join(f"/{step}" for step in way)
