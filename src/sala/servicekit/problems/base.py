"""What every problem is: a place, and three sentences in both languages."""

from dataclasses import dataclass
from typing import ClassVar

from sala.kernel.bilingual import LANGS, Lang, Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem:
    """
    One thing wrong in a pack. A subclass states its code and three sentences; values fill their placeholders.

    `what` happened, `why` it matters, and how to `mend` it.
    """

    code: ClassVar[str]
    what_text: ClassVar[Text]
    why_text: ClassVar[Text]
    mend_text: ClassVar[Text]

    def __init__(self, place: Place, **values: object) -> None:
        self.place = place
        self.values = values

    @property
    def what(self) -> Text:
        """What is wrong."""
        return self.what_text.fill(**self.values)

    @property
    def why(self) -> Text:
        """Why it matters."""
        return self.why_text.fill(**self.values)

    @property
    def mend(self) -> Text:
        """What to write instead."""
        return self.mend_text.fill(**self.values)

    def explain(self, *langs: Lang) -> str:
        """Write the whole problem for a terminal, in the languages given or in both."""
        lines = [f"{self.place} [{self.code}]"]
        lines += [f"  {part[lang]}" for lang in langs or LANGS for part in (self.what, self.why, self.mend)]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.place} {self.what.en}>"
