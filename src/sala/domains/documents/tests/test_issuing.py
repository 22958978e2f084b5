"""Asking, sealing, opening, checking and revoking, against PostgreSQL."""

from datetime import timedelta
from uuid import UUID

import pytest

from sala.domains.ledger import public as ledger
from sala.infra import envelopes, tenancy
from sala.infra.envelopes import Envelope
from sala.kernel.actors import Actor
from sala.kernel.unique import uuid7

from .. import public as documents
from .. import tasks
from ..contracts import IssuedDocument
from ..logic.rendering import Renderer
from ..models import IssuedDocument as DocumentRow
from .samples import MORNING, NAMPHUENG, NAMTHIP, NEIGHBOUR, SAMRAN, TOWN, asked


@pytest.fixture
def case_id() -> UUID:
    """Name a case."""
    return uuid7(MORNING)


@pytest.fixture
def envelope(db: None, case_id: UUID) -> Envelope:
    """Give the case its data key, in a transaction that has entered the town."""
    tenancy.enter(agency=TOWN)
    _, made = envelopes.new_data_key(subject=case_id, at=MORNING)
    return made


@pytest.fixture
def waiting(case_id: UUID, envelope: Envelope) -> IssuedDocument:
    """Have a certificate asked for, and not sealed yet."""
    return documents.request_issue(request=asked(case_id), envelope=envelope, at=MORNING)


@pytest.fixture
def issued(waiting: IssuedDocument, renderer: Renderer) -> IssuedDocument:
    """Have a certificate sealed by the worker."""
    tasks.seal_document(document_id=str(waiting.id), agency=TOWN)
    return documents.list_documents(case_id=waiting.case_id)[0]


def test_the_worker_seals_what_was_asked_for(issued: IssuedDocument) -> None:
    pdf = documents.open_pdf(document_id=issued.id, by=NAMTHIP, at=MORNING)
    assert issued.state == "issued"
    assert issued.number == "1/2569"
    assert pdf.filename == "food-shop-certificate-2569-1.pdf"
    assert b"ETSI.CAdES.detached" in pdf.content


def test_sealing_twice_changes_nothing(issued: IssuedDocument) -> None:
    tasks.seal_document(document_id=str(issued.id), agency=TOWN)
    assert documents.list_documents(case_id=issued.case_id) == (issued,)


def test_asking_again_gives_the_document_that_stands(waiting: IssuedDocument, envelope: Envelope) -> None:
    later = MORNING + timedelta(days=1)
    again = documents.request_issue(request=asked(waiting.case_id), envelope=envelope, at=later)
    assert again == waiting


def test_numbers_run_without_a_gap(issued: IssuedDocument) -> None:
    for running in (2, 3):
        case_id = uuid7(MORNING)
        _, envelope = envelopes.new_data_key(subject=case_id, at=MORNING)
        asked_for = documents.request_issue(request=asked(case_id), envelope=envelope, at=MORNING)
        tasks.seal_document(document_id=str(asked_for.id), agency=TOWN)
        assert documents.list_documents(case_id=case_id)[0].number == f"{running}/2569"


def test_a_document_is_not_opened_before_it_is_sealed(waiting: IssuedDocument) -> None:
    with pytest.raises(documents.DocumentNotReady):
        documents.open_pdf(document_id=waiting.id, by=NAMTHIP, at=MORNING)


@pytest.mark.parametrize("stranger", [SAMRAN, NEIGHBOUR])
def test_a_stranger_cannot_tell_it_from_a_document_that_does_not_exist(issued: IssuedDocument, stranger: Actor) -> None:
    with pytest.raises(documents.DocumentNotFound):
        documents.open_pdf(document_id=issued.id, by=stranger, at=MORNING)


def test_a_follow_up_code_opens_the_documents_of_its_case_only(issued: IssuedDocument) -> None:
    assert documents.open_pdf(document_id=issued.id, by=SAMRAN, at=MORNING, opened_case=issued.case_id).content
    with pytest.raises(documents.DocumentNotFound):
        documents.open_pdf(document_id=issued.id, by=SAMRAN, at=MORNING, opened_case=uuid7(MORNING))


