"""Writes of the catalogue: editions from folders and back into them, and how a draft becomes one."""

from .exporting import export_editions
from .loading import load_editions

__all__ = ["export_editions", "load_editions"]
