"""
Proofs that an entry is in the tree, and that a later tree only adds to an earlier one.

Source: RFC 6962, s. 2.1.1 and 2.1.2 (making); RFC 9162, s. 2.1.3.2 and 2.1.4.2 (checking).
"""

from collections.abc import Mapping, Sequence

from .tree import Node, Span, hash_children, join_hashes, perfect_nodes, split_point


def spans_proving_inclusion(index: int, size: int) -> tuple[Span, ...]:
    """
    List the spans whose hashes lead from one leaf to the root, the lowest first.

    :raises ValueError: the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    spans: list[Span] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + split_point(end - start)
        if index < middle:
            spans.append(Span(middle, end))
            end = middle
        else:
            spans.append(Span(start, middle))
            start = middle
    return tuple(reversed(spans))


def spans_proving_consistency(old_size: int, new_size: int) -> tuple[Span, ...]:
    """
    List the spans whose hashes make both roots, the lowest first; none when the trees are equally large.

    :raises ValueError: the older tree is empty, or larger than the newer.
    """
    if not 0 < old_size <= new_size:
        raise ValueError(f"a tree of {new_size} leaves cannot extend one of {old_size}")
    spans: list[Span] = []
    start, end = 0, new_size
    while end != old_size:
        middle = start + split_point(end - start)
        if old_size <= middle:
            spans.append(Span(middle, end))
            end = middle
        else:
            spans.append(Span(start, middle))
            start = middle
    if start > 0:
        spans.append(Span(start, end))
    return tuple(reversed(spans))


def nodes_within(spans: Sequence[Span]) -> tuple[Node, ...]:
    """List the perfect subtrees that spans are made of: what a proof has to read."""
    return tuple(node for span in spans for node in perfect_nodes(span))


def hash_spans(spans: Sequence[Span], known: Mapping[Node, bytes]) -> tuple[bytes, ...]:
    """Hash each span from subtrees already read."""
    return tuple(join_hashes([known[node] for node in perfect_nodes(span)]) for span in spans)


def proves_inclusion(*, index: int, size: int, leaf_hash: bytes, path: Sequence[bytes], root: bytes) -> bool:
    """Say whether the path leads from this leaf at this index to this root. Never raises on a bad path."""
    if not 0 <= index < size:
        return False
    here, last, joined = index, size - 1, leaf_hash
    for neighbour in path:
        if last == 0:
            return False
        if here & 1 or here == last:
            joined = hash_children(neighbour, joined)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            joined = hash_children(joined, neighbour)
        here, last = here >> 1, last >> 1
    return last == 0 and joined == root


def proves_consistency(
    *, old_size: int, new_size: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]
) -> bool:
    """Say whether the path shows that the newer tree only adds to the older. Never raises on a bad path."""
    if not 0 < old_size <= new_size:
        return False
    if old_size == new_size:
        return not path and old_root == new_root
    steps = list(path) if old_size & old_size - 1 else [old_root, *path]
    if not steps:
        return False
    return _both_roots(old_size - 1, new_size - 1, steps) == (old_root, new_root)


def _both_roots(here: int, last: int, steps: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """Walk up from the older tree's last leaf, and give both trees' roots; None if the path has a wrong length."""
    while here & 1:
        here, last = here >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if here & 1 or here == last:
            old, new = hash_children(step, old), hash_children(step, new)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            new = hash_children(new, step)
        here, last = here >> 1, last >> 1
    return (old, new) if last == 0 else None
