"""What a change of a declaration does in law: who must do, pay, wait or show something else from then on."""

from collections.abc import Iterable, Sequence
from typing import Any

from sala.kernel.bilingual import Text

from ..contracts import Effect


def write_effects(effects: Iterable[Effect]) -> list[dict[str, str]]:
    """Write effects as an edition keeps them."""
    return [{"kind": one.kind, "th": one.says.th, "en": one.says.en} for one in effects]


def read_effects(kept: Sequence[Any]) -> tuple[Effect, ...]:
    """Read the effects that an edition keeps."""
    return tuple(Effect(kind=one["kind"], says=Text(th=one["th"], en=one["en"])) for one in kept)
