"""
Forms for declarations, derived from the models that read them, and written back so that comments and order survive.

`list_sections` says which parts of a service a form covers and of what each is made; `change_section` writes what was typed
into the text of `service.yaml`. Only the lines of that part change; whatever a form does not cover stays as its author wrote it.
"""

from .entries import EntryGone, NameTaken, entry_shape, list_entries, move_entry, put_entry, remove_entry
from .shapes import Section, Shape, label_of_key, leaves, list_sections
from .typing_in import read_typed, typed_of
from .writing import SectionUnreadable, change_section, set_part

__all__ = [
    "EntryGone",
    "NameTaken",
    "Section",
    "SectionUnreadable",
    "Shape",
    "change_section",
    "entry_shape",
    "label_of_key",
    "leaves",
    "list_entries",
    "list_sections",
    "move_entry",
    "put_entry",
    "read_typed",
    "remove_entry",
    "set_part",
    "typed_of",
]
