"""Random households as a batch of columns, nulls and all, so that a kernel and the case back end can be asked the same."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from sala.kernel.days import Period
from sala.rulekit import Baht, Law
from sala.rulekit.form import FactForm
from sala.rulekit.kinds import Kind
from sala.rulekit.population.batches import Batch

_TYPES: Mapping[Kind, pa.DataType] = {
    Kind.TRUTH: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.CHOICE: pa.int8(),
    Kind.LINK: pa.int8(),
    Kind.WHOLE: pa.int64(),
    Kind.MONEY: pa.int64(),
}


def batch_of(law: Law, person: str, household: str, households: Sequence[Mapping[str, Any]]) -> Batch:
    """Lay households out in columns: a fact of the household on each of its rows."""
    rows = [(member, home) for home in households for member in home["members"]]
    offsets = np.cumsum([0, *(len(home["members"]) for home in households)]).astype(np.int32)
    ids = [number for number, home in enumerate(households, 1) for _ in home["members"]]
    columns: dict[str, pa.Array] = {"household_id": pa.array(ids, pa.int64())}
    for fact in law.entities[person].facts:
        columns |= _columns(fact, [member.get(fact.name) for member, _ in rows])
    for fact in law.entities[household].facts:
        columns |= _columns(fact, [home.get(fact.name) for _, home in rows])
    columns["number"] = pa.array([member["number"] for member, _ in rows], pa.int8())
    return Batch(pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns)), offsets, 0)


def _columns(fact: FactForm, values: Sequence[Any]) -> dict[str, pa.Array]:
    if fact.type.kind is Kind.MEMBERS or (fact.type.kind is Kind.LINK and fact.inverse):
        return {}
    if fact.type.kind is Kind.PERIOD:
        begins = [value.from_ if isinstance(value, Period) else None for value in values]
        ends = [value.until if isinstance(value, Period) else None for value in values]
        return {f"{fact.name}_from": pa.array(begins, pa.date32()), f"{fact.name}_until": pa.array(ends, pa.date32())}
    return {fact.name: pa.array([_raw(fact, value) for value in values], _TYPES[fact.type.kind])}


def _raw(fact: FactForm, value: Any) -> Any:
    if fact.type.kind is Kind.LINK:
        return value or 0
    if value is None:
        return None
    if fact.type.kind is Kind.MONEY:
        return Baht.of(value).satang
    return fact.type.values.index(value) if fact.type.kind is Kind.CHOICE else value


def number_of(value: Any) -> int | None:
    """Give an answer as a kernel holds it: money in satang, a day from 1970, a truth as 0 or 1."""
    if isinstance(value, Baht):
        return value.satang
    if isinstance(value, date):
        return (value - date(1970, 1, 1)).days
    return None if value is None else int(value)
