"""What the form's templates receive, made from a draft and its declaration. No statement."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sala.domains.registries import public as registries
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.servicekit import answers as answering
from sala.servicekit.schema.conditions import facts_of as facts_needed_by
from sala.servicekit.schema.conditions import holds
from sala.servicekit.schema.facts import AskedFact, Exit, Page
from sala.servicekit.schema.service import Service
from sala.ui.forms import ErrorView
from sala.ui.parts import RowView

from .. import public as casework
from ..contracts import CaseNotFound, Draft, Saved
from .fields import Drawing, page_view

_FROM_REGISTER = Text(th="จาก{register}", en="From: {register}")


def before_you_start(service: Service, lang: Lang) -> dict[str, Any]:
    """Say which facts will be fetched from which register, and what will be asked."""
    fetched = [(fact.label[lang], register_name(fact.from_)[lang]) for fact in service.know]
    return {
        "service": service,
        "fetched": fetched,
        "pages": [page.title[lang] for page in service.pages],
        "needs_code": not service.sign_in.required,
    }


def register_name(register: str) -> Text:
    """Give a register's own name."""
    return registries.get_register(name=register).label


def draw_page(
    draft: Draft, page_id: str, *, lang: Lang, saved: Saved | None = None, errors: Mapping[str, Text] | None = None
) -> dict[str, Any]:
    """
    Draw one page of a draft with what was typed and what is wrong with it.

    :raises CaseNotFound: the form has no such page, or its questions are not asked here.
    """
    service = casework.service_of(draft)
    pages = list_pages(draft)
    page = next((each for each in pages if each.id == page_id), None)
    if page is None:
        raise CaseNotFound
    address = address_of("apply", lang=lang, case_id=draft.id, page_id=page.id)
    facts = facts_of(draft)
    asked = list_open_questions(draft, page)
    drawing = Drawing(
        service=service,
        answers=draft.answers,
        facts=facts,
        lang=lang,
        errors=saved.errors if saved else errors or {},
        wrong_parts=saved.wrong_parts if saved else {},
        address=address,
        suggestions=address_of("areas", lang=lang),
    )
    view = page_view(drawing, page, asked, step=pages.index(page) + 1, steps=len(pages))
    return {
        "page": view,
        "draft": draft,
        "action": address,
        "has_previous": pages.index(page) > 0,
        "to_mend": _rows_to_mend(draft, asked, lang),
    }


def list_pages(draft: Draft) -> list[Page]:
    """List the pages to go through: all that apply, or after a correction request only those it names."""
    service = casework.service_of(draft)
    return [page for page in answering.visible_pages(service, facts_of(draft)) if list_open_questions(draft, page)]


def list_open_questions(draft: Draft, page: Page) -> list[AskedFact]:
    """List the questions of a page that may be answered now."""
    service, facts = casework.service_of(draft), facts_of(draft)
    elsewhere = {name: value for name, value in facts.items() if name not in page.ask}
    asked = answering.list_asked(service, page, elsewhere)
    items = draft.correction.items if draft.state == "waiting" and draft.correction else {}
    return [fact for fact in asked if not items or fact.id in items]


def page_beside(draft: Draft, page_id: str, *, ahead: int) -> str | None:
    """Give the page before (-1) or after (1) one; None beyond the ends."""
    order = [page.id for page in list_pages(draft)]
    index = order.index(page_id) + ahead if page_id in order else -1
    return order[index] if 0 <= index < len(order) else None


def facts_of(draft: Draft) -> dict[str, Any]:
    """Join what is known and what was answered."""
    return {**{name: fact.value for name, fact in draft.known.items()}, **draft.answers.values}


def draw_exit(draft: Draft, exit_id: str, *, lang: Lang, at: datetime) -> dict[str, Any]:
    """
    Draw a way out of the form.

    :raises CaseNotFound: the service has no such way out.
    """
    service = casework.service_of(draft)
    way_out = next((each for each in service.exits if each.id == exit_id), None)
    if way_out is None:
        raise CaseNotFound
    return {
        "service": service,
        "exit": way_out,
        "countdown": _countdown(way_out, draft, at),
        "draft": draft,
        "last_page": _page_of_exit(draft, way_out),
        "next_page": _after_exit(draft, way_out),
    }


