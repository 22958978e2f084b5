"""The words of each message, read once from `templates.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from sala.kernel.bilingual import Lang, Text
from sala.kernel.declarations import read_declaration

from ..contracts import TemplateId, Words


def compose(words: Words, values: Mapping[str, object], lang: Lang) -> tuple[str, str]:
    """
    Give the subject and the whole body of a message in one language.

    :raises KeyError: a placeholder has no value; `agency` is always needed.
    """
    subject = words.subject.fill(**values)[lang]
    body = words.body.fill(**values)[lang].strip()
    return " ".join(subject.split()), f"{body}\n\n{closing().fill(**values)[lang]}\n"


def words_of(template: TemplateId) -> Words:
    """Give the product's own words of a template."""
    return _templates()[template]


def closing() -> Text:
    """Give what stands under every message."""
    return _text(_declared()["closing"])


@cache
def _templates() -> dict[TemplateId, Words]:
    declared = _declared()
    return {
        name: Words(subject=_text(declared[name]["subject"]), body=_text(declared[name]["body"]))
        for name in get_args(TemplateId)
    }


def _text(said: dict[str, str]) -> Text:
    return Text(th=said["th"], en=said["en"])


@cache
def _declared() -> dict[str, Any]:
    return read_declaration(Path(__file__).with_name("templates.yaml"))
