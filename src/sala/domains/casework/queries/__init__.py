"""Reads of cases. Each says what it costs."""

from .lists import count_overdue, list_inbox, list_own
from .opening import OpenCase, list_asked_again, list_lines, number_of, open_case, surroundings_of, to_case
from .reading import enter_by_code, get_case, get_draft, get_file, get_own_case, record_reading
from .surroundings import find_agency, find_by_law, list_payments, read_known_facts

__all__ = [
    "OpenCase",
    "count_overdue",
    "enter_by_code",
    "find_agency",
    "find_by_law",
    "get_case",
    "get_draft",
    "get_file",
    "get_own_case",
    "list_asked_again",
    "list_inbox",
    "list_lines",
    "list_own",
    "list_payments",
    "number_of",
    "open_case",
    "read_known_facts",
    "record_reading",
    "surroundings_of",
    "to_case",
]
