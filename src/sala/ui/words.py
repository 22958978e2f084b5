"""The sentences of the screens: each stands once in a `words/*.yaml` file, in Thai and English, under a key."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError


class WordsMissing(SalaError):
    """No sentence stands under this key."""

    code = "words-missing"
    status = 500
    message = Text(
        th="ไม่มีข้อความชื่อ {key} เพิ่มลงในไฟล์ words/*.yaml ข้างโฟลเดอร์ templates ทั้งภาษาไทยและอังกฤษ",
        en="No sentence is called {key}. Add it, in Thai and English, to a words/*.yaml file beside the templates",
    )


class WordsUnusable(SalaError):
    """A words file says something that cannot be used."""

    code = "words-unusable"
    status = 500
    message = Text(th="ไฟล์ข้อความ {file} ใช้ไม่ได้: {what}", en="The words file {file} cannot be used: {what}")


@dataclass(frozen=True, slots=True)
class Words:
    """
    Every sentence the screens can say.

    >>> words = Words({"greeting": Text(th="สวัสดีคุณ{name}", en="Hello {name}")})
    >>> words.say("greeting", "en", name="Somchai")
    'Hello Somchai'
    """

    texts: Mapping[str, Text]

    @classmethod
    def load(cls, folders: Iterable[Path]) -> Self:
        """
        Read every `*.yaml` file of the folders given; a folder that does not exist holds no words.

        :raises WordsUnusable: a file is not YAML, a language is missing, placeholders differ, or a key stands twice.
        """
        texts: dict[str, Text] = {}
        for folder in folders:
            for file in sorted(folder.glob("*.yaml")):
                for key, text in _read(file).items():
                    if key in texts:
                        raise WordsUnusable(file=file.name, what=f"{key} stands in another file too")
                    texts[key] = text
        return cls(texts)

    def text(self, key: str) -> Text:
        """
        Give a sentence in both languages, its placeholders still open.

        :raises WordsMissing: no sentence has this key.
        """
        try:
            return self.texts[key]
        except KeyError:
            raise WordsMissing(key=key) from None

    def say(self, key: str, lang: Lang, **values: object) -> str:
        """
        Give a sentence in one language, its placeholders filled.

        :raises WordsMissing: no sentence has this key.
        :raises KeyError: a placeholder has no value.
        """
        text = self.text(key)
        return text.fill(**values)[lang] if values else text[lang]


def _read(file: Path) -> dict[str, Text]:
    try:
        content = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8")) or {}
    except YAMLError as problem:
        raise WordsUnusable(file=file.name, what=" ".join(str(problem).split())) from problem
    return {key: _text(file, key, said) for key, said in content.items()}


def _text(file: Path, key: str, said: object) -> Text:
    if not isinstance(said, dict) or said.keys() != {"th", "en"} or not all(said.values()):
        raise WordsUnusable(file=file.name, what=f"{key} needs th and en, and nothing else")
    text = Text(th=str(said["th"]), en=str(said["en"]))
    if placeholders(text.th) != placeholders(text.en):
        raise WordsUnusable(file=file.name, what=f"{key} has other placeholders in Thai than in English")
    return text


def placeholders(sentence: str) -> frozenset[str]:
    """
    Name the placeholders of a sentence.

    >>> sorted(placeholders("เหลือ {days} วัน จาก {total} วัน"))
    ['days', 'total']
    """
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)
