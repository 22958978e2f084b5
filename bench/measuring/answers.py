"""What is asked of everyone in the comparison of back ends, and how two tables of answers are compared."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

# Each answer by its rule. All but the household's net are asked of each person.
RULES = {
    "income_tax": "personal_income_tax.tax",
    "old_age_allowance": "old_age_allowance.monthly",
    "disability_allowance": "disability_allowance.monthly",
    "newborn_grant": "newborn_grant.monthly",
    "child_benefit": "social_security.child_benefit",
    "household_net": "household_net.net",
}
SCHEMA = pa.schema([(name, pa.int64()) for name in RULES])  # satang; null is unknown


@dataclass(frozen=True, slots=True)
class Differences:
    """How far a table of answers is from the judge's: satang in all, and answers that should not or should stand."""

    satang: int
    invented: int
    missing: int


def differences(answers: Path, *, judge: Path, completions: tuple[Path, ...] = ()) -> Differences:
    """
    Compare answers with the judge's.

    Where the judge says nothing an answer may still be known (no need to ask who the spouse is of someone unmarried); it is
    invented if the judge says something else of the same people with every fact filled in.
    """
    given, said = pq.read_table(answers), pq.read_table(judge)
    filled = [pq.read_table(one) for one in completions]
    satang = invented = missing = 0
    for name in SCHEMA.names:
        value, is_given = _values(given[name])
        wanted, is_said = _values(said[name])
        both = is_given & is_said
        satang += int(np.abs(value[both] - wanted[both]).sum())
        missing += int((is_said & ~is_given).sum())
        wrong = np.zeros(value.size, dtype=bool)
        for one in filled:
            whole, is_whole = _values(one[name])
            wrong |= is_given & ~is_said & is_whole & (whole != value)
        invented += int(wrong.sum())
    return Differences(satang, invented, missing)


def count_unknown(judge: Path) -> int:
    """Count the answers of which the judge says nothing."""
    return sum(column.null_count for column in pq.read_table(judge).columns)


def _values(column: pa.ChunkedArray) -> tuple[np.ndarray, np.ndarray]:
    known = column.is_valid().to_numpy()
    return column.fill_null(0).to_numpy(), known
