"""Run a rules.py as plain Python: the judge whom every back end must agree with."""

import sys
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from sala.kernel.people import BirthDate
from sala.rulekit import Baht, Law
from sala.rulekit.kinds import Kind


def load_plain(folder: Path) -> ModuleType:
    """Import a rules.py, with the folder above its laws as the root of `laws.<law>.rules`."""
    root = str(folder.parent.parent)
    if root not in sys.path:
        sys.path.append(root)
    spec = spec_from_file_location(f"plain_{folder.name}", folder / "rules.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


def plain_entity(law: Law, module: ModuleType, entity: str, facts: Mapping[str, Any]) -> Any:
    """Make a plain object of known facts; links among members go by their number, as in a case."""
    made: list[tuple[Any, str, Any]] = []
    found = _make(law, module, entity, facts, made, ())
    for one, of, siblings in made:
        _number(law, one, of, siblings)
    for one, of, siblings in made:
        _link(law, one, of, siblings)
    return found


def _make(law: Law, module: ModuleType, entity: str, facts: Mapping[str, Any], made: list[Any], siblings: Any) -> Any:
    form = law.entities[entity]
    cls = getattr(module, form.name)
    values: dict[str, Any] = {fact.name: facts.get(fact.name) for fact in form.facts}
    one = object.__new__(cls)
    made.append((one, entity, siblings))
    for fact in form.facts:
        value = values[fact.name]
        if fact.type.kind is Kind.MEMBERS and value is not None:
            members: list[Any] = []
            for item in value:
                members.append(_make(law, module, fact.type.of, item, made, members))
                _own(law, members[-1], fact.type.of, fact.name, one)
            value = tuple(members)
        elif fact.type.kind is Kind.LINK and isinstance(value, Mapping):
            value = _make(law, module, fact.type.of, value, made, ())
        elif fact.type.kind is Kind.CHOICE and value is not None:
            value = _enumeration(module, fact.type.of)(value)
        elif fact.type.kind is Kind.MONEY and isinstance(value, str | int):
            value = Baht.of(value)
        elif fact.type.is_birth and type(value) is date:
            value = BirthDate.of(value)
        object.__setattr__(one, fact.name, value if value is not None else getattr(one, fact.name, None))
    assert {field.name for field in fields(cls)} == set(values)
    return one


def _enumeration(module: ModuleType, name: str) -> type[Enum]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Enum) and value.__name__ == name:
            return value
    raise LookupError(name)


def _own(law: Law, member: Any, entity: str, members: str, owner: Any) -> None:
    for fact in law.entities[entity].facts:
        if fact.type.kind is Kind.LINK and members in fact.inverse:
            object.__setattr__(member, fact.name, owner)


def _link(law: Law, one: Any, entity: str, siblings: Any) -> None:
    """Make the members that the links of siblings make."""
    for fact in law.entities[entity].facts:
        if fact.type.kind is Kind.MEMBERS and fact.inverse and getattr(one, fact.name) is None and siblings:
            found = tuple(s for s in siblings if any(getattr(s, link) is one for link in fact.inverse))
            object.__setattr__(one, fact.name, found)


def _number(law: Law, one: Any, entity: str, siblings: Any) -> None:
    """Lead the links that were given as numbers."""
    for fact in law.entities[entity].facts:
        value = getattr(one, fact.name)
        if fact.type.kind is Kind.LINK and isinstance(value, int):
            object.__setattr__(one, fact.name, next((s for s in siblings if s.number == value), None))
