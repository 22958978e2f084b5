# ruff: noqa: N801, N805 (OpenFisca names a variable by its class, and calls its formula without an instance)
"""What is left to a household."""

from openfisca_core.model_api import MONTH, Variable
from openfisca_thailand.entities import Household


class household_net(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Net income of the household, over a year"

    def formula(household, month):
        year, members = month.this_year, household.members
        benefits = (
            members("old_age_allowance", month)
            + members("disability_allowance", month)
            + members("newborn_grant", month)
            + members("child_benefit", month)
        )
        return household.sum(members("assessable_income", year) - members("income_tax", year) + 12 * benefits)
