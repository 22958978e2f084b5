"""The template environment: every page knows its language, its words, and how money and days are written in it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sala.infra.discovery import template_folders
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import format_date, format_moment
from sala.kernel.money import Baht

from .words import Words

UI = Path(__file__).parent


def environment(**options: Any) -> Environment:
    """Make the environment that Django's Jinja2 backend asks for, over every template folder of Sala."""
    folders = template_folders()
    return make_environment(
        folders=folders,
        words=Words.load(folder.parent / "words" for folder in folders),
        static=cache(static),  # a file's name holds its digest, so its address never changes
        address_of=address_of,
        origin=settings.SALA_ORIGIN,
        is_demonstration=settings.SALA_MODE == "demonstration",
        auto_reload=bool(options.get("auto_reload")),
    )


def make_environment(
    *,
    folders: Iterable[Path],
    words: Words,
    static: Callable[[str], str],
    address_of: Callable[..., str],
    origin: str,
    is_demonstration: bool,
    auto_reload: bool = False,
) -> Environment:
    """
    Make an environment from its parts, without Django's settings.

    A template's context must hold `lang`; macros are imported `with context`, or they could not know it. A name that
    is not in the context is an error, never an empty string.
    """
    made = Environment(
        loader=FileSystemLoader(list(folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=auto_reload,
        cache_size=-1,
    )
    made.globals |= {
        "t": _speaker(words),
        "link": _linker(address_of),
        "static": static,
        "is_demonstration": is_demonstration,
        "address_in": address_in,
        "origin": origin,
        "path_in": path_in,
        "csrf_input": "",
    }
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}  # a third of the bytes
    made.filters |= {"date": _date, "moment": _moment, "baht": _baht, "say": _say}
    return made


def address_in(request: HttpRequest, lang: Lang) -> str:
    """Give the address of this very page in another language: English stands under `/en/`."""
    return path_in(request.get_full_path(), lang)


def path_in(path: str, lang: Lang) -> str:
    """
    Give the same path in another language.

    >>> path_in("/en/services", "th"), path_in("/services", "en")
    ('/services', '/en/services')
    """
    thai = "/" + path.removeprefix("/en").lstrip("/") if path == "/en" or path.startswith("/en/") else path
    return thai if lang == "th" else f"/en{thai}"


def _speaker(words: Words) -> Callable[..., Markup]:
    @cache
    def still(key: str, lang: Lang) -> Markup:
        """Give a sentence that has no values to fill: most have none, and a page says thirty of them."""
        return escape(words.text(key)[lang]).format()

    @pass_context
    def t(context: Context, key: str, **values: object) -> Markup:
        lang = _lang(context)
        if not values:
            return still(key, lang)
        sentence = words.text(key)[lang]
        return escape(sentence).format(**{k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})

    return cast(Callable[..., Markup], t)


def _linker(address_of: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def link(context: Context, route: str, **arguments: object) -> str:
        return address_of(route, lang=_lang(context), **arguments)

    return cast(Callable[..., str], link)


def _lang(context: Context) -> Lang:
    lang = context.get("lang")
    if lang not in ("th", "en"):
        raise RuntimeError(f"{context.name} does not know its language: import its macros `with context`")
    return cast(Lang, lang)


@pass_context
def _date(context: Context, day: date) -> str:
    return format_date(day, _lang(context))


@pass_context
def _moment(context: Context, at: datetime) -> str:
    return format_moment(at, _lang(context))


@pass_context
def _baht(context: Context, amount: Baht) -> str:
    return amount.format(_lang(context))


@pass_context
def _say(context: Context, text: Text | str) -> str:
    return text if isinstance(text, str) else text[_lang(context)]
