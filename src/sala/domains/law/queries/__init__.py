"""Reads of law: the laws of the pack and what they say of a case, what a simulation may move, and the simulations of an agency."""

from .asking import calculate, explain, interview, read_reform
from .laws import decide, fill_words, get_law, get_parameter, list_laws, warn_of_stale
from .measures import get_measures, list_measures, list_numbers, make_plan
from .simulations import get_row_for_update, get_simulation, list_simulations, simulation_of

__all__ = [
    "calculate",
    "decide",
    "explain",
    "fill_words",
    "get_law",
    "get_measures",
    "get_parameter",
    "get_row_for_update",
    "get_simulation",
    "interview",
    "list_laws",
    "list_measures",
    "list_numbers",
    "list_simulations",
    "make_plan",
    "read_reform",
    "simulation_of",
    "warn_of_stale",
]
