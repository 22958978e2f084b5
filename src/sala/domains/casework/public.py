"""
Casework: one application from its first page to its end, and what both sides may know of it on the way.

**Fill in.** `start_draft` reads once what the state knows and opens a case; `save_page` keeps everything typed, valid or
not; `submit` receives it: from that time-stamp the legal clock runs. Who did not sign in holds a code instead, and
`enter_by_code` opens that one case.

**Work.** `list_inbox` sorts an agency's cases by the nearest deadline. An officer may `ask_correction` once, which
stops the clock until `answer_correction`, or `decide_case`. What the law finds (`find_by_law`) is a person's to confirm.

**Account.** Every start, stop and resume of the clock is a line both sides read; every step is in the ledger; every
reading by an officer is in the applicant's access view. Documents and notices follow from events, after the commit.
"""

from .contracts import (
    Answers,
    AttachedFile,
    Case,
    CaseAlreadyDecided,
    CaseChangedMeanwhile,
    CaseDecided,
    CaseNotFound,
    CasePage,
    CaseReceived,
    CaseSummary,
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionAskedBefore,
    Decision,
    Draft,
    DraftIsIncomplete,
    Known,
    Line,
    Reason,
    ReasonMissing,
    Receipt,
    Saved,
    Started,
    Upload,
)
from .logic.clock import PROVISIONS, days_left
from .logic.finding import Finding, Payment, law_facts
from .logic.form import may_start
from .logic.shown import label_of, shown
from .operations import (
    answer_correction,
    ask_correction,
    decide_case,
    save_page,
    start_draft,
    store_releases,
    submit,
)
from .queries import (
    count_overdue,
    enter_by_code,
    find_by_law,
    get_case,
    get_draft,
    get_file,
    get_own_case,
    get_receipt,
    list_case_notices,
    list_faults,
    list_inbox,
    list_own,
    list_payments,
    place_names,
    service_of,
)

__all__ = [
    "PROVISIONS",
    "Answers",
    "AttachedFile",
    "Case",
    "CaseAlreadyDecided",
    "CaseChangedMeanwhile",
    "CaseDecided",
    "CaseNotFound",
    "CasePage",
    "CaseReceived",
    "CaseSummary",
    "CorrectionAnswered",
    "CorrectionAsked",
    "CorrectionAskedBefore",
    "Decision",
    "Draft",
    "DraftIsIncomplete",
    "Finding",
    "Known",
    "Line",
    "Payment",
    "Reason",
    "ReasonMissing",
    "Receipt",
    "Saved",
    "Started",
    "Upload",
    "answer_correction",
    "ask_correction",
    "count_overdue",
    "days_left",
    "decide_case",
    "enter_by_code",
    "find_by_law",
    "get_case",
    "get_draft",
    "get_file",
    "get_own_case",
    "get_receipt",
    "label_of",
    "law_facts",
    "list_case_notices",
    "list_faults",
    "list_inbox",
    "list_own",
    "list_payments",
    "may_start",
    "place_names",
    "save_page",
    "service_of",
    "shown",
    "start_draft",
    "store_releases",
    "submit",
]
