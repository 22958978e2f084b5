"""Questions to a search, with what answers each, and how well it did."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from sala.domains.catalogue.logic.finder import Finder


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the services and moments of life any of which is a right answer."""

    say: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Shares of right answers, and the time that 95 of 100 questions stay within."""

    first: float
    in_three: float
    p95_ms: float


def read_sets(folder: Path) -> dict[str, list[Question]]:
    """Read the open sets, all but the third as their halves, question by question in turn, and the questions kept aside."""
    first, second, fourth = (_read(folder / name) for name in ("queries.yaml", "open_2.yaml", "open_4.yaml"))
    return {
        "tuned": first[0::2],
        "other-half": first[1::2],
        "second-tuned": second[0::2],
        "second-other-half": second[1::2],
        "third": _read(folder / "open_3.yaml"),
        "fourth-tuned": fourth[0::2],
        "fourth-other-half": fourth[1::2],
        "fifth": _read(folder / "open_5.yaml"),
        "kept-aside": _read(folder / "kept_aside.yaml"),
    }


def ask(finder: Finder, questions: Sequence[Question]) -> Told:
    """Ask every question once, after one that does not count."""
    finder.find(finder.understand(questions[0].say))
    first = in_three = 0
    times = []
    for question in questions:
        begun = time.perf_counter()
        ranking = finder.find(finder.understand(question.say))
        times.append(time.perf_counter() - begun)
        shown = [*([ranking.life_event] if ranking.life_event else []), *ranking.slugs][:3]
        first += bool(question.right.intersection(shown[:1]))
        in_three += bool(question.right.intersection(shown))
    p95 = sorted(times)[int(len(times) * 0.95)]
    return Told(first=first / len(questions), in_three=in_three / len(questions), p95_ms=p95 * 1000)


def _read(file: Path) -> list[Question]:
    written = YAML(typ="safe", pure=True).load(file)["queries"]
    return [Question(say=one["say"], right=frozenset(one["right"])) for one in written]