def test_the_person_sees_who_opened_their_document(issued: IssuedDocument) -> None:
    documents.open_pdf(document_id=issued.id, by=NAMPHUENG, at=MORNING)
    tenancy.enter(person=NAMTHIP.person)
    assert NAMTHIP.person is not None
    (access,) = ledger.list_access(person=NAMTHIP.person).items
    assert (access.by_person, access.purpose) == (NAMPHUENG.person, "open-document")


def test_the_ledger_tells_of_issue_and_revocation(issued: IssuedDocument) -> None:
    documents.revoke_document(document_id=issued.id, by=NAMPHUENG, at=MORNING)
    kinds = [entry.kind for entry in ledger.list_entries(subject=issued.case_id).items]
    assert kinds == ["document.issued", "document.revoked"]


def test_another_agency_sees_no_document(issued: IssuedDocument) -> None:
    tenancy.enter(agency="elsewhere")
    assert documents.list_documents(case_id=issued.case_id) == ()


def test_nothing_a_document_says_is_stored_in_the_clear(issued: IssuedDocument) -> None:
    row = DocumentRow.objects.get(id=issued.id)
    assert bytes(row.content) == b""
    assert not bytes(row.pdf).startswith(b"%PDF")


def test_an_erased_case_takes_its_document_along(issued: IssuedDocument) -> None:
    envelopes.destroy_data_key(subject=issued.case_id)
    with pytest.raises(documents.DocumentUnreadable):
        documents.open_pdf(document_id=issued.id, by=NAMTHIP, at=MORNING)


def test_a_case_erased_meanwhile_issues_nothing(waiting: IssuedDocument) -> None:
    envelopes.destroy_data_key(subject=waiting.case_id)
    tasks.seal_document(document_id=str(waiting.id), agency=TOWN)
    assert documents.list_documents(case_id=waiting.case_id)[0].state == "waiting"


def test_anyone_may_check_a_displayed_document(issued: IssuedDocument) -> None:
    tenancy.enter()
    checked = documents.check(code=issued.check_code.lower())
    assert (checked.standing, checked.number) == ("valid", "1/2569")
    assert checked.rows[0].value.th == "นางน้ำทิพย์ ผู้ตัวอย่าง"


def test_a_document_that_is_not_displayed_shows_no_name(case_id: UUID, envelope: Envelope, renderer: Renderer) -> None:
    letter = documents.request_issue(request=asked(case_id, displayed=False), envelope=envelope, at=MORNING)
    tasks.seal_document(document_id=str(letter.id), agency=TOWN)
    checked = documents.check(code=letter.check_code)
    assert checked.standing == "valid"
    assert (checked.title, checked.number, checked.rows) == (None, "", ())


def test_a_code_is_unknown_until_its_document_is_sealed(waiting: IssuedDocument) -> None:
    assert documents.check(code=waiting.check_code).standing == "unknown"


def test_a_revoked_document_says_so_at_once(issued: IssuedDocument) -> None:
    documents.revoke_document(document_id=issued.id, by=NAMPHUENG, at=MORNING)
    checked = documents.check(code=issued.check_code)
    assert (checked.standing, checked.revoked_at) == ("revoked", MORNING)


@pytest.mark.parametrize("stranger", [NAMTHIP, NEIGHBOUR])
def test_only_its_agency_may_revoke_a_document(issued: IssuedDocument, stranger: Actor) -> None:
    with pytest.raises(documents.DocumentNotFound):
        documents.revoke_document(document_id=issued.id, by=stranger, at=MORNING)


def test_after_a_revocation_a_new_document_may_be_issued(issued: IssuedDocument, envelope: Envelope) -> None:
    documents.revoke_document(document_id=issued.id, by=NAMPHUENG, at=MORNING)
    fresh = documents.request_issue(request=asked(issued.case_id), envelope=envelope, at=MORNING)
    assert fresh.id != issued.id
