"""Tables of the catalogue."""

from .editing import Comment, Draft, Edition, FolderEdition

__all__ = ["Comment", "Draft", "Edition", "FolderEdition"]
