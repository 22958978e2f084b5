"""The officer's side of a case, against PostgreSQL: one correction, one decision, everything on the record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cast import Cast, SignedInAs

from sala.domains.ledger import public as ledger
from sala.kernel.actors import Grant
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotAllowed

from .. import public as casework
from ..contracts import (
    CaseAlreadyDecided,
    CaseChangedMeanwhile,
    CaseNotFound,
    CorrectionAskedBefore,
    NotForThisService,
    NothingToMend,
    Reason,
    ReasonMissing,
    Upload,
)
from .forms import ALLOWANCE, FOOD_SHOP, NOW, PNG, SCAM, Fill, Send

ALLOWANCE_SLUG, SHOP_SLUG, SCAM_SLUG = "old-age-allowance", "food-shop-notification", "scam-report"
TUESDAY = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
MONDAY_AFTER = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
WHY = "ที่อยู่ร้านไม่ครบ"
REASON = Reason(text=Text(th="อายุครบ 60 ปี", en="Is sixty"), citation=Text(th="ข้อ 6", en="cl. 6"), holds=True)

Act = Callable[..., Any]


@pytest.fixture
def ask(signed_in_as: SignedInAs) -> Act:
    """Ask for a correction of the shop's address and its plan, as an officer."""

    def ask_for(case: UUID, key: str = "officer", **more: Any) -> None:
        asked: dict[str, Any] = {
            "step": "check",
            "outcome": "ask-correction",
            "items": {"shop_address": WHY, "floor_plan": ""},
        }
        asked |= {"message": "", "at": TUESDAY} | more
        casework.ask_correction(case_id=case, by=signed_in_as(key), **asked)

    return ask_for


@pytest.fixture
def decide(signed_in_as: SignedInAs) -> Act:
    """Decide a case as an officer."""

    def decide_it(case: UUID, outcome: str, key: str = "officer", **more: Any) -> str:
        said: dict[str, Any] = {"step": "check", "reasons": [REASON], "note": "", "at": TUESDAY} | more
        return casework.decide_case(case_id=case, outcome=outcome, by=signed_in_as(key), **said)

    return decide_it


def kinds_of(case: UUID) -> list[str]:
    return [entry.kind for entry in ledger.list_entries(subject=case).items]


def test_a_case_is_decided_once_and_the_first_decision_stands(
    send: Send, decide: Act, signed_in_as: SignedInAs, cast: Cast
) -> None:
    case = send("elder", ALLOWANCE_SLUG).case_id
    assert decide(case, "grant") == "granted"
    with pytest.raises(CaseAlreadyDecided):
        decide(case, "refuse", key="second-officer", note="ช้าไป")
    found = casework.get_own_case(case_id=case, by=signed_in_as("elder"))
    assert found.decision is not None
    assert (found.state, found.result, found.decision.decided_by) == ("closed", "granted", cast["officer"])
    assert found.decision.reasons == (REASON,)


def test_a_refusal_needs_its_reason(send: Send, decide: Act) -> None:
    case = send("elder", ALLOWANCE_SLUG).case_id
    with pytest.raises(ReasonMissing):
        decide(case, "refuse", note="  ")


@pytest.mark.parametrize("outcome", ["refuse", "ask-correction", "nonsense"])
def test_a_notification_cannot_be_refused(send: Send, decide: Act, outcome: str) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    with pytest.raises(NotForThisService):
        decide(case, outcome, note=WHY)


def test_asking_for_a_correction_decides_nothing(send: Send, ask: Act) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    with pytest.raises(NotForThisService):
        ask(case, outcome="certify")


def test_a_correction_says_what_to_mend(send: Send, ask: Act) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    with pytest.raises(NothingToMend):
        ask(case, items={"favourite_colour": WHY})
    with pytest.raises(ReasonMissing):
        ask(case, items={"shop_address": " "})


def test_a_correction_stops_the_clock_and_is_asked_only_once(send: Send, ask: Act, signed_in_as: SignedInAs) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case)
    owner = signed_in_as("shop-owner")
    stopped = casework.get_own_case(case_id=case, by=owner)
    casework.answer_correction(case_id=case, by=owner, at=MONDAY_AFTER)
    assert (stopped.state, stopped.due_on, stopped.lines[-1].clock) == ("waiting", None, "stop")
    with pytest.raises(CorrectionAskedBefore):
        ask(case, key="second-officer", at=MONDAY_AFTER)


def test_the_answer_gives_the_officer_the_whole_time_again(send: Send, ask: Act, signed_in_as: SignedInAs) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case)
    owner = signed_in_as("shop-owner")
    casework.answer_correction(case_id=case, by=owner, at=MONDAY_AFTER)
    answered = casework.get_own_case(case_id=case, by=owner)
    assert [line.clock for line in answered.lines] == ["", "start", "stop", "restart"]
    assert (answered.state, answered.step, str(answered.due_on)) == ("open", "check", "2026-12-11")
    with pytest.raises(CaseChangedMeanwhile):
        casework.answer_correction(case_id=case, by=owner, at=MONDAY_AFTER)


def test_after_a_correction_request_only_what_it_names_may_change(
    send: Send, ask: Act, signed_in_as: SignedInAs
) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case)
    owner = signed_in_as("shop-owner")
    raw = FOOD_SHOP["shop"] | {"shop_name": ["ร้านอื่น"], "shop_address-road": ["ถนนใหม่"]}
    saved = casework.save_page(case_id=case, page_id="shop", raw=raw, version=9, by=owner, at=TUESDAY)
    values = casework.get_draft(case_id=case, by=owner).answers.values
    assert not saved.errors
    assert (values["shop_name"], values["shop_address"]["road"]) == ("ครัวตัวอย่าง", "ถนนใหม่")


