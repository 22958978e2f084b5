"""What a search leaves behind: a question without an answer, a first answer called wrong, and never a trace of a person."""

import logging
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from sala.domains.catalogue import public as catalogue
from sala.sites.citizen import searching

STRANGE = "ขออนุญาตเลี้ยงมังกรโคโมโด"
KNOWN = "ทำใบขับขี่"


def rows(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def kept() -> list[tuple[object, ...]]:
    return rows("SELECT text, lang, sum(times) FROM catalogue_question q JOIN catalogue_question_day d"
                " ON d.question_id = q.id GROUP BY text, lang ORDER BY text")  # fmt: skip


def reported() -> list[tuple[object, ...]]:
    return rows("SELECT text, first, chosen FROM catalogue_wrong_answer w JOIN catalogue_question q"
                " ON q.id = w.question_id ORDER BY text")  # fmt: skip


def form_of(visitor: Client, query: str, *, lang: str = "") -> dict[str, str]:
    """Give what the one button of the search page sends."""
    page = visitor.get(f"{lang}/search", {"q": query})
    html = page.content.decode()
    return {
        name: html.split(f'name="{name}" value="')[1].split('"')[0] for name in ("csrfmiddlewaretoken", "q", "report")
    }


def tap(visitor: Client, query: str) -> str:
    """Press the button; give the address of the page that thanks."""
    answer = visitor.post("/search/wrong-answer", form_of(visitor, query))
    assert answer.status_code == 303
    return str(answer["Location"])


def choose(visitor: Client, address: str, **chosen: str) -> str:
    html = visitor.get(address).content.decode()
    token = html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    return visitor.post(address, {"csrfmiddlewaretoken": token, **chosen}, follow=True).content.decode()


def test_a_question_without_a_good_answer_is_counted(visitor: Client) -> None:
    visitor.get("/search", {"q": STRANGE})
    visitor.get("/search", {"q": STRANGE})
    visitor.get("/en/search", {"q": "Dragon"})
    assert kept() == [("dragon", "en", 1), (STRANGE, "th", 2)]


def test_a_question_with_a_good_answer_leaves_nothing(visitor: Client) -> None:
    visitor.get("/search", {"q": KNOWN})
    assert kept() == []


@pytest.mark.parametrize(
    "typed",
    [
        "มังกร 1-2345-67890-12-3",
        "มังกร ๑๒๓๔๕๖๗๘๙๐๑๒๓",
        "มังกร 081-234-5678",
        "มังกร somchai@example.com",
        "มังกร 123/45",
        "มังกร นายสมชาย รักไทย",
        "นางสาววิภาวรรณ แสงทอง มังกร",
        "มังกร ของสมหญิง",
    ],
)
def test_nothing_that_names_a_person_is_kept(visitor: Client, typed: str) -> None:
    visitor.get("/search", {"q": typed}, follow=True)
    ((text, _, _),) = kept()
    assert set(str(text).split()) <= {"มังกร", "ของ"}


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "ก" * 10_000, "🐉🐉", "'; DROP TABLE catalogue_question; --", "<script>alert(1)</script>", "1234567890123",
     "ຂ້ອຍຢາກແຕ່ງງານ", "ខ្ញុំចង់រៀបការ", "ที่ไหนบ้างครับ", "\x00\x07", "่่่", "%s %(text)s", "\\"],
)  # fmt: skip
def test_whatever_is_typed_is_answered_and_can_be_kept(visitor: Client, typed: str) -> None:
    answer = visitor.get("/search", {"q": typed}, follow=True)
    assert answer.status_code == 200
    assert all(len(str(text)) <= 80 and "<" not in str(text) for text, _, _ in kept())


def test_a_page_that_is_only_fetched_ahead_counts_nothing(visitor: Client) -> None:
    visitor.get("/search", {"q": STRANGE}, headers={"Sec-Purpose": "prefetch"})
    visitor.head("/search", {"q": STRANGE})
    assert kept() == []


