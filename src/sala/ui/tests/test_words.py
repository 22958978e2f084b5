"""Every sentence exists in both languages, is used, and is found when it is asked for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sala.infra.discovery import ROOT, template_folders
from sala.ui.words import Words, WordsMissing, WordsUnusable

_BUILT_IN_CODE = re.compile(r'f"([a-z]+\.[\w-]*-)\{')
_SAID = re.compile(r"""\bt\(\s*["']([\w.-]+)["']\s*(~)?""")


def _said_in_templates() -> Iterator[tuple[Path, str, bool]]:
    for folder in template_folders():
        for file in folder.rglob("*.*"):
            for key, is_prefix in _SAID.findall(file.read_text(encoding="utf-8")):
                yield file, key, bool(is_prefix)


def _all_words() -> Words:
    return Words.load(folder.parent / "words" for folder in template_folders())


def test_every_sentence_that_a_template_says_exists() -> None:
    words = _all_words().texts
    missing = [
        f"{file.relative_to(ROOT)}: {key}"
        for file, key, is_prefix in _said_in_templates()
        if not (any(known.startswith(key) for known in words) if is_prefix else key in words)
    ]
    assert missing == []


def test_every_sentence_is_said_somewhere() -> None:
    said = {key for _, key, is_prefix in _said_in_templates() if not is_prefix}
    code = "".join(file.read_text(encoding="utf-8") for file in ROOT.rglob("*.py"))
    prefixes = (*(key for _, key, is_prefix in _said_in_templates() if is_prefix), *_BUILT_IN_CODE.findall(code))
    unused = [
        key
        for key in _all_words().texts
        if key not in said and not key.startswith(prefixes or ("\0",)) and f'"{key}"' not in code
    ]
    assert unused == []


def _write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_missing_sentence_says_where_to_add_it() -> None:
    with pytest.raises(WordsMissing, match="greeting"):
        Words({}).say("greeting", "th")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("greeting: {th: สวัสดี}", "needs th and en"),
        ("greeting: สวัสดี", "needs th and en"),
        ('greeting: {th: "สวัสดี {name}", en: "Hello {nom}"}', "other placeholders"),
        ("greeting: {th: [", "while parsing"),
    ],
)
def test_a_broken_words_file_says_what_is_wrong(tmp_path: Path, content: str, fault: str) -> None:
    with pytest.raises(WordsUnusable, match=fault):
        Words.load([_write(tmp_path, "words.yaml", content)])


def test_a_key_stands_in_one_file_only(tmp_path: Path) -> None:
    _write(tmp_path, "one.yaml", "greeting: {th: สวัสดี, en: Hello}")
    _write(tmp_path, "two.yaml", "greeting: {th: ดีจ้า, en: Hi}")
    with pytest.raises(WordsUnusable, match="another file"):
        Words.load([tmp_path])


def test_yes_and_no_are_words_not_truth_values(tmp_path: Path) -> None:
    words = Words.load([_write(tmp_path, "words.yaml", "answer: {th: ไม่ใช่, en: No}")])
    assert words.say("answer", "en") == "No"
