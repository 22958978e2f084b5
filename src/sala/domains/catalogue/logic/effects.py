"""
What a change of a declaration does in law: who must pay, wait, show or answer something else from its publication on.

Each part of a declaration that binds people has a comparison of its own. What none of them tells is compared with every
sentence left out: if a part still differs it is told by its name, so nothing but wording ever passes as wording.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sala.kernel.bilingual import Text
from sala.servicekit.schema.public_service import Guide, PublicService

from ..contracts import Effect
from . import effect_words as words
from .effect_parts import PARTS, bones

_TOLD = frozenset(key for part in PARTS for key in part.keys)


def compare_services(before: PublicService, after: PublicService) -> tuple[Effect, ...]:
    """Say what changes for people between two editions; wording alone is one statement, and no change is none."""
    found = [effect for part in PARTS for effect in part.compare(before, after)]
    found += [words.other_part(key) for key in _other_parts(before, after)]
    if not found and before != after:
        return (words.ONLY_WORDING,)
    return tuple(found)


def say_reach(service: PublicService, *, running: int) -> tuple[Text, ...]:
    """Say whom a publication concerns, and whom not; `running` counts the cases that keep the edition they were filed under."""
    if isinstance(service, Guide):
        return (words.READERS,)
    kept = words.RUNNING_CASES.fill(count=f"{running:,}") if running else words.NO_RUNNING_CASES
    return (words.APPLICANTS, kept)


def write_effects(effects: Iterable[Effect]) -> list[dict[str, str]]:
    """Write effects as an edition keeps them."""
    return [{"kind": one.kind, "th": one.says.th, "en": one.says.en} for one in effects]


def read_effects(kept: Sequence[Any]) -> tuple[Effect, ...]:
    """Read the effects that an edition keeps."""
    return tuple(Effect(kind=one["kind"], says=Text(th=one["th"], en=one["en"])) for one in kept)


def _other_parts(before: PublicService, after: PublicService) -> Iterator[str]:
    """Name the parts that no comparison tells and that differ in more than sentences."""
    old, new = bones(before), bones(after)
    for key in dict.fromkeys((*old, *new)):
        if key not in _TOLD and old.get(key) != new.get(key):
            yield key
