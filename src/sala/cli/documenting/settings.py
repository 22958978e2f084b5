"""`settings.md`: every variable that the code reads from its environment; what each means stands in `settings.yaml`."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from sala.infra.discovery import ROOT
from sala.infra.keys import Purpose
from sala.kernel.declarations import read_declaration

from . import markdown
from .markdown import code, table

_MEANINGS = Path(__file__).with_name("settings.yaml")
_NOT_A_SETTING = {"DJANGO_SETTINGS_MODULE"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: what it means, what holds without it, and the modules that read it."""

    name: str
    means: str
    default: str
    read_by: tuple[str, ...]


def page() -> str:
    """Write the page."""
    rows = [
        (code(each.name), each.means, each.default, ", ".join(code(module) for module in each.read_by))
        for each in list_settings()
    ]
    return markdown.page(
        "Settings",
        "Sala is set up by its environment alone. A demonstration needs none of these. With `SALA_MODE=production` it refuses\n"
        "to start while anything is set that only a demonstration may have, and names each.",
        table(("Variable", "Meaning", "Without it", "Read by"), rows),
        f"`<PURPOSE>` is one of {', '.join(_variable(purpose) for purpose in get_args(Purpose))}.",
    )


def list_settings() -> list[Setting]:
    """
    List every variable that is read, with its meaning.

    :raises KeyError: one is read that `settings.yaml` does not explain.
    """
    meanings = read_meanings()
    return [Setting(name=name, read_by=modules, **meanings[name]) for name, modules in sorted(find_variables().items())]


def read_meanings() -> dict[str, dict[str, str]]:
    """Read what each variable means and what holds without it."""
    meanings: dict[str, dict[str, str]] = read_declaration(_MEANINGS)["settings"]
    return meanings


def find_variables() -> Mapping[str, tuple[str, ...]]:
    """Find every variable that the code takes from its environment, and the modules that do."""
    found: dict[str, set[str]] = {}
    for file in sorted(path for path in ROOT.rglob("*.py") if "tests" not in path.parts):
        module = ".".join(("sala", *file.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for name in _variables_in(ast.parse(file.read_text("utf-8"))):
            found.setdefault(name, set()).add(module)
    return {name: tuple(sorted(modules)) for name, modules in found.items() if name not in _NOT_A_SETTING}


def _variables_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=taken_from, attr="get"), args=[name, *_]):
                yield from _name(taken_from, name)
            case ast.Subscript(value=taken_from, slice=name):
                yield from _name(taken_from, name)
            case ast.Compare(left=name, ops=[ast.In() | ast.NotIn()], comparators=[taken_from]):
                yield from _name(taken_from, name)


def _name(taken_from: ast.expr, name: ast.expr) -> Iterator[str]:
    """Give the variable's name, where this takes one from the environment; a computed part is a purpose of keys."""
    if ast.unparse(taken_from) not in ("os.environ", "environment"):
        return
    match name:
        case ast.Constant(value=str(plain)):
            yield plain
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), ast.FormattedValue()]):
            yield f"{start}<PURPOSE>"


def _variable(purpose: str) -> str:
    return code(purpose.upper().replace("-", "_"))
