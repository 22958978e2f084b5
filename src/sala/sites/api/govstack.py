"""
GovStack's Registration building block: the services of the state, and the forms of those that are applied for here.

Applications and tasks of that specification belong to a person, and are no part of the catalogue: casework answers them.
Source: GovStack Registration Building Block API 0.1.1.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from sala.domains.catalogue import public as catalogue
from sala.infra.apis import answer_json
from sala.infra.routes import governed
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound
from sala.kernel.policies import anyone
from sala.kernel.thai import fold
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.schema.service import Service
from sala.sites.uris import page

from .eforms import schema_of
from .shapes import ProblemOut

VERSION = "0.1.1"
router = Router(tags=["Available Services"])


class PropertyOut(Schema):
    """One thing more that is known of a service."""

    code: str
    value: str


class GovStackServiceOut(Schema):
    """A service as GovStack tells of it: in Thai; `serviceBody` has the English, and the page of each language."""

    id: UUID
    name: str
    version: str = Field(description="Changes whenever the declaration of the service does.")
    type: Literal["None", "Private", "Public"]
    isExecutable: bool = Field(description="Whether it is applied for here.")  # noqa: N815  GovStack's own name
    description: str
    serviceBody: list[PropertyOut]  # noqa: N815  GovStack's own name


class EFormListItemOut(Schema):
    """A form, without its questions."""

    eFormId: UUID  # noqa: N815  GovStack's own name
    name: str
    description: str
    version: str
    latest: bool


class EFormOut(EFormListItemOut):
    """A form with its questions as JSON Schema."""

    schema_: dict[str, Any] = Field(alias="schema")


class Named(Schema):
    """Which services are looked for."""

    name: str = Field("", max_length=200, description="Words of the name, in Thai or English.")


class FormNotFound(NotFound):
    """No form has this id."""

    code = "form-not-found"
    message = Text(
        th="ไม่พบแบบฟอร์มนี้ ดูรายการแบบฟอร์มได้จากที่อยู่ eForms ของแต่ละบริการ",
        en="There is no such form. The eForms address of each service lists its forms",
    )


@router.get("services", response={200: list[GovStackServiceOut]})
@governed(by=anyone)
def list_govstack_services(request: HttpRequest, named: Query[Named]) -> HttpResponse:
    """List the services, or those whose name holds the words."""
    wanted = fold(named.name)
    return answer_json([_service(one) for one in catalogue.list_public_services() if _is_named(one, wanted)])


@router.get("services/{uuid:service_id}", response={200: GovStackServiceOut, 404: ProblemOut})
@governed(by=anyone)
def show_govstack_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Tell of one service."""
    return answer_json(_service(_get_service(service_id)))


@router.get("services/{uuid:service_id}/eForms", response={200: list[EFormListItemOut]})
@governed(by=anyone)
def list_eforms(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """List the forms of a service: the one by which it is applied for here, or none."""
    return answer_json([_form(service) for service in _with_form() if _service_id(service.shown_path) == service_id])


@router.get("eForms/{uuid:form_id}", response={200: EFormOut, 404: ProblemOut}, by_alias=True)
@governed(by=anyone)
def show_eform(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Give a form with its questions as JSON Schema."""
    for service in _with_form():
        if _form_id(service.shown_path) == form_id:
            return answer_json({**_form(service), "schema": schema_of(service)})
    raise FormNotFound


def _service(service: PublicService) -> dict[str, Any]:
    name, told = service.shown_name, service.shown_name if service.discreet else service.summary
    body = {
        "service": service.shown_path,
        "level": service.level,
        "name.en": name.en,
        "description.en": told.en,
        "page.th": page("service", lang="th", slug=service.shown_path),
        "page.en": page("service", lang="en", slug=service.shown_path),
        **({"agency": service.agency.code} if service.agency.code else {}),
    }
    return {
        "id": str(_service_id(service.shown_path)),
        "name": name.th,
        "version": _version(service),
        "type": "Public",
        "isExecutable": isinstance(service, Service),
        "description": told.th,
        "serviceBody": [{"code": code, "value": value} for code, value in body.items()],
    }


def _form(service: Service) -> dict[str, Any]:
    return {
        "eFormId": str(_form_id(service.shown_path)),
        "name": service.name.th,
        "description": service.summary.th,
        "version": _version(service),
        "latest": True,
    }


def _with_form() -> Iterator[Service]:
    """List the services with a form to show: the questions of a discreet one would tell what it is."""
    return (service for service in catalogue.list_services() if not service.discreet)


def _get_service(service_id: UUID) -> PublicService:
    for service in catalogue.list_public_services():
        if _service_id(service.shown_path) == service_id:
            return service
    raise catalogue.ServiceNotFound


def _is_named(service: PublicService, wanted: str) -> bool:
    name = service.shown_name
    return wanted in fold(name.th) or wanted in fold(name.en)


def _version(service: PublicService) -> str:
    return service.digest[:12]


@cache
def _service_id(path: str) -> UUID:
    """Give the id of a service for ever, on every site: it is made of the service's name."""
    return uuid5(NAMESPACE_URL, f"urn:sala:service:{path}")


@cache
def _form_id(path: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"urn:sala:form:{path}")
