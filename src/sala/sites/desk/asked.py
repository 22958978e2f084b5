"""Questions as the templates draw them: one row each, with what the search answers today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlencode

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang
from sala.kernel.days import format_date
from sala.ui.forms import OptionView
from sala.ui.parts import LinkView, RowView

from .phrases import say

Show = Literal["unanswered", "wrong", "settled"]
SHOWN: tuple[Show, ...] = ("unanswered", "wrong", "settled")

_WEEKS_OFFERED = 12
_WEEK = timedelta(days=7)
_LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked to be shown: one of the lists, of one week (its Monday) or of all the time that questions are kept."""

    show: Show
    week: date | None
    today: date

    @classmethod
    def read(cls, query: Mapping[str, str], today: date) -> "Wanted":
        """Read the query of an address or a form; what is not offered falls back to everything that waits."""
        show = next((each for each in SHOWN if each == query.get("show")), SHOWN[0])
        week = next((monday for monday in _mondays(today) if monday.isoformat() == query.get("week")), None)
        return cls(show=show, week=week, today=today)

    @property
    def from_(self) -> date:
        """The first day that counts."""
        return self.week or self.today - timedelta(days=catalogue.DAYS_KEPT)

    @property
    def until(self) -> date:
        """The last day that counts."""
        return self.week + _WEEK - timedelta(days=1) if self.week else self.today

    @property
    def query(self) -> dict[str, str]:
        """What stands in the address."""
        return {"show": self.show} | ({"week": self.week.isoformat()} if self.week else {})


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question; `lang` is that of its words, `answers` are what people chose instead."""

    id: int
    text: str
    lang: Lang
    is_on_english_page: bool
    address: str
    times: int
    last_on: date | None
    first: LinkView | None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of a question: its tag and, where it is strange, the words it is near to."""

    word: str
    says: str
    colour: str
    near: str


def number_of(text: str) -> int | None:
    """Read the number of a question from an address; None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER else None


def lang_of_text(text: str) -> Lang:
    """Say in which language a question is written, whatever page it was asked on."""
    return "th" if any("ก" <= character <= "๛" for character in text) else "en"


def tabs_of(wanted: Wanted, lang: Lang) -> tuple[LinkView, ...]:
    """Link the three lists, each of the same week."""
    here = address_of("desk-questions", lang=lang)
    return tuple(
        LinkView(
            say(f"questions.{show}", lang),
            f"{here}?{urlencode(wanted.query | {'show': show})}",
            is_current=show == wanted.show,
        )
        for show in SHOWN
    )


def weeks_of(wanted: Wanted, today: date, lang: Lang) -> tuple[OptionView, ...]:
    """List the weeks to choose from, newest first."""
    return tuple(OptionView(monday.isoformat(), _say_week(monday, lang)) for monday in _mondays(today))


def asked_rows(found: tuple[catalogue.Asked, ...], *, on: date, lang: Lang) -> tuple[QuestionRow, ...]:
    """Draw questions without a good answer, each with the first answer of today. The search costs a millisecond each."""
    return tuple(
        QuestionRow(
            id=one.id,
            text=one.text,
            lang=lang_of_text(one.text),
            is_on_english_page=one.lang == "en",
            address=address_of("desk-question", lang=lang, question=one.id),
            times=one.times,
            last_on=one.last_on,
            first=_link(catalogue.search(query=one.text, on=on).first, lang),
        )
        for one in found
    )


def misled_rows(found: tuple[catalogue.Misled, ...], lang: Lang) -> tuple[QuestionRow, ...]:
    """Draw questions whose first answer was called wrong, each with what people chose instead."""
    return tuple(
        QuestionRow(
            id=one.id,
            text=one.text,
            lang=lang_of_text(one.text),
            is_on_english_page=one.lang == "en",
            address=address_of("desk-question", lang=lang, question=one.id),
            times=one.times,
            last_on=None,
            first=_link(one.first, lang),
            answers=_chosen(one, lang),
        )
        for one in found
    )


def week_rows(taught: catalogue.Taught, lang: Lang) -> tuple[RowView, ...]:
    """Write how often a question was asked in each week."""
    return tuple(RowView(_say_week(monday, lang), (str(times),)) for monday, times in taught.weeks)


def word_rows(taught: catalogue.Taught, lang: Lang) -> tuple[WordRow, ...]:
    """Write what the search knows of each word of a question."""
    return tuple(
        WordRow(
            word=one.word,
            says=say("questions.known" if one.is_known else "questions.strange", lang),
            colour="green" if one.is_known else "orange",
            near=say("questions.near", lang, words=", ".join(one.near)) if one.near else "",
        )
        for one in taught.words
    )


def _mondays(today: date) -> tuple[date, ...]:
    this = today - timedelta(days=today.weekday())
    return tuple(this - place * _WEEK for place in range(_WEEKS_OFFERED))


def _say_week(monday: date, lang: Lang) -> str:
    last = monday + _WEEK - timedelta(days=1)
    first, last_ = (format_date(day, lang, "short") for day in (monday, last))
    return say("questions.week-of", lang, first=first, last=last_)


def _chosen(one: catalogue.Misled, lang: Lang) -> tuple[str, ...]:
    chosen = [(link.label, times) for slug, times in one.chosen if (link := _link(slug, lang))]
    said = [say("questions.chosen-times", lang, name=name, times=times) for name, times in chosen]
    return (*said, *([say("questions.none-times", lang, times=one.none)] if one.none else []))


def _link(answer: str, lang: Lang) -> LinkView | None:
    """Link an answer by its name; None for none, or for one that is offered no longer."""
    if answer.startswith(catalogue.LIFE_EVENT):
        return _event_link(answer.removeprefix(catalogue.LIFE_EVENT), lang)
    service = catalogue.find_public_service(slug=answer)
    if service is None:
        return None
    return LinkView(service.shown_name[lang], address_of("service", lang=lang, slug=service.shown_path))


def _event_link(event: str, lang: Lang) -> LinkView | None:
    names = {card.id: card.name for card in catalogue.list_life_events()}
    return LinkView(names[event][lang], address_of("life-event", lang=lang, event=event)) if event in names else None
