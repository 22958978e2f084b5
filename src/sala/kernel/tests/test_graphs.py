"""What follows stands after what it follows, whatever the graph; a circle is one knot."""

from hypothesis import given
from hypothesis import strategies as st

from sala.kernel.graphs import list_knots, number_levels

NAMES = "abcdefgh"
graphs = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), unique=True) for name in NAMES})
Graph = dict[str, list[str]]


def reach(graph: Graph, start: str) -> set[str]:
    """What can be come to from a name in one step or more, found the slow way."""
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += graph[name]
    return found


@given(graphs)
def test_every_name_is_in_one_knot(graph: Graph) -> None:
    assert sorted(name for knot in list_knots(graph) for name in knot) == sorted(graph)


@given(graphs)
def test_names_that_lead_to_each_other_are_one_knot_and_no_others_are(graph: Graph) -> None:
    knot_of = {name: knot for knot in list_knots(graph) for name in knot}
    for one in graph:
        for other in graph:
            lead_to_each_other = one == other or (other in reach(graph, one) and one in reach(graph, other))
            assert (knot_of[one] == knot_of[other]) == lead_to_each_other


@given(graphs)
def test_a_name_stands_before_all_that_follow_it_but_for_its_own_knot(graph: Graph) -> None:
    knots = list_knots(graph)
    place = {name: i for i, knot in enumerate(knots) for name in knot}
    levels = number_levels(graph)
    for name, followers in graph.items():
        for follower in followers:
            assert place[name] <= place[follower]
            assert levels[name] < levels[follower] or place[name] == place[follower]


@given(graphs)
def test_the_order_depends_on_the_names_alone(graph: Graph) -> None:
    backwards = {name: graph[name][::-1] for name in reversed(graph)}
    assert list_knots(backwards) == list_knots(graph)


@given(graphs)
def test_a_level_is_never_higher_than_the_way_to_it_is_long(graph: Graph) -> None:
    levels = number_levels(graph)
    for knot in list_knots(graph):
        into = [levels[one] for one in graph if one not in knot and not set(knot).isdisjoint(graph[one])]
        assert {levels[name] for name in knot} == {max(into, default=-1) + 1}
