"""
Law: the laws of the country's pack, asked by name. Other domains ask what follows from a case's facts on a day, and
print the reasons; what a number of the law is today; and what a page's `{{ law:... }}` stands for.

`decide` answers a case; `interview` says what to ask next, and what would have to be so; `explain` gives the way to an
answer and what would change it; `calculate` answers strangers' programs, and refuses what it does not know. The `plain_`
functions tell any of it as JSON.

The laws stand in memory, read once per process. A case remembers `Law.digest`, so that the release it was decided by
can be named for ever.

A **simulation** asks what it would mean to move a dated number: a policy maker chooses rules (`list_measures`), numbers
that those read (`list_numbers`) and up to five alternatives; the worker counts them over a synthetic population and
keeps sums only. Alternatives are overlays: the law as it stands is never changed.
"""

from sala.rulekit import (
    Act,
    Brackets,
    DatedValue,
    Explanation,
    Interview,
    Law,
    Outcome,
    Question,
    Reason,
    Rule,
    Steps,
    stale_warnings,
    warnings_of,
)
from sala.rulekit.form import EntityForm as Entity
from sala.rulekit.reforms import Reform
from sala.rulekit.telling import (
    plain_act,
    plain_citation,
    plain_explanation,
    plain_fact_type,
    plain_number,
    plain_outcome,
    plain_text,
    plain_type,
)
from sala.rulekit.values import Value

from .contracts import (
    MOST_ALTERNATIVES,
    MOST_NUMBERS,
    Alternative,
    Change,
    ChosenWrongly,
    DayTooFar,
    Effect,
    Findings,
    Grouping,
    LawNotFound,
    Measure,
    NothingMoved,
    Number,
    NumberWithoutValue,
    Plan,
    PopulationUsed,
    RowRefused,
    Simulation,
    SimulationNotFound,
    SimulationPage,
    TableOutOfOrder,
    TooMany,
    Typed,
    ValueNotUnderstood,
    ValueOutOfBounds,
)
from .logic.typed import as_typed, read_typed
from .operations import MOST_CHARACTERS, delete_simulation, start_simulation
from .policies import SIMULATE, simulate
from .queries import (
    calculate,
    decide,
    explain,
    fill_words,
    get_law,
    get_parameter,
    get_simulation,
    interview,
    list_laws,
    list_measures,
    list_numbers,
    list_simulations,
    read_reform,
    warn_of_stale,
)

__all__ = [
    "MOST_ALTERNATIVES",
    "MOST_CHARACTERS",
    "MOST_NUMBERS",
    "SIMULATE",
    "Act",
    "Alternative",
    "Brackets",
    "Change",
    "ChosenWrongly",
    "DatedValue",
    "DayTooFar",
    "Effect",
    "Entity",
    "Explanation",
    "Findings",
    "Grouping",
    "Interview",
    "Law",
    "LawNotFound",
    "Measure",
    "NothingMoved",
    "Number",
    "NumberWithoutValue",
    "Outcome",
    "Plan",
    "PopulationUsed",
    "Question",
    "Reason",
    "Reform",
    "RowRefused",
    "Rule",
    "Simulation",
    "SimulationNotFound",
    "SimulationPage",
    "Steps",
    "TableOutOfOrder",
    "TooMany",
    "Typed",
    "Value",
    "ValueNotUnderstood",
    "ValueOutOfBounds",
    "as_typed",
    "calculate",
    "decide",
    "delete_simulation",
    "explain",
    "fill_words",
    "get_law",
    "get_parameter",
    "get_simulation",
    "interview",
    "list_laws",
    "list_measures",
    "list_numbers",
    "list_simulations",
    "plain_act",
    "plain_citation",
    "plain_explanation",
    "plain_fact_type",
    "plain_number",
    "plain_outcome",
    "plain_text",
    "plain_type",
    "read_reform",
    "read_typed",
    "simulate",
    "stale_warnings",
    "start_simulation",
    "warn_of_stale",
    "warnings_of",
]
