"""Reads of law: the laws of the pack, and what they say of a case."""

from .asking import calculate, explain, interview
from .laws import decide, fill_words, get_law, get_parameter, list_laws, warn_of_stale

__all__ = [
    "calculate",
    "decide",
    "explain",
    "fill_words",
    "get_law",
    "get_parameter",
    "interview",
    "list_laws",
    "warn_of_stale",
]
