"""A lock file pins versions and hashes; it names no registry, no host and no path of the machine that wrote it."""

import re
from pathlib import Path

import pytest

from .sources import ROOT, files, name_of

LOCK_FILES = [
    *sorted((ROOT / "requirements").glob("*.txt")),
    *sorted((ROOT / "bench" / "rivals").glob("requirements-*.txt")),
    *files("package-lock.json", ".npmrc"),
]
_HASHED = [path for path in LOCK_FILES if path.suffix == ".txt" and path.name != "debian.txt"]

# What a package says of itself (its licence page, who funds it) is no registry.
_PLACE = re.compile(
    r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host|(?<![\w.@-])/(?:home|opt|root|tmp|usr|work)/"
)
_ABOUT_THE_PACKAGE = re.compile(r'^\s*"url": "https://')


@pytest.mark.parametrize("lock_file", LOCK_FILES, ids=name_of)
def test_a_lock_file_names_no_host_and_no_path(lock_file: Path) -> None:
    lines = lock_file.read_text("utf-8").splitlines()

    assert [line for line in lines if _PLACE.search(line) and not _ABOUT_THE_PACKAGE.match(line)] == []


@pytest.mark.parametrize("lock_file", _HASHED, ids=name_of)
def test_every_requirement_has_its_hash(lock_file: Path) -> None:
    requirements = re.split(r"\n(?=[a-z0-9])", lock_file.read_text("utf-8"), flags=re.IGNORECASE)

    assert [text.splitlines()[0] for text in requirements if "==" in text and "--hash=sha256:" not in text] == []
