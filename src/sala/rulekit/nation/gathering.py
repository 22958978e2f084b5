"""
Lower what is gathered over members: not a loop for each owner, but one pass in which each member adds to the owner's place.

So a household of ten costs ten steps and not a hundred, and a child's allowance is worked out once for both parents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import form
from ..form import Aggregate, EntityForm, ParameterId, RuleForm, RuleId, Variable
from .columns import Columns
from .graph import Place, Ref, Share
from .lowering import Lowering, Row, Sight
from .said import Known, Said, Truth


@dataclass(frozen=True, slots=True)
class _Way:
    """One way from a member to an owner: where it is open, the owner's row, and what a rule sees there."""

    guards: tuple[Ref, ...]
    index: Ref | None
    sight: Sight


def lowering_of(
    forms: Mapping[RuleId, RuleForm],
    entities: Mapping[str, EntityForm],
    columns: Columns,
    varied: frozenset[ParameterId] = frozenset(),
) -> Lowering:
    """Make a lowering that knows how to gather."""
    return Lowering(forms, entities, columns, varied, gather)


def gather(lowering: Lowering, node: form.Gather, sight: Sight) -> Said:
    """Lower a generator over members."""
    graph = lowering.graph
    owner = lowering.subject(node.owner, sight)
    of_household = lowering.is_household(owner.entity)
    if graph.values[sight.day.value].place is Place.PERSON:
        raise lowering.refuse(
            sight.rule, "นับสมาชิกในวันที่ต่างกันไปตามคน", "it gathers members on a day that differs from person to person"
        )
    if of_household and node.op is Aggregate.COUNT and node.where is None:
        return Known(graph.make("size", place=Place.HOUSEHOLD), owner.known)
    member = lowering.fact(owner.entity, node.members).type.of
    ways = [_of_household(lowering, node, sight, member)] if of_household else _by_links(lowering, node, sight, member)
    index = lowering.house if of_household else owner.index
    said = (_added if node.op in (Aggregate.SUM, Aggregate.COUNT) else _tested)(lowering, node, ways, index)
    return lowering.masked(said, owner.known)


def _of_household(lowering: Lowering, node: form.Gather, sight: Sight, member: str) -> _Way:
    home = lowering.subject(node.owner, sight)
    entities = _still_seen(lowering, sight)
    if isinstance(node.owner, form.Follow) and isinstance(node.owner.subject, Variable):
        entities[f"{node.owner.subject.name}.{node.owner.link}"] = Row(home.index, lowering.graph.true, home.entity)
    return _Way((), None, _from_member(lowering, node, sight, member, entities))


def _by_links(lowering: Lowering, node: form.Gather, sight: Sight, member: str) -> list[_Way]:
    """Find the ways by which members point at an owner. One who points twice counts once."""
    graph, owner = lowering.graph, lowering.subject(node.owner, sight)
    links = lowering.fact(owner.entity, node.members).inverse
    for link in links:
        lowering.columns.need_link(lowering.fact(member, link), sight.rule)
    leads = [lowering.leads(lowering.row, link) for link in links]
    numbers = [lowering.place_in(lowering.row, link) for link in links]
    ways = []
    for place, link in enumerate(links):
        differs = [graph.compare("!=", numbers[place], before) for before in numbers[:place]]
        index = lowering.led_to(lowering.row, link)
        entities = _still_seen(lowering, sight)
        if isinstance(node.owner, Variable):
            entities[node.owner.name] = Row(index, graph.true, owner.entity)
        guards = (graph.either(*leads), leads[place], *differs)
        ways.append(_Way(guards, index, _from_member(lowering, node, sight, member, entities)))
    return ways


def _still_seen(lowering: Lowering, sight: Sight) -> dict[str, Row | None]:
    """List what can be seen from where a member stands: the household is the same, people are not."""
    return {
        name: row if row is not None and lowering.is_household(row.entity) else None
        for name, row in sight.entities.items()
    }


def _from_member(
    lowering: Lowering, node: form.Gather, sight: Sight, member: str, entities: Mapping[str, Row | None]
) -> Sight:
    here = Row(lowering.row, lowering.graph.true, member)
    said = {name: said for name, said in sight.said.items() if not _is_of_person(lowering, said)}
    return Sight(sight.rule, {**entities, node.variable: here}, sight.day, sight.set_names, said)


def _is_of_person(lowering: Lowering, said: Said) -> bool:
    refs = (said.yes if isinstance(said, Truth) else said.value, said.known)
    return any(lowering.graph.values[ref].place is Place.PERSON for ref in refs)


def _added(lowering: Lowering, node: form.Gather, ways: Sequence[_Way], index: Ref) -> Said:
    """Lower a sum or a count: unknown where a test is, or the value of one that passes."""
    graph = lowering.graph
    added, lacking = [], []
    for way in ways:
        where = _where(lowering, node, way)
        value = lowering.number(node.value, way.sight) if node.value else Known(graph.constant(1), graph.true)
        unknown = graph.either(graph.opposite(where.known), graph.both(where.yes, graph.opposite(value.known)))
        added.append(Share((*way.guards, where.yes), way.index, value.value))
        lacking.append(Share((*way.guards, unknown), way.index, graph.false))
    total = _filled(lowering, 0, "+", added, index)
    return Known(total, _filled(lowering, 1, "&", lacking, index))


def _tested(lowering: Lowering, node: form.Gather, ways: Sequence[_Way], index: Ref) -> Said:
    """Lower `any` or `all`: one member settles it; short of that it is unknown where one member is."""
    graph = lowering.graph
    holds, lacking = [], []
    for way in ways:
        assert node.value is not None  # noqa: S101  the reader gives `any` and `all` a value
        where, value = _where(lowering, node, way), lowering.test(node.value, way.sight)
        one = lowering.both(where, value if node.op is Aggregate.ANY else lowering.turned(value))
        holds.append(Share((*way.guards, one.yes), way.index, graph.true))
        lacking.append(Share((*way.guards, graph.opposite(one.known)), way.index, graph.false))
    found = _filled(lowering, 0, "|", holds, index)
    said = Truth(found, graph.either(found, _filled(lowering, 1, "&", lacking, index)))
    return said if node.op is Aggregate.ANY else lowering.turned(said)


def _where(lowering: Lowering, node: form.Gather, way: _Way) -> Truth:
    if node.where is None:
        return lowering.truth(lowering.graph.true, lowering.graph.true)
    return lowering.test(node.where, way.sight)


def _filled(lowering: Lowering, start: int, how: str, shares: Sequence[Share], index: Ref) -> Ref:
    """Give what a pass over the members leaves in an owner's place; nothing is passed over where no share can count."""
    graph = lowering.graph
    kept = []
    for share in shares:
        guards = tuple(dict.fromkeys(guard for guard in share.guards if guard != graph.true))
        if graph.false not in guards:
            kept.append(Share(guards, share.index, share.value))
    is_truth = how != "+"
    if not kept:
        return graph.constant(bool(start) if is_truth else start)
    return graph.gathered(graph.gather(start, how, kept), index, is_truth=is_truth)
