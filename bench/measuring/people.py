"""
People for a measurement: whole households drawn at random in the layout of a population file, many of them on an edge.

Births lie on 29 February, on 1 January, on the last day of a year and round each age that a law asks about; money lies on,
one satang below and one above each limit. They are nobody's, and their totals say nothing about Thailand.
"""

import hashlib
import inspect
import json
import sys
from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from .environments import kept
from .household import ON

Array = npt.NDArray[Any]
Row = dict[str, Any]

HEAD, SPOUSE, CHILD, PARENT = 0, 1, 2, 3
CHOICES = {"role": ("head", "spouse", "child", "parent", "other"), "insured_section": ("none", "33", "39", "40")}

_HOUSEHOLDS_PER_GROUP = 85_000  # close to the 250,000 rows in a group of our own population files
_ON = np.datetime64(ON)
_EDGE_DAYS = np.array(["02-28", "03-01", "01-01", "01-02", "12-30", "12-31"])
_EDGE_BAHT = np.array(
    [0, 30_000, 60_000, 100_000, 120_000, 190_000, 200_000, 300_000, 1_000_000, 5_600_000, 99_999_999]
)
_SHARES = {
    "is_thai": 0.97,
    "is_resident": 0.98,
    "is_student": 0.3,
    "is_disabled": 0.03,
    "is_registered_in_area": 0.95,
    "has_confirmed": 0.9,
    "receives_other_state_benefit": 0.1,
    "income_is_insufficient": 0.4,
    "received_before_2566": 0.2,
    "is_registered_for_newborn_grant": 0.7,
    "lives_in_state_home": 0.01,
    "supports_mother": 0.3,
    "supports_father": 0.3,
    "claims_for_children": 0.5,
}


def written(persons: int, *, unknown_per_thousand: int = 0, seed: int = 2568) -> Path:
    """
    Write a population of about so many people once, and give its file; later calls find it there.

    :param unknown_per_thousand: how many of a thousand facts nobody knows; the structure of a household is always known.
    """
    made_from = f"{persons} {unknown_per_thousand} {seed} {inspect.getsource(sys.modules[__name__])}"
    return kept(
        f"people-{hashlib.sha256(made_from.encode()).hexdigest()[:12]}.parquet",
        lambda path: _write(path, _groups(persons, unknown_per_thousand, seed)),
    )


def completed(path: Path, *, seed: int) -> Path:
    """Write the same people once more, each unknown fact taken from somebody else who is known, and give the file."""
    draw, file = np.random.default_rng(seed), pq.ParquetFile(path)
    groups = (_filled(file.read_row_group(group), draw) for group in range(file.num_row_groups))
    return kept(f"{path.stem}-completed-{seed}.parquet", lambda whole: _write(whole, groups))


def households(people: Path) -> Iterator[list[Row]]:
    """Read a population household by household: each member's known facts; kin by number, 0 where they are not here."""
    file = pq.ParquetFile(people)
    for group in range(file.num_row_groups):  # no group splits a household
        for _, rows in groupby(file.read_row_group(group).to_pylist(), itemgetter("household_id")):
            yield [{name: fact for name, fact in row.items() if fact is not None} for row in rows]


def _filled(table: pa.Table, draw: np.random.Generator) -> pa.Table:
    for place, column in enumerate(table.columns):
        if column.null_count:
            others = pc.take(column.drop_null(), draw.integers(0, len(column) - column.null_count, len(column)))
            table = table.set_column(place, table.field(place), pc.coalesce(column, others))
    return table


def _write(path: Path, groups: Iterator[pa.Table]) -> None:
    first = next(groups)
    schema = first.schema.with_metadata({"sala.population": "1", "sala.choices": json.dumps(CHOICES)})
    plain = [name for name in schema.names if name not in ("household_id", "born")]
    with pq.ParquetWriter(
        path,
        schema,
        compression="none",
        use_dictionary=plain,
        column_encoding={"household_id": "DELTA_BINARY_PACKED", "born": "DELTA_BINARY_PACKED"},
        write_statistics=["household_id"],
    ) as writer:
        for table in chain([first], groups):
            writer.write_table(table, row_group_size=table.num_rows)


