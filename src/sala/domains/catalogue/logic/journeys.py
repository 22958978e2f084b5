"""The way through a moment of life: what comes first, what runs together, how long it takes, what it costs, what to bring."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sala.kernel.bilingual import Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.graphs import list_knots, number_levels
from sala.kernel.money import Baht
from sala.servicekit import papers as declared
from sala.servicekit.schema.offer import Clock
from sala.servicekit.schema.public_service import PublicService

from ..contracts import Cost, Journey, JourneyStep, LifeEventCard, Need, Paper, Stage, TimeTaken, Waiting

_HOURS_A_DAY = 24


@dataclass(frozen=True)
class Papers:
    """
    What the whole catalogue says of papers: which of them people hold, who issues a first one, who one again, and its name.

    What a discreet service asks for and gives stands on its own page alone.
    """

    services: tuple[PublicService, ...]

    @cached_property
    def held(self) -> frozenset[str]:
        """The papers that people hold."""
        return declared.find_held(self.services)

    @cached_property
    def first(self) -> Mapping[str, tuple[PublicService, ...]]:
        """The services that issue each paper to whoever has none."""
        return _by_paper((paper, one) for one in self._open for paper in declared.list_first_papers(one))

    @cached_property
    def again(self) -> Mapping[str, tuple[PublicService, ...]]:
        """The services that issue each paper again: a copy, or a new one."""
        return _by_paper((issued.id, one) for one in self._open for issued in one.issues if issued.again)

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """The name of each paper that somebody issues, as the first to do so has it."""
        return {one.id: one.label for service in self._open[::-1] for one in service.issues if not one.again}

    @cached_property
    def asked_as(self) -> Mapping[str, frozenset[Text]]:
        """The words in which services ask for each paper."""
        found: dict[str, set[Text]] = {}
        for service in self._open:
            for one in service.documents:
                found.setdefault(one.id, set()).add(one.label)
        return {paper: frozenset(labels) for paper, labels in found.items()}

    @cached_property
    def _open(self) -> tuple[PublicService, ...]:
        return tuple(service for service in self.services if not service.discreet)


@dataclass(frozen=True)
class _Ground:
    """The services of one journey by their slugs in the catalogue's order, and the links among them."""

    event: LifeEventCard
    papers: Papers

    @cached_property
    def services(self) -> Mapping[str, PublicService]:
        return {service.slug: service for service in self.event.services}

    @cached_property
    def open_services(self) -> tuple[PublicService, ...]:
        # What a discreet service asks for and gives stands on its own page alone.
        return tuple(service for service in self.event.services if not service.discreet)

    @cached_property
    def links(self) -> tuple[declared.Link, ...]:
        return declared.list_links(self.open_services, held=self.papers.held)

    def links_of(self, paper: str) -> tuple[declared.Link, ...]:
        return tuple(link for link in self.links if link.paper == paper)

    def leads_to(self, slug: str) -> frozenset[tuple[str, str]]:
        """Give what a service gives to whom on this way; those who give the same can stand in for each other."""
        return frozenset((link.paper, link.user) for link in self.links if link.issuer == slug)

    @cached_property
    def followers(self) -> Mapping[str, tuple[str, ...]]:
        linked = {name for link in self.links for name in (link.issuer, link.user)}
        return {
            slug: tuple(dict.fromkeys(link.user for link in self.links if link.issuer == slug))
            for slug in self.services
            if slug in linked
        }


def make_journey(event: LifeEventCard, *, papers: Papers, on: date, calendar: WorkingCalendar) -> Journey:
    """
    Work out the way through a moment of life that begins on a day.

    Each step stands in a later stage than those that give the papers it waits for; steps that wait for each other stand side
    by side. Within a stage, who is waited for by most comes first, then the catalogue's order.
    """
    ground = _Ground(event, papers)
    levels = number_levels(ground.followers)
    stages = tuple(_stage(ground, levels, level) for level in sorted(set(levels.values())))
    return Journey(
        event=event,
        stages=stages,
        any_time=tuple(_step(ground, one) for one in event.services if one.slug not in levels),
        papers=_list_papers(ground),
        time=_time(ground, levels, on, calendar),
        cost=_cost(event.services),
    )


def _stage(ground: _Ground, levels: Mapping[str, int], level: int) -> Stage:
    here = [slug for slug in ground.services if levels.get(slug) == level]
    in_order = sorted(here, key=lambda slug: (_count_waits(ground, slug, among=here), -len(ground.followers[slug])))
    return Stage(
        steps=tuple(_step(ground, ground.services[slug], beside=in_order) for slug in in_order),
        is_knot=any(len(knot) > 1 and set(knot) <= set(here) for knot in list_knots(ground.followers)),
    )


def _count_waits(ground: _Ground, slug: str, *, among: Collection[str]) -> int:
    """Count what a step always waits for from others of its stage, so that in a knot it begins where some can begin."""
    return sum(link.user == slug and link.issuer in among and not link.is_if_needed for link in ground.links)


