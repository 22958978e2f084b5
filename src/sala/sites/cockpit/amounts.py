"""Sums as a policy maker reads them: millions of baht a year, millions of people, always with what is not sure of them."""

from sala.kernel.bilingual import Lang
from sala.kernel.money import SATANG_PER_BAHT

from .phrases import say

MILLION = 1_000_000
SURE = 1.96  # standard errors to each side that hold the true value 95 times in 100, by the normal distribution
_MINUS = "−"
_PEOPLE_ROUNDED_TO = 100


def money(satang: float, lang: Lang) -> str:
    """Write an amount without its sign, in baht or in millions of them."""
    baht = abs(satang) / SATANG_PER_BAHT
    if baht < MILLION:
        return say("cockpit.baht", lang, amount=f"{baht:,.0f}")
    return say("cockpit.million-baht", lang, amount=_million(baht))


def signed_money(satang: float, lang: Lang) -> str:
    """Write a change with its sign, in baht or in millions of them."""
    return f"{sign(satang)}{money(satang, lang)}"


def signed_million(satang: float) -> str:
    """Write a change in millions of baht, for a chart or a table whose heading says so."""
    return f"{sign(satang)}{million(satang)}"


def million(satang: float) -> str:
    """Write an amount without its sign in millions of baht, for a table whose heading says so."""
    return _million(abs(satang) / SATANG_PER_BAHT)


def signed_baht(satang: float) -> str:
    """Write a change in whole baht, for a table whose heading says so."""
    baht = round(satang / SATANG_PER_BAHT)
    return f"{sign(baht)}{abs(baht):,}"


def sure_within(error: float | None) -> float:
    """Give half the width of the range that holds the true value 95 times in 100."""
    return SURE * error if error else 0.0


def within(error: float | None) -> str:
    """Write what is not sure of a sum to each side, in millions of baht, for a table whose heading says so."""
    return "–" if error is None else f"±{million(sure_within(error))}"


def people(count: int, of: str, lang: Lang) -> str:
    """Write a number of people or households; `of` is which of the two."""
    if count < MILLION:
        return say(f"cockpit.count-{of}", lang, count=counted(count))
    return say(f"cockpit.million-{of}", lang, count=f"{count / MILLION:,.2f}")


def counted(count: int) -> str:
    """Write a number of people for a table: to the hundred, as nothing finer is known."""
    if count < _PEOPLE_ROUNDED_TO:
        return str(count)
    return f"{round(count / _PEOPLE_ROUNDED_TO) * _PEOPLE_ROUNDED_TO:,}"


def short_count(count: int) -> str:
    """Write a number of people in thousands, for a chart whose heading says so."""
    return f"{count / 1000:,.0f}" if count >= 1000 else ("0" if count == 0 else "<1")


def sign(value: float) -> str:
    """Write the sign of a change; nothing before a zero."""
    return "+" if value > 0 else _MINUS if value < 0 else ""


def _million(baht: float) -> str:
    millions = baht / MILLION
    places = 0 if millions >= 100 or millions == 0 else 1 if millions >= 1 else 2
    return f"{millions:,.{places}f}"
