"""How a measurement is told: one line for each figure, and one that sums up."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One claim: our number beside a rival's, and what we set out to reach.

    :param published: the rival's number was read, not measured here; `reference` then holds one of the same run.
    :param more_is_better: the goal is the least we set out to reach, and not the most.
    """

    name: str
    ours: float
    rival: float
    unit: str
    goal: float
    published: bool = False
    reference: float | None = None
    more_is_better: bool = False

    @property
    def is_met(self) -> bool:
        """Say whether we reached what we set out to."""
        return self.ours >= self.goal if self.more_is_better else self.ours <= self.goal

    def __str__(self) -> str:
        """
        Write the line.

        >>> print(Figure("submit-requests", ours=9, rival=9, unit="requests", goal=9))
        submit-requests: ours=9 rival=9 unit=requests ratio=1.00 goal=9 met
        """
        source = " (published)" if self.published else ""
        reference = "" if self.reference is None else f" reference={_plain(self.reference)}"
        verdict = "met" if self.is_met else "short"
        return (
            f"{self.name}: ours={_plain(self.ours)} rival={_plain(self.rival)}{source}{reference} unit={self.unit}"
            f" ratio={_ratio(self.ours / self.rival)} goal={_plain(self.goal)} {verdict}"
        )


def sum_up(name: str, figures: Sequence[Figure]) -> str:
    """
    Write the last line.

    >>> sum_up("submit", [Figure("submit-requests", ours=10, rival=9, unit="requests", goal=9)])
    'submit: short, 0 of 1'
    """
    met = sum(figure.is_met for figure in figures)
    return f"{name}: {met} of {met} met" if met == len(figures) else f"{name}: short, {met} of {len(figures)}"


def _plain(number: float) -> str:
    """
    Write a number with the digits that matter.

    >>> _plain(318), _plain(1234.56), _plain(40.53), _plain(0.0333333)
    ('318', '1234.6', '40.5', '0.0333')
    """
    return f"{number:.1f}".removesuffix(".0") if number >= 100 or number == int(number) else f"{number:.3g}"


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 or ratio == 0 else f"{ratio:.4f}"
