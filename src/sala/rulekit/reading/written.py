"""A rules.py as it is written, and how anything wrong in it is said: with file, line and cure."""

import ast
from dataclasses import dataclass
from pathlib import Path

from sala.kernel.bilingual import Text

from ..errors import MalformedLaw, MayOverflow, TypesDiffer, place
from ..language import rules_of


@dataclass(frozen=True, slots=True)
class Written:
    """One file: its text and its tree."""

    path: Path
    source: str
    tree: ast.Module

    @property
    def law(self) -> str:
        """The law's name: its folder's."""
        return self.path.parent.name

    def fail(self, line: int, th: str, en: str) -> MalformedLaw:
        """Make the refusal of what stands on a line."""
        return MalformedLaw(file=place(self.path), line=line, what=Text(th=th, en=en))

    def differ(self, node: ast.AST, th: str, en: str) -> TypesDiffer:
        """Make the refusal of a line whose types do not go together."""
        return TypesDiffer(file=place(self.path), line=getattr(node, "lineno", 1), what=Text(th=th, en=en))

    def overflow(self, node: ast.AST, reaches: int) -> MayOverflow:
        """Make the refusal of arithmetic whose result may not fit."""
        said = ast.unparse(node)
        return MayOverflow(
            file=place(self.path), line=getattr(node, "lineno", 1), expression=said, reaches=f"{reaches:,}"
        )


def read_written(path: Path) -> Written:
    """
    Read one rules.py.

    :raises MalformedLaw: it is absent, is not Python, or has no rule.
    """
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        written = Written(path, source, ast.parse(source, filename=str(path)))
    except SyntaxError as problem:
        empty = Written(path, source, ast.Module(body=[], type_ignores=[]))
        raise empty.fail(problem.lineno or 1, "ไวยากรณ์ Python ไม่ถูกต้อง", "this is not valid Python") from problem
    if not rules_of(written.tree):
        raise written.fail(1, "ไม่พบแฟ้มนี้ หรือไม่มีกฎในแฟ้ม", "this file does not exist, or has no rule")
    return written
