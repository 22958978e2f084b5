"""Write what a simulation found as lines for a terminal."""

from collections.abc import Iterator, Sequence

from sala.kernel.bilingual import Lang, Text
from sala.kernel.money import Baht
from sala.rulekit.nation import Cell, Result

_SYNTHETIC = Text(
    th="ประชากรสังเคราะห์ {persons} คน ไม่ใช่ข้อมูลของบุคคลใด ยอดรวมเป็นของ {persons} คนนี้ ± คือความคลาดเคลื่อนมาตรฐาน",
    en="A synthetic population of {persons}: nobody in it is real. Sums are of these {persons}; ± is the standard error",
)
_PEOPLE = Text(th="ประชากร {persons} คน {households} ครัวเรือน", en="{persons} people in {households} households")
_ASIDE = Text(
    th="กันออก {persons} คน ({households} ครัวเรือน):", en="Set aside: {persons} people ({households} households):"
)
_HEAD = Text(
    th="กลุ่ม\tรวม\tผู้ได้รับ\tไม่ทราบ\tเปลี่ยนไป\tได้เพิ่ม\tได้ลดลง",
    en="group\ttotal\treached\tunknown\tchange\tgain\tlose",
)
_ALL = Text(th="ทั้งหมด", en="all")
_STANDS = Text(th="กฎหมายปัจจุบัน", en="the law as it stands")


def write_result(result: Result, lang: Lang) -> Iterator[str]:
    """Write who was counted, what was set aside, and a table for each rule and version of the law."""
    if result.is_synthetic:
        yield _SYNTHETIC.fill(persons=f"{result.persons:,}")[lang]
    else:
        yield _PEOPLE.fill(persons=f"{result.persons:,}", households=f"{result.households:,}")[lang]
    aside = result.set_aside
    if aside.persons_aside:
        yield _ASIDE.fill(persons=f"{aside.persons_aside:,}", households=f"{aside.households_aside:,}")[lang]
        yield from (f"  {found.text[lang]}" for found in aside.found)
    titles = {reform.name: reform.title[lang] for reform in result.plan.reforms}
    whole = {(cell.rule, cell.reform): cell for cell in result.cells()}
    parts = result.cells(by=result.plan.by) if result.plan.by else ()
    for (rule, reform), total in whole.items():
        yield ""
        yield f"{rule} · {titles.get(reform or '', _STANDS[lang])}"
        own = [cell for cell in parts if (cell.rule, cell.reform) == (rule, reform)]
        yield from _aligned([_HEAD[lang].split("\t"), *(_row(cell, lang) for cell in (*own, total))])


def _row(cell: Cell, lang: Lang) -> list[str]:
    group = " ".join(str(value) for _, value in cell.group) or _ALL[lang]
    error = f" ± {_money(round(cell.standard_error))}" if cell.standard_error is not None else ""
    change = _money(cell.gain - cell.loss) if cell.reform is not None else ""
    moved = [f"{cell.gainers:,}", f"{cell.losers:,}"] if cell.reform is not None else ["", ""]
    return [group, _money(cell.total) + error, f"{cell.positive:,}", f"{cell.unknown:,}", change, *moved]


def _money(satang: int) -> str:
    return f"{Baht(satang).amount:,.2f}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        first, *others = (
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((f"  {first}", *others)).rstrip()
