"""
Read the facts of one case from a file: YAML, or JSON, which YAML holds.

    born: 1966-10-01          # ค.ศ.; "2509-10" เมื่อรู้แต่ปีและเดือน พ.ศ.
    salary: "600000.50"
    children: [{born: 2015-03-01}, {born: unknown}]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

from .facts import Facts
from .yamls import Node, read_yaml

_UNKNOWN = "unknown"


class FactRefused(SalaError):
    """A fact of a file cannot be taken; the file and the line are named."""

    code = "fact-refused"
    message = Text(th="{file} บรรทัด {line}: {what}", en="{file} line {line}: {what}")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The facts of a file, and where each stands in it."""

    path: Path
    facts: Facts
    root: Node

    def locate(self, refusal: SalaError) -> SalaError:
        """Name the line of the fact that a law refused, or each line where several have it; another refusal stays as it is."""
        lines = [str(line) for line in _lines_of(self.root, refusal.values.get("fact"))]
        if not lines:
            return refusal
        line = Text(th=" หรือ ".join(lines), en=" or ".join(lines))
        return FactRefused(file=self.path.name, line=line, what=refusal.text)


def load_case(path: Path) -> CaseFile:
    """
    Read a file of facts.

    :raises MalformedLaw: it is absent, is not YAML, or does not hold names with values.
    """
    root = read_yaml(path)
    return CaseFile(path, plain_facts(root), root)


def plain_facts(node: Node) -> dict[str, Any]:
    """Take facts as they stand; `unknown` says in words that a fact is not known."""
    return {name: plain_fact(item.value) for name, item in node.items()}


def plain_fact(value: Any) -> Any:
    """Take one fact as it stands."""
    match value:
        case Mapping():
            return {name: plain_fact(part) for name, part in value.items()}
        case list():
            return [plain_fact(part) for part in value]
        case int() if not isinstance(value, bool):
            return int(value)  # the reader of YAML gives 0 as a class of its own
    return None if value == _UNKNOWN else value


def _lines_of(node: Node, name: object) -> Iterator[int]:
    if isinstance(node.value, Mapping):
        for key, item in node.items():
            if key == name:
                yield item.line
            yield from _lines_of(item, name)
    elif isinstance(node.value, list):
        for item in node.each():
            yield from _lines_of(item, name)
