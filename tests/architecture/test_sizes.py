"""A function fails at 50 lines and a file at 400: a reader holds no more."""

import ast
from pathlib import Path

from .sources import ROOT, files, name_of, python_files, tree_of

LONGEST_FUNCTION_LINES = 50
LONGEST_FILE_LINES = 400


def test_no_function_is_longer_than_a_reader_holds() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}: {_lines(node)} lines"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > LONGEST_FUNCTION_LINES
    ]

    assert long == []


def test_no_file_is_longer_than_a_reader_holds() -> None:
    sources = [*python_files(), *files("*.html", "*.jinja", "*.scss", "*.mjs", under=ROOT / "src")]
    long = [f"{name_of(path)}: {count} lines" for path in sources if (count := _count(path)) > LONGEST_FILE_LINES]

    assert long == []


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _count(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
