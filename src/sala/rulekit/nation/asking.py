"""What a simulation is asked, and how people are put into groups for its answer."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..form import RuleId
from ..reforms import Reform

Grouping = Literal["province", "age_band", "income_decile"]
GROUPINGS: tuple[Grouping, ...] = ("province", "age_band", "income_decile")


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Which rules to work out for everyone on a day, under the law as it stands and under each reform, and by which groups.

    `unknown` are facts that nobody knows in this population: what hangs on them comes out unknown.
    """

    rules: tuple[RuleId, ...]
    on: date
    reforms: tuple[Reform, ...] = ()
    by: tuple[Grouping, ...] = ()
    unknown: tuple[str, ...] = ()
