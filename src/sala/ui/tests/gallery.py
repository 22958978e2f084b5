"""A gallery of every part and field, filled with fictional content: what the tests draw, and what one looks at."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment

from sala.kernel.actors import ANONYMOUS, Actor
from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import NotFound
from sala.ui.jinja import UI, make_environment
from sala.ui.words import Words

from . import samples

PAGES = ("portal", "service", "form", "mended", "check", "receipt", "status", "desk", "charts", "parts")
ERRORS = (400, 403, 404, 409, 413, 429, 500, 503)
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Request:
    """As much of a request as the layout reads."""

    path: str
    actor: Actor = field(default=ANONYMOUS)
    id: str = "4f1d2c3b5a697887"

    def get_full_path(self) -> str:
        """Give the path; the gallery has no queries."""
        return self.path


def make_gallery() -> Environment:
    """Make the environment of the gallery: Sala's own templates and words, and fixed addresses."""
    return make_environment(
        folders=(UI / "templates", TEMPLATES),
        words=Words.load((UI / "words",)),
        static=lambda path: f"/static/{path}",
        address_of=lambda route, *, lang, **_: f"/en/{route}" if lang == "en" else f"/{route}",
        origin="https://sala.example",
        is_demonstration=True,
    )


def draw(environment: Environment, page: str, lang: Lang) -> str:
    """Draw one page of the gallery, or the error page of a status."""
    request = Request(path=f"/en/{page}" if lang == "en" else f"/{page}")
    template = f"ui/errors/{page}.html" if page.isdigit() else f"gallery/{page}.html"

    def say(th: str, en: str) -> str:
        return Text(th=th, en=en)[lang]

    return environment.get_template(template).render(
        lang=lang, request=request, say=say, error=NotFound(), **samples_in(page, lang)
    )


def samples_in(page: str, lang: Lang) -> dict[str, Any]:
    """Give the content of a page of the gallery in one language."""
    return {
        "events": samples.life_events(lang),
        "services": samples.services(lang),
        "page": samples.form_page(lang, wrong=page == "mended"),
        "rows": samples.rows(lang),
        "lines": samples.lines(lang),
        "clocks": samples.clocks(),
        "tasks": samples.tasks(lang),
        "inbox": samples.inbox(lang),
        "charts": samples.charts(lang),
        "until": datetime(2026, 11, 23, 7, 0, tzinfo=UTC),
    }