def test_one_visitor_cannot_fill_the_table(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_QUESTIONS_KEPT_AN_HOUR", 2)
    for word in ("มังกร", "ยูนิคอร์น", "พญานาค"):
        assert visitor.get("/search", {"q": word}).status_code == 200
    assert len(kept()) == 2


def test_a_search_answers_although_its_question_cannot_be_kept(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**asked: object) -> None:
        raise RuntimeError(f"no room for {asked}")

    monkeypatch.setattr(catalogue, "keep_question", fail)
    with caplog.at_level(logging.WARNING, logger="sala.afterwards"):
        answer = visitor.get("/search", {"q": STRANGE})
    assert answer.status_code == 200
    assert [record.getMessage() for record in caplog.records] == ["left undone after an answer: RuntimeError"]


def test_one_tap_reports_the_first_answer_and_thanks(visitor: Client) -> None:
    page = visitor.get(tap(visitor, KNOWN)).content.decode()
    assert reported() == [(KNOWN, "driving-licence-first", None)]
    assert "ขอบคุณที่บอกเรา" in page
    assert 'value="driving-licence-first"' not in page and 'value="none"' in page


def test_a_form_sent_twice_reports_once(visitor: Client) -> None:
    form = form_of(visitor, KNOWN)
    first, second = (visitor.post("/search/wrong-answer", form)["Location"] for _ in range(2))
    assert first == second
    assert len(reported()) == 1


def test_the_right_service_is_chosen_and_the_page_leads_there(visitor: Client) -> None:
    page = choose(visitor, tap(visitor, KNOWN), chosen="driving-licence-renewal")
    assert reported() == [(KNOWN, "driving-licence-first", "driving-licence-renewal")]
    assert 'href="/services/driving-licence-renewal"' in page


def test_none_of_those_found_is_an_answer_too(visitor: Client) -> None:
    page = choose(visitor, tap(visitor, KNOWN), chosen="none")
    assert reported() == [(KNOWN, "driving-licence-first", "")]
    assert "1111" in page and "/life-events/growing-old" in page


@pytest.mark.parametrize("chosen", ["", "no-such-service", "driving-licence-first", "<script>", "x" * 5000])
def test_what_was_not_offered_is_not_chosen(visitor: Client, chosen: str) -> None:
    page = choose(visitor, tap(visitor, KNOWN), chosen=chosen)
    assert reported() == [(KNOWN, "driving-licence-first", None)]
    assert "govuk-error-summary" in page and "<script>" not in page.replace("<script type", "")


def test_a_journey_that_stands_first_can_be_wrong_too(visitor: Client) -> None:
    tap(visitor, "พ่อเพิ่งเสีย ต้องไปติดต่อที่ไหนบ้าง")
    assert [first for _, first, _ in reported()] == ["life-event:death-in-the-family"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"q": KNOWN},
        {"q": KNOWN, "report": "x"},
        {"q": "", "report": str(uuid4())},
        {"q": "qzxjv", "report": str(uuid4())},
        {"q": "1234567890123", "report": str(uuid4())},
        {"q": "🐉" * 5000, "report": str(uuid4())},
        {"q": "'; --", "report": str(uuid4())},
        {"q": "\x00ຂ້ອຍ", "report": str(uuid4())},
    ],
)
def test_a_report_that_says_nothing_leads_back_to_the_search(visitor: Client, sent: dict[str, str]) -> None:
    token = form_of(visitor, KNOWN)["csrfmiddlewaretoken"]
    answer = visitor.post("/search/wrong-answer", {"csrfmiddlewaretoken": token, **sent})
    assert (answer.status_code, answer["Location"]) == (303, "/search")
    assert reported() == []


def test_a_report_keeps_no_number_of_a_person_whoever_sends_it(visitor: Client) -> None:
    form = form_of(visitor, KNOWN) | {"q": f"{KNOWN} 1-2345-67890-12-3 นายสมชาย"}
    visitor.post("/search/wrong-answer", form)
    assert [text for text, _, _ in reported()] == [KNOWN]


def test_the_address_of_the_button_leads_to_the_search_when_it_is_opened(visitor: Client) -> None:
    assert visitor.get("/en/search/wrong-answer")["Location"] == "/en/search"


def test_another_site_cannot_report(visitor: Client) -> None:
    assert visitor.post("/search/wrong-answer", {"q": KNOWN, "report": str(uuid4())}).status_code == 403


def test_a_report_that_nobody_made_is_not_there(visitor: Client) -> None:
    assert visitor.get(f"/search/wrong-answer/{uuid4()}").status_code == 404
