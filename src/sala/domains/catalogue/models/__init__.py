"""Tables of the catalogue."""

from .checklists import Mark
from .editing import Comment, Draft, Edition, FolderEdition

__all__ = ["Comment", "Draft", "Edition", "FolderEdition", "Mark"]