def _step(ground: _Ground, service: PublicService, *, beside: Collection[str] = ()) -> JourneyStep:
    mine = [link for link in ground.links if link.user == service.slug]
    by_paper: dict[str, list[declared.Link]] = {}
    for link in mine:
        by_paper.setdefault(link.paper, []).append(link)
    waits_for = (
        Waiting(
            paper=paper,
            name=ground.papers.names[paper],
            issuers=tuple(ground.services[link.issuer] for link in links),
            is_if_needed=links[0].is_if_needed,
        )
        for paper, links in by_paper.items()
    )
    given = () if service.discreet else (one.label for one in service.issues if one.at != "refused")
    leads_to = ground.leads_to(service.slug)
    instead = (ground.services[one] for one in beside if one != service.slug and ground.leads_to(one) == leads_to)
    return JourneyStep(
        service=service,
        waits_for=tuple(waits_for),
        gives=tuple(given),
        instead=tuple(instead) if leads_to else (),
    )


def _list_papers(ground: _Ground) -> tuple[Paper, ...]:
    """Gather the papers that the services ask for: those that most of them always need first."""
    needs: dict[str, list[Need]] = {}
    for service in ground.open_services:
        for document in service.documents:
            if document.fetched_from is None:
                need = Need(service=service, document=document, is_if_needed=declared.is_if_needed(document))
                needs.setdefault(document.id, []).append(need)
    gathered = (_paper(ground, paper, asked) for paper, asked in needs.items())
    return tuple(
        sorted(gathered, key=lambda paper: (-sum(not need.is_if_needed for need in paper.needs), -len(paper.needs)))
    )


def _paper(ground: _Ground, paper: str, needs: Sequence[Need]) -> Paper:
    first, again = ground.papers.first.get(paper, ()), ground.papers.again.get(paper, ())
    is_held = paper in ground.papers.held or not first
    given = (
        ()
        if is_held
        else tuple(one for one in first if any(link.issuer == one.slug for link in ground.links_of(paper)))
    )
    users = [need.service for need in needs]
    issuers = (again or first) if is_held else (*first, *again)
    return Paper(
        id=paper,
        name=_name_of(paper, needs, ground.papers),
        needs=tuple(needs),
        steps=given,
        elsewhere=() if given else tuple(one for one in issuers if one not in users),
        is_held=is_held,
    )


def _name_of(paper: str, needs: Sequence[Need], known: Papers) -> Text:
    """
    Name a paper of a journey: as its only user does, else as its issuer does.

    Where nobody issues it: in the words that begin what every user says, else in the fewest that one of them uses.
    """
    labels = [need.document.label for need in needs]
    if len(labels) == 1 or paper in known.names:
        return labels[0] if len(labels) == 1 else known.names[paper]
    shared = [label for label in known.asked_as[paper] if all(one.th.startswith(label.th) for one in labels)]
    return max(shared or labels, key=lambda label: (len(label.th) * (1 if shared else -1), label.th))


def _time(ground: _Ground, levels: Mapping[str, int], on: date, calendar: WorkingCalendar) -> TimeTaken:
    """Follow every chain to its end with each step at its limit; of several who give one paper, the first to do so counts."""
    done: dict[str, date] = {}
    for slug in sorted(ground.services, key=lambda slug: levels.get(slug, 0)):
        given: dict[str, date] = {}
        for link in ground.links:
            if link.user == slug and levels[link.issuer] < levels[slug]:
                given[link.paper] = min(given.get(link.paper, date.max), done[link.issuer])
        done[slug] = _done_on(ground.services[slug].within, max(given.values(), default=on), calendar)
    last = max((day for slug, day in done.items() if not ground.followers.get(slug)), default=on)
    without = sum(service.within.length is None for service in ground.services.values())
    return TimeTaken(days=(last - on).days, done_on=last, steps=len(done), without_limit=without)


def _done_on(limit: Clock, begun_on: date, calendar: WorkingCalendar) -> date:
    """
    Tell the last day of a time limit; the first day does not count, and what takes hours is done on the day.

    Source: Civil and Commercial Code, s. 193/3.
    """
    if limit.length is None:
        return begun_on
    if limit.unit == "working-days":
        return calendar.add_working_days(begun_on, limit.length)
    days = {"days": limit.length, "hours": limit.length // _HOURS_A_DAY, "minutes": 0}
    return begun_on + timedelta(days=days[limit.unit])


def _cost(services: Iterable[PublicService]) -> Cost:
    fees = [service.fee for service in services]
    known = [fee.amount for fee in fees if fee.amount is not None]
    by_ordinance = sum(fee.amount is None and fee.set_by is not None for fee in fees)
    return Cost(
        known=sum(known, start=Baht(0)),
        steps=len(fees),
        unknown=len(fees) - len(known) - by_ordinance,
        by_ordinance=by_ordinance,
    )


def _by_paper(issued: Iterable[tuple[str, PublicService]]) -> Mapping[str, tuple[PublicService, ...]]:
    found: dict[str, list[PublicService]] = {}
    for paper, service in issued:
        found.setdefault(paper, []).append(service)
    return {paper: tuple(services) for paper, services in found.items()}
