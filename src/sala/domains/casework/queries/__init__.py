"""Reads of cases. Each says what it costs."""

from .lists import count_overdue, list_inbox, list_own
<<<<<<< HEAD
from .opening import OpenCase, list_asked_again, list_lines, number_of, open_case, surroundings_of, to_case, to_draft
=======
from .opening import OpenCase, list_asked_again, list_lines, number_of, open_case, surroundings_for, to_case, to_draft
from .lists import count_inbox, count_overdue, list_desk_services, list_inbox, list_own, read_clocks
from .opening import OpenCase, list_asked_again, list_lines, number_of, open_case, surroundings, to_case
>>>>>>> desk
from .reading import (
    enter_by_code,
    facts_of,
    get_case,
    get_draft,
    get_file,
    get_offer,
    get_own_case,
    get_receipt,
    list_case_notices,
    list_faults,
    list_offers,
    read_clock,
    receipt_of,
    record_reading,
    service_of,
)
from .surroundings import find_agency, find_by_law, list_payments, place_names, read_known_facts

__all__ = [
    "OpenCase",
    "count_inbox",
    "count_overdue",
    "enter_by_code",
    "facts_of",
    "find_agency",
    "find_by_law",
    "get_case",
    "get_draft",
    "get_file",
    "get_offer",
    "get_own_case",
    "get_receipt",
    "list_asked_again",
    "list_case_notices",
    "list_faults",
    "list_desk_services",
    "list_inbox",
    "list_lines",
    "list_offers",
    "list_own",
    "list_payments",
    "number_of",
    "open_case",
    "place_names",
    "read_clock",
    "read_clocks",
    "read_known_facts",
    "receipt_of",
    "record_reading",
    "service_of",
    "surroundings_of",
    "to_case",
    "to_draft",
]
