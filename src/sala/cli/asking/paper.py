"""A decision on paper: what follows, why, by which numbers, what is missing and what would change it."""

from collections.abc import Iterator

from sala.kernel.bilingual import Lang, Text
from sala.rulekit import Clause, DatedValue, Explanation, with_unit
from sala.rulekit.shown import shown

_MARKS = {True: "✓", False: "✗", None: "?"}
_ASKED = Text(th="{law} · {rule} · ณ วันที่ {on}", en="{law} · {rule} · on {on}")
_REASONS = Text(th="เหตุผล", en="Reasons")
_NUMBERS = Text(th="ตัวเลขของกฎหมายที่ใช้", en="Numbers of the law that were used")
_WARNINGS = Text(th="คำเตือน", en="Warnings")
_MISSING = Text(th="ข้อเท็จจริงที่ยังขาด", en="Facts that are still missing")
_CHANGES = Text(th="สิ่งที่จะทำให้คำตอบเปลี่ยน", en="What would change the answer")
_CITED = Text(th="{text} ({citation})", en="{text} ({citation})")
_OF = Text(th="{whose}: {text}", en="{whose}: {text}")
_ABOVE = Text(th="{text} (ดูข้างบน)", en="{text} (as above)")
_NOT_READ = Text(th="{citation} ยังไม่ได้อ่านตัวบท", en="{citation}; the text has not been read")
_NUMBER = Text(
    th="{label}: {value} ตั้งแต่ {from_} แหล่งที่มา: {source}", en="{label}: {value}, from {from_}; source: {source}"
)


def write_explanation(explained: Explanation, lang: Lang) -> Iterator[str]:
    """Write a whole decision, line by line."""
    outcome = explained.outcome
    yield _ASKED.fill(law=outcome.law.title, rule=outcome.asked.name, on=shown(outcome.on))[lang]
    yield ""
    yield _line(explained.tree, lang)
    yield from _section(_REASONS, list(_write_parts(explained.tree, lang, 1)), lang)
    yield from _section(_NUMBERS, [f"  {_number(dated)[lang]}" for dated in outcome.used], lang)
    yield from _section(_WARNINGS, [f"  ! {text[lang]}" for text in explained.warnings], lang)
    yield from _section(_MISSING, [f"  {each.path}: {each.full_words[lang]}" for each in explained.missing], lang)
    yield from _section(_CHANGES, [f"  {change.text[lang]}" for change in explained.changes], lang)


def _section(title: Text, lines: list[str], lang: Lang) -> Iterator[str]:
    if lines:
        yield ""
        yield title[lang]
        yield from lines


def _write_parts(clause: Clause, lang: Lang, depth: int) -> Iterator[str]:
    """Write what a clause read and compared, then the clauses that it asked, each further in."""
    indent = "  " * depth
    for told in clause.told:
        yield f"{indent}- {told.text[lang]}"
    for test in clause.compared:
        yield f"{indent}- {test.text[lang]} {_MARKS[test.holds]}"
    for part in clause.parts:
        yield indent + _line(part, lang)
        yield from _write_parts(part, lang, depth + 1)


def _line(clause: Clause, lang: Lang) -> str:
    citation = clause.reason.clause.text
    if not clause.reason.clause.act.read:
        citation = _NOT_READ.fill(citation=citation)
    text = clause.reason.text if clause.whose is None else _OF.fill(whose=clause.whose, text=clause.reason.text)
    if clause.is_repeated:
        return f"{_mark(clause)} {_ABOVE.fill(text=text)[lang]}"
    return f"{_mark(clause)} {_CITED.fill(text=text, citation=citation)[lang]}"


def _mark(clause: Clause) -> str:
    """Mark a yes, a no and an unknown; an amount or a day is neither."""
    return _MARKS[clause.value] if clause.value is None or isinstance(clause.value, bool) else "•"


def _number(dated: DatedValue) -> Text:
    value = with_unit(dated)
    if "\n" in value.th:
        value = Text(th=_one_line(value.th), en=_one_line(value.en))
    return _NUMBER.fill(label=dated.label, value=value, from_=shown(dated.from_), source=dated.source)


def _one_line(rows: str) -> str:
    return "; ".join(row.removeprefix("- ") for row in rows.splitlines())
