"""What the editing pages show: problems with their lines, and who did what without naming them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of
from sala.kernel.actors import Actor
from sala.kernel.bilingual import Lang
from sala.kernel.days import format_moment
from sala.servicekit import ServiceFolder, forms
from sala.servicekit.problems import Problem
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service
from sala.ui.parts import LineView, LinkView

from ..phrases import say


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem of a draft: where it stands, the line as it is written, and what, why and how to mend it."""

    file: str
    line: int
    written: str
    address: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class FileView:
    """One file of a draft: where it is edited, and whether it differs from the current edition."""

    name: str
    address: str
    is_changed: bool


def problem_views(problems: Iterable[Problem], texts: ServiceFolder, lang: Lang) -> tuple[ProblemView, ...]:
    """Show problems beside the lines they are about."""
    return tuple(_problem(one, texts, lang) for one in problems)


def _problem(problem: Problem, texts: ServiceFolder, lang: Lang) -> ProblemView:
    file = problem.place.file.removeprefix(f"{texts.path}/")
    lines = texts.files.get(file, "").splitlines()
    return ProblemView(
        file=file,
        line=problem.place.line,
        written=lines[problem.place.line - 1].strip() if problem.place.line <= len(lines) else "",
        address=address_of("desk-draft-file", lang=lang, slug=texts.slug, name=file),
        problem=problem,
    )


def file_views(draft: catalogue.Draft, before: ServiceFolder, lang: Lang) -> tuple[FileView, ...]:
    """List the files of a draft, its declaration first."""
    slug, files = draft.owned.service, draft.texts.files
    return tuple(
        FileView(
            name=name,
            address=address_of("desk-draft-file", lang=lang, slug=slug, name=name),
            is_changed=files[name] != before.files.get(name),
        )
        for name in sorted(files, key=lambda name: ("/" in name, name))
    )


def model_of(draft: catalogue.Draft) -> type[Service] | type[Guide]:
    """Give the model that reads a draft's declaration: a desk never changes which."""
    return Service if draft.owned.service in catalogue.get_pack().services else Guide


def section_links(draft: catalogue.Draft, lang: Lang) -> tuple[LinkView, ...]:
    """Link the form of each part of a draft's declaration."""
    slug = draft.owned.service
    return tuple(
        LinkView(part.shape.label[lang], address_of("desk-draft-section", lang=lang, slug=slug, key=part.key))
        for part in forms.list_sections(model_of(draft))
    )


def history(draft: catalogue.Draft, by: Actor, lang: Lang) -> tuple[LineView, ...]:
    """Tell how a draft came to stand where it does, oldest first."""
    told: list[tuple[str, datetime | None, UUID | None, str]] = [
        ("edit.line-started", draft.started_at, None, ""),
        ("edit.line-saved", draft.saved_at, draft.saved_by, ""),
        ("edit.line-opened", draft.opened_at, None, ""),
        ("edit.line-sent-back", draft.sent_back_at, None, draft.reason),
        ("edit.line-asked", draft.asked_at, draft.asked_by, ""),
    ]
    lines = [(key, at, who, note) for key, at, who, note in told if at is not None]
    return tuple(
        LineView(what=say(key, lang), at=at, who=who_did(who, by, lang) if who else "", note=note)
        for key, at, who, note in sorted(lines, key=lambda line: line[1])
    )


def who_did(who: UUID, by: Actor, lang: Lang) -> str:
    """Say who did something: the reader or another officer. Colleagues are not named on screens."""
    return say("edit.you" if who == by.person else "edit.another-officer", lang)


def came_by(edition: catalogue.Edition, lang: Lang) -> str:
    """Say how and when an edition came."""
    key = "edit.came-by-desk" if edition.origin == "desk" else "edit.came-by-folder"
    return say(key, lang, at=format_moment(edition.published_at, lang, "short"))


def way_to(lang: Lang, *links: LinkView) -> tuple[LinkView, ...]:
    """Give the breadcrumbs to a page of a service's text."""
    return (LinkView(say("edit.services", lang), address_of("desk-services", lang=lang)), *links)


def service_link(slug: str, name: str, lang: Lang) -> LinkView:
    """Link the page of a service's text."""
    return LinkView(name, address_of("desk-service", lang=lang, slug=slug))
