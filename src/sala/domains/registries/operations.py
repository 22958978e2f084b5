"""Have registers read, with the reading in the person's access view; and fill the registers of fictional people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from sala.domains.ledger import public as ledger
from sala.domains.organisations import public as organisations
from sala.infra import envelopes
from sala.kernel.actors import Actor
from sala.kernel.days import thai_day
from sala.kernel.plain import to_plain
from sala.kernel.unique import uuid7

from . import policies
from .contracts import Evidence, FactValue, Register
from .logic import declarations, fiction
from .logic.fiction import Place
from .models import FactRow
from .queries import SEALED_PLACE, get_register, read_facts


def fetch(
    *,
    register: str,
    person: UUID,
    facts: Sequence[str],
    by: Actor,
    purpose: str,
    at: datetime,
    through: str = "registries",
) -> dict[str, Evidence]:
    """
    Read facts of one person from one register. Two statements: the access and the reading.

    :returns: evidence by fact; a fact that the register does not hold of this person is left out.
    :raises NotAllowed: the actor may not have it read.
    :raises FactNotDeclared: the register holds no such fact.
    :raises PurposeNotAllowed: no declared purpose covers the reading.
    """
    wanted = {register: facts}
    return fetch_many(wanted=wanted, person=person, by=by, purpose=purpose, at=at, through=through)[register]


@transaction.atomic(savepoint=False)
def fetch_many(
    *,
    wanted: Mapping[str, Sequence[str]],
    person: UUID,
    by: Actor,
    purpose: str,
    at: datetime,
    through: str = "registries",
) -> dict[str, dict[str, Evidence]]:
    """
    Read facts of one person from several registers. Two statements in all: the access and the reading.

    Source: Digital Government Act B.E. 2562, s. 11 (the agency fetches what the state has issued).
    :param wanted: the facts by register.
    :param through: which screen or interface shows them, as a code.
    :raises NotAllowed: the actor may not have it read.
    :raises FactNotDeclared: a register holds no such fact.
    :raises PurposeNotAllowed: no declared purpose covers the reading; nothing is read of any register.
    """
    policies.read_facts.require(by, person)
    for register, facts in wanted.items():
        declarations.check_reading(get_register(name=register), facts=facts, purpose=purpose)
    ledger.record_access(by=by, persons=[person], purpose=purpose, through=through, at=at)
    return read_facts(person=person, wanted=wanted, at=at)


@transaction.atomic
def load_demonstration_registers(*, pack: Path, people: Mapping[str, UUID], at: datetime) -> int:
    """
    Fill the registers of the pack's fictional people, and say how many facts were new. Safe to repeat.

    What is known already stays as it is. The caller has entered every agency.

    :param people: the person of each key in `demonstration/people.yaml`.
    """
    registers = declarations.read_registers(pack)
    known = set(FactRow.objects.values_list("person", "register", "fact"))
    rows: list[FactRow] = []
    for key, entries in fiction.read_entries(pack).items():
        for name, entry in entries.items():
            facts = _facts_of(name, entry, at)
            new = {fact: value for fact, value in facts.items() if (people[key], name, fact) not in known}
            rows += _sealed(people[key], registers[name], new, at)
    FactRow.objects.bulk_create(rows)
    return len(rows)


def _facts_of(register: str, entry: dict[str, Any], at: datetime) -> dict[str, FactValue]:
    if register == "civil-registry":
        return fiction.civil_facts(entry, today=thai_day(at))
    return fiction.house_facts(entry, place=_place_of(entry["address"]), today=thai_day(at))


def _place_of(address: dict[str, str]) -> Place:
    area = organisations.get_sub_district(code=address["sub_district_code"])
    moo = int(address["moo"]) if "moo" in address else None
    authority = organisations.find_local_authority(sub_district_code=area.code, moo=moo)
    return Place(
        code=area.code,
        sub_district=area.sub_district,
        district=area.district,
        province=area.province,
        postcode=area.postcode,
        local_authority=authority.code if authority else None,
    )


def _sealed(person: UUID, register: Register, facts: Mapping[str, FactValue], at: datetime) -> list[FactRow]:
    envelope = envelopes.find_envelope(subject=person) if facts else None
    if envelope is None:
        return []
    rows = []
    for fact, value in facts.items():
        row = FactRow(id=uuid7(at), person=person, register=register.name, fact=fact, agency=register.owner)
        row.sealed = envelope.seal_json(to_plain(value), place=f"{SEALED_PLACE}:{row.pk}")
        rows.append(row)
    return rows
