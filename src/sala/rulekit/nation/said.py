"""What a rule says, in a graph: a truth that may be unknown, or a value that may be."""

from dataclasses import dataclass

from .graph import Ref


@dataclass(frozen=True, slots=True)
class Truth:
    """
    That something holds, and that it does not. Where neither is so, it is unknown.

    `known` is that one of the two is so, said more simply where that can be: often nobody needs to look which.
    """

    yes: Ref
    no: Ref
    known: Ref

    @property
    def turned(self) -> "Truth":
        """Give its opposite."""
        return Truth(self.no, self.yes, self.known)


@dataclass(frozen=True, slots=True)
class Known:
    """A value, and whether it is known. Where it is not, the value stands for nothing."""

    value: Ref
    known: Ref


Said = Truth | Known
