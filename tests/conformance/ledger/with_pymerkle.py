"""
Check a ledger from the files that it serves, by pymerkle: `python with_pymerkle.py FOLDER`. Nothing of Sala is imported.

Run by itself, as a stranger's tool is: pymerkle is under the GPL, and no part of what is delivered.
"""

import json
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pymerkle import InclusionProof, InmemoryTree

FULL = 256


def main() -> None:
    """Recompute the root and every proof that was asked for; end with an exception where one differs."""
    folder = Path(sys.argv[1])
    _, size, root = (folder / "checkpoint").read_text("utf-8").splitlines()[:3]
    tree = InmemoryTree(algorithm="sha256")
    for entry in entries_of(folder, int(size)):
        tree.append_entry(entry)
    same(tree.get_root(), b64decode(root), "the root")
    for place in range(int(size)):
        same(tree.get_leaf(place + 1), leaf_in(folder, place, int(size)), f"leaf {place}")
    for proof in json.loads((folder / "inclusion.json").read_text("utf-8")):
        check_inclusion(tree, proof)
    # pymerkle cuts consistency proofs otherwise than RFC 6962, so it is asked what they prove: every older root.
    for note in sorted((folder / "older").iterdir()):
        _, older, signed = note.read_text("utf-8").splitlines()[:3]
        same(tree.get_root(int(older)), b64decode(signed), f"the root of {older} leaves")
    print(f"{size} leaves")


def entries_of(folder: Path, size: int) -> Iterator[bytes]:
    """Read what the leaves hold, bundle by bundle."""
    for start in range(0, size, FULL):
        rest = tile(folder, "entries", start, size)
        while rest:
            length = int.from_bytes(rest[:2], "big")
            yield rest[2 : 2 + length]
            rest = rest[2 + length :]


def leaf_in(folder: Path, place: int, size: int) -> bytes:
    """Read one leaf's hash from its tile."""
    at = place % FULL * 32
    return tile(folder, "0", place - place % FULL, size)[at : at + 32]


def tile(folder: Path, level: str, start: int, size: int) -> bytes:
    """Read a tile as wide as a tree of this size has it."""
    name = f"{start // FULL:03}" if size - start >= FULL else f"{start // FULL:03}.p/{size - start}"
    return (folder / "tile" / level / name).read_bytes()


def check_inclusion(tree: InmemoryTree, proof: dict[str, Any]) -> None:
    """Let pymerkle verify our path by its own rule for the place."""
    index, size = proof["index"] + 1, proof["size"]
    leaf, path = b64decode(proof["leaf_hash"]), [b64decode(step) for step in proof["path"]]
    rule = tree.prove_inclusion(index, size).rule
    InclusionProof("sha256", True, size, index, rule, [leaf, *path]).verify(tree.get_leaf(index), tree.get_root(size))


def same(ours: object, theirs: object, what: str) -> None:
    """End with an exception where two differ."""
    if ours != theirs:
        raise SystemExit(f"{what} differs")


if __name__ == "__main__":
    main()
