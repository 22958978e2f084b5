"""The page of a journey: whole for a visitor, one's own for who signed in, and every tick a plain form."""

import re

import pytest
from django.test import Client
from tests.cast import Browser

from sala.domains.catalogue import public as catalogue

from .listening import listen

DEATH = "/life-events/death-in-the-family"
TICK = "/my/life-events/death-in-the-family"
SHOP = "/life-events/opening-a-business"

each_language = pytest.mark.parametrize("lang", ["", "/en"])


def html(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def in_order(page: str, *parts: str) -> bool:
    places = [page.index(part) for part in parts]
    return places == sorted(places)


@each_language
def test_after_a_death_the_registration_comes_first(visitor: Client, lang: str) -> None:
    page = html(visitor, f"{lang}{DEATH}")
    assert in_order(page, "step-death-registration", "step-estate-administrator", "step-land-transfer", 'id="papers"')


@each_language
def test_every_moment_of_life_has_its_page(visitor: Client, lang: str) -> None:
    for event in catalogue.list_life_events():
        page = html(visitor, f"{lang}/life-events/{event.id}")
        assert page.count('class="sala-step') >= len(event.services)
        assert "None" not in re.sub(r"<[^>]+>", "", page).replace("None of", "")


def test_totals_say_what_they_leave_out(visitor: Client) -> None:
    page = html(visitor, "/en/life-events/moving-house")
    assert "At least 45 days" in page
    assert "Steps with no known time limit: 6" in page
    assert "Steps with a fee set by local ordinance: 2" in page


def test_a_visitor_gets_a_list_to_print_and_is_asked_to_sign_in_to_keep_it(visitor: Client) -> None:
    page = html(visitor, DEATH)

    assert f'href="/sign-in?next={DEATH}"' in page
    assert 'class="sala-box"' in page
    assert "<form" not in page.split("<main")[1]


def test_a_visitor_who_posts_is_asked_to_sign_in(visitor: Client) -> None:
    token = visitor.get("/search").cookies.get("csrftoken")
    answer = Client(headers={"host": "localhost"}).post(TICK, {"mark": "death-registration:done"})
    assert answer.status_code == 401 or "/sign-in" in answer.headers["Location"]
    assert token is None or token.value


def test_a_tick_is_kept_shown_counted_and_taken_back(browser: Browser) -> None:
    elder = browser("elder")
    answer = elder.post(TICK, {"mark": "death-registration:done", "paper": ["bank-book"]})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{DEATH}#step-death-registration")

    page = html(elder, DEATH)
    assert "ทำแล้ว 1 จาก 6" in page
    assert 'value="death-registration:open"' in page
    assert re.search(r'value="bank-book"[^>]* checked', page)

    elder.post(TICK, {"mark": "death-registration:open", "paper": ["bank-book"]})
    page = html(elder, DEATH)
    assert "ทำแล้ว 0 จาก 6" in page
    assert re.search(r'value="bank-book"[^>]* checked', page)


def test_the_same_key_ticks_once(browser: Browser) -> None:
    elder = browser("elder")
    for _ in range(2):
        answer = elder.post(TICK, {"mark": "vehicle-transfer:not-mine"}, headers={"Idempotency-Key": "one-press"})
        assert answer.headers["Location"] == f"{DEATH}#step-vehicle-transfer"
    assert "ทำแล้ว 0 จาก 5" in html(elder, DEATH)


@pytest.mark.parametrize(
    "mark", ["vehicle-tax:done", "death-registration:perhaps", "death-registration", ":", "x" * 9_000]
)
def test_a_mark_that_cannot_be_is_refused_in_words_or_passed_over(browser: Browser, mark: str) -> None:
    elder = browser("elder")
    assert elder.post(TICK, {"mark": mark}).status_code in (303, 404)
    assert "ทำแล้ว 0 จาก 6" in html(elder, DEATH)


def test_lists_in_hand_stand_on_ones_own_page_and_can_be_deleted(browser: Browser) -> None:
    elder = browser("elder")
    assert "ยังไม่มีรายการ" in html(elder, "/my/life-events")
    elder.post(TICK, {"mark": "death-registration:done"})

    assert 'href="/my/life-events"' in html(elder, "/my/cases")
    assert f'href="{DEATH}"' in html(elder, "/my/life-events")
    assert html(browser("shop-owner"), "/my/life-events").count("sala-card") == 0
    assert "<form" in html(elder, f"{TICK}/delete")
    assert elder.post(f"{TICK}/delete").headers["Location"] == "/my/life-events"
    assert "ยังไม่มีรายการ" in html(elder, "/my/life-events")


def test_an_application_begun_shows_on_the_journey(browser: Browser) -> None:
    owner = browser("shop-owner")
    assert "เริ่มแล้ว" not in html(owner, SHOP)
    owner.post("/apply/food-shop-notification/start")

    page = html(owner, SHOP)
    assert "เริ่มแล้ว" in page
    assert re.search(r'href="/apply/[0-9a-f-]{36}"', page)
    assert "เริ่มแล้ว" not in html(browser("elder"), SHOP)


def test_a_signed_in_persons_page_takes_the_same_statements_however_much_is_ticked(browser: Browser) -> None:
    elder = browser("elder")
    elder.get(SHOP)
    with listen() as before:
        elder.get(SHOP)
    names = [one.shown_path for one in catalogue.get_life_event(event_id="opening-a-business").services]
    for name in names:
        elder.post("/my/life-events/opening-a-business", {"mark": f"{name}:done", "paper": ["photo", "passport"]})
    with listen() as after:
        elder.get(SHOP)
    assert len(after) == len(before) <= 4


def test_a_discreet_service_bears_its_neutral_name_and_no_paper(visitor: Client) -> None:
    (discreet,) = [one for one in catalogue.get_life_event(event_id="falling-ill").services if one.discreet]
    for lang in ("", "/en"):
        page = html(visitor, f"{lang}/life-events/falling-ill")
        assert discreet.slug not in page
        assert discreet.name.th not in page
        assert discreet.shown_path in page
