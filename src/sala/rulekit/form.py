"""
The typed intermediate form: what every back end reads, and the only thing it reads.

A rule is a tree of frozen nodes. Each carries its type with its bounds, so a back end needs no inference of its own,
and two back ends can differ only in how they walk. Exact quotients are gone: a comparison of quotients stands here as a
comparison of products, a rounding as one `Rounded`. Days are `datetime.date`, money is satang, choices are their text.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

from sala.kernel.money import Rounding

from .kinds import Type

Raw = int | bool | str | date


class Aggregate(Enum):
    """What a generator over members comes to."""

    SUM = "sum"
    COUNT = "count"
    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class _Id:
    law: str
    name: str

    def __str__(self) -> str:
        return f"{self.law}.{self.name}"


class RuleId(_Id):
    """A rule by its law and its name."""

    __slots__ = ()


class ParameterId(_Id):
    """A dated number by its law and its name. `reading.parameters` says how its value is held."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """An entity by the name it has in the rule: the argument, or a member in a generator."""

    name: str


@dataclass(frozen=True, slots=True)
class Follow:
    """The entity that a link of another leads to. It is unknown where the link is."""

    subject: "Subject"
    link: str


Subject = Variable | Follow


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that stands in the rule."""

    type: Type
    value: Raw


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an entity, as it was given. A decimal fact is in whole parts of `EXACT_PARTS`."""

    type: Type
    subject: Subject
    name: str


@dataclass(frozen=True, slots=True)
class Local:
    """A name that the rule has set. An exact quotient has two, which nobody can write: `share top`, `share bottom`."""

    type: Type
    name: str

    @property
    def is_of_quotient(self) -> bool:
        """Say whether it holds one side of an exact quotient."""
        return " " in self.name


@dataclass(frozen=True, slots=True)
class Asked:
    """The day that the rule is asked about."""

    type: Type


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated number of the law, as it stands on a day. A rate is in whole parts of `RATE_PARTS`."""

    type: Type
    id: ParameterId
    day: "Node"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers added, subtracted or multiplied."""

    type: Type
    op: Literal["+", "-", "*"]
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Negative:
    """A number with its sign turned."""

    type: Type
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one kind, compared."""

    type: Type
    op: Literal["==", "!=", "<", "<=", ">", ">="]
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Junction:
    """`and` or `or`, by strong Kleene. All parts are asked."""

    type: Type
    op: Literal["and", "or"]
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """`not`."""

    type: Type
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Choose:
    """`yes if test else no`. Unknown where the test is."""

    type: Type
    test: "Node"
    yes: "Node"
    no: "Node"


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least or the greatest of several. Unknown where any of them is."""

    type: Type
    op: Literal["min", "max"]
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Rounded:
    """
    The quotient `top / bottom`, rounded to a multiple of `step`. `bottom` is above zero by its type.

    `mode`: half-up is away from zero at the half, down is to the lesser multiple, up is to the greater.
    """

    type: Type
    mode: Rounding
    top: "Node"
    bottom: "Node"
    step: "Node"


@dataclass(frozen=True, slots=True)
class Ask:
    """What another rule says of an entity on a day."""

    type: Type
    rule: RuleId
    subject: Subject
    day: "Node"


@dataclass(frozen=True, slots=True)
class Count:
    """A function of `counting` on days and numbers: ages, months, working days."""

    type: Type
    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The money of the highest step of a dated table that a number reaches."""

    type: Type
    number: "Node"
    table: ParameterId
    day: "Node"


@dataclass(frozen=True, slots=True)
class Slices:
    """Each row's share of the part of an amount that lies in it, summed exactly and rounded once to the satang."""

    type: Type
    amount: "Node"
    table: ParameterId
    day: "Node"
    mode: Rounding


@dataclass(frozen=True, slots=True)
class Within:
    """Whether a day lies in a period fact. An open end has no end; a period that is not known is unknown."""

    type: Type
    day: "Node"
    subject: Subject
    name: str


@dataclass(frozen=True, slots=True)
class Gather:
    """A sum, a count, or whether any or all, over the members of an entity that pass a test."""

    type: Type
    op: Aggregate
    owner: Subject
    members: str
    variable: str
    where: "Node | None"
    value: "Node | None"


Node = (
    Constant
    | Fact
    | Local
    | Asked
    | Parameter
    | Arithmetic
    | Negative
    | Compare
    | Junction
    | Opposite
    | Choose
    | Extreme
    | Rounded
    | Ask
    | Count
    | Ladder
    | Slices
    | Within
    | Gather
)


@dataclass(frozen=True, slots=True)
class Bind:
    """A name set to a value, once."""

    name: str
    value: Node
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """`if`. Both sides return, or what follows them does: the reader has put it there."""

    test: Node
    yes: tuple["Statement", ...]
    no: tuple["Statement", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`return`."""

    value: Node
    line: int


Statement = Bind | Branch | Answer


@dataclass(frozen=True, slots=True)
class RuleForm:
    """One rule. Every path of `body` ends in an `Answer`."""

    id: RuleId
    entity: str
    variable: str
    returns: Type
    body: tuple[Statement, ...]
    line: int


@dataclass(frozen=True, slots=True)
class FactForm:
    """
    One fact of an entity. `inverse` are the links that lead here: they make `Members` without being told.

    A link with an inverse is set where the entity stands among those members. `choices` are the words of what a choice
    may be, in the order of its type.
    """

    name: str
    type: Type
    words: tuple[str, str]
    inverse: tuple[str, ...]
    line: int
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EntityForm:
    """One entity of a law: its facts, those of the entities it inherits among them; `kin` are their full names."""

    law: str
    name: str
    facts: tuple[FactForm, ...]
    kin: tuple[str, ...]

    @property
    def id(self) -> str:
        """The full name."""
        return f"{self.law}.{self.name}"
