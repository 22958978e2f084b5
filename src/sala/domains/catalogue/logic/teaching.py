"""What a question that was not answered can teach: which of its words are strange, and whose words they are nearest to."""

import io
from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from ruamel.yaml import YAML

from sala.kernel.bilingual import LANGS, Lang
from sala.kernel.thai import fold
from sala.servicekit.schema.public_service import PublicService

from ..contracts import WordTaught
from .finder import Finder
from .words import is_thai, pieces_of, stem_of

_MOST_NEAREST = 3
_WIDE_ENOUGH = 100_000


def words_of(question: str, finder: Finder) -> tuple[WordTaught, ...]:
    """List the words of a question that say something, as they are written, each with what the catalogue knows of it."""
    lexicon = finder.lexicon
    written = [
        piece for piece in pieces_of(fold(question)) if not piece.isspace() and not lexicon.is_filler(stem_of(piece))
    ]
    told, at, found = lexicon.told_by_meanings([stem_of(piece) for piece in written]), 0, []
    for piece in written:
        is_known = bool(lexicon.services_of(piece)) or at in told
        found.append(WordTaught(piece, is_known, () if is_known else lexicon.near(piece)))
        at += len(stem_of(piece))
    return tuple(found)


def nearest_services(question: str, words: Iterable[WordTaught], finder: Finder) -> tuple[str, ...]:
    """Give the services that a question may be about: by the search itself, then by what its strange words are near to."""
    ranked = finder.find(finder.understand(question)).slugs[:_MOST_NEAREST]
    near = (sorted(finder.lexicon.services_of(word)) for taught in words for word in taught.near)
    return tuple(dict.fromkeys(chain(ranked, *near)))[:_MOST_NEAREST]


def phrases_of(words: Sequence[WordTaught]) -> tuple[str, ...]:
    """
    Give what a service would have to be called for a question to find it: its strange words, those side by side as one.

    A question of known words only is a phrase as a whole.

    >>> phrases_of([WordTaught("ใบอนุญาต", True, ()), WordTaught("พก", False, ()), WordTaught("ปืน", False, ())])
    ('พกปืน',)
    """
    runs = [_join(run) for is_known, run in groupby(words, key=lambda word: word.is_known) if not is_known]
    return tuple(dict.fromkeys(runs)) or (_join(words),)


def search_words_with(service: PublicService, phrases: Sequence[str]) -> str:
    """
    Write the `search:` of a service's declaration anew, with some phrases more, ready to be put in the place of the old one.

    >>> from types import SimpleNamespace
    >>> service = SimpleNamespace(search={"th": ("เงินคนแก่",), "en": ("old age money",)})
    >>> print(search_words_with(service, ["เบี้ยคนชรา", "old: age"]))
    search:
      th: [เงินคนแก่, เบี้ยคนชรา]
      en: [old age money, 'old: age']
    """
    lines = (f"  {lang}: {_as_list((*service.search[lang], *_new_in(lang, service, phrases)))}" for lang in LANGS)
    return "\n".join(("search:", *lines))


def _new_in(lang: Lang, service: PublicService, phrases: Sequence[str]) -> list[str]:
    return [
        phrase
        for phrase in phrases
        if phrase and (lang == "th") == is_thai(phrase) and phrase not in service.search[lang]
    ]


def _join(words: Iterable[WordTaught]) -> str:
    """Write words side by side: Thai without spaces, anything else with them."""
    written = ""
    for word in (one.word for one in words):
        is_joined = not written or (is_thai(written[-1]) and is_thai(word))
        written += word if is_joined else f" {word}"
    return written


def _as_list(phrases: tuple[str, ...]) -> str:
    """Write phrases as YAML on one line, in quotation marks where they need them."""
    yaml = YAML()
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = True, _WIDE_ENOUGH, True
    written = io.StringIO()
    yaml.dump(list(phrases), written)
    return written.getvalue().strip()
