"""Walk a form: its nodes, the rules it asks, the facts and numbers it reads."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import get_args

from .form import (
    Answer,
    Ask,
    Bind,
    Branch,
    Fact,
    Follow,
    Gather,
    Ladder,
    Node,
    Parameter,
    ParameterId,
    RuleForm,
    RuleId,
    Slices,
    Statement,
    Subject,
    Variable,
    Within,
)

_NODES = get_args(Node)


def children(node: Node) -> Iterator[Node]:
    """List the nodes right under one."""
    for field in fields(node):
        value = getattr(node, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, _NODES):
                yield part


def nodes(node: Node) -> Iterator[Node]:
    """List a node and all under it, in the order they are worked out."""
    for child in children(node):
        yield from nodes(child)
    yield node


def nodes_of(body: tuple[Statement, ...]) -> Iterator[Node]:
    """List every node of a rule's body."""
    for statement in body:
        match statement:
            case Bind() | Answer():
                yield from nodes(statement.value)
            case Branch():
                yield from nodes(statement.test)
                yield from nodes_of(statement.yes)
                yield from nodes_of(statement.no)


def asks(form: RuleForm) -> tuple[RuleId, ...]:
    """List the rules that one asks, each once, in order."""
    return tuple(dict.fromkeys(node.rule for node in nodes_of(form.body) if isinstance(node, Ask)))


def parameters(form: RuleForm) -> tuple[ParameterId, ...]:
    """List the dated numbers that a rule itself reads, each once, in order."""
    found = (
        node.id if isinstance(node, Parameter) else node.table
        for node in nodes_of(form.body)
        if isinstance(node, Parameter | Ladder | Slices)
    )
    return tuple(dict.fromkeys(found))


def reads(form: RuleForm) -> tuple[str, ...]:
    """List the facts of its own entity that a rule itself reads, links and members among them."""
    found: dict[str, None] = {}
    for node in nodes_of(form.body):
        match node:
            case Fact() | Within():
                _note(_first_step(node.subject, node.name), form.variable, found)
            case Ask():
                _note(_first_step(node.subject, ""), form.variable, found)
            case Gather():
                _note(_first_step(node.owner, node.members), form.variable, found)
    return tuple(found)


def names_read(form: RuleForm) -> frozenset[str]:
    """Name every fact that a rule reads of any entity, links and members among them."""
    found: set[str] = set()
    for node in nodes_of(form.body):
        match node:
            case Fact() | Within():
                found |= {node.name, *_links(node.subject)}
            case Ask():
                found.update(_links(node.subject))
            case Gather():
                found |= {node.members, *_links(node.owner)}
    return frozenset(found)


def reached(forms: Mapping[RuleId, RuleForm], *start: RuleId) -> tuple[RuleId, ...]:
    """List the rules that answering some may ask, each after those that it asks."""
    done: dict[RuleId, None] = {}

    def visit(rule: RuleId) -> None:
        if rule not in done:
            for asked in asks(forms[rule]):
                visit(asked)
            done[rule] = None

    for rule in start:
        visit(rule)
    return tuple(done)


def facts_needed(forms: Mapping[RuleId, RuleForm], rule: RuleId) -> frozenset[str]:
    """Name the facts of its own entity that a rule needs, also through the rules that it asks of the same entity."""
    found: set[str] = set()
    seen, waiting = {rule}, [rule]
    while waiting:
        form = forms[waiting.pop()]
        found.update(reads(form))
        own = (
            node for node in nodes_of(form.body) if isinstance(node, Ask) and node.subject == Variable(form.variable)
        )
        fresh = {node.rule for node in own} - seen
        seen |= fresh
        waiting += fresh
    return frozenset(found)


def _links(subject: Subject) -> Iterator[str]:
    while isinstance(subject, Follow):
        yield subject.link
        subject = subject.subject


def _first_step(subject: Subject, name: str) -> tuple[str, str]:
    """Say which fact of which variable a path begins with."""
    while isinstance(subject, Follow):
        name, subject = subject.link, subject.subject
    return subject.name, name


def _note(step: tuple[str, str], variable: str, found: dict[str, None]) -> None:
    if step[0] == variable and step[1]:
        found[step[1]] = None
