"""Asking for a simulation, page by page, without a script: nothing typed is lost, nothing wrong is counted."""

import re
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Browser

ALLOWANCE = "personal_income_tax.self_allowance"
LADDER = "old_age_allowance.monthly_ladder"
RULES = ("personal_income_tax.tax", "old_age_allowance.monthly")
Form = dict[str, Any]


@pytest.fixture
def maker(browser: Browser) -> Client:
    """The policy maker's browser."""
    return browser("policy-maker")


def form(**values: Any) -> Form:
    """Give the third page as it would be sent: one allowance and one ladder, the new values from next year on."""
    ladder = {"o1-n1-below": "0", "o1-n1-start-0": "60", "o1-n1-gives-0": "600"}
    return {
        "asked": str(uuid4()),
        "options": "1",
        "rule": RULES,
        "number": (ALLOWANCE, LADDER),
        "o1-n0": "80,000",
        **ladder,
        "from-day": "1",
        "from-month": "1",
        "from-year": "2570",
        "name": "ลองดู",
        **values,
    }


def send(maker: Client, **values: Any) -> str:
    """Send the third page, and give the page that comes back."""
    answer = maker.post("/cockpit/new/values", form(**values))
    assert answer.status_code == 200
    return answer.content.decode()


def typed(page: str, name: str) -> str:
    """Give what stands in a control."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', page)
    assert found, name
    return found[1]


@pytest.mark.parametrize(
    "path", ["/cockpit", "/cockpit/new", "/en/cockpit/new/values", f"/cockpit/simulations/{uuid4()}"]
)
def test_the_cockpit_is_nowhere_for_others_and_asks_a_visitor_to_sign_in(browser: Browser, path: str) -> None:
    assert browser("officer").get(path).status_code == 404
    assert browser("elder").get(path).status_code == 404
    visitor = browser(None).get(path)
    assert visitor.status_code == 302 and "/sign-in?next=" in visitor["Location"]


def test_only_a_policy_maker_finds_the_way_in(browser: Browser) -> None:
    assert 'href="/cockpit"' in browser("policy-maker").get("/desk").content.decode()
    assert 'href="/cockpit"' not in browser("officer").get("/desk").content.decode()


def test_an_empty_list_says_what_will_be_there(maker: Client) -> None:
    assert "ยังไม่มีการทดลอง" in maker.get("/cockpit").content.decode()
    assert "No simulation yet" in maker.get("/en/cockpit").content.decode()


def test_the_numbers_offered_are_those_of_the_chosen_rules_with_what_is_not_sure(maker: Client) -> None:
    page = maker.get("/en/cockpit/new/numbers", {"rule": "old_age_allowance.monthly"}).content.decode()

    assert LADDER in page and ALLOWANCE not in page
    assert "aged 60 to 69: 600 baht a month" in page
    assert "Nobody has read this value in the text of the law yet" in page


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/cockpit/new/numbers", "/cockpit/new?missing"),
        ("/cockpit/new/numbers?rule=tax", "/cockpit/new?missing"),
        ("/cockpit/new/values", "/cockpit/new?missing"),
        (f"/cockpit/new/values?rule={RULES[0]}", f"/cockpit/new/numbers?rule={RULES[0]}&missing=1"),
        (f"/cockpit/new/values?rule={RULES[0]}&number={LADDER}", f"/cockpit/new/numbers?rule={RULES[0]}&missing=1"),
    ],
)
def test_a_page_that_lacks_what_the_one_before_asks_leads_back_to_it(maker: Client, path: str, to: str) -> None:
    assert maker.get(path)["Location"] == to
    assert "govuk-error-summary" in maker.get(to).content.decode()


def test_the_values_begin_as_the_law_has_them_today(maker: Client) -> None:
    query = urlencode({"rule": RULES, "number": (ALLOWANCE, LADDER)}, doseq=True)

    page = maker.get(f"/cockpit/new/values?{query}").content.decode()

    places = {name: place for place, name in enumerate(re.findall(r'name="number" value="([^"]+)"', page))}
    assert typed(page, f"o1-n{places[ALLOWANCE]}") == "60000"
    assert typed(page, f"o1-n{places[LADDER]}-gives-0") == "600"
    assert "ใช้ตั้งแต่ 1 มกราคม 2560" in page
    assert "ประมวลรัษฎากร มาตรา 47 (1) (ก)" in page


def test_what_is_right_waits_to_be_counted(maker: Client) -> None:
    answer = maker.post("/cockpit/new/values", form())

    assert answer.status_code == 303
    page = maker.get(answer["Location"]).content.decode()
    assert "ลองดู" in page and "60,000 บาทต่อปี เป็น 80,000 บาทต่อปี" in page
    assert 'http-equiv="refresh"' in page
    assert "รอคำนวณ" in maker.get("/cockpit").content.decode()


def test_the_same_form_sent_twice_leads_to_one_simulation(maker: Client) -> None:
    sent = form()

    assert maker.post("/cockpit/new/values", sent)["Location"] == maker.post("/cockpit/new/values", sent)["Location"]


@pytest.mark.parametrize(
    ("wrong", "anchor"),
    [
        ({"o1-n0": "มาก"}, "o1-n0"),
        ({"o1-n1-gives-0": ""}, "o1-n1-start-0"),
        ({"from-month": "13"}, "from-day"),
        ({"from-year": "3000"}, "from-day"),
        ({"asked": "x", "o1-n0": "-1"}, "o1-n0"),
    ],
)
def test_what_is_wrong_is_named_and_everything_typed_stays(maker: Client, wrong: Form, anchor: str) -> None:
    page = send(maker, **wrong)

    assert f'<a href="#{anchor}">' in page
    assert all(typed(page, name) == value for name, value in form(**wrong).items() if name.startswith("o1-"))
    assert typed(page, "name") == "ลองดู"


def test_an_option_that_moves_nothing_is_named(maker: Client) -> None:
    ladder = {
        f"o1-n1-{part}-{row}": value
        for row, (start, gives) in enumerate((("60", "600"), ("70", "700"), ("80", "800"), ("90", "1000")))
        for part, value in (("start", start), ("gives", gives))
    }

    assert "ทางเลือกที่ 1 ยังเหมือนกฎหมายปัจจุบัน" in send(maker, **{"o1-n0": "60000", **ladder})


@pytest.mark.parametrize(
    ("do", "name", "value"),
    [
        ("more-1-0", "o1-n0", "85000"),
        ("less-1-0", "o1-n0", "75000"),
        ("add", "o2-n0", "80,000"),
        ("row-1-1", "o1-n1-start-1", ""),
        ("look", "o1-n0", "80,000"),
        ("less-1-9", "o1-n0", "80,000"),
        ("drop-7", "o1-n0", "80,000"),
        ("more-²-0", "o1-n0", "80,000"),
    ],
)
def test_a_button_of_the_form_changes_the_form_and_counts_nothing(
    maker: Client, do: str, name: str, value: str
) -> None:
    assert typed(send(maker, do=do), name) == value
    assert "ยังไม่มีการทดลอง" in maker.get("/cockpit").content.decode()


@pytest.mark.parametrize("options", ["", "0", "00", "two", "9" * 5000])
def test_a_form_that_does_not_say_how_many_options_it_has_has_one(maker: Client, options: str) -> None:
    assert 'name="options" value="1"' in send(maker, do="look", options=options)


def test_an_option_and_a_row_can_be_taken_out_again(maker: Client) -> None:
    second = {"options": "2", "o2-n0": "90000", "o2-n1-below": "0", "o2-n1-start-0": "60", "o2-n1-gives-0": "900"}

    dropped = send(maker, do="drop-1", **second)
    cut = send(maker, do="cut-1-1-0")

    assert typed(dropped, "o1-n0") == "90000" and 'name="o2-n0"' not in dropped
    assert 'name="o1-n1-start-0"' not in cut


def test_no_more_than_five_options_are_compared(maker: Client) -> None:
    five = {f"o{option}-n0": "80000" for option in range(1, 6)}

    page = send(maker, do="add", options="5", **five)

    assert 'name="o5-n0"' in page and 'name="o6-n0"' not in page and 'value="add"' not in page


def test_other_values_begin_with_those_of_an_earlier_simulation(maker: Client) -> None:
    earlier = maker.post("/cockpit/new/values", form())["Location"].rsplit("/", 1)[1]

    page = maker.get(f"/cockpit/new/values?again={earlier}").content.decode()

    assert [typed(page, name) for name in ("o1-n0", "o1-n1-gives-0", "from-day", "from-year", "name")] == [
        *("80000", "600", "1", "2570", "ลองดู")
    ]


def test_a_simulation_is_deleted_once_it_is_confirmed(maker: Client) -> None:
    address = maker.post("/cockpit/new/values", form())["Location"]

    assert "ลบการทดลองนี้หรือไม่" in maker.get(f"{address}/delete").content.decode()
    answer = maker.post(f"{address}/delete")

    assert answer["Location"] == "/cockpit?deleted"
    assert maker.get(address).status_code == 404
    assert "ลบการทดลองแล้ว" in maker.get("/cockpit?deleted").content.decode()
