# ruff: noqa: N801 (OpenFisca names a variable by its class)
"""What is asked of a person. Kin are rows of the population, -1 where there is none."""

from openfisca_core.model_api import ETERNITY, YEAR, Enum, Variable, date
from openfisca_thailand.entities import InsuredSection, Person


class born(Variable):
    value_type = date
    entity = Person
    definition_period = ETERNITY
    label = "Date of birth"


class insured_section(Variable):
    value_type = Enum
    possible_values = InsuredSection
    default_value = InsuredSection.none
    entity = Person
    definition_period = YEAR
    label = "Section of the Social Security Act under which the person is insured"


class salary(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Salary, wages, bonus and pension of the year"


class fees(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Fees, commissions and pay for jobs of the year"


class social_security_paid(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Social security contributions paid in the year"


class mother_row(Variable):
    value_type = int
    default_value = -1
    entity = Person
    definition_period = YEAR
    label = "Mother"


class father_row(Variable):
    value_type = int
    default_value = -1
    entity = Person
    definition_period = YEAR
    label = "Father"


class spouse_row(Variable):
    value_type = int
    default_value = -1
    entity = Person
    definition_period = YEAR
    label = "Spouse"


class birth_order(Variable):
    value_type = int
    entity = Person
    definition_period = YEAR
    label = "Place among the brothers and sisters"


class months_paid_of_36(Variable):
    value_type = int
    entity = Person
    definition_period = YEAR
    label = "Months of contributions paid, of the last 36"


class is_resident(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "In Thailand for 180 days or more of the year"


class is_thai(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Thai national"


class is_married(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Married by registration"


class is_student(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Student in higher education"


class is_disabled(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Holder of a disability card"


class supports_mother(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Looks after the mother"


class supports_father(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Looks after the father"


class claims_for_children(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "The parent who claims for the children"


class lives_in_state_home(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Kept in a state welfare home"


class is_registered_in_area(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Name in a house register of this local authority"


class has_confirmed(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Has confirmed the right to the old-age allowance"


class receives_other_state_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Receives other regular state money"


class received_before_2566(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Was paid before the regulation of 2566"


class is_registered_for_newborn_grant(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "Registered for the newborn grant"
