"""Walk a journey while parts of the installation are killed before, during and after its steps."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from .browser import Browser, CutOff, Sending
from .installation import Victim
from .journeys import Journey
from .steps import Step, Walk

Moment = Literal["before", "during", "after"]
MOMENTS: tuple[Moment, ...] = ("before", "during", "after")


@dataclass(frozen=True)
class Strike:
    """
    A kill: of whom, and when.

    `during` is the middle of a transaction, before its commit: of the request, or, with a `table` that a background
    part writes to, of what that part does about it. `after` is after the commit, with the answer lost on its way.
    """

    victim: Victim
    moment: Moment
    table: str = ""


def walk_through(walk: Walk, journey: Journey, strikes: Mapping[str, Strike]) -> None:
    """Walk a journey to its end; after each strike everything is there, and the step is taken again."""
    for step in journey.steps:
        _take(walk, step, strikes.get(step.name))


def _take(walk: Walk, step: Step, strike: Strike | None) -> None:
    if strike is not None and strike.moment == "before":
        _kill(walk, strike)
        walk.check_kept()
    sending = step.prepare(walk)
    browser = walk.browsers[step.by]
    if strike is not None and strike.moment == "during":
        _kill_during(walk, strike, browser, sending, table=strike.table or step.table)
    elif strike is not None and strike.moment == "after":
        cookies = dict(browser.cookies)
        step.keep(walk, browser.send(sending))
        _kill(walk, strike)
        browser.cookies = cookies  # the answer was lost on its way
    step.keep(walk, browser.send(sending))
    if strike is not None:
        walk.check_kept()


def _kill(walk: Walk, strike: Strike) -> None:
    walk.at.recover(strike.victim, walk.at.kill(strike.victim))


def _kill_during(walk: Walk, strike: Strike, browser: Browser, sending: Sending, *, table: str) -> None:
    with ThreadPoolExecutor(1) as other, walk.at.holding(table) as wait_for_somebody:
        other.submit(_send, browser, sending)
        wait_for_somebody()
        killed = walk.at.kill(strike.victim)
    walk.at.recover(strike.victim, killed)


def _send(browser: Browser, sending: Sending) -> None:
    with suppress(CutOff):
        browser.send(sending)
