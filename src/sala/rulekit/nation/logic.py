"""Three-valued logic in a graph: what holds, what is known, and what is worked out only in doubt (strong Kleene)."""

from collections.abc import Callable

from ..kinds import Kind, Type
from .graph import Graph, Ref
from .said import Known, Said, Truth


class Logic:
    """Joins truths and values of one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def masked(self, said: Said, known: Ref) -> Said:
        """Make a value unknown where something else is."""
        if isinstance(said, Truth):
            return Truth(self.graph.both(known, said.yes), self.graph.both(known, said.known))
        return Known(said.value, self.graph.both(known, said.known))

    def truth(self, test: Ref, known: Ref) -> Truth:
        """Make a truth of a test that counts only where it is known."""
        return Truth(self.graph.both(known, test), known)

    def fails(self, truth: Truth) -> Ref:
        """Say where something is known not to hold."""
        return self.graph.both(truth.known, self.graph.opposite(truth.yes))

    def turned(self, truth: Truth) -> Truth:
        """Turn a truth into its opposite."""
        return Truth(self.fails(truth), truth.known)

    def unknown(self, kind: Type) -> Said:
        """Give what nobody knows."""
        if kind.kind is Kind.TRUTH:
            return self.truth(self.graph.false, self.graph.false)
        return Known(self.graph.constant(0), self.graph.false)

    def choose(self, test: Truth, yes: Said, no: Said) -> Said:
        """Choose between two values; unknown where the test is."""
        graph = self.graph
        known = self._known_choice(test, yes.known, no.known)
        if isinstance(yes, Truth) and isinstance(no, Truth):
            return Truth(graph.both(known, graph.choose(test.yes, [yes.yes], [no.yes])[0]), known)
        assert isinstance(yes, Known) and isinstance(no, Known)  # noqa: S101  the reader has seen that both are of one kind
        return Known(graph.choose(test.yes, [yes.value], [no.value])[0], known)

    def _known_choice(self, test: Truth, yes: Ref, no: Ref) -> Ref:
        chosen = self.graph.choose(test.yes, [yes], [no])[0]
        return self.graph.both(test.known, chosen)

    def is_settled(self, said: Said) -> bool:
        """Say whether a value can never be unknown."""
        return said.known == self.graph.true

    def both(self, one: Truth, other: Truth) -> Truth:
        """Give what holds where both do: it is known where both are, and where one fails."""
        graph = self.graph
        holds = graph.choose(one.yes, [other.yes], [graph.false])[0]
        return Truth(holds, self._known_of_two(one, other, self.fails))

    def either(self, one: Truth, other: Truth) -> Truth:
        """Give what holds where one of two does: it is known where both are, and where one holds."""
        graph = self.graph
        holds = graph.choose(one.yes, [graph.true], [other.yes])[0]
        return Truth(holds, self._known_of_two(one, other, lambda truth: truth.yes))

    def _known_of_two(self, one: Truth, other: Truth, settles: Callable[[Truth], Ref]) -> Ref:
        """Say whether two are known together. Whether one of them settles it is looked at only in doubt."""
        graph = self.graph
        if one.known == other.known:
            return one.known
        beside = ((one, other), (other, one))
        settled = graph.either(*(settles(part) for part, other_part in beside if not self.is_settled(other_part)))
        return graph.choose(graph.both(one.known, other.known), [graph.true], [settled])[0]
