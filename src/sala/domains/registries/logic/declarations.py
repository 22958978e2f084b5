"""Read the pack's declarations of registers, and hold a reading against them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.declarations import read_declaration

from ..contracts import DeclaredFact, FactNotDeclared, PurposeNotAllowed, ReadingPurpose, Register, RegisterNotFound


@cache
def read_registers(pack: Path) -> Mapping[str, Register]:
    """Read every register that the pack declares, by name, once in a process."""
    files = sorted((pack / "registries").glob("*.yaml"))
    return MappingProxyType({file.stem: _register(read_declaration(file)) for file in files})


def find_declared(registers: Mapping[str, Register], name: str) -> Register:
    """
    Give a register by name.

    :raises RegisterNotFound: the pack declares none of this name.
    """
    if name not in registers:
        raise RegisterNotFound
    return registers[name]


def check_reading(register: Register, *, facts: Iterable[str], purpose: str) -> None:
    """
    Let a reading pass only if the register holds the facts and a declared purpose covers them.

    Source: Digital Government Act B.E. 2562, s. 14 (data received is used within one's own duties and powers only).
    :raises FactNotDeclared: the register does not hold a fact.
    :raises PurposeNotAllowed: the purpose is not declared or does not cover a fact.
    """
    asked = set(facts)
    if unknown := asked - set(register.facts):
        raise FactNotDeclared(register=register.name, facts=", ".join(sorted(unknown)))
    declared = register.purposes.get(purpose)
    if beyond := asked - (declared.facts if declared else frozenset()):
        raise PurposeNotAllowed(register=register.name, facts=", ".join(sorted(beyond)), purpose=purpose)


def _register(declared: dict[str, Any]) -> Register:
    facts = {name: _fact(name, fact) for name, fact in declared["facts"].items()}
    purposes = {name: _purpose(name, purpose) for name, purpose in declared["purposes"].items()}
    for purpose in purposes.values():
        if unknown := purpose.facts - set(facts):
            raise FactNotDeclared(register=declared["register"], facts=", ".join(sorted(unknown)))
    return Register(
        name=declared["register"],
        label=Text(**declared["name"]),
        owner=declared["owner"],
        law=tuple(_words(law) for law in declared["law"]),
        facts=MappingProxyType(facts),
        purposes=MappingProxyType(purposes),
    )


def _fact(name: str, declared: dict[str, Any]) -> DeclaredFact:
    return DeclaredFact(name=name, type=declared["type"], data_class=declared["class"], label=_words(declared))


def _purpose(name: str, declared: dict[str, Any]) -> ReadingPurpose:
    return ReadingPurpose(
        name=name,
        label=_words(declared),
        basis=declared["basis"],
        law=tuple(_words(law) for law in declared["law"]),
        facts=frozenset(declared["facts"]),
    )


def _words(declared: dict[str, Any]) -> Text:
    return Text(th=declared["th"], en=declared["en"])
