# ruff: noqa: N801, N805 (OpenFisca names a variable by its class, and calls its formula without an instance)
"""The old-age and disability allowances, the newborn grant and the child benefit of social security, of one month."""

import numpy as np
from openfisca_core.model_api import MONTH, YEAR, Variable, min_
from openfisca_thailand.entities import Household, InsuredSection, Person
from openfisca_thailand.family import latest_birth, sum_of_children


class old_age_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age allowance"
    reference = "Ministry of Interior Regulation of 2566, clause 6"

    def formula(person, month, parameters):
        law, year, born = parameters(month).old_age_allowance, month.this_year, person("born", month)
        is_eligible = (
            person("is_thai", year)
            & person("is_registered_in_area", year)
            & (born <= latest_birth(law.completed_age, month.stop.date))
            & ~person("receives_other_state_benefit", year)
            & person("has_confirmed", year)
        )
        amount = np.zeros(person.count, dtype=np.float32)
        for age, step in zip(law.ladder.thresholds, law.ladder.amounts, strict=True):
            amount[born <= latest_birth(age, month.last_month.stop.date)] = step
        return (is_eligible | person("received_before_2566", year)) * amount


class disability_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability allowance"
    reference = "Ministry of Interior Regulation of 2553"

    def formula(person, month, parameters):
        law, year = parameters(month).disability_allowance, month.this_year
        is_eligible = (
            person("is_thai", year)
            & person("is_registered_in_area", year)
            & person("is_disabled", year)
            & ~person("lives_in_state_home", year)
        )
        is_child = person("born", month) > latest_birth(law.adult_age, month.stop.date)
        return is_eligible * np.where(is_child, np.float32(law.child_monthly), np.float32(law.adult_monthly))


class has_low_income(Variable):
    value_type = bool
    entity = Household
    definition_period = YEAR
    label = "The income per head is low enough for the newborn grant"
    reference = "Department of Children and Youth Regulation of 2565"

    def formula(household, year, parameters):
        income = household.sum(household.members("assessable_income", year))
        return income / household.nb_persons() <= parameters(year).newborn_grant.income_per_head


class newborn_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Newborn grant"
    reference = "Department of Children and Youth Regulation of 2565"

    def formula(person, month, parameters):
        law, year = parameters(month).newborn_grant, month.this_year
        is_eligible = (
            person("is_thai", year)
            & (person("born", month) > latest_birth(law.end_age, month.stop.date))
            & person("is_registered_for_newborn_grant", year)
            & ~person("lives_in_state_home", year)
            & person.household("has_low_income", year)
        )
        return is_eligible * np.float32(law.grant)


class child_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Child benefit of social security"
    reference = "Ministerial Regulation on the Child Benefit of 2561, clause 4"

    def formula(person, month, parameters):
        law, year = parameters(month).social_security, month.this_year
        section = person("insured_section", year)
        is_insured = (section == InsuredSection.employee) | (section == InsuredSection.former_employee)
        has_paid = person("months_paid_of_36", year) >= law.child_months
        is_eligible = is_insured & has_paid & person("claims_for_children", year)
        is_young = person("born", month) > latest_birth(law.child_end_age, month.stop.date)
        one_each = np.ones(person.count, dtype=np.float32)
        children = sum_of_children(person, year, one_each, lambda parents: is_young)
        return is_eligible * (min_(children, law.most_children) * law.child_monthly)
