"""Ages and kin, each in as few passes over everyone as numpy allows."""

from datetime import date, timedelta

import numpy as np


def latest_birth(years: int, on: date) -> np.datetime64:
    """
    Give the last day of birth that has completed these years: one comparison then answers for everyone.

    The day of birth is day one, so a year is complete on the day before the birthday (Civil and Commercial Code, s. 16).
    """
    next_day = on + timedelta(days=1)
    try:
        return np.datetime64(next_day.replace(year=next_day.year - years))
    except ValueError:  # 29 February, and the other year has none
        return np.datetime64(next_day.replace(year=next_day.year - years, day=28))


def sum_of_children(person, year, values, counts):
    """
    Add up what each child brings to its mother and what it brings to its father.

    :param counts: which children count for which parents, asked with the rows of the parents.
    """
    totals = np.zeros(person.count)
    for parents in (person("mother_row", year), person("father_row", year)):
        chosen = np.flatnonzero((parents >= 0) & counts(parents))
        totals += np.bincount(parents[chosen], weights=values[chosen], minlength=person.count)
    return totals
