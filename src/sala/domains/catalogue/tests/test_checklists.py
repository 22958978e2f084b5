"""A person's ticks are theirs alone, can be taken back, and follow the journey as it is today."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.cast import SignedInAs

from sala.infra import tenancy
from sala.kernel.actors import ANONYMOUS, Actor
from sala.kernel.policies import SignInNeeded

from .. import public as catalogue
from ..models import Mark

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
ON = date(2026, 11, 20)
DEATH = "death-in-the-family"


@pytest.fixture
def elder(signed_in_as: SignedInAs) -> Actor:
    """The one whose list it is; the transaction has entered their rows."""
    return signed_in_as("elder")


def mark(by: Actor, *, papers: tuple[str, ...] = (), at: datetime = NOON, **steps: catalogue.MarkState | None) -> None:
    named = {name.replace("_", "-"): state for name, state in steps.items()}
    catalogue.keep_marks(event_id=DEATH, steps=named, papers=papers, by=by, at=at)


def read(by: Actor) -> catalogue.Checklist:
    return catalogue.get_checklist(event_id=DEATH, by=by, on=ON)


def put(by: Actor, *, kind: str, name: str, state: str = "done", life_event: str = DEATH) -> None:
    """Store a mark past every operation."""
    assert by.person
    Mark.objects.create(person=by.person, life_event=life_event, kind=kind, name=name, state=state, marked_at=NOON)


def test_what_is_ticked_is_still_ticked_later(elder: Actor) -> None:
    mark(elder, death_registration="done", papers=("death-certificate",))
    mark(elder, vehicle_transfer="not-mine", papers=("death-certificate", "bank-book"))

    found = read(elder)

    assert found.services == {"death-registration": "done", "vehicle-transfer": "not-mine"}
    assert found.papers == {"death-certificate", "bank-book"}


def test_a_tick_can_be_taken_back_and_changed(elder: Actor) -> None:
    mark(elder, death_registration="done", papers=("bank-book",))
    mark(elder, death_registration="not-mine")
    assert (read(elder).services, read(elder).papers) == ({"death-registration": "not-mine"}, frozenset())

    mark(elder, death_registration=None)
    assert (read(elder).services, read(elder).changed_at) == ({}, None)


def test_ticking_twice_is_ticking_once(elder: Actor) -> None:
    mark(elder, death_registration="done")
    mark(elder, death_registration="done", at=NOON + timedelta(hours=1))

    assert Mark.objects.count() == 1
    assert read(elder).changed_at == NOON + timedelta(hours=1)


def test_what_does_not_concern_a_person_counts_neither_as_done_nor_as_to_do(elder: Actor) -> None:
    mark(elder, death_registration="done", vehicle_transfer="not-mine")
    journey = catalogue.get_journey(event_id=DEATH, on=ON)

    progress = catalogue.count_progress(journey, read(elder))
    assert (progress.done, progress.of, progress.not_mine) == (1, len(journey.steps) - 1, 1)
    assert catalogue.count_progress(journey, read(elder), also_done=["land-transfer", "vehicle-transfer"]).done == 2


def test_the_list_of_lists_puts_the_last_touched_first(elder: Actor) -> None:
    mark(elder, death_registration="done")
    later = NOON + timedelta(days=1)
    catalogue.keep_marks(event_id="driving", steps={"vehicle-tax": "done"}, papers=(), by=elder, at=later)

    assert [one.life_event for one in catalogue.list_checklists(by=elder, on=ON)] == ["driving", DEATH]


def test_a_deleted_list_is_gone_and_others_stay(elder: Actor) -> None:
    mark(elder, death_registration="done")
    catalogue.keep_marks(event_id="driving", steps={"vehicle-tax": "done"}, papers=(), by=elder, at=NOON)
    catalogue.delete_checklist(event_id=DEATH, by=elder)

    assert [one.life_event for one in catalogue.list_checklists(by=elder, on=ON)] == ["driving"]


def test_what_has_left_the_moment_of_life_is_not_shown(elder: Actor) -> None:
    mark(elder, death_registration="done")
    put(elder, kind="service", name="passport-appointment")
    put(elder, kind="paper", name="photo-of-a-cat")
    put(elder, kind="service", name="gone", life_event="gone")

    assert read(elder).services == {"death-registration": "done"}
    assert read(elder).papers == frozenset()
    assert [one.life_event for one in catalogue.list_checklists(by=elder, on=ON)] == [DEATH]


def test_a_step_of_another_moment_of_life_is_refused_and_a_paper_passed_over(elder: Actor) -> None:
    with pytest.raises(catalogue.StepNotFound):
        mark(elder, vehicle_tax="done")
    mark(elder, papers=("vehicle-tax-disc", "bank-book"))
    assert read(elder).papers == {"bank-book"}


def test_a_visitor_has_an_empty_list_and_can_keep_none(db: None) -> None:
    assert read(ANONYMOUS).services == {}
    assert catalogue.list_checklists(by=ANONYMOUS, on=ON) == ()
    with pytest.raises(SignInNeeded):
        mark(ANONYMOUS, death_registration="done")
    with pytest.raises(SignInNeeded):
        catalogue.delete_checklist(event_id=DEATH, by=ANONYMOUS)


@pytest.mark.parametrize("key", ["shop-owner", "officer", None])
def test_nobody_else_sees_a_list_not_even_past_every_operation(
    elder: Actor, signed_in_as: SignedInAs, key: str | None
) -> None:
    mark(elder, death_registration="done")
    signed_in_as(key)
    assert Mark.objects.count() == 0


def test_nobody_writes_into_anothers_list(elder: Actor, signed_in_as: SignedInAs) -> None:
    signed_in_as("shop-owner")
    with pytest.raises(Exception, match="row-level security"), transaction.atomic():
        mark(elder, death_registration="done")


def test_a_state_that_nobody_knows_cannot_be_stored(elder: Actor) -> None:
    tenancy.enter(person=elder.person)
    with pytest.raises(IntegrityError, match="catalogue_mark_known"), transaction.atomic():
        put(elder, kind="paper", name="photo", state="not-mine")
