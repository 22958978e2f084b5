"""Read a YAML 1.2 file and keep the line of everything in it, so that an error can point."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from sala.kernel.bilingual import Text

from .errors import MalformedLaw, place


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a file, with the line it stands on."""

    value: Any
    path: Path
    line: int

    def fail(self, th: str, en: str) -> NoReturn:
        """Refuse this value, naming its file and line."""
        raise MalformedLaw(file=place(self.path), line=self.line, what=Text(th=th, en=en))

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """Walk a mapping in the order it is written."""
        if not isinstance(self.value, CommentedMap):
            self.fail("ตรงนี้ต้องเป็นรายการแบบ ชื่อ: ค่า", "this must be a mapping of name: value")
        for key, value in self.value.items():
            yield str(key), Node(value, self.path, self.value.lc.key(key)[0] + 1)

    def each(self) -> Iterator["Node"]:
        """Walk a list in the order it is written."""
        if not isinstance(self.value, CommentedSeq):
            self.fail("ตรงนี้ต้องเป็นรายการที่ขึ้นต้นด้วย -", "this must be a list of items that begin with -")
        for index, value in enumerate(self.value):
            yield Node(value, self.path, self.value.lc.item(index)[0] + 1)

    def fields(self, *, required: str, optional: str = "") -> dict[str, "Node"]:
        """
        Take a mapping whose keys are known.

        :raises MalformedLaw: a required key is absent, or a key is not known.
        """
        found = dict(self.items())
        for key in required.split():
            if key not in found:
                self.fail(f"ขาด “{key}”", f'"{key}" is missing')
        for key, node in found.items():
            if key not in required.split() + optional.split():
                node.fail(f"ไม่รู้จัก “{key}”", f'"{key}" is not known here')
        return found

    def words(self) -> Text:
        """Take a sentence in both languages."""
        found = self.fields(required="th en")
        return Text(th=str(found["th"].value), en=str(found["en"].value))

    def day(self) -> date:
        """Take a date, written as an ISO 8601 day of the Christian era."""
        if isinstance(self.value, date):
            return self.value
        try:
            return date.fromisoformat(str(self.value))
        except ValueError:
            self.fail("วันที่ต้องเขียนเป็น ค.ศ. เช่น 2023-08-12", "a date is written like 2023-08-12 (C.E.)")

    def whole(self) -> int:
        """Take a whole number; never a float, never true or false."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self.fail("ตรงนี้ต้องเป็นจำนวนเต็ม", "this must be a whole number")
        return int(self.value)  # the reader of YAML gives 0 as a class of its own

    def truth(self) -> bool:
        """Take true or false."""
        if not isinstance(self.value, bool):
            self.fail("ตรงนี้ต้องเป็น true หรือ false", "this must be true or false")
        return self.value


def read_yaml(path: Path) -> Node:
    """
    Read one file.

    :raises MalformedLaw: it is absent or is not YAML.
    """
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), path)
    except FileNotFoundError:
        Node(None, path, 1).fail("ไม่พบแฟ้มนี้", "this file does not exist")


def parse_yaml(text: str, path: Path) -> Node:
    """
    Read what a file holds, or what came from elsewhere under such a name.

    :raises MalformedLaw: it is not YAML.
    """
    try:
        loaded = YAML(typ="rt").load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        Node(None, path, line).fail("ไวยากรณ์ YAML ไม่ถูกต้อง", "this is not valid YAML")
    return Node(loaded, path, 1)
