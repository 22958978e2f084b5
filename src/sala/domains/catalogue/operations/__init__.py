"""Writes of the catalogue: editions from folders and back into them, and how a draft becomes one."""

from .checklists import (
    delete_checklist,
    keep_marks,
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

__all__ = [
    "ask_publication",
    "catch_up",
    "delete_checklist",
    "drop_draft",
    "export_editions",
    "keep_marks",
    "load_editions",
    "publish_draft",
    "save_file",
    "send_back",
    "start_draft",
    "take_back_request",
]
