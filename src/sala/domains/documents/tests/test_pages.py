"""The public check, as a stranger's browser sees it."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sala.infra import envelopes, tenancy
from sala.kernel.unique import uuid7

from .. import public as documents
from .. import tasks
from ..contracts import IssuedDocument
from ..logic.rendering import Renderer
from .samples import MORNING, NAMPHUENG, TOWN, asked


@pytest.fixture(autouse=True)
def unbuilt_static(settings: Settings) -> None:
    """Name static files as they are: no page here loads one."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def issued(db: None, renderer: Renderer) -> IssuedDocument:
    """Have a certificate issued, and then belong to no agency."""
    tenancy.enter(agency=TOWN)
    case_id = uuid7(MORNING)
    _, envelope = envelopes.new_data_key(subject=case_id, at=MORNING)
    waiting = documents.request_issue(request=asked(case_id), envelope=envelope, at=MORNING)
    tasks.seal_document(document_id=str(waiting.id), agency=TOWN)
    tenancy.enter()
    return waiting


def test_a_valid_document_is_told_without_an_account(client: Client, issued: IssuedDocument) -> None:
    page = client.get(f"/check/{issued.check_code}")
    assert page.status_code == 200
    assert "เอกสารนี้ใช้ได้" in page.content.decode()
    assert "ร้านข้าวต้มป้าน้ำทิพย์" in page.content.decode()


def test_the_check_speaks_english_too(client: Client, issued: IssuedDocument) -> None:
    assert "This document is valid" in client.get(f"/en/check/{issued.check_code}").content.decode()


def test_a_revoked_document_is_told_as_revoked(client: Client, issued: IssuedDocument) -> None:
    tenancy.enter(agency=TOWN)
    documents.revoke_document(document_id=issued.id, by=NAMPHUENG, at=MORNING)
    page = client.get(f"/check/{issued.check_code}").content.decode()
    assert "เอกสารนี้ถูกเพิกถอนแล้ว" in page
    assert "เอกสารนี้ใช้ได้" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["0" * 26, "<script>", "ก" * 500])
def test_an_unknown_code_is_told_as_unknown(client: Client, code: str) -> None:
    page = client.get(f"/check/{code}")
    assert page.status_code == 404
    assert "ไม่พบเอกสารที่มีรหัสนี้" in page.content.decode()
    assert "<script>" not in page.content.decode()


@pytest.mark.django_db
def test_a_typed_code_leads_to_its_check(client: Client) -> None:
    page = client.get("/check", {"code": " 00000-0/ "})
    assert (page.status_code, page.headers["Location"]) == (303, "/check/00000-0")


def test_a_stranger_is_asked_to_sign_in_for_the_file(client: Client, issued: IssuedDocument) -> None:
    page = client.get(f"/documents/{issued.id}.pdf")
    assert page.status_code == 302
    assert page.headers["Location"].startswith("/sign-in")
