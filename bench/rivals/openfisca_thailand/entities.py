"""Who the rules speak of: persons, and the households they live in."""

from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum

Person = build_entity(key="person", plural="persons", label="Person", is_person=True)

Household = build_entity(
    key="household",
    plural="households",
    label="Household",
    roles=[
        {"key": "head", "label": "Head", "max": 1},
        {"key": "spouse", "label": "Spouse", "plural": "spouses"},
        {"key": "child", "label": "Child", "plural": "children"},
        {"key": "parent", "label": "Parent", "plural": "parents"},
        {"key": "other", "label": "Other", "plural": "others"},
    ],
)


class InsuredSection(Enum):
    """The section of the Social Security Act under which someone is insured."""

    none = "None"
    employee = "33"
    former_employee = "39"
    self_employed = "40"
