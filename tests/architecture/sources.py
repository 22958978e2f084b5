"""The project's own files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SALA = ROOT / "src" / "sala"
DOMAINS = sorted(path for path in (SALA / "domains").iterdir() if (path / "__init__.py").is_file())

_NOT_OURS = {"node_modules", ".venv", "var", "build", "built"}


def files(*patterns: str, under: Path = ROOT) -> list[Path]:
    """List our own files that match, in alphabetical order."""
    found = (path for pattern in patterns for path in under.rglob(pattern))
    return sorted(path for path in found if path.is_file() and not _NOT_OURS & set(path.relative_to(ROOT).parts))


def python_files(under: Path = ROOT) -> list[Path]:
    """List our Python files, without the migrations that Django writes."""
    return [path for path in files("*.py", under=under) if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    """Name a file from the top of the checkout."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse a file once."""
    return ast.parse(path.read_text("utf-8"))


def calls_in(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Give every call of a file with the dotted name it calls."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
