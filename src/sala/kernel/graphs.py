"""Graphs of names: what must come before what, also where some wait for each other."""

from collections.abc import Iterable, Mapping


def list_knots(followers: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """
    Part a graph into knots: the names that wait for each other in a circle are one, every other name is one by itself.

    A knot stands before all that follow it. The order depends on the names alone. Linear in nodes and edges.
    Source: S. R. Kosaraju's algorithm, in A. V. Aho and others, Data Structures and Algorithms (1983), s. 6.7.

    >>> list_knots({"shirt": ["tie"], "tie": ["coat"], "coat": ["tie"], "hat": []})
    (('shirt',), ('hat',), ('coat', 'tie'))
    """
    ways = {name: sorted(followers[name]) for name in sorted(followers)}
    leaders: dict[str, list[str]] = {name: [] for name in ways}
    for name, following in ways.items():
        for follower in following:
            leaders[follower].append(name)
    done: set[str] = set()
    last_first = [name for start in ways for name in _walk(start, ways, done)][::-1]
    seen: set[str] = set()
    return tuple(tuple(sorted(_walk(name, leaders, seen))) for name in last_first if name not in seen)


def number_levels(followers: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """
    Number the names by how long a chain leads to each; those of one knot stand on one level.

    >>> number_levels({"shirt": ["tie"], "tie": ["coat"], "coat": [], "hat": ["coat"]})
    {'shirt': 0, 'tie': 1, 'coat': 2, 'hat': 0}
    """
    levels: dict[str, int] = {}
    for knot in list_knots(followers):
        level = max(levels.get(name, 0) for name in knot)
        levels |= dict.fromkeys(knot, level)
        for follower in (one for name in knot for one in followers[name] if one not in knot):
            levels[follower] = max(levels.get(follower, 0), level + 1)
    return levels


def _walk(start: str, ways: Mapping[str, Iterable[str]], seen: set[str]) -> list[str]:
    """List what can be reached from a name and was not seen yet, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    found, path = [], [(start, iter(ways[start]))]
    while path:
        name, onward = path[-1]
        following = next((one for one in onward if one not in seen), None)
        if following is None:
            found.append(name)
            path.pop()
        else:
            seen.add(following)
            path.append((following, iter(ways[following])))
    return found
