"""Words outside the declaration: guides in `content/`, and placeholders in notices."""

from collections.abc import Iterator
from string import Formatter

from sala.kernel.bilingual import LANGS, Text

from ..folder import page_path
from ..problems import Problem, UnknownGuide, UnknownPlaceholder
from ..source import Loc
from .subject import Subject

PLACEHOLDERS = ("number", "service", "deadline", "reason", "link", "agency")


def check_words(subject: Subject) -> Iterator[Problem]:
    """Check that every guide exists in both languages, and that every placeholder can be filled."""
    service = subject.service
    guides: list[tuple[str | None, Loc]] = [(page.guide, ("pages", i, "guide")) for i, page in enumerate(service.pages)]
    guides += [(exit_.guide, ("exits", i, "guide")) for i, exit_ in enumerate(service.exits)]
    for guide, loc in guides:
        for lang in LANGS:
            if guide and page_path(guide, lang) not in subject.folder.files:
                yield UnknownGuide(subject.place(*loc), name=guide, lang=lang)
    for i, notice in enumerate(service.notices):
        for key, text in (("subject", notice.subject), ("body", notice.body)):
            for name in sorted(_placeholders(text) - set(PLACEHOLDERS)):
                yield UnknownPlaceholder(subject.place("notices", i, key), name=name, known=", ".join(PLACEHOLDERS))


def _placeholders(text: Text) -> set[str]:
    return {name for lang in LANGS for _, name, _, _ in Formatter().parse(text[lang]) if name is not None}
