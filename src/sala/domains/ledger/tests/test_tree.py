"""The tree agrees with RFC 6962: on the known vectors, and with the definitions on every shape tried."""

from hypothesis import given
from hypothesis import strategies as st

from ..logic.proofs import (
    hash_spans,
    nodes_within,
    proves_consistency,
    proves_inclusion,
    spans_proving_consistency,
    spans_proving_inclusion,
)
from ..logic.tree import EMPTY_ROOT, Frontier, Node, Span, hash_leaf, hash_perfect, join_hashes, perfect_nodes
from .naive import path_to, proof_from, root_of

# Source: github.com/google/certificate-transparency, merkletree tests, the vectors every RFC 6962 log is checked by.
VECTOR_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
VECTOR_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

sizes = st.integers(min_value=1, max_value=130)


def leaves_of(size: int) -> list[bytes]:
    return [index.to_bytes(4, "big") for index in range(size)]


def grow(leaves: list[bytes]) -> tuple[Frontier, dict[Node, bytes]]:
    frontier = Frontier()
    known: dict[Node, bytes] = {}
    for leaf in leaves:
        known.update(frontier.add(hash_leaf(leaf)))
    return frontier, known


def test_the_known_vectors_give_the_known_roots() -> None:
    roots = [grow(VECTOR_LEAVES[:size])[0].root.hex() for size in range(9)]
    assert roots == VECTOR_ROOTS


def test_the_known_inclusion_vector_holds() -> None:
    _, known = grow(VECTOR_LEAVES)
    path = hash_spans(spans_proving_inclusion(5, 8), known)
    assert [step.hex() for step in path] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_an_empty_tree_has_the_hash_of_nothing_as_its_root() -> None:
    assert Frontier().root == EMPTY_ROOT == root_of([])


@given(sizes)
def test_a_growing_tree_has_the_root_of_the_definition(size: int) -> None:
    frontier, known = grow(leaves_of(size))
    assert frontier.root == root_of(leaves_of(size))
    assert Frontier.of(size, known) == frontier


@given(st.data(), sizes)
def test_an_inclusion_proof_is_that_of_the_definition_and_holds(data: st.DataObject, size: int) -> None:
    leaves, index = leaves_of(size), data.draw(st.integers(0, size - 1))
    frontier, known = grow(leaves)
    path = hash_spans(spans_proving_inclusion(index, size), known)
    assert list(path) == path_to(index, leaves)
    leaf_hash = hash_leaf(leaves[index])
    assert proves_inclusion(index=index, size=size, leaf_hash=leaf_hash, path=path, root=frontier.root)


@given(st.data(), sizes)
def test_an_inclusion_proof_holds_for_nothing_else(data: st.DataObject, size: int) -> None:
    leaves, index = leaves_of(size), data.draw(st.integers(0, size - 1))
    frontier, known = grow(leaves)
    path = hash_spans(spans_proving_inclusion(index, size), known)
    other = data.draw(st.integers(0, size + 1).filter(lambda place: place != index))
    leaf_hash = hash_leaf(leaves[index])
    assert not proves_inclusion(index=other, size=size, leaf_hash=leaf_hash, path=path, root=frontier.root)
    assert not proves_inclusion(index=index, size=size, leaf_hash=hash_leaf(b"x"), path=path, root=frontier.root)
    assert not proves_inclusion(index=index, size=size, leaf_hash=leaf_hash, path=[*path, b"x"], root=frontier.root)


@given(st.data(), sizes)
def test_a_consistency_proof_is_that_of_the_definition_and_holds(data: st.DataObject, size: int) -> None:
    leaves, old = leaves_of(size), data.draw(st.integers(1, size))
    frontier, known = grow(leaves)
    path = hash_spans(spans_proving_consistency(old, size), known)
    assert list(path) == proof_from(old, leaves)
    old_root = root_of(leaves[:old])
    assert proves_consistency(old_size=old, new_size=size, old_root=old_root, new_root=frontier.root, path=path)


@given(st.data(), sizes)
def test_a_consistency_proof_refuses_a_rewritten_past(data: st.DataObject, size: int) -> None:
    leaves, old = leaves_of(size), data.draw(st.integers(1, size))
    frontier, known = grow(leaves)
    path = hash_spans(spans_proving_consistency(old, size), known)
    rewritten = root_of([b"x", *leaves[1:old]])
    assert not proves_consistency(old_size=old, new_size=size, old_root=rewritten, new_root=frontier.root, path=path)
    if old < size:
        assert not proves_consistency(
            old_size=old, new_size=size, old_root=root_of(leaves[:old]), new_root=frontier.root, path=path[:-1]
        )


@given(st.data(), sizes)
def test_a_span_is_cut_into_neighbouring_perfect_subtrees(data: st.DataObject, size: int) -> None:
    leaves = leaves_of(size)
    for span in spans_proving_inclusion(data.draw(st.integers(0, size - 1)), size):
        nodes = perfect_nodes(span)
        covered = [leaf for n in nodes for leaf in range(n.index << n.height, (n.index + 1) << n.height)]
        assert covered == list(range(span.start, span.end))
        hashes = [hash_perfect(map(hash_leaf, leaves[n.index << n.height : (n.index + 1) << n.height])) for n in nodes]
        assert join_hashes(hashes) == root_of(leaves[span.start : span.end])


def test_a_proof_in_a_tree_of_a_million_reads_few_subtrees() -> None:
    assert len(nodes_within(spans_proving_inclusion(123_456, 1_000_003))) <= 40


def test_a_tree_of_one_needs_no_steps() -> None:
    assert spans_proving_inclusion(0, 1) == ()
    assert spans_proving_consistency(1, 1) == ()
    assert perfect_nodes(Span(0, 0)) == ()
