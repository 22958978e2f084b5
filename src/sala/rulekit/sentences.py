"""How a clause speaks to a person."""

from dataclasses import dataclass

from sala.kernel.bilingual import Text


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is said when a clause holds, when it does not, and while nobody knows."""

    holds: Text
    fails: Text
    unknown: Text

    def about(self, value: object) -> Text:
        """Choose the sentence for what the clause said. An amount or a day is said as something that holds."""
        if value is None:
            return self.unknown
        return self.fails if value is False else self.holds
