"""The tables of a simulation in the terminal: the whole first, then each division."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sala.kernel.bilingual import Lang, Text
from sala.kernel.money import Baht
from sala.rulekit import nation

from .rows import Sums

_HEADS: Mapping[str, Text] = {
    "province": Text(th="จังหวัด", en="Province"),
    "age_band": Text(th="ช่วงอายุ", en="Age"),
    "income_decile": Text(th="ชั้นรายได้ (1 ต่ำสุด)", en="Income decile (1 lowest)"),
}
_LAW = Text(th="กฎหมาย", en="Law")
_AS_IT_STANDS = Text(th="ตามที่เป็นอยู่", en="As it stands")
_TOTAL = Text(th="รวม (บาท)", en="Total (baht)")
_SUM = Text(th="รวม", en="Total")
_POSITIVE = Text(th="ได้มากกว่าศูนย์", en="Above nought")
_CHANGE = Text(th="เปลี่ยนแปลง (บาท)", en="Change (baht)")
_CHANGED = Text(th="เปลี่ยนแปลง", en="Change")
_GAINERS = Text(th="ได้เพิ่ม", en="With more")
_LOSERS = Text(th="ได้ลด", en="With less")
_UNKNOWN = Text(th="ไม่ทราบ", en="Not known")
_MARGIN = Text(th="± (95%)", en="± (95%)")
_TITLE = Text(th="{law} · {rule}", en="{law} · {rule}")
_SURE = 1.96  # standard errors on either side hold 95 of 100


def write_tables(sums: Sums, by: Sequence[nation.Grouping], names: Mapping[str, Text], lang: Lang) -> Iterator[str]:
    """Write, for each rule, the whole population and then one table for each division."""
    cells = sums.result.cells(by=())
    for rule in dict.fromkeys(cell.rule for cell in cells):
        law = sums.laws[rule.law]
        yield ""
        yield _TITLE.fill(law=law.title, rule=rule.name)[lang]
        for division in ((), *((each,) for each in by)):
            found = [cell for cell in sums.result.cells(by=division) if cell.rule == rule]
            yield ""
            yield from _table(sums, found, division, names, lang)


def _table(
    sums: Sums, cells: Sequence[nation.Cell], by: Sequence[nation.Grouping], names: Mapping[str, Text], lang: Lang
) -> Iterator[str]:
    is_money = sums.is_money(cells[0])
    titles = {reform.name: reform.title for reform in sums.result.plan.reforms}
    heads = [_HEADS[each][lang] for each in by]
    heads += [_LAW[lang], (_TOTAL if is_money else _SUM)[lang], _MARGIN[lang], _POSITIVE[lang]]
    heads += [(_CHANGE if is_money else _CHANGED)[lang], _MARGIN[lang], _GAINERS[lang], _LOSERS[lang], _UNKNOWN[lang]]
    base = {cell.group: cell.total for cell in cells if cell.reform is None}
    rows = []
    places = {group: place for place, group in enumerate(base)}
    for cell in sorted(cells, key=lambda cell: places[cell.group]):  # a stable sort: the law, then its reforms
        title = titles[cell.reform][lang] if cell.reform else _AS_IT_STANDS[lang]
        change = [""] * 4
        if cell.reform is not None:
            margin = _margin(cell.standard_error_of_change, is_money)
            change = [_number(cell.total - base[cell.group], is_money, sign="+"), margin]
            change += [f"{cell.gainers:,}", f"{cell.losers:,}"]
        groups = [_group_name(name, value, names, lang) for name, value in cell.group]
        total = [_number(cell.total, is_money), _margin(cell.standard_error, is_money), f"{cell.positive:,}"]
        rows.append([*groups, title, *total, *change, f"{cell.unknown:,}"])
    yield from draw(heads, rows, texts=len(by) + 1)


def draw(heads: Sequence[str], rows: Iterable[Sequence[str]], *, texts: int) -> Iterator[str]:
    """
    Draw a table: the first columns are text, the others numbers on the right.

    >>> list(draw(["ที่", "คน"], [["เชียงใหม่", "7"]], texts=1))
    ['ที่        คน', '───────  ──', 'เชียงใหม่   7']
    """
    rows = list(rows)
    widths = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    lines = [heads, ["─" * each for each in widths], *rows]
    for line in lines:
        cells = (
            _pad(cell, to, is_text=number < texts) for number, (cell, to) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def width(text: str) -> int:
    """
    Count the columns that text takes: vowels and tones above and below a Thai letter take none.

    >>> width("ที่"), width("ab")
    (1, 2)
    """
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


def _pad(text: str, to: int, *, is_text: bool) -> str:
    space = " " * (to - width(text))
    return text + space if is_text else space + text


def _number(value: int, is_money: bool, sign: str = "") -> str:
    return f"{Baht(value).amount:{sign},.2f}" if is_money else f"{value:{sign},}"


def _margin(error: float | None, is_money: bool) -> str:
    return "" if error is None else _number(round(_SURE * error), is_money)


def _group_name(by: str, value: int | str, names: Mapping[str, Text], lang: Lang) -> str:
    """Name a group: a province by its name, where the pack knows it."""
    found = names.get(str(value)) if by == "province" else None
    return found[lang] if found else str(value)
