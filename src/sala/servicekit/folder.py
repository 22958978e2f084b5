"""A service's folder as texts, wherever they stand: on disk, in an edition or in a draft."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sala.kernel.bilingual import Lang

from .problems import FileUnreadable, Place, Problem

DECLARATION = "service.yaml"


@dataclass(frozen=True, slots=True)
class ServiceFolder:
    """
    One service's texts: `service.yaml` and the pages of `content/`, by their path inside the folder.

    `path` is the folder's own place in the pack, such as `services/local/waste-fee`.
    """

    path: str
    files: Mapping[str, str]

    @property
    def slug(self) -> str:
        """The folder's own name, which is the service's."""
        return self.path.rpartition("/")[2]

    @property
    def declaration(self) -> str:
        """The text of `service.yaml`; empty where there is none."""
        return self.files.get(DECLARATION, "")

    @property
    def digest(self) -> str:
        """Say in one name what every file holds, comments and layout included."""
        return digest_of(self.files)

    def words(self, page: str, lang: Lang) -> str:
        """Give one page of `content/` as Markdown; empty when the service has no such page."""
        return self.files.get(page_path(page, lang), "")


def digest_of(files: Mapping[str, str]) -> str:
    """Say in one name (sha256) what every file of a folder holds, to the last byte."""
    body = json.dumps(dict(files), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()


def page_path(page: str, lang: Lang) -> str:
    """
    Name the file of a page inside its folder.

    >>> page_path("about", "th")
    'content/th/about.md'
    """
    return f"content/{lang}/{page}.md"


def read_folder(folder: Path, *, root: Path) -> tuple[ServiceFolder, tuple[Problem, ...]]:
    """Read a folder's texts as they stand, line ends included; the second part names files that are no text."""
    path, files, problems = folder.relative_to(root).as_posix(), {}, []
    for file in (folder / DECLARATION, *sorted(folder.glob("content/**/*.md"))):
        name = file.relative_to(folder).as_posix()
        try:
            files[name] = _read_text(file)
        except (OSError, ValueError) as problem:
            detail = getattr(problem, "strerror", None) or type(problem).__name__
            problems.append(FileUnreadable(Place(f"{path}/{name}"), detail=detail))
    return ServiceFolder(path, files), tuple(problems)


def _read_text(file: Path) -> str:
    """Read UTF-8 to the byte; a zero byte is in no text, and no database keeps it."""
    text = file.read_bytes().decode("utf-8")
    if "\0" in text:
        raise ValueError
    return text
