"""Reads of law: the laws of the pack, what a simulation may move, and the simulations of an agency."""

from .laws import decide, fill_words, get_law, get_parameter, list_laws
from .measures import get_measures, list_measures, list_numbers, make_plan
from .simulations import get_row_for_update, get_simulation, list_simulations, simulation_of

__all__ = [
    "decide",
    "fill_words",
    "get_law",
    "get_measures",
    "get_parameter",
    "get_row_for_update",
    "get_simulation",
    "list_laws",
    "list_measures",
    "list_numbers",
    "list_simulations",
    "make_plan",
    "simulation_of",
]
