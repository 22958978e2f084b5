"""Every sentence exists in Thai and in English, says the same placeholders in both, and speaks as Sala speaks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from .sources import SALA, calls_in, files, name_of, python_files

_PLACEHOLDER = re.compile(r"{(\w+)")
_THAI = re.compile(r"[ก-๛]")
_ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]{2,}")
_POLITE_PARTICLE = re.compile(r"ครับ|ค่ะ|คะ(?![ก-๛])")

Sentence = tuple[str, str, str]


def _word_files() -> list[Path]:
    return [path for path in files("*.yaml", under=SALA) if "words" in path.parts or path.stem == "words"]


def _sentences_of_words() -> Iterator[Sentence]:
    for path in _word_files():
        yield from _pairs(name_of(path), YAML(typ="safe").load(path.read_text("utf-8")))


def _pairs(where: str, value: object) -> Iterator[Sentence]:
    if not isinstance(value, dict):
        return
    if {"th", "en"} & set(value):
        yield where, str(value.get("th") or ""), str(value.get("en") or "")
        return
    for key, inner in value.items():
        yield from _pairs(f"{where}:{key}", inner)


def _sentences_of_python() -> Iterator[Sentence]:
    for path in (path for path in python_files(SALA) if "tests" not in path.parts):
        for name, call in calls_in(path):
            if name.split(".")[-1] == "Text":
                th, en = (_constant(call, lang) for lang in ("th", "en"))
                if th is not None and en is not None:
                    yield f"{name_of(path)}:{call.lineno}", th, en


def _constant(call: ast.Call, lang: str) -> str | None:
    """Read what a literal argument says; None where the value is computed."""
    values = [keyword.value for keyword in call.keywords if keyword.arg == lang]
    return str(values[0].value) if values and isinstance(values[0], ast.Constant) else None


def _all() -> list[Sentence]:
    return [*_sentences_of_words(), *_sentences_of_python()]


def test_no_language_is_missing() -> None:
    assert [where for where, th, en in _all() if not th.strip() or not en.strip()] == []


def test_both_languages_fill_the_same_placeholders() -> None:
    unlike = [where for where, th, en in _all() if set(_PLACEHOLDER.findall(th)) != set(_PLACEHOLDER.findall(en))]

    assert unlike == []


def test_thai_is_thai() -> None:
    assert [where for where, th, en in _all() if _ENGLISH_WORDS.search(en) and not _THAI.search(th)] == []


def test_english_holds_no_thai() -> None:
    # A language may call itself by its own name on the way to it.
    assert [where for where, th, en in _all() if _THAI.search(en) and en != "ไทย"] == []


def test_no_polite_particles() -> None:
    assert [where for where, th, _ in _all() if _POLITE_PARTICLE.search(th)] == []


def test_there_are_sentences_of_both_kinds() -> None:
    assert list(_sentences_of_python())
    assert list(_sentences_of_words())
