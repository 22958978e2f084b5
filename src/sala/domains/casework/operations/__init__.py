"""Writes of casework: lock, check, change, record, publish, each in one transaction."""

from .deciding import ask_correction, decide_case
from .filling import answer_correction, save_page, start_draft, submit
from .releasing import store_release, store_releases

__all__ = [
    "answer_correction",
    "ask_correction",
    "decide_case",
    "save_page",
    "start_draft",
    "store_release",
    "store_releases",
    "submit",
]
