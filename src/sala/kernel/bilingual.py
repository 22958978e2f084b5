"""A sentence that exists in Thai and in English, or does not exist at all."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["th", "en"]
LANGS: tuple[Lang, ...] = ("th", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """
    A sentence in both languages, with named placeholders.

    >>> Text(th="สวัสดี {name}", en="Hello {name}").fill(name="Somchai")["en"]
    'Hello Somchai'
    """

    th: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.th if lang == "th" else self.en

    def fill(self, **values: object) -> "Text":
        """
        Put values into the named placeholders of both languages.

        A value that is itself a Text goes in by language.

        :raises KeyError: a placeholder has no value.
        """
        return Text(th=_fill(self.th, "th", values), en=_fill(self.en, "en", values))


def _fill(sentence: str, lang: Lang, values: dict[str, object]) -> str:
    return sentence.format(**{k: v[lang] if isinstance(v, Text) else v for k, v in values.items()})