def _groups(persons: int, unknown_per_thousand: int, seed: int) -> Iterator[pa.Table]:
    household, left = 0, persons
    draw, hide = np.random.default_rng(seed), np.random.default_rng([seed, unknown_per_thousand])
    while left > 0:
        columns = _households(min(_HOUSEHOLDS_PER_GROUP, left // 3 + 1), household, draw)
        household = int(columns["household_id"][-1]) + 1
        left -= columns["household_id"].size
        yield pa.table({name: _column(name, values, unknown_per_thousand, hide) for name, values in columns.items()})


def _households(number: int, first: int, draw: np.random.Generator) -> dict[str, Array]:
    """Draw whole households: a head, perhaps a spouse, up to four children, up to two parents of the head."""
    with_spouse = draw.random(number) < 0.55
    children = draw.choice(5, number, p=[0.45, 0.25, 0.18, 0.09, 0.03])
    parents = draw.choice(3, number, p=[0.7, 0.18, 0.12])
    sizes = 1 + with_spouse + children + parents
    household = np.repeat(np.arange(number), sizes)
    starts = np.cumsum(sizes) - sizes
    place = np.arange(household.size) - starts[household]
    with_spouse, children = with_spouse[household], children[household]
    role = np.select(
        [place == 0, (place == 1) & with_spouse, place < 1 + with_spouse + children], [HEAD, SPOUSE, CHILD], PARENT
    )
    columns = {
        "household_id": first + household,
        "number": (place + 1).astype(np.int8),
        "role": role.astype(np.int8),
        "province": draw.integers(10, 97, number)[household].astype(np.int8),
        **_links(role, place, with_spouse, children, parents[household]),
    }
    facts = _facts(role, place, with_spouse, draw)
    for parent in ("mother", "father"):  # whoever is not here would leave the tax unknown
        facts[f"supports_{parent}"] &= columns[parent] > 0
    return columns | facts


def _links(role: Array, place: Array, with_spouse: Array, children: Array, parents: Array) -> dict[str, Array]:
    """Number each one's kin within the household; 0 is not here. Parents stand last: the mother, then the father."""
    is_head, is_child = role == HEAD, role == CHILD
    first_parent = 2 + with_spouse + children
    spouse = np.select([is_head & with_spouse, role == SPOUSE], [2, 1], 0)
    mother = np.select([is_child & with_spouse, is_head & (parents > 0)], [2, first_parent], 0)
    father = np.select([is_child, is_head & (parents > 1)], [1, first_parent + 1], 0)
    named = {"mother": mother, "father": father, "spouse": spouse}
    return {name: values.astype(np.int8) for name, values in named.items()}


def _facts(role: Array, place: Array, with_spouse: Array, draw: np.random.Generator) -> dict[str, Array]:
    persons = role.size
    age = np.select(
        [role <= SPOUSE, role == CHILD], [draw.integers(20, 75, persons), draw.integers(0, 28, persons)],
        draw.integers(50, 95, persons),
    )  # fmt: skip
    works = (age >= 18) & (draw.random(persons) < 0.7)
    salary = works * _money(persons, draw)
    chances = {name: draw.random(persons) < share for name, share in _SHARES.items()}
    return chances | {
        "born": _births(age, draw),
        "is_married": (role <= SPOUSE) & with_spouse,
        "salary": salary,
        "fees": (works & (draw.random(persons) < 0.25)) * _money(persons, draw),
        "social_security_paid": np.minimum(salary // 20, 900_000),
        "insured_section": (works * draw.integers(0, 4, persons)).astype(np.int8),
        "months_paid_of_36": draw.integers(0, 37, persons).astype(np.int8),
        "birth_order": np.where(role == CHILD, place - with_spouse, draw.integers(1, 5, persons)).astype(np.int8),
    }


def _births(age: Array, draw: np.random.Generator) -> Array:
    """Draw days of birth; one in eight on a day of the year where an age is easily counted wrong."""
    any_day = _ON - (age * 365.2425 + draw.integers(0, 366, age.size)).astype("timedelta64[D]")
    years = np.minimum(any_day, _ON).astype("datetime64[Y]").astype(str)
    edges = np.char.add(np.char.add(years, "-"), draw.choice(_EDGE_DAYS, age.size)).astype("datetime64[D]")
    edges -= (draw.random(age.size) < 0.2).astype("timedelta64[D]")  # 1 March less a day may be 29 February
    born = np.where(draw.random(age.size) < 0.125, edges, any_day)
    return np.minimum(born, _ON)


def _money(persons: int, draw: np.random.Generator) -> Array:
    """Draw incomes of a year in satang; one in eight on a limit, or a satang beside it."""
    any_amount = np.minimum(np.exp(draw.normal(12.1, 0.9, persons)) * 100, 9e9).astype(np.int64)
    edges = draw.choice(_EDGE_BAHT, persons) * 100 + draw.integers(-1, 2, persons)
    return np.where(draw.random(persons) < 0.125, np.maximum(edges, 0), any_amount)


def _column(name: str, values: Array, unknown_per_thousand: int, hide: np.random.Generator) -> pa.Array:
    is_structure = name in ("household_id", "number", "role", "mother", "father", "spouse")
    unknown = (
        None if is_structure or not unknown_per_thousand else hide.random(values.size) < unknown_per_thousand / 1000
    )
    return pa.array(values, mask=unknown)
