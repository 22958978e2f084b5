"""A simulation in a list and at the head of its pages: what it is called, what it compares, how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sala.domains.law import public as law
from sala.infra.pages import address_of
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.ui.parts import PagesView

from .moving import value_lines
from .phrases import say

_STATES = {
    "waiting": ("cockpit.state-waiting", "grey"),
    "running": ("cockpit.state-running", "blue"),
    "done": ("cockpit.state-done", "green"),
    "failed": ("cockpit.state-failed", "red"),
}


@dataclass(frozen=True, slots=True)
class SimulationView:
    """One row of the list."""

    title: str
    address: str
    laws: str
    made_at: datetime
    maker: str
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """One number of an option: what it is called, from what to what."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option that is compared: its number, its name, and what it moves."""

    number: int
    name: str
    moves: tuple[MoveView, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far a running simulation has come, in per cent of its present phase; None before the first sign."""

    phase: str
    percent: int | None


def rows_of(simulations: Iterable[law.Simulation], *, by: Actor, lang: Lang) -> tuple[SimulationView, ...]:
    """Draw the rows of the list."""
    return tuple(_row(each, by, lang) for each in simulations)


def pages_of(page: law.SimulationPage, lang: Lang) -> PagesView:
    """Link the next page, where there is one."""
    return PagesView(next=f"{address_of('cockpit', lang=lang)}?after={page.next}" if page.next else "")


def title_of(simulation: law.Simulation, lang: Lang) -> str:
    """Give a simulation the name that its maker gave it, else that of the numbers it moves."""
    moved = (change.label[lang] for option in simulation.plan.alternatives for change in option.changes)
    return simulation.name or " · ".join(dict.fromkeys(moved))


def options_of(simulation: law.Simulation, lang: Lang) -> tuple[OptionView, ...]:
    """Say what each option moves."""
    return tuple(
        OptionView(
            number=number,
            name=say("cockpit.option", lang, number=number),
            moves=tuple(_move(change, lang) for change in alternative.changes),
        )
        for number, alternative in enumerate(simulation.plan.alternatives, 1)
    )


def progress_of(simulation: law.Simulation) -> ProgressView:
    """Say how far a simulation has come."""
    percent = 100 * simulation.done // simulation.total if simulation.total else None
    return ProgressView(phase=simulation.phase or "", percent=percent)


def _row(simulation: law.Simulation, by: Actor, lang: Lang) -> SimulationView:
    state, colour = _STATES[simulation.state]
    laws = {each.rule: each.law[lang] for each in law.list_measures()}
    return SimulationView(
        title=title_of(simulation, lang),
        address=address_of("cockpit-simulation", lang=lang, simulation=simulation.id),
        laws=" · ".join(dict.fromkeys(laws[rule] for rule in simulation.plan.rules if rule in laws)),
        made_at=simulation.made_at,
        maker=say("cockpit.by-you" if simulation.made_by == by.person else "cockpit.by-colleague", lang),
        state=say(state, lang, percent=progress_of(simulation).percent or 0),
        colour=colour,
    )


def _move(change: law.Change, lang: Lang) -> MoveView:
    return MoveView(
        label=change.label[lang],
        before=value_lines(change.before, change.unit, lang),
        after=value_lines(change.after, change.unit, lang),
    )
