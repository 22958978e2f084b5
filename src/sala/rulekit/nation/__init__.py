"""
The nation: any rules of any laws, worked out for everyone in a population, under the law as it stands and under reforms.

    plan = nation.Plan(rules=(RuleId("personal_income_tax", "tax"),), on=date(2025, 12, 31), by=("province",))
    result = nation.simulate(laws, plan, Population.open(path))
    for cell in result.cells(by=("province",)): ...

The rules' form becomes one kernel of machine code that works each value out once for each person or household. Importing this
loads the compiler: keep it out of processes that serve pages.
"""

from ..reforms import Change, Reform, load_reform, under
from .asking import GROUPINGS, Grouping, Plan
from .filling import Column, Columns
from .results import Cell, Result
from .running import simulate

__all__ = [
    "GROUPINGS",
    "Cell",
    "Change",
    "Column",
    "Columns",
    "Grouping",
    "Plan",
    "Reform",
    "Result",
    "load_reform",
    "simulate",
    "under",
]
