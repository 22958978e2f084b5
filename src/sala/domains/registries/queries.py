"""Reads of registries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from sala.infra import envelopes
from sala.infra.envelopes import Envelope
from sala.infra.models import DataKey
from sala.kernel.plain import from_plain

from .contracts import Evidence, Register
from .logic import declarations

SEALED_PLACE = "registries_fact.sealed"
_READ = "SELECT id, register, fact, sealed, wrapped, key_id FROM registries_read(%s, %s, %s)"

Readings = dict[str, dict[str, Evidence]]


def list_registers() -> tuple[Register, ...]:
    """List the registers of the pack by name. No statement."""
    return tuple(declarations.read_registers(Path(settings.SALA_PACK)).values())


def get_register(*, name: str) -> Register:
    """
    Get a register's declaration. No statement.

    :raises RegisterNotFound: the pack declares none of this name.
    """
    return declarations.find_declared(declarations.read_registers(Path(settings.SALA_PACK)), name)


def read_facts(*, person: UUID, wanted: Mapping[str, Sequence[str]], at: datetime) -> Readings:
    """Read and decrypt facts of one person from several registers. One statement; what is not held is left out."""
    asked = [(register, fact) for register, facts in wanted.items() for fact in facts]
    with connection.cursor() as cursor:
        cursor.execute(_READ, [person, [register for register, _ in asked], [fact for _, fact in asked]])
        rows = cursor.fetchall()
    found: Readings = {register: {} for register in wanted}
    if not rows:
        return found
    envelope = envelopes.envelope_of(DataKey(subject=person, wrapped=rows[0][4], key_id=rows[0][5]))
    for row, register, fact, sealed, _, _ in rows:
        found[register][fact] = _evidence(get_register(name=register), row, sealed, envelope, at)
    return found


def _evidence(register: Register, row: UUID, sealed: Any, envelope: Envelope, at: datetime) -> Evidence:
    value = from_plain(envelope.open_json(sealed, place=f"{SEALED_PLACE}:{row}"))
    return Evidence(value=value, source=register.label, register=register.name, as_of=at)
