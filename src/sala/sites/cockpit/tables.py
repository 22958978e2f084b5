"""Everything that a simulation found, as a table for a spreadsheet: one row for each rule, option and group."""

import csv
import io

from sala.domains.law import public as law
from sala.domains.organisations import public as organisations
from sala.kernel.bilingual import Lang
from sala.kernel.money import Baht

from .phrases import say

_HEADS = (
    *("option", "law", "rule", "by", "group", "rows", "unknown", "total", "cost", "error"),
    *("better", "worse", "better-by", "worse-by"),
)
_BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know that Thai is UTF-8
_FORMULA = ("=", "+", "-", "@")


def write(simulation: law.Simulation, findings: law.Findings, lang: Lang) -> str:
    """Write the table. Money is baht a year for the nation; numbers have no separators, so that they can be summed."""
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow([say(f"cockpit.column-{head}", lang) for head in _HEADS])
    laws = {each.rule: each.law[lang] for each in law.list_measures()}
    provinces = {int(each.code): each.name[lang] for each in organisations.list_provinces()}
    for effect in findings.effects:
        writer.writerow(_row(effect, laws[effect.rule], provinces, lang))
    for source in findings.population.sources:
        writer.writerow([say("cockpit.column-source", lang), _plain(source[lang])])
    return text.getvalue()


def _row(effect: law.Effect, law_name: str, provinces: dict[int, str], lang: Lang) -> list[object]:
    stands = effect.alternative is None
    group = effect.group
    return [
        say("cockpit.as-it-stands", lang) if stands else say("cockpit.option", lang, number=effect.alternative),
        law_name,
        effect.rule,
        say(f"cockpit.by-{group.by or 'nation'}", lang),
        provinces.get(int(group.key), group.key) if group.by == "province" else group.key,
        effect.rows,
        effect.unknown,
        _baht(effect.total),
        "" if stands else _baht(effect.cost),
        "" if effect.error is None else _baht(round(effect.error)),
        *(
            ("", "", "", "")
            if stands
            else (effect.better, effect.worse, _baht(effect.better_by), _baht(effect.worse_by))
        ),
    ]


def _baht(satang: int) -> str:
    return f"{Baht(satang).amount:f}"


def _plain(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
