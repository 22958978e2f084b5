# ruff: noqa: N801, N805 (OpenFisca names a variable by its class, and calls its formula without an instance)
"""
Personal income tax on salary and fees, as `laws/personal_income_tax` has it.

Satang are not rounded: float32 holds none of them above 167,772.15 baht.
"""

import numpy as np
from openfisca_core.model_api import YEAR, Variable, max_, min_
from openfisca_thailand.entities import Person
from openfisca_thailand.family import latest_birth, sum_of_children


class assessable_income(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Assessable income"
    reference = "Revenue Code, s. 40 (1), (2)"

    def formula(person, year):
        return person("salary", year) + person("fees", year)


class exempt_income(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Income exempt for age or disability"
    reference = "Revenue Code, s. 42 (17)"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        is_old = person("born", year) <= latest_birth(law.exempt_age, year.stop.date)
        is_exempt = person("is_resident", year) & (is_old | person("is_disabled", year))
        return is_exempt * min_(person("assessable_income", year), law.exempt_income)


class counted_income(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Income that counts"
    reference = "Revenue Code, s. 42"

    def formula(person, year):
        return person("assessable_income", year) - person("exempt_income", year)


class expenses(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Expenses"
    reference = "Revenue Code, s. 42 bis"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        return min_(person("counted_income", year) * law.expense_share, law.highest_expenses)


class spouse_has_no_income(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Has a spouse without income"
    reference = "Revenue Code, s. 47 (2)"

    def formula(person, year):
        spouse = person("spouse_row", year)
        return person("is_married", year) & (spouse >= 0) & (person("assessable_income", year)[spouse] == 0)


class spouse_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Allowance for the spouse"
    reference = "Revenue Code, s. 47 (1) (b)"

    def formula(person, year, parameters):
        is_resident = person("is_resident", year)
        one_is_resident = is_resident | is_resident[person("spouse_row", year)]
        amount = np.float32(parameters(year).personal_income_tax.spouse_allowance)
        return (person("spouse_has_no_income", year) & one_is_resident) * amount


class is_deductible_child(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "A child for whom a deduction may be made"
    reference = "Revenue Code, s. 47 (1) (c)"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        born, end = person("born", year), year.stop.date
        is_minor = born > latest_birth(law.age_of_majority + 1, end)
        is_young_student = person("is_student", year) & (born > latest_birth(law.student_age + 1, end))
        has_little_income = person("counted_income", year) < law.child_income_limit
        return (is_minor | is_young_student) & has_little_income


class child_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Allowance for children"
    reference = "Revenue Code, s. 47 (1) (c) (1)"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        is_new = person("born", year) >= np.datetime64(f"{law.later_child_born_in}-01-01")
        is_later = is_new & (person("birth_order", year) >= law.later_child_order)
        amount = np.float32(law.child_allowance) + is_later * np.float32(law.later_child_allowance)
        is_deductible, is_resident = person("is_deductible_child", year), person("is_resident", year)
        return sum_of_children(
            person, year, amount, lambda parents: is_deductible & (is_resident | is_resident[parents])
        )


class parents_looked_after(Variable):
    value_type = int
    entity = Person
    definition_period = YEAR
    label = "Parents looked after"
    reference = "Revenue Code, s. 47 (1) (j)"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        is_old = person("born", year) <= latest_birth(law.parent_age, year.stop.date)
        is_in_need = is_old & (person("assessable_income", year) <= law.parent_income_limit)
        mother, father = person("mother_row", year), person("father_row", year)
        of_mother = person("supports_mother", year) & (mother >= 0) & is_in_need[mother]
        of_father = person("supports_father", year) & (father >= 0) & is_in_need[father]
        return of_mother.astype(np.int32) + of_father


class parent_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Allowance for parents"
    reference = "Revenue Code, s. 47 (1) (j)"

    def formula(person, year, parameters):
        own = person("parents_looked_after", year)
        of_spouse = person("spouse_has_no_income", year) * own[person("spouse_row", year)]
        return (own + of_spouse) * np.float32(parameters(year).personal_income_tax.parent_allowance)


class net_income(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Net income"
    reference = "Revenue Code, s. 48 (1)"

    def formula(person, year, parameters):
        allowances = (
            parameters(year).personal_income_tax.self_allowance
            + person("spouse_allowance", year)
            + person("child_allowance", year)
            + person("parent_allowance", year)
            + person("social_security_paid", year)
        )
        return max_(person("counted_income", year) - person("expenses", year) - allowances, 0)


class least_tax(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Least tax on income other than salary, where it is not exempt"
    reference = "Revenue Code, s. 48 (2)"

    def formula(person, year, parameters):
        law = parameters(year).personal_income_tax
        counted = person("fees", year) - person("exempt_income", year)
        least = (counted >= law.least_tax_from) * (counted * law.least_tax_share)
        return (least > law.exempt_least_tax) * least


class income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Income tax"
    reference = "Revenue Code, s. 48"

    def formula(person, year, parameters):
        on_net_income = parameters(year).personal_income_tax.rates.calc(person("net_income", year))
        return max_(on_net_income, person("least_tax", year))
