"""A journey comes from declarations alone: who gives a paper stands before who asks for it, and no more is promised than is known."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.money import Baht
from sala.servicekit import Pack, load_pack
from sala.servicekit.schema.facts import Document
from sala.servicekit.schema.offer import Clock, Fee, Issued
from sala.servicekit.schema.public_service import Guide

from ..contracts import Journey, JourneyStep, LifeEventCard
from ..logic.journeys import Papers, make_journey

THAILAND = Path(__file__).parents[5] / "thailand"
ON = date(2026, 11, 20)  # a Friday
WORDS = {"th": "เอกสาร", "en": "Paper"}
CALENDAR = WorkingCalendar.load(THAILAND / "calendar")
MODEL = load_pack(THAILAND).guides["death-registration"]


def service(
    slug: str, asks: str = "", issues: str = "", *, limit: Clock | None = None, fee: Fee | None = None
) -> Guide:
    """A service that asks for some papers (`a? b` asks for b always and for a in some cases) and issues others."""
    documents = (
        Document(id=one.rstrip("?"), unverified=True, when_words=WORDS if one.endswith("?") else None, **WORDS)
        for one in asks.split()
    )
    return MODEL.model_copy(
        update={
            "slug": slug,
            "documents": tuple(documents),
            "issues": tuple(Issued(id=one, at="granted", **WORDS) for one in issues.split()),
            "within": limit or Clock(unverified=True),
            "fee": fee or Fee(unverified=True),
        }
    )


def within(length: int, unit: str) -> Clock:
    return Clock(length=length, unit=unit, unverified=True)


def journey(*services: Guide, beside: tuple[Guide, ...] = (), on: date = ON) -> Journey:
    words = Text(th="เรื่อง", en="Event")
    event = LifeEventCard(id="event", name=words, summary=words, icon=None, services=services)
    return make_journey(event, papers=Papers((*services, *beside)), on=on, calendar=CALENDAR)


def of_thailand(pack: Pack, event_id: str) -> Journey:
    offered = (*pack.services.values(), *pack.guides.values())
    event = pack.life_events[event_id]
    card = LifeEventCard(
        id=event_id,
        name=event.label,
        summary=event.summary,
        icon=None,
        services=tuple(one for one in offered if event_id in one.life_events),
    )
    return make_journey(card, papers=Papers(offered), on=ON, calendar=CALENDAR)


def slugs(steps: tuple[JourneyStep, ...]) -> list[str]:
    return [step.service.slug for step in steps]


def stages(found: Journey) -> list[list[str]]:
    return [slugs(stage.steps) for stage in found.stages]


names = st.sampled_from("abcdef")
some = st.lists(names, unique=True, max_size=3)
offers = st.lists(st.tuples(some, some, some), min_size=1, max_size=7)


@given(offers)
def test_who_gives_a_paper_stands_before_who_asks_for_it_but_in_a_circle(written: list[tuple[list[str], ...]]) -> None:
    found = journey(
        *(
            service(f"s{i}", " ".join([*always, *(f"{one}?" for one in sometimes)]), " ".join(issues))
            for i, (always, sometimes, issues) in enumerate(written)
        )
    )
    stage_of = {step.service.slug: i for i, stage in enumerate(found.stages) for step in stage.steps}
    knots = {i for i, stage in enumerate(found.stages) if stage.is_knot}

    assert sorted([*stage_of, *slugs(found.any_time)]) == [f"s{i}" for i in range(len(written))]
    for step in found.steps:
        for issuer in (one for waiting in step.waits_for for one in waiting.issuers):
            here, before = stage_of[step.service.slug], stage_of[issuer.slug]
            assert before < here or (before == here and here in knots)


@given(offers)
def test_the_same_declarations_give_the_same_journey(written: list[tuple[list[str], ...]]) -> None:
    def make() -> Journey:
        return journey(
            *(service(f"s{i}", " ".join(always), " ".join(issues)) for i, (always, _, issues) in enumerate(written))
        )

    assert make() == make()


def test_services_that_wait_for_each_other_stand_side_by_side_and_say_so() -> None:
    found = journey(
        service("divorce", asks="marriage-paper", issues="divorce-paper"),
        service("marriage", asks="divorce-paper?", issues="marriage-paper"),
        service("surname", asks="marriage-paper"),
    )
    assert stages(found) == [["marriage", "divorce"], ["surname"]]
    assert [stage.is_knot for stage in found.stages] == [True, False]


def test_either_of_two_who_give_the_same_is_enough() -> None:
    found = journey(service("on-time", issues="x"), service("late", issues="x"), service("grant", asks="x"))

    assert found.stages[0].is_choice
    assert [one.slug for one in found.stages[0].steps[0].instead] == ["late"]
    assert [one.slug for one in found.stages[1].steps[0].waits_for[0].issuers] == ["on-time", "late"]


def test_a_step_that_nobody_waits_for_and_that_waits_for_none_is_for_any_time() -> None:
    found = journey(service("first", issues="x"), service("second", asks="x"), service("waste"))
    assert slugs(found.any_time) == ["waste"]


def test_the_longest_chain_tells_the_time_in_days_of_the_calendar() -> None:
    found = journey(
        service("permit", issues="x", limit=within(3, "working-days")),
        service("number", asks="x", limit=within(10, "days")),
        service("short", limit=within(15, "minutes")),
    )
    # Friday, then Monday to Wednesday, then ten days of any kind.
    assert (found.time.done_on, found.time.days, found.time.without_limit) == (date(2026, 12, 5), 15, 0)


def test_of_two_who_give_the_same_paper_the_faster_counts() -> None:
    found = journey(
        service("late", issues="x", limit=within(90, "days")),
        service("on-time", issues="x", limit=within(1, "days")),
        service("grant", asks="x", limit=within(2, "days")),
    )
    assert found.time.days == 3


def test_steps_without_a_limit_and_without_a_fee_are_counted_and_never_guessed() -> None:
    found = journey(
        service("a", fee=Fee(amount=Baht.of("20.50"), unverified=True)),
        service("b", fee=Fee(amount=Baht.of(30), unverified=True)),
        service("c", fee=Fee(set_by="local-ordinance", unverified=True)),
        service("d"),
    )
    assert (found.cost.known, found.cost.unknown, found.cost.by_ordinance) == (Baht.of("50.50"), 1, 1)
    assert (found.time.days, found.time.without_limit) == (0, 4)


def test_a_paper_is_gathered_once_and_says_where_it_comes_from() -> None:
    found = journey(
        service("grant", asks="birth-paper photo"),
        service("school", asks="birth-paper photo?"),
        beside=(service("birth", issues="birth-paper"),),
    )
    birth, photo = found.papers

    assert [need.service.slug for need in birth.needs] == ["grant", "school"]
    assert [one.slug for one in birth.elsewhere] == ["birth"]
    assert [need.is_if_needed for need in photo.needs] == [False, True]
    assert not found.stages


@pytest.mark.parametrize(
    ("event", "first", "then"),
    [
        ("death-in-the-family", "death-registration", "funeral-grant-elderly"),
        ("having-a-child", "birth-registration", "newborn-grant"),
        ("living-with-disability", "disability-card", "disability-allowance"),
        ("farming", "farmer-registration", "crop-disaster-aid"),
        ("opening-a-business", "company-registration", "vat-registration"),
        ("moving-house", "building-permit", "house-number-new"),
        ("voting-and-service", "military-registration", "conscription-deferral"),
    ],
)
def test_a_moment_of_life_begins_where_people_begin(thailand: Pack, event: str, first: str, then: str) -> None:
    found = stages(of_thailand(thailand, event))

    assert found[0][0] == first
    assert any(then in stage for stage in found[1:])


def test_a_new_house_gets_its_number_before_water_and_electricity(thailand: Pack) -> None:
    assert {"water-connection", "electricity-connection"} <= set(stages(of_thailand(thailand, "moving-house"))[2])


def test_what_people_hold_sends_nobody_anywhere(thailand: Pack) -> None:
    for event in thailand.life_events:
        found = of_thailand(thailand, event)
        waited_for = {waiting.paper for step in found.steps for waiting in step.waits_for}
        assert "identity-card" not in waited_for
        assert all(paper.elsewhere == () or not paper.steps for paper in found.papers)


def test_a_discreet_service_shows_no_paper_and_gives_none(thailand: Pack) -> None:
    found = of_thailand(thailand, "falling-ill")
    (discreet,) = [step for step in found.steps if step.service.discreet]

    assert (discreet.waits_for, discreet.gives) == ((), ())
    assert not [need for paper in found.papers for need in paper.needs if need.service.discreet]