def draw_check(draft: Draft, *, lang: Lang, at: datetime, undeclared: bool) -> dict[str, Any]:
    """Draw every answer page by page, what is missing, and the declaration."""
    service, faults = casework.service_of(draft), casework.list_faults(draft, at=at)
    pages = list_pages(draft)
    sections = [(page, _rows(draft, page, faults, lang)) for page in pages]
    first_open = next((page.id for page in pages if any(fact in faults for fact in page.ask)), None)
    errors = (ErrorView("declared", ""),) if undeclared else ()
    return {
        "service": service,
        "draft": draft,
        "known": _known_rows(draft, lang),
        "sections": [(page.title[lang], rows) for page, rows in sections],
        "first_open": first_open,
        "undeclared": undeclared,
        "errors": errors,
        "is_mending": draft.state == "waiting",
        "last_page": pages[-1].id if pages else None,
    }


def answer_rows(draft: Draft | casework.Case, facts: Sequence[str], lang: Lang) -> tuple[RowView, ...]:
    """Write answers as rows without links, as a receipt or a status page shows them."""
    service = casework.service_of(draft)
    written = _write(draft, facts, lang)
    return tuple(RowView(label=casework.label_of(service, fact)[lang], lines=lines) for fact, lines in written.items())


def _write(draft: Draft | casework.Case, facts: Sequence[str], lang: Lang) -> dict[str, tuple[str, ...]]:
    """Write those facts that were answered, each in its lines; a file by its name."""
    service, values = casework.service_of(draft), draft.answers.values
    places = casework.place_names(values)
    return {
        fact: casework.shown(service, fact, values[fact], lang, places)
        if _is_text(service, fact)
        else tuple(file.name for file in draft.answers.files if file.field == fact)
        for fact in facts
        if fact in values
    }


def _is_text(service: Service, fact: str) -> bool:
    asked = service.find_asked(fact)
    return asked is None or asked.type != "file"


def _rows_to_mend(draft: Draft, asked: Sequence[AskedFact], lang: Lang) -> tuple[RowView, ...]:
    """Write what an officer asks about the questions of a page, each under its question."""
    items = draft.correction.items if draft.state == "waiting" and draft.correction else {}
    return tuple(RowView(label=fact.label[lang], lines=(items[fact.id],)) for fact in asked if items.get(fact.id))


def _rows(draft: Draft, page: Page, faults: Mapping[str, Text], lang: Lang) -> tuple[RowView, ...]:
    facts, written = facts_of(draft), _write(draft, page.ask, lang)
    change = address_of("apply", lang=lang, case_id=draft.id, page_id=page.id)
    rows = []
    for asked in list_open_questions(draft, page):
        if not holds(asked.when, facts):
            continue
        fault = faults.get(asked.id)
        rows.append(
            RowView(
                label=asked.label[lang],
                lines=(fault[lang],) if fault else written.get(asked.id, ()),
                change_address=f"{change}?mend=1#{asked.id}" if fault else f"{change}#{asked.id}",
                is_wrong=fault is not None,
            )
        )
    return tuple(rows)


def _known_rows(draft: Draft, lang: Lang) -> tuple[RowView, ...]:
    service = casework.service_of(draft)
    return tuple(
        RowView(
            label=casework.label_of(service, name)[lang],
            lines=_known_lines(service, name, known, lang),
            source=_FROM_REGISTER.fill(register=register_name(known.register))[lang],
        )
        for name, known in draft.known.items()
    )


def _known_lines(service: Service, name: str, known: casework.Known, lang: Lang) -> tuple[str, ...]:
    """Write a known fact; a local authority is a code that has a name."""
    fact = service.find_known(name)
    if fact is not None and fact.type == "local-authority":
        return (casework.agency_name(str(known.value))[lang],)
    return casework.shown(service, name, known.value, lang)


def _countdown(way_out: Exit, draft: Draft, at: datetime) -> dict[str, Any] | None:
    if way_out.countdown is None:
        return None
    start = draft.saved_at if way_out.countdown.from_ == "now" else at
    until = start + timedelta(hours=way_out.countdown.hours)
    left = max(until - at, timedelta())
    hours, rest = divmod(int(left.total_seconds()), 3600)
    return {"until": until, "hours": hours, "minutes": rest // 60, "label": way_out.countdown.label}


def _page_of_exit(draft: Draft, way_out: Exit) -> str:
    """Find the page whose answer led here, to go back to it."""
    service = casework.service_of(draft)
    named = facts_needed_by(way_out.when)
    return next((page.id for page in service.pages if named & set(page.ask)), service.pages[0].id)


def _after_exit(draft: Draft, way_out: Exit) -> str | None:
    return page_beside(draft, _page_of_exit(draft, way_out), ahead=1)
