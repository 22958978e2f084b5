"""
A case's row with those that stand beside it, read in one statement that is written once.

Every page of a form begins with this reading. The ORM would build the same statement anew each time, which costs
several times what asking and answering it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

from sala.infra.models import DataKey

from ..models import Case, Correction, Decision

Row = TypeVar("Row", bound=models.Model)

_FROM = """
FROM casework_case c
JOIN infra_data_key k ON k.subject = c.data_key_id
LEFT JOIN casework_correction r ON r.case_id = c.id
LEFT JOIN casework_decision d ON d.case_id = c.id
WHERE c.id = %s
"""


@dataclass(frozen=True, slots=True)
class CaseRows:
    """A case's own row, its sealed data key, and the one correction and decision it may have."""

    case: Case
    data_key: DataKey
    correction: Correction | None
    decision: Decision | None


def find_rows(*, case_id: UUID, for_update: bool = False) -> CaseRows | None:
    """Read a case among those this transaction may see, and lock its own row where asked. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_statement() + ("FOR UPDATE OF c" if for_update else ""), [case_id])
        found = cursor.fetchone()
    if found is None:
        return None
    values = iter(found)
    return CaseRows(
        case=_take(Case, values),
        data_key=_take(DataKey, values),
        correction=_take_if_any(Correction, values),
        decision=_take_if_any(Decision, values),
    )


def _take(model: type[Row], values: Iterator[Any]) -> Row:
    names = _names(model)
    return model.from_db(connection.alias, names, tuple(islice(values, len(names))))


def _take_if_any(model: type[Row], values: Iterator[Any]) -> Row | None:
    """Take a row that an outer join may have left empty: then its key is empty too."""
    row = _take(model, values)
    return None if row.pk is None else row


@cache
def _names(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def _statement() -> str:
    parts = ((Case, "c"), (DataKey, "k"), (Correction, "r"), (Decision, "d"))
    columns = (f"{alias}.{field.column}" for model, alias in parts for field in model._meta.concrete_fields)
    return f"SELECT {', '.join(columns)}{_FROM}"
