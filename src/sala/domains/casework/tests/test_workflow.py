"""Where each of the three services' steps lead, read from their own declarations."""

import pytest

from sala.servicekit.pack import Pack
from sala.servicekit.schema.service import Service

from ..contracts import NotForThisService, ReasonMissing
from ..logic import workflow

MOVES = [
    # service, step, outcome -> next step, state, clock
    ("old-age-allowance", "check", "grant", None, "closed", "end"),
    ("old-age-allowance", "check", "refuse", None, "closed", "end"),
    ("old-age-allowance", "check", "ask-correction", "correct", "waiting", "stop"),
    ("old-age-allowance", "correct", "send", "check", "open", "resume"),
    ("food-shop-notification", "check", "certify", None, "closed", "end"),
    ("food-shop-notification", "check", "ask-correction", "correct", "waiting", "stop"),
    ("food-shop-notification", "correct", "send", "check", "open", "restart"),
    ("scam-report", "assess", "forward", None, "closed", "end"),
    ("scam-report", "assess", "record", None, "closed", "end"),
    ("scam-report", "assess", "ask-more", "answer", "waiting", "stop"),
    ("scam-report", "answer", "send", "assess", "open", "resume"),
]


def service(pack: Pack, slug: str) -> Service:
    return pack.services[slug]


@pytest.mark.parametrize(("slug", "step", "outcome", "following", "state", "clock"), MOVES)
def test_an_outcome_leads_where_its_declaration_says(
    pack: Pack, slug: str, step: str, outcome: str, following: str | None, state: str, clock: str
) -> None:
    done = workflow.move(service(pack, slug), step_id=step, outcome_id=outcome)
    assert (done.step.id if done.step else None, done.state, done.clock) == (following, state, clock)


def test_every_declared_outcome_is_in_this_table(pack: Pack) -> None:
    declared = {
        (one.slug, step.id, outcome.id)
        for one in pack.services.values()
        for step in one.steps
        if step.by != workflow.SYSTEM
        for outcome in step.outcomes
    }
    assert declared == {(slug, step, outcome) for slug, step, outcome, *_ in MOVES}


@pytest.mark.parametrize(
    ("slug", "first"),
    [("old-age-allowance", "check"), ("food-shop-notification", "check"), ("scam-report", "assess")],
)
def test_the_systems_own_steps_are_done_by_receiving(pack: Pack, slug: str, first: str) -> None:
    assert workflow.first_step(service(pack, slug)).id == first


@pytest.mark.parametrize(("step", "outcome"), [("check", "refuse"), ("nowhere", "grant"), ("correct", "certify")])
def test_what_is_not_declared_cannot_be_done(pack: Pack, step: str, outcome: str) -> None:
    with pytest.raises(NotForThisService):
        workflow.move(service(pack, "food-shop-notification"), step_id=step, outcome_id=outcome)


def test_only_an_adverse_outcome_needs_its_reason(pack: Pack) -> None:
    allowance = service(pack, "old-age-allowance")
    workflow.require_reason(workflow.move(allowance, step_id="check", outcome_id="grant"), "")
    with pytest.raises(ReasonMissing):
        workflow.require_reason(workflow.move(allowance, step_id="check", outcome_id="refuse"), " \n")