def test_a_file_that_was_not_asked_for_again_stays_as_it_was(send: Send, ask: Act, signed_in_as: SignedInAs) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case, items={"phone": WHY})
    owner = signed_in_as("shop-owner")
    (file,) = before = casework.get_draft(case_id=case, by=owner).answers.files
    other = Upload(field="floor_plan", name="other.png", content=PNG)
    casework.save_page(
        case_id=case, page_id="operator", raw={}, version=9, by=owner, at=TUESDAY, uploads=[other], without=[file.id]
    )
    assert casework.get_draft(case_id=case, by=owner).answers.files == before


def test_what_hangs_on_a_mended_answer_may_be_answered_too(send: Send, ask: Act, signed_in_as: SignedInAs) -> None:
    case = send("elder", ALLOWANCE_SLUG).case_id
    ask(case, items={"lives_at_registered_address": WHY})
    elder = signed_in_as("elder")
    moved = {"lives_at_registered_address": ["no"], "current_address-house-number": ["1"]}
    moved |= {"current_address-sub-district": ["500101"]}
    casework.save_page(
        case_id=case, page_id="contact", raw=ALLOWANCE["contact"] | moved, version=9, by=elder, at=TUESDAY
    )
    casework.answer_correction(case_id=case, by=elder, at=TUESDAY)
    assert casework.get_own_case(case_id=case, by=elder).state == "open"


def test_an_officer_with_a_stale_page_moves_nothing(send: Send, ask: Act, decide: Act) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case)
    with pytest.raises(CaseChangedMeanwhile):
        decide(case, "certify")


@pytest.mark.parametrize("key", ["other-officer", "scam-officer", "elder", None])
def test_a_case_does_not_exist_for_anyone_elses_officer(
    send: Send, decide: Act, signed_in_as: SignedInAs, key: str | None
) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    with pytest.raises(CaseNotFound):
        decide(case, "certify", key=key)
    with pytest.raises(CaseNotFound):
        casework.get_case(case_id=case, by=signed_in_as(key), at=TUESDAY)


def test_an_officer_does_not_see_what_is_not_sent(fill: Fill, signed_in_as: SignedInAs) -> None:
    case = fill("shop-owner", SHOP_SLUG)
    with pytest.raises(CaseNotFound):
        casework.get_case(case_id=case, by=signed_in_as("officer"), at=NOW)


def test_a_reader_may_not_decide(send: Send, signed_in_as: SignedInAs) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    reader = replace(signed_in_as("officer"), grants=frozenset({Grant("case.read")}))
    with pytest.raises(NotAllowed):
        casework.decide_case(case_id=case, step="check", outcome="certify", reasons=[], note="", by=reader, at=TUESDAY)


def test_every_step_is_in_the_ledger(send: Send, ask: Act, decide: Act, signed_in_as: SignedInAs) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    ask(case)
    casework.answer_correction(case_id=case, by=signed_in_as("shop-owner"), at=MONDAY_AFTER)
    decide(case, "certify", at=MONDAY_AFTER + timedelta(hours=1))
    assert kinds_of(case) == ["case.received", "case.correction-asked", "case.correction-answered", "case.decided"]


def test_every_reading_by_an_officer_is_told_to_the_applicant(send: Send, signed_in_as: SignedInAs, cast: Cast) -> None:
    case = send("elder", ALLOWANCE_SLUG).case_id
    casework.get_case(case_id=case, by=signed_in_as("officer"), at=TUESDAY)
    signed_in_as("elder")
    newest = ledger.list_access(person=cast["elder"]).items[0]
    assert (newest.by_person, newest.through, newest.agency) == (cast["officer"], "desk-case", "chiang-mai-city")


def test_an_officer_opens_a_file_and_the_applicant_is_told(send: Send, signed_in_as: SignedInAs, cast: Cast) -> None:
    case = send("shop-owner", SHOP_SLUG).case_id
    officer = signed_in_as("officer")
    (file,) = casework.get_case(case_id=case, by=officer, at=TUESDAY).answers.files
    assert casework.get_file(case_id=case, file_id=file.id, by=officer, at=TUESDAY)[1] == PNG
    signed_in_as("shop-owner")
    seen = {record.through for record in ledger.list_access(person=cast["shop-owner"]).items}
    assert {"desk-case", "desk-file"} <= seen


def test_a_report_without_an_account_is_answered_by_its_code(
    fill: Fill, ask: Act, decide: Act, signed_in_as: SignedInAs
) -> None:
    nobody = signed_in_as(None)
    started = casework.start_draft(slug=SCAM_SLUG, by=nobody, lang="th", at=NOW)
    for page, raw in SCAM.items():
        casework.save_page(case_id=started.id, page_id=page, raw=raw, version=9, by=nobody, at=NOW)
    assert casework.submit(case_id=started.id, by=nobody, at=NOW).agency == "aoc"
    ask(started.id, key="scam-officer", step="assess", outcome="ask-more", items={"story": "เล่าเพิ่ม"})
    signed_in_as(None)
    casework.enter_by_code(code=started.code or "")
    more = {"story": ["เขาโทรมาสองครั้ง"]}
    casework.save_page(case_id=started.id, page_id="story", raw=more, version=9, by=nobody, at=TUESDAY)
    casework.answer_correction(case_id=started.id, by=nobody, at=TUESDAY)
    assert decide(started.id, "record", key="scam-officer", step="assess", note="บันทึกแล้ว") == "recorded"
