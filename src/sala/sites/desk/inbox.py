"""The inbox as the template draws it: one row a case, nothing in it that names a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from sala.domains.casework import public as casework
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import thai_day
from sala.servicekit.schema.service import Service
from sala.ui.forms import OptionView
from sala.ui.parts import LinkView, PagesView

from .phrases import say

SHOWN: tuple[casework.State, ...] = ("open", "waiting", "closed")
_TURNS = {"open": "desk.turn-officer", "waiting": "desk.turn-applicant"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an officer asked the inbox to show: cases in one state, of one service or of each, after a cursor."""

    state: casework.State
    service: str
    after: str

    @classmethod
    def read(cls, query: Mapping[str, str], services: tuple[Service, ...]) -> "Wanted":
        """Read the address's query; what is not offered falls back to the open cases of every service."""
        state = next((each for each in SHOWN if each == query.get("state")), SHOWN[0])
        asked = query.get("service", "")
        found = next((service.shown_path for service in services if service.shown_path == asked), "")
        return cls(state=state, service=found, after=query.get("after", ""))

    def slugs(self, services: tuple[Service, ...]) -> frozenset[str]:
        """Name the services to list."""
        return frozenset(each.slug for each in services if self.service in ("", each.shown_path))

    def address(self, lang: Lang, *, state: str = "", after: str = "") -> str:
        """Give the address of the inbox with the same service in another state, or further down."""
        asked = {"state": state or self.state, "service": self.service, "after": after}
        return f"{address_of('desk', lang=lang)}?{urlencode({k: v for k, v in asked.items() if v})}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A short word about time, and the colour of its tag; no colour is plain text."""

    text: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One case of the inbox."""

    number: str
    address: str
    service: Text
    received_on: date | None
    time: Mark
    turn: str


def rows_of(
    cases: tuple[casework.CaseSummary, ...],
    *,
    services: tuple[Service, ...],
    clocks: Mapping[UUID, casework.ClockReading],
    lang: Lang,
) -> tuple[InboxRow, ...]:
    """Draw the rows of one page."""
    names = {service.slug: service.shown_name for service in services}
    return tuple(
        InboxRow(
            number=case.number,
            address=address_of("desk-case", lang=lang, case=case.id),
            service=names[case.service],
            received_on=thai_day(case.received_at) if case.received_at else None,
            time=_time_of(case, clocks.get(case.id), lang),
            turn=say(_TURNS.get(case.state, "desk.turn-nobody"), lang),
        )
        for case in cases
    )


def tabs_of(wanted: Wanted, counts: casework.InboxCounts, lang: Lang) -> tuple[LinkView, ...]:
    """Link the three states a case at the desk can be in."""
    labels = {
        "open": say("desk.open", lang, count=counts.open),
        "waiting": say("desk.waiting", lang, count=counts.waiting),
        "closed": say("desk.closed", lang),
    }
    return tuple(
        LinkView(labels[state], wanted.address(lang, state=state), is_current=state == wanted.state) for state in SHOWN
    )


def options_of(services: tuple[Service, ...], lang: Lang) -> tuple[OptionView, ...]:
    """List the services to choose from, by the names that may stand outside a case."""
    return tuple(OptionView(value=service.shown_path, label=service.shown_name[lang]) for service in services)


def pages_of(wanted: Wanted, page: casework.CasePage, lang: Lang) -> PagesView:
    """Link the next page, where there is one."""
    return PagesView(next=wanted.address(lang, after=page.next) if page.next else "")


def _time_of(case: casework.CaseSummary, clock: casework.ClockReading | None, lang: Lang) -> Mark:
    if case.state == "closed":
        return Mark(say(f"desk.result-{case.result}", lang))
    if case.state == "waiting":
        return Mark(say("desk.clock-stands", lang), "grey")
    return mark_of(clock, lang)


def mark_of(clock: casework.ClockReading | None, lang: Lang) -> Mark:
    """Say how much time is left, marked when it is short or over."""
    if clock is None:
        return Mark(say("desk.no-limit", lang))
    if clock.state == "late":
        return Mark(say("desk.days-late" if clock.days else "desk.days-late-today", lang, days=clock.days), "red")
    if clock.state == "soon":
        return Mark(say("desk.days-soon" if clock.days else "desk.days-today", lang, days=clock.days), "orange")
    return Mark(say("desk.days-left", lang, days=clock.days))
