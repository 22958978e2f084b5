"""Words outside the declaration: guides and numbers of the law in `content/`, and placeholders in notices."""

import re
from collections.abc import Iterator
from string import Formatter

from sala.kernel.bilingual import LANGS, Text
from sala.rulekit import Law

from ..folder import DECLARATION, page_path
from ..loader import name_nearest
from ..problems import Place, Problem, UnknownGuide, UnknownLaw, UnknownNumber, UnknownPlaceholder
from ..source import Loc
from .subject import Catalogued, S, Subject

_LAW_NUMBER = re.compile(r"\{\{\s*law:([a-z0-9_]+)\.([a-z0-9_]+)\s*\}\}")  # as the law fills them
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


def check_law_numbers(subject: Catalogued[S]) -> Iterator[Problem]:
    """Check that every number of the law in the pages of words exists."""
    for name, words in subject.folder.files.items():
        if name == DECLARATION:
            continue
        for number, line in enumerate(words.splitlines(), start=1):
            for found in _LAW_NUMBER.finditer(line):
                yield from _check_number(
                    Place(f"{subject.folder.path}/{name}", number, found.start() + 1), found, subject
                )


def _check_number(place: Place, found: re.Match[str], subject: Catalogued[S]) -> Iterator[Problem]:
    law = subject.country.laws.get(found[1])
    if law is None:
        yield UnknownLaw(place, name=found[1], near=name_nearest(found[1], subject.country.laws))
    elif isinstance(law, Law) and found[2] not in law.rates.values:
        yield UnknownNumber(place, law=found[1], name=found[2], near=name_nearest(found[2], law.rates.values))


def _placeholders(text: Text) -> set[str]:
    return {name for lang in LANGS for _, name, _, _ in Formatter().parse(text[lang]) if name is not None}
