"""
OpenFisca at the same work. Run in its own environment: `with_openfisca.py memory|blocks|parquet|case|exact FILE [OUT]`.

The simulation is built the documented way, `SimulationBuilder` with arrays that already have the types OpenFisca keeps.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_thailand import CountryTaxBenefitSystem
from openfisca_thailand.entities import InsuredSection

from measuring.costs import cost_of, cpu_seconds, tell
from measuring.household import MONEY

YEAR, MONTH = "2025", "2025-12"
ASKED = {
    "income_tax": YEAR,
    "old_age_allowance": MONTH,
    "disability_allowance": MONTH,
    "newborn_grant": MONTH,
    "child_benefit": MONTH,
    "household_net": MONTH,
}
BLOCK_PERSONS = 50_000
CASES = 100

KIN = {"mother": "mother_row", "father": "father_row", "spouse": "spouse_row"}
WHOLE = ("birth_order", "months_paid_of_36")
TRUTHS = (
    *("is_resident", "is_thai", "is_married", "is_student", "is_disabled", "supports_mother", "supports_father"),
    *("claims_for_children", "lives_in_state_home", "is_registered_in_area", "has_confirmed"),
    *("receives_other_state_benefit", "received_before_2566", "is_registered_for_newborn_grant"),
)
COLUMNS = ["household_id", "role", *KIN, "born", "insured_section", *MONEY, *WHOLE, *TRUTHS]


class People:
    """A population as arrays: whom each belongs to, and every fact in the type OpenFisca keeps it in."""

    def __init__(self, household, role, facts) -> None:
        """Keep the arrays; `household` counts from 0."""
        self.household, self.role, self.facts = household, role, facts
        self.households = int(household[-1]) + 1

    @classmethod
    def read(cls, path: Path) -> "People":
        """Read a file. What nobody knows becomes zero or no, as it does in OpenFisca."""
        table = pq.read_table(path, columns=COLUMNS)
        columns = {name: _array(table[name]) for name in COLUMNS}
        ids = columns.pop("household_id")
        begins = np.concatenate([[True], ids[1:] != ids[:-1]])
        household = np.cumsum(begins, dtype=np.int64) - 1
        first_row = np.flatnonzero(begins).astype(np.int32)[household]
        facts = {name: columns[name] for name in ("born", *TRUTHS)}
        facts |= {name: columns[name].astype(np.int32) for name in WHOLE}
        facts |= {name: (columns[name] / 100).astype(np.float32) for name in MONEY}
        facts |= {row: np.where(columns[kin] > 0, first_row + columns[kin] - 1, -1) for kin, row in KIN.items()}
        facts["insured_section"] = EnumArray(columns["insured_section"].astype(np.uint8), InsuredSection)
        return cls(household, columns["role"], facts)

    def blocks(self) -> Iterator["People"]:
        """Cut into blocks of about 50,000 persons, a household never in two."""
        persons = self.household.size
        starts = np.flatnonzero(np.diff(self.household, prepend=-1))
        cuts = np.unique(starts[np.searchsorted(starts, np.arange(0, starts[-1] + 1, BLOCK_PERSONS))])
        for start, end in zip(cuts, [*cuts[1:], persons], strict=True):
            facts = {name: values[start:end] for name, values in self.facts.items()}
            facts |= {row: np.where(facts[row] < 0, -1, facts[row] - np.int32(start)) for row in KIN.values()}
            yield People(self.household[start:end] - self.household[start], self.role[start:end], facts)


def calculate(system, people: People):
    """Build a simulation and ask it everything."""
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(people.household.size))
    households = builder.declare_entity("household", np.arange(people.households))
    builder.join_with_persons(households, people.household, people.role)
    simulation = builder.build(system)
    for name, values in people.facts.items():
        simulation.set_input(name, "eternity" if name == "born" else YEAR, values)
    return {name: simulation.calculate(name, period) for name, period in ASKED.items()}


def in_blocks(system, people: People) -> None:
    """Do the same block by block, each short enough for the processor's cache."""
    for block in people.blocks():
        calculate(system, block)


def one_case(system, described):
    """Build one household from what a caller of OpenFisca's API would send, and ask everything with the tracer on."""
    simulation = SimulationBuilder().build_from_entities(system, described)
    simulation.trace = True
    return {name: simulation.calculate(name, period) for name, period in ASKED.items()}


def described(household):
    """Say a household in the words of OpenFisca's API."""
    members = household["members"]
    roles = {"head": "head", "spouse": "spouses", "child": "children", "parent": "parents", "other": "others"}
    ids = {role: [str(one["number"]) for one in members if one["role"] == role] for role in roles}
    return {
        "persons": {str(one["number"]): _facts_of(one) for one in members},
        "households": {"1": {plural: ids[role] for role, plural in roles.items() if ids[role]}},
    }


def _facts_of(member):
    facts = {name: {YEAR: member[name]} for name in (*MONEY, *WHOLE, *TRUTHS)}
    facts |= {row: {YEAR: member[kin] - 1} for kin, row in KIN.items()}
    section = next(one.name for one in InsuredSection if one.value.lower() == member["insured_section"])
    return facts | {"born": {"ETERNITY": member["born"]}, "insured_section": {YEAR: section}}


def main(mode: str, file: Path, *rest: str) -> None:
    """Do what was asked once and tell its cost."""
    system = CountryTaxBenefitSystem()
    if mode == "case":
        household = described(json.loads(file.read_text()))
        answers = one_case(system, household)
        before = cpu_seconds()
        for _ in range(CASES):
            one_case(system, household)
        tell({"microseconds": (cpu_seconds() - before) / CASES * 1e6, "net": float(answers["household_net"][0])})
    elif mode == "parquet":
        tell(cost_of(lambda: calculate(system, People.read(file))))
    elif mode == "exact":
        people = People.read(file)
        answers = calculate(system, people)
        answers["household_net"] = answers["household_net"][people.household]
        satang = {name: np.rint(values.astype(np.float64) * 100).astype(np.int64) for name, values in answers.items()}
        pq.write_table(pa.table(satang), rest[0])
        tell({})
    else:
        people = People.read(file)
        work = in_blocks if mode == "blocks" else calculate
        tell(cost_of(lambda: work(system, people)))


def _array(column: pa.ChunkedArray) -> np.ndarray:
    filled = column.fill_null(False if pa.types.is_boolean(column.type) else 0) if column.null_count else column
    return filled.to_numpy()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
