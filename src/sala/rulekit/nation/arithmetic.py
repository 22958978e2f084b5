"""What generated kernels count with, compiled: days as whole numbers since 1970, tables as arrays, rounding."""

import numba
import numpy as np
import numpy.typing as npt

Table = npt.NDArray[np.int64]  # [reform, row, cell]

MONTHS = 12
_fast = numba.njit(cache=True, nogil=True, error_model="numpy")


@_fast
def civil(day: int) -> tuple[int, int, int]:
    """
    Tell year, month and day of a day since 1970.

    Source: the Gregorian calendar counted in eras of 400 years from 1 March, as in Hinnant, chrono-compatible low-level date
    algorithms (2013).
    """
    shifted = day + 719468
    era = shifted // 146097
    of_era = shifted - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    number = of_year - (153 * month + 2) // 5 + 1
    if month < 10:
        return year + era * 400, month + 3, number
    return year + era * 400 + 1, month - 9, number


@_fast
def days(year: int, month: int, number: int) -> int:
    """Tell the day since 1970 of year, month and day; the inverse of `civil`."""
    if month <= 2:
        year -= 1
        month += 12
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month - 3) + 2) // 5 + number - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


@_fast
def full_years(born: int, day: int) -> int:
    """Count as `counting.full_years` does."""
    if day < born:
        return 0
    year, month, number = civil(born)
    on_year, on_month, on_number = civil(day + 1)
    before = on_month < month or (on_month == month and on_number < number)
    return on_year - year - (1 if before else 0)


@_fast
def add_months_down(day: int, number: int) -> int:
    """Count as `counting.add_months` does; a day that the month lacks becomes its last."""
    year, month, of_month = civil(day)
    months = year * MONTHS + month - 1 + number
    first = days(months // MONTHS, months % MONTHS + 1, 1)
    following = days((months + 1) // MONTHS, (months + 1) % MONTHS + 1, 1)
    return min(first + of_month, following) - 1


@_fast
def add_months_up(day: int, number: int) -> int:
    """Count as `counting.add_months` does; a day that the month lacks becomes the first of the next."""
    year, month, of_month = civil(day)
    months = year * MONTHS + month - 1 + number
    first = days(months // MONTHS, months % MONTHS + 1, 1)
    following = days((months + 1) // MONTHS, (months + 1) % MONTHS + 1, 1)
    return min(first + of_month - 1, following)


@_fast
def add_years_down(day: int, number: int) -> int:
    """Count as `counting.add_years` does, downwards."""
    return add_months_down(day, number * MONTHS)


@_fast
def add_years_up(day: int, number: int) -> int:
    """Count as `counting.add_years` does, upwards."""
    return add_months_up(day, number * MONTHS)


@_fast
def months_or_part(since: int, until: int) -> int:
    """Count as `counting.months_or_part` does."""
    year, month, _ = civil(since)
    until_year, until_month, _ = civil(until)
    months = (until_year - year) * MONTHS + until_month - month
    return max(0, months if until <= add_months_down(since, months) else months + 1)


@_fast
def days_between(first: int, last: int) -> int:
    """Count as `counting.days_between` does."""
    return last - first


@_fast
def add_days(day: int, number: int) -> int:
    """Count as `counting.add_days` does."""
    return day + number


@_fast
def day_of_month(day: int, number: int) -> int:
    """Count as `counting.day_of_month` does."""
    return day - civil(day)[2] + number


@_fast
def last_day_of_month_before(day: int) -> int:
    """Count as `counting.last_day_of_month_before` does."""
    return day - civil(day)[2]


@_fast
def year_start(day: int, ahead: int) -> int:
    """Count as `counting.year_start` does."""
    return days(civil(day)[0] + ahead, 1, 1)


@_fast
def fiscal_year_start(day: int, ahead: int) -> int:
    """Count as `counting.fiscal_year_start` does."""
    year, month, _ = civil(day)
    return days(year + ahead - (1 if month < 10 else 0), 10, 1)


@_fast
def linked(row: np.uintp, number: int, place: int) -> np.uintp:
    """Find the row of the member of the same household with a number; the row itself where the number is 0."""
    return np.uintp(np.intp(row) + number - place) if number != 0 else row


@_fast
def floored(top: int, bottom: int) -> np.int64:
    """
    Round a quotient down that is below `lowering.EXACT_IN_FLOAT`.

    The floating quotient is off by one at most, and the remainder tells: processors divide several floats at a time.
    """
    found = np.int64(np.float64(top) / np.float64(bottom))
    rest = top - found * bottom
    return found - (1 if rest < 0 else 0) + (1 if rest >= bottom else 0)


@_fast
def floored_by(top: int, bottom: int, share: float) -> np.int64:
    """Round down as `floored` does, where the share that one is of the bottom is known beforehand: a product is faster."""
    found = np.int64(np.float64(top) * share)
    rest = top - found * bottom
    return found - (1 if rest < 0 else 0) + (1 if rest >= bottom else 0)


@_fast
def turned(number: int, like: int) -> int:
    """Give a number the sign of another."""
    return number if like >= 0 else -number


@_fast
def ladder(number: int, table: Table, reform: int, row: int) -> np.int64:
    """Take the money of the highest step that a number reaches. A row holds what is below, how many steps, and each."""
    found = np.int64(table[reform, row, 0])
    for step in range(np.uintp(table[reform, row, 1])):
        at = np.uintp(2) + np.uintp(2) * step
        found = table[reform, row, at + np.uintp(1)] if number >= table[reform, row, at] else found
    return found


@_fast
def slices(amount: int, table: Table, reform: int, row: int) -> int:
    """
    Take each row's share of the part of an amount that lies in it, in parts of `RATE_PARTS`.

    A row holds how many slices there are, and of each where it begins and by how much its share is above that of the one before.
    """
    parts = 0
    for place in range(np.uintp(table[reform, row, 0])):
        at = np.uintp(1) + np.uintp(2) * place
        parts += max(0, amount - table[reform, row, at]) * table[reform, row, at + np.uintp(1)]
    return parts


@_fast
def era(day: int, history: Table, reform: int, lacks: npt.NDArray[np.uint8], number: int) -> int:
    """Find which of the values of a number of the law holds on a day. A row holds from when, until when, and the value."""
    for row in range(history.shape[1]):
        if history[reform, row, 0] <= day < history[reform, row, 1]:
            return row
    return lack(lacks, number)


@_fast
def lack(lacks: npt.NDArray[np.uint8], number: int) -> int:
    """Note that a number of the law was needed on a day on which it has no value."""
    lacks[number] = 1
    return 0
