"""An application from its first page to its receipt, against PostgreSQL."""

from datetime import timedelta

import pytest
from tests.cast import Cast, SignedInAs

from sala.domains.ledger import public as ledger
from sala.kernel.policies import SignInNeeded

from .. import public as casework
from ..contracts import AgencyUnknown, CaseChangedMeanwhile, CaseNotFound, DraftIsIncomplete, Upload
from ..models import Attachment, Case
from .forms import ALLOWANCE, FOOD_SHOP, NOW, PNG, Fill, Send

LATER = NOW + timedelta(minutes=5)
ALLOWANCE_SLUG, SHOP_SLUG, SCAM_SLUG = "old-age-allowance", "food-shop-notification", "scam-report"


def test_a_double_click_on_start_opens_one_draft(signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    first = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW)
    second = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=LATER)
    assert (first.is_new, second.is_new) == (True, False)
    assert first.id == second.id


def test_the_allowance_asks_for_a_sign_in(signed_in_as: SignedInAs) -> None:
    with pytest.raises(SignInNeeded):
        casework.start_draft(slug=ALLOWANCE_SLUG, by=signed_in_as(None), lang="th", at=NOW)


def test_what_the_state_knows_is_read_once_and_told(cast: Cast, signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    started = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW)
    casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=LATER)
    draft = casework.get_draft(case_id=started.id, by=elder)
    seen = [record for record in ledger.list_access(person=cast["elder"]).items if record.purpose == "prefill"]
    assert draft.known["name"].value.full("th") == "นางสมมติ ตัวอย่างหกสิบ"
    assert draft.known["municipality"].register == "house-registry"
    assert [record.through for record in seen] == ["apply:old-age-allowance"]


def test_what_was_typed_wrong_is_kept_and_marked_and_does_not_count(signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    case = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW).id
    raw = ALLOWANCE["payment"] | {"account-number": ["12"]}
    saved = casework.save_page(case_id=case, page_id="payment", raw=raw, version=0, by=elder, at=LATER)
    draft = casework.get_draft(case_id=case, by=elder)
    assert saved.errors["account"]["en"].startswith("This is not an account number")
    assert saved.wrong_parts["account"] == {"number"}
    assert draft.answers.typed["account-number"] == ("12",)
    assert draft.answers.values == {"payment_way": "own-account"}


def test_the_later_of_two_tabs_is_kept_and_told_that_it_overtook(signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    case = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW).id
    yes, no = {"receives_other_state_benefit": ["yes"]}, {"receives_other_state_benefit": ["no"]}
    one = casework.save_page(case_id=case, page_id="other-money", raw=yes, version=0, by=elder, at=NOW)
    two = casework.save_page(case_id=case, page_id="other-money", raw=no, version=0, by=elder, at=LATER)
    assert (one.overtook, two.overtook) == (False, True)
    assert casework.get_draft(case_id=case, by=elder).answers.values == {"receives_other_state_benefit": False}


def test_two_tabs_that_say_the_same_do_not_disturb_each_other(signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    case = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW).id
    for _ in range(2):
        raw = ALLOWANCE["other-money"]
        saved = casework.save_page(case_id=case, page_id="other-money", raw=raw, version=0, by=elder, at=NOW)
    assert not saved.overtook


def test_a_page_that_does_not_exist_is_not_found(fill: Fill, signed_in_as: SignedInAs) -> None:
    case = fill("elder", ALLOWANCE_SLUG)
    with pytest.raises(CaseNotFound):
        casework.save_page(case_id=case, page_id="nothing", raw={}, version=0, by=signed_in_as("elder"), at=NOW)


def test_an_answer_that_no_longer_counts_is_kept_but_decides_nothing(fill: Fill, signed_in_as: SignedInAs) -> None:
    case, elder = fill("elder", ALLOWANCE_SLUG), signed_in_as("elder")
    other = ALLOWANCE["payment"] | {"payment_way": ["authorised-account"]}
    casework.save_page(case_id=case, page_id="payment", raw=other, version=9, by=elder, at=NOW)
    name = {"authorised_name": ["นายจำลอง"], "authorised_citizen_id": ["0000000000035"]}
    casework.save_page(case_id=case, page_id="authorised", raw=name, version=9, by=elder, at=NOW)
    casework.save_page(case_id=case, page_id="payment", raw=ALLOWANCE["payment"], version=9, by=elder, at=NOW)
    assert casework.submit(case_id=case, by=elder, at=NOW).number
    assert "authorised_name" in casework.get_own_case(case_id=case, by=elder).answers.values


def test_sending_twice_gives_the_same_receipt(fill: Fill, signed_in_as: SignedInAs) -> None:
    case, owner = fill("shop-owner", SHOP_SLUG), signed_in_as("shop-owner")
    first = casework.submit(case_id=case, by=owner, at=NOW)
    assert casework.submit(case_id=case, by=owner, at=LATER) == first
    assert first.number.startswith("69-")
    assert str(first.due_on) == "2026-12-01"


def test_an_application_with_a_gap_is_not_received(signed_in_as: SignedInAs) -> None:
    elder = signed_in_as("elder")
    case = casework.start_draft(slug=ALLOWANCE_SLUG, by=elder, lang="th", at=NOW).id
    with pytest.raises(DraftIsIncomplete):
        casework.submit(case_id=case, by=elder, at=NOW)


