"""The places where a rule can end, and what a trace holds of each: written once, when the law is compiled."""

from dataclasses import dataclass
from typing import Literal

from ..form import Compare, Fact, Node, Parameter, RuleForm


@dataclass(frozen=True, slots=True)
class Watched:
    """One value that a trace keeps: the node it comes from."""

    node: Node

    @property
    def kind(self) -> Literal["fact", "parameter", "test"]:
        """Say what it is to a reader."""
        if isinstance(self.node, Fact):
            return "fact"
        return "parameter" if isinstance(self.node, Parameter) else "test"

    @property
    def name(self) -> str:
        """Name it: a fact by its name, a number of the law by its full name, a test by its operator."""
        match self.node:
            case Fact():
                return self.node.name
            case Parameter():
                return str(self.node.id)
            case Compare():
                return self.node.op
        return type(self.node).__name__.lower()


@dataclass(frozen=True, slots=True)
class Taken:
    """A branch on the way to a site: the line of its test, and which way it went (None: nobody knows)."""

    line: int
    went: bool | None


@dataclass(frozen=True, slots=True)
class Site:
    """
    One end of one rule: its line, the branches that lead there, and what is watched on the way.

    `inlined` are the ends of rules that were written out on the way: their part of an entry follows its own.
    """

    form: RuleForm
    line: int
    taken: tuple[Taken, ...]
    watched: tuple[Watched, ...]
    inlined: tuple["Site", ...]
