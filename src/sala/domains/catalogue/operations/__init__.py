"""Writes of the catalogue: editions from folders and back into them, how a draft becomes one, and what people asked in vain."""

from .checklists import (
    delete_checklist,
    keep_marks,
)
from .commenting import (
    answer_comment,
    comment_on_draft,
    open_draft,
)
from .drafting import (
    catch_up,
    drop_draft,
    save_file,
    start_draft,
)
from .exporting import (
    export_editions,
)
from .loading import (
    load_editions,
)
from .publishing import (
    ask_publication,
    publish_draft,
    send_back,
    take_back_request,
)
from .questions import (
    choose_answer,
    delete_old_questions,
    keep_question,
    reopen_question,
    report_first,
    settle_question,
)

__all__ = [
    "answer_comment",
    "ask_publication",
    "catch_up",
    "choose_answer",
    "comment_on_draft",
    "delete_checklist",
    "delete_old_questions",
    "drop_draft",
    "export_editions",
    "keep_marks",
    "keep_question",
    "load_editions",
    "open_draft",
    "publish_draft",
    "reopen_question",
    "report_first",
    "save_file",
    "send_back",
    "settle_question",
    "start_draft",
    "take_back_request",
]
