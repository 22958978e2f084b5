"""A case on one screen: what is known, what was answered, what the law finds, what the clock says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sala.domains.casework import public as casework
from sala.domains.registries import public as registries
from sala.infra.pages import address_of
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.kernel.days import format_date, format_moment
from sala.kernel.money import Baht
from sala.servicekit.answers import list_asked, visible_pages
from sala.servicekit.schema.facts import AskedFact
from sala.servicekit.schema.service import Service
from sala.ui.parts import ClockView, LineView, RowView

from .phrases import say

_KINDS = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to open: which question it answers, its name, kind and size."""

    question: str
    name: str
    size: str
    address: str


@dataclass(frozen=True, slots=True)
class LawView:
    """What the law finds: `says` in a word, its colour, the day it was asked about, each reason with its citation."""

    says: str
    colour: str
    as_of: str
    reasons: tuple[casework.Reason, ...]
    payments: tuple[casework.Payment, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A case's declaration with everything that stands in it, by fact id."""

    service: Service
    values: Mapping[str, Any]

    @property
    def asked(self) -> tuple[AskedFact, ...]:
        """The questions this applicant was asked, in the order of the form."""
        pages = visible_pages(self.service, self.values)
        return tuple(fact for page in pages for fact in list_asked(self.service, page, self.values))

    def lines(self, fact: str, lang: Lang) -> tuple[str, ...]:
        """Write a fact's value as people read it; no line where there is none."""
        value = self.values.get(fact)
        if value is None:
            return ()
        return casework.shown(self.service, fact, value, lang, casework.place_names(self.values))


def facts_of(case: casework.Case) -> Facts:
    """Open a case's facts beside its declaration."""
    return Facts(service=casework.service_of(case), values=casework.facts_of(case))


def known_rows(case: casework.Case, facts: Facts, lang: Lang) -> tuple[RowView, ...]:
    """Write what the state knew, as the declaration orders it, each fact with its register and when it was read."""
    order = [fact.id for fact in facts.service.know]
    return tuple(
        RowView(
            label=casework.label_of(facts.service, name)[lang],
            lines=facts.lines(name, lang),
            source=say(
                "desk.from-register",
                lang,
                register=registries.get_register(name=known.register).label,
                at=format_moment(known.as_of, lang, "short"),
            ),
        )
        for name, known in sorted(case.known.items(), key=lambda item: order.index(item[0]))
    )


def answer_rows(facts: Facts, lang: Lang) -> tuple[RowView, ...]:
    """Write what the applicant answered, under each question; files stand apart."""
    return tuple(
        RowView(label=fact.label[lang], lines=facts.lines(fact.id, lang)) for fact in facts.asked if fact.type != "file"
    )


def file_links(case: casework.Case, facts: Facts, lang: Lang) -> tuple[FileLink, ...]:
    """Link the files that came with the case."""
    return tuple(
        FileLink(
            question=casework.label_of(facts.service, file.field)[lang],
            name=file.name,
            size=say(
                "desk.file-size", lang, kind=_KINDS.get(file.media_type, ""), kilobytes=f"{max(1, file.size // 1000):,}"
            ),
            address=address_of("desk-file", lang=lang, case=case.id, file=file.id),
        )
        for file in case.answers.files
    )


def law_view(finding: casework.Finding | None, payments: tuple[casework.Payment, ...], lang: Lang) -> LawView | None:
    """Say what the law finds; None where no law decides this service."""
    if finding is None:
        return None
    says, colour = _say_finding(finding.value, lang)
    as_of = say("desk.law-as-of", lang, day=format_date(finding.as_of, lang))
    return LawView(says=says, colour=colour, as_of=as_of, reasons=finding.reasons, payments=payments)


def goes_against(finding: casework.Finding | None, move: casework.Move) -> bool:
    """Say whether an outcome ends the case otherwise than the law finds."""
    if finding is None or not isinstance(finding.value, bool):
        return False
    gives = {"granted": True, "certified": True, "refused": False}
    return gives.get(move.outcome.result or "", finding.value) is not finding.value


def clock_view(clock: casework.ClockReading | None, lang: Lang) -> ClockView | None:
    """Draw the legal clock; None where no limit was found in the law."""
    if clock is None:
        return None
    law = clock.source[lang] if clock.source else ""
    return ClockView(state=clock.state, days=clock.days, of_days=clock.of_days, due_on=clock.due_on, law=law)


def account_lines(case: casework.Case, lang: Lang) -> tuple[LineView, ...]:
    """Draw every line of the account both sides read, with the provision it rests on."""
    last = len(case.lines) - 1
    said = ((line, casework.say_line(line)) for line in case.lines)
    return tuple(
        LineView(
            what=words.what[lang],
            at=line.at,
            who=words.who[lang],
            note=words.note[lang] if words.note else "",
            is_now=case.state != "closed" and place == last,
        )
        for place, (line, words) in enumerate(said)
    )


def decision_rows(case: casework.Case, service: Service, by: Actor, lang: Lang) -> tuple[RowView, ...]:
    """Write what was decided, when, by whom without naming them, and in which words."""
    made = case.decision
    if made is None:
        return ()
    outcomes = {outcome.id: outcome.label[lang] for step in service.steps for outcome in step.outcomes}
    decider = "desk.decided-by-you" if made.decided_by == by.person else "desk.decided-by-officer"
    return (
        RowView(say("desk.check-decision", lang), (outcomes[made.outcome],)),
        RowView(say("desk.decided-at", lang), (format_moment(made.decided_at, lang),)),
        RowView(say("desk.decided-by", lang), (say(decider, lang),)),
        RowView(say("desk.note", lang), tuple(made.note.splitlines()) or ("–",)),
    )


def chosen_rows(service: Service, move: casework.Move, lang: Lang) -> tuple[RowView, ...]:
    """Write what is about to be done, for the officer to check."""
    return (
        RowView(say("desk.service", lang), (service.name[lang],)),
        RowView(say("desk.check-decision", lang), (move.outcome.label[lang],)),
    )


def asked_again(case: casework.Case, service: Service, lang: Lang) -> tuple[RowView, ...]:
    """Write what the one correction request asked for."""
    return item_rows(case.correction.items, service, lang) if case.correction else ()


def item_rows(items: Mapping[str, str], service: Service, lang: Lang) -> tuple[RowView, ...]:
    """Write the questions of a correction request, each with what was said of it."""
    return tuple(
        RowView(label=casework.label_of(service, fact)[lang], lines=(note,) if note else ("–",))
        for fact, note in items.items()
    )


def _say_finding(value: Any, lang: Lang) -> tuple[str, str]:
    match value:
        case True:
            return say("desk.law-yes", lang), "green"
        case False:
            return say("desk.law-no", lang), "red"
        case Baht():
            return say("desk.law-amount", lang, amount=value.format(lang)), "blue"
    return say("desk.law-unknown", lang), "grey"
