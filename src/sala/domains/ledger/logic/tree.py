"""
A Merkle tree that grows on the right, by its perfect subtrees.

Source: RFC 6962, s. 2.1 (Merkle Tree Hash: leaves are hashed after 0x00, nodes after 0x01).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


@dataclass(frozen=True, slots=True)
class Node:
    """The perfect subtree over the leaves from `index << height` up to `(index + 1) << height`."""

    height: int
    index: int


@dataclass(frozen=True, slots=True)
class Span:
    """The leaves from `start` up to, and without, `end`."""

    start: int
    end: int


def hash_leaf(data: bytes) -> bytes:
    """Hash what a leaf holds."""
    return sha256(b"\x00" + data).digest()


def hash_children(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring subtrees into their parent."""
    return sha256(b"\x01" + left + right).digest()


def split_point(size: int) -> int:
    """
    Give the largest power of two below `size`: where RFC 6962 cuts a tree in two.

    >>> [split_point(size) for size in (2, 3, 4, 5, 8, 9)]
    [1, 2, 2, 4, 4, 8]
    """
    return 1 << (size - 1).bit_length() - 1


def perfect_nodes(span: Span) -> tuple[Node, ...]:
    """
    Cut a span into perfect subtrees, left to right, the largest first.

    The span starts at a split point of the tree, so that its subtrees lie on their natural places.

    >>> perfect_nodes(Span(0, 7))
    (Node(height=2, index=0), Node(height=1, index=2), Node(height=0, index=6))
    """
    nodes = []
    start = span.start
    while start < span.end:
        height = (span.end - start).bit_length() - 1
        nodes.append(Node(height, start >> height))
        start += 1 << height
    return tuple(nodes)


def join_hashes(hashes: Sequence[bytes]) -> bytes:
    """Join neighbouring perfect subtrees, the largest first, into the hash of the span they fill."""
    if not hashes:
        return EMPTY_ROOT
    *rest, joined = hashes
    for left in reversed(rest):
        joined = hash_children(left, joined)
    return joined


def hash_perfect(hashes: Iterable[bytes]) -> bytes:
    """Hash a row of equally high subtrees, a power of two of them, into their common root."""
    row = list(hashes)
    while len(row) > 1:
        row = [hash_children(row[at], row[at + 1]) for at in range(0, len(row), 2)]
    return row[0]


@dataclass(slots=True)
class Frontier:
    """
    The right edge of a tree: the perfect subtrees that its leaves make, so a leaf costs about one hash more.

    `size` counts leaves; `hashes` follow `perfect_nodes(Span(0, size))`.
    """

    size: int = 0
    hashes: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, size: int, known: Mapping[Node, bytes]) -> "Frontier":
        """Rebuild the edge of a tree of `size` leaves from hashes already known."""
        return cls(size, [known[node] for node in perfect_nodes(Span(0, size))])

    @property
    def root(self) -> bytes:
        """The Merkle Tree Hash of all leaves so far."""
        return join_hashes(self.hashes)

    def add(self, leaf_hash: bytes) -> Iterator[tuple[Node, bytes]]:
        """Add one leaf and give each perfect subtree it completes, itself included, the lowest first."""
        index, height, joined = self.size, 0, leaf_hash
        yield Node(0, index), joined
        while index & 1:
            joined = hash_children(self.hashes.pop(), joined)
            index, height = index >> 1, height + 1
            yield Node(height, index), joined
        self.hashes.append(joined)
        self.size += 1
