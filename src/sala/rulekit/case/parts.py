"""What a rule is written from and with: where things stand at run time, the code of a value, a rule written out in another."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..form import ParameterId, RuleForm, RuleId
from .sites import Site


@dataclass(frozen=True, slots=True)
class Places:
    """
    Where things stand at run time: the number of each rule and of each dated number, and rules worth remembering.

    `unsure` are the rules whose answer may be unknown though every fact is known: they follow a link. `inlined` are those
    that only one place asks: there they are written out, which spares the call and most of the trace's cost.
    """

    forms: Mapping[RuleId, RuleForm]
    rules: Mapping[RuleId, int]
    parameters: Mapping[ParameterId, int]
    remembered: frozenset[RuleId]
    inlined: frozenset[RuleId]
    unsure: set[RuleId]


@dataclass(slots=True)
class Made:
    """Python for a value: a name or a literal. `may_lack` says that it may be None."""

    code: str
    may_lack: bool


@dataclass(slots=True)
class Inlining:
    """
    A rule that is being written out in another: the name its answer gets, and where it began.

    `is_at_times`: it stands in a choice or a loop of the rule around it, which does not come there just once.
    """

    result: str
    record: str
    mark: int
    is_at_times: bool
    may_lack: bool = False
    is_noted: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an inlined rule leaves for the trace, until the rule around it leaves its own."""

    site: Site
    values: str
