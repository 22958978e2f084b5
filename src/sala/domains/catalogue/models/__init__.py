"""Tables of the catalogue. They hold what the pack cannot: what changed, and when."""

from .changes import ChangeRow

__all__ = ["ChangeRow"]
