"""Reads of cases. Each says what it costs."""

from .lists import count_overdue, list_inbox, list_own
from .opening import OpenCase, list_asked_again, list_lines, number_of, open_case, surroundings_for, to_case, to_draft
from .reading import (
    enter_by_code,
    get_case,
    get_draft,
    get_file,
    get_own_case,
    get_receipt,
    list_case_notices,
    list_faults,
    receipt_of,
    record_reading,
    service_of,
)
from .surroundings import find_agency, find_by_law, list_payments, place_names, read_known_facts

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
    "get_receipt",
    "list_asked_again",
    "list_case_notices",
    "list_faults",
    "list_inbox",
    "list_lines",
    "list_own",
    "list_payments",
    "number_of",
    "open_case",
    "place_names",
    "read_known_facts",
    "receipt_of",
    "record_reading",
    "service_of",
    "surroundings_for",
    "to_case",
    "to_draft",
]
