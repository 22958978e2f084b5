"""Sala (ศาลา): a public service is a folder, law is Python, everything else is derived."""

__version__ = "0.1.0"