def test_an_application_goes_to_the_municipality_one_is_registered_in(send: Send) -> None:
    assert send("elder", ALLOWANCE_SLUG).agency == "chiang-mai-city"


def test_a_shop_goes_to_the_local_authority_of_its_own_address(fill: Fill, signed_in_as: SignedInAs) -> None:
    case, owner = fill("shop-owner", SHOP_SLUG), signed_in_as("shop-owner")
    raw = FOOD_SHOP["shop"] | {"shop_address-sub-district": ["500109"]}
    casework.save_page(case_id=case, page_id="shop", raw=raw, version=9, by=owner, at=NOW)
    assert casework.submit(case_id=case, by=owner, at=NOW).agency == "mae-hia-town"


def test_where_nobody_is_responsible_the_draft_is_kept(fill: Fill, signed_in_as: SignedInAs) -> None:
    case, owner = fill("shop-owner", SHOP_SLUG), signed_in_as("shop-owner")
    raw = FOOD_SHOP["shop"] | {"shop_address-sub-district": ["570101"]}
    casework.save_page(case_id=case, page_id="shop", raw=raw, version=9, by=owner, at=NOW)
    with pytest.raises(AgencyUnknown):
        casework.submit(case_id=case, by=owner, at=NOW)
    assert casework.get_draft(case_id=case, by=owner).answers.values["shop_name"] == "ครัวตัวอย่าง"


def test_after_sending_nothing_can_be_typed_over(send: Send, signed_in_as: SignedInAs) -> None:
    case, elder = send("elder", ALLOWANCE_SLUG).case_id, signed_in_as("elder")
    with pytest.raises(CaseChangedMeanwhile):
        casework.save_page(case_id=case, page_id="confirm", raw={}, version=9, by=elder, at=LATER)


def test_a_draft_is_nobody_elses(fill: Fill, signed_in_as: SignedInAs) -> None:
    case = fill("elder", ALLOWANCE_SLUG)
    for key in ("shop-owner", "officer", None):
        with pytest.raises(CaseNotFound):
            casework.get_draft(case_id=case, by=signed_in_as(key))


def test_without_an_account_only_the_code_opens_the_report(signed_in_as: SignedInAs) -> None:
    nobody = signed_in_as(None)
    started = casework.start_draft(slug=SCAM_SLUG, by=nobody, lang="en", at=NOW)
    signed_in_as(None)
    with pytest.raises(CaseNotFound):
        casework.get_draft(case_id=started.id, by=nobody)
    assert casework.enter_by_code(code=(started.code or "").lower()) == started.id
    assert casework.get_draft(case_id=started.id, by=nobody).service == SCAM_SLUG


@pytest.mark.parametrize("code", ["", "   ", "AAAAA-BBBBB-CCCCC-DDDDD", "' OR 1=1 --"])
def test_a_wrong_code_opens_nothing(fill: Fill, signed_in_as: SignedInAs, code: str) -> None:
    fill(None, SCAM_SLUG)
    fill("elder", ALLOWANCE_SLUG)
    signed_in_as(None)
    with pytest.raises(CaseNotFound):
        casework.enter_by_code(code=code)
    assert Case.objects.count() == 0


def test_what_is_stored_shows_nothing_of_what_was_typed(fill: Fill) -> None:
    row = Case.objects.get(pk=fill("shop-owner", SHOP_SLUG))
    stored = bytes(row.answers) + bytes(row.known) + bytes(Attachment.objects.get().content)
    assert "ครัวตัวอย่าง".encode() not in stored
    assert PNG not in stored


def test_a_file_is_kept_whole_and_can_be_taken_out(fill: Fill, signed_in_as: SignedInAs) -> None:
    case, owner = fill("shop-owner", SHOP_SLUG), signed_in_as("shop-owner")
    (file,) = casework.get_draft(case_id=case, by=owner).answers.files
    assert casework.get_file(case_id=case, file_id=file.id, by=owner, at=NOW) == (file, PNG)
    raw = FOOD_SHOP["operator"]
    saved = casework.save_page(
        case_id=case, page_id="operator", raw=raw, version=9, by=owner, at=NOW, without=[file.id]
    )
    assert saved.errors.keys() == {"floor_plan"}
    assert not Attachment.objects.exists()


def test_a_file_that_is_not_what_its_name_says_is_refused_and_the_answers_are_kept(signed_in_as: SignedInAs) -> None:
    owner = signed_in_as("shop-owner")
    case = casework.start_draft(slug=SHOP_SLUG, by=owner, lang="th", at=NOW).id
    bad = Upload(field="floor_plan", name="plan.pdf", content=b"MZ\x90\0" + b"\0" * 60)
    raw = FOOD_SHOP["operator"]
    saved = casework.save_page(case_id=case, page_id="operator", raw=raw, version=0, by=owner, at=NOW, uploads=[bad])
    assert saved.errors["floor_plan"]["en"].startswith("This file is not what its name says")
    assert casework.get_draft(case_id=case, by=owner).answers.values["food_handlers"] == 2
