"""What people read of a case: its facts in words, the law's finding, its documents and its messages."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sala.kernel.bilingual import Lang, Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.identifiers import CitizenId
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate, PersonName
from sala.servicekit.pack import Pack
from sala.servicekit.schema.offer import Gives, Issued
from sala.servicekit.schema.service import Service

from ..contracts import Answers, Case, Decision, Reason
from ..logic import papers, telling
from ..logic.finding import as_of_day, law_facts, payment_days
from ..logic.shown import label_of, shown
from .forms import NOW

PLACES = {"500104": Text(th="ตำบลช้างม่อย อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่", en="Chang Moi, Mueang Chiang Mai, Chiang Mai")}
BANKS = {"bank:006": Text(th="ธนาคารกรุงไทย", en="Krungthai Bank")}
AGENCY = Text(th="เทศบาลนครเชียงใหม่", en="Chiang Mai City Municipality")
SURNAME_REASON = Reason(
    text=Text(th="รับบำนาญจากรัฐอยู่", en="Receives a state pension"),
    citation=Text(th="ระเบียบ มท. ข้อ 6", en="MOI Regulation cl. 6"),
    holds=False,
)
REFUSED = Decision(
    outcome="refuse",
    result="refused",
    decided_at=NOW,
    decided_by=UUID(int=1),
    role="municipal-officer",
    as_of=date(2026, 11, 20),
    reasons=(SURNAME_REASON,),
    note="ยื่นใหม่ได้เมื่อเลิกรับบำนาญ",
)


@pytest.fixture
def allowance(pack: Pack) -> Service:
    """The old-age allowance."""
    return pack.services["old-age-allowance"]


@pytest.fixture
def shop(pack: Pack) -> Service:
    """The notification of a small food shop."""
    return pack.services["food-shop-notification"]


@pytest.mark.parametrize(
    ("fact", "value", "lang", "lines"),
    [
        ("receives_other_state_benefit", False, "th", ("ไม่ใช่",)),
        ("receives_other_state_benefit", True, "en", ("Yes",)),
        ("has_confirmed", True, "en", ("Confirmed",)),
        ("payment_way", "own-account", "en", ("Into my own bank account",)),
        ("account", {"bank": "006", "number": "1234567890"}, "en", ("Krungthai Bank", "••••••7890")),
        ("authorised_citizen_id", CitizenId.parse("0-0000-00000-03-5"), "en", (CitizenId("0000000000035").masked,)),
        ("born", BirthDate(year=2509, month=10, day=6), "th", ("6 ตุลาคม 2509",)),
        ("name", PersonName(title="นาง", first="สมมติ", last="ตัวอย่างหกสิบ"), "th", ("นางสมมติ ตัวอย่างหกสิบ",)),
    ],
)
def test_a_fact_is_shown_in_words(
    allowance: Service, fact: str, value: Any, lang: Lang, lines: tuple[str, ...]
) -> None:
    assert shown(allowance, fact, value, lang, BANKS) == lines


@pytest.mark.parametrize(
    ("fact", "value", "lang", "lines"),
    [
        ("area_square_metres", 45, "en", ("45 square metres",)),
        ("business", ["sell-food", "store-food"], "th", ("ขายอาหาร", "สะสมอาหาร")),
        ("opens_on", date(2026, 12, 1), "th", ("1 ธันวาคม 2569",)),
        ("opens_on", date(2026, 12, 1), "en", ("1 December 2026",)),
        ("shop_name", "ครัวตัวอย่าง", "en", ("ครัวตัวอย่าง",)),
        (
            "shop_address",
            {"house-number": "999/4", "moo": "2", "road": "ตัวอย่าง", "sub-district": "500104", "postcode": "50100"},
            "th",
            ("999/4 หมู่ที่ 2 ถนนตัวอย่าง", "ตำบลช้างม่อย อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50100"),
        ),
    ],
)
def test_a_shops_fact_is_shown_in_words(
    shop: Service, fact: str, value: Any, lang: Lang, lines: tuple[str, ...]
) -> None:
    assert shown(shop, fact, value, lang, PLACES) == lines


def test_money_is_shown_with_its_unit(shop: Service) -> None:
    assert shown(shop, "fee", Baht.of("600"), "en") == (Baht.of("600").format("en"),)


def test_a_fact_is_called_by_its_question_or_its_name_in_the_register(allowance: Service) -> None:
    assert label_of(allowance, "phone")["en"] == "Telephone number"
    assert label_of(allowance, "born")["th"] == "วันเกิด"


def test_the_law_is_told_our_facts_by_its_own_names(allowance: Service) -> None:
    assert allowance.decide is not None
    told = law_facts(allowance.decide, {"nationality": "TH", "municipality": "chiang-mai-city"})
    assert (told["is_thai"], told["is_registered_in_area"]) == (True, True)
    assert law_facts(allowance.decide, {})["is_thai"] is None


def test_the_law_of_the_day_that_counts_as_received_decides(shop: Service) -> None:
    assert as_of_day(shop, received_on=date(2026, 11, 20), facts={}) == date(2026, 11, 20)


def test_the_allowance_is_paid_on_the_tenth_or_the_working_day_before(
    allowance: Service, calendar: WorkingCalendar
) -> None:
    assert allowance.gives is not None
    days = payment_days(allowance.gives, after=date(2026, 9, 10), months=4, calendar=calendar)
    assert [str(day) for day in days] == ["2026-10-09", "2026-11-10", "2026-12-09", "2027-01-08"]


@pytest.mark.parametrize(("rule", "paid"), [("working-day-before", "2026-02-27"), ("working-day-after", "2026-03-02")])
def test_the_thirty_first_of_a_short_month_is_its_last_day(
    allowance: Service, calendar: WorkingCalendar, rule: str, paid: str
) -> None:
    assert allowance.gives is not None
    last = {**allowance.gives.model_dump(), "paid_on": {"day": 31, "if_holiday": rule, "unverified": True}}
    (day,) = payment_days(Gives.model_validate(last), after=date(2026, 2, 1), months=1, calendar=calendar)
    assert str(day) == paid


def compose(pack: Pack, service: Service, document: str, decision: Decision | None) -> Any:
    issued = next(one for one in service.issues if one.id == document)
    facts = {"name": PersonName(title="นาง", first="สมมติ", last="ตัวอย่างหกสิบ"), "shop_name": "ครัวตัวอย่าง"}
    return papers.compose(
        service=service,
        issued=issued,
        facts=facts,
        places={},
        number="69-0000123-4",
        received=Text(th="20 พฤศจิกายน 2569", en="20 November 2026"),
        agency_name=AGENCY,
        locality=pack.localities["chiang-mai-city"],
        decision=decision,
        lang="th",
    )


def test_a_refusal_states_law_reasons_and_the_right_to_appeal(pack: Pack, allowance: Service) -> None:
    letter = compose(pack, allowance, "refusal-letter", REFUSED)
    assert letter.form == "letter"
    assert letter.addressee == "นางสมมติ ตัวอย่างหกสิบ"
    assert letter.law == (SURNAME_REASON.citation,)
    assert [reason.th for reason in letter.reasons] == ["รับบำนาญจากรัฐอยู่", "ยื่นใหม่ได้เมื่อเลิกรับบำนาญ"]
    assert letter.appeal is not None
    assert "ภายใน 15 วัน" in letter.appeal.th


def test_a_receipt_bears_the_number_and_no_appeal(pack: Pack, shop: Service) -> None:
    receipt = compose(pack, shop, "notification-receipt", None)
    rows = {row.label.en: row.value.th for row in receipt.rows}
    assert (receipt.form, receipt.appeal) == ("receipt", None)
    assert rows["Case number"] == "69-0000123-4"
    assert rows["Name of the shop"] == "ครัวตัวอย่าง"


def test_the_one_who_signs_certificates_signs_them_and_the_mayor_the_rest(pack: Pack, shop: Service) -> None:
    assert compose(pack, shop, "notification-certificate", None).officer.name == "นางสาธิต อนามัย"
    assert compose(pack, shop, "notification-receipt", None).officer.name == "นายสาธิต ลงนาม"


@pytest.mark.parametrize(
    ("at", "displayed", "form"),
    [
        ("received", False, "receipt"),
        ("certified", True, "certificate"),
        ("granted", True, "certificate"),
        ("refused", False, "letter"),
    ],
)
def test_the_sheet_follows_from_when_it_is_issued(at: str, displayed: bool, form: str) -> None:
    words = {"id": "one", "th": "หนังสือ", "en": "Letter", "at": at, "displayed": displayed}
    assert papers.form_of(Issued.model_validate(words)) == form


@pytest.fixture
def case() -> Case:
    """A case as its applicant sees it."""
    return Case(
        id=UUID(int=7),
        number="69-0000123-4",
        service="old-age-allowance",
        release="r",
        agency="chiang-mai-city",
        applicant=UUID(int=1),
        lang="th",
        state="closed",
        version=3,
        known={},
        answers=Answers(values={}, typed={}),
        received_at=NOW,
        due_on=None,
        step="check",
        result="refused",
        lines=(),
        correction=None,
        decision=REFUSED,
    )


def test_every_placeholder_of_every_notice_is_filled_in_both_languages(pack: Pack, case: Case) -> None:
    for service in pack.services.values():
        values = telling.values_of(case, service=service, agency=AGENCY, address=Text(th="/cases/7", en="/en/cases/7"))
        for notice in service.notices:
            for text in (notice.subject, notice.body):
                assert "{" not in text.fill(**values)["th"] + text.fill(**values)["en"]


def test_a_notice_of_a_refusal_gives_the_officers_words_or_the_first_reason(allowance: Service, case: Case) -> None:
    told = telling.values_of(case, service=allowance, agency=AGENCY, address=AGENCY)
    silent = replace(case, decision=replace(REFUSED, note=""))
    assert told["reason"] == "ยื่นใหม่ได้เมื่อเลิกรับบำนาญ"
    assert telling.values_of(silent, service=allowance, agency=AGENCY, address=AGENCY)["reason"] == SURNAME_REASON.text


def test_a_deadline_that_was_never_found_is_told_as_that(allowance: Service, case: Case) -> None:
    deadline = telling.values_of(case, service=allowance, agency=AGENCY, address=AGENCY)["deadline"]
    assert isinstance(deadline, Text)
    assert deadline["en"] == "no time limit in law that we could confirm"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("500101", "500101"),
        ("ตำบลศรีภูมิ อำเภอเมือง จังหวัดเชียงใหม่", "500101"),
        ("ศรีภูมิ, เมืองเชียงใหม่", "500101"),
        ("Si Phum, Mueang, Chiang Mai", "500101"),
        ("๕๐๐๑๐๑", "500101"),
    ],
)
def test_an_area_is_told_apart_by_as_much_as_people_write(pack: Pack, typed: str, code: str) -> None:
    assert [area.code for area in pack.areas.list_meant(typed)] == [code]


@pytest.mark.parametrize("typed", ["", "   ", "ที่ไหนสักแห่ง", "999999", "ศรีภูมิ ภูเก็ต"])
def test_a_place_that_does_not_exist_means_none(pack: Pack, typed: str) -> None:
    assert pack.areas.list_meant(typed) == ()


def test_a_name_shared_by_places_means_each_of_them(pack: Pack) -> None:
    assert len(pack.areas.list_meant("ในเมือง")) > 5
