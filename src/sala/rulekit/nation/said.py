"""What a rule says, in a graph: a truth that may be unknown, or a value that may be."""

from dataclasses import dataclass

from .graph import Ref


@dataclass(frozen=True, slots=True)
class Truth:
    """That something holds, and is known to; and whether it is known at all. Known and not holding is that it does not."""

    yes: Ref
    known: Ref


@dataclass(frozen=True, slots=True)
class Known:
    """A value, and whether it is known. Where it is not, the value stands for nothing."""

    value: Ref
    known: Ref


Said = Truth | Known
