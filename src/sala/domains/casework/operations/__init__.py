"""Writes of casework: lock, check, change, record, publish, each in one transaction."""

from .attaching import add_file, remove_file
from .deciding import ask_correction, decide_case
from .filling import answer_correction, save_page, start_draft, submit
from .releasing import store_releases

__all__ = [
    "add_file",
    "answer_correction",
    "ask_correction",
    "decide_case",
    "remove_file",
    "save_page",
    "start_draft",
    "store_releases",
    "submit",
]
