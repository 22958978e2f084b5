"""A document of linked data: nodes that name each other, each told once however many name it."""

from collections.abc import Mapping
from typing import Any

from sala.kernel.bilingual import Text
from sala.servicekit.schema.base import Marked

from .context import CONTEXT

Node = dict[str, Any]


class Graph:
    """Nodes by their URI, in the order in which they were first named."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def put(self, node: Node) -> str:
        """Tell of a thing in full, in the place of what was told before; give its URI."""
        self._nodes[node["@id"]] = node
        return str(node["@id"])

    def name(self, node: Node) -> str:
        """Tell of a thing unless it is told of already; give its URI."""
        self._nodes.setdefault(node["@id"], node)
        return str(node["@id"])

    def __contains__(self, uri: str) -> bool:
        return uri in self._nodes

    @property
    def document(self) -> Mapping[str, Any]:
        """The whole as one JSON-LD document, which needs no other."""
        return {"@context": CONTEXT, "@graph": list(self._nodes.values())}


def said(text: Text) -> dict[str, str]:
    """Write a sentence in both languages."""
    return {"th": text.th, "en": text.en}


def trust(fact: Marked) -> Node:
    """Say where a fact comes from, and whether anybody has verified it."""
    source = {"source": said(fact.source)} if fact.source else {}
    return {**source, **({"unverified": True} if fact.unverified else {})}
