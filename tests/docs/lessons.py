"""Read a page of the manual as its reader follows it: its boxes, in order, each with what to do with it."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests.architecture.sources import ROOT

DOCS = ROOT / "docs"
SALA = ".venv/bin/sala "

_BOX = re.compile(r"^ *```(?P<language>\w*)[ ]?(?P<file>\S*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^(?P<key>[a-z_]+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a page: commands (`sh`), what they answer (`text`), or a file, whole or in part."""

    language: str
    file: str
    text: str


def read_boxes(page: Path) -> list[Box]:
    """List the boxes of a page in the order a reader meets them."""
    found = _BOX.finditer(page.read_text("utf-8"))
    return [Box(match["language"], match["file"], dedent(match["text"])) for match in found]


def write_box(box: Box, folder: Path) -> None:
    """Do with a file's box what the page says: replace the parts of a YAML file that it names, else write the file."""
    file = folder / box.file
    is_part = file.suffix == ".yaml" and file.exists() and not box.text.startswith("schema:")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_replace_parts(file.read_text("utf-8"), box.text) if is_part else box.text, encoding="utf-8")


def run_commands(commands: str, folder: Path, *, expect_fault: bool = False) -> str:
    """Run the lines of a box that are `sala`'s, as its reader would, with answers from a file; give all they said."""
    said = ""
    for line in commands.splitlines():
        assert line.startswith(SALA), f"this test does not know the command: {line}"
        command, _, answers = line.removeprefix(SALA).partition(" < ")
        done = subprocess.run(
            [sys.executable, "-m", "sala.cli", *shlex.split(command)],
            cwd=folder,
            input=(folder / answers).read_text("utf-8") if answers else None,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        said += done.stdout + done.stderr
        assert done.returncode == expect_fault, said
    return said


def _replace_parts(text: str, wanted: str) -> str:
    """Put each part in the place of the one that starts with the same word, or at the end."""
    parts = dict(_parts(text))
    return "".join({**parts, **dict(_parts(wanted))}.values())


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Split a YAML file where a line starts with a word and a colon; what stands before the first has no name."""
    starts = [match.start() for match in _SECTION.finditer(text)]
    yield "", text[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start : text.index(":", start)], text[start:end].rstrip("\n") + "\n"
