"""What the pages about one's own cases receive: where each stands, in words, with its clock."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.domains.ledger import public as ledger
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import format_date, format_moment, thai_day
from sala.servicekit.schema.service import Service
from sala.ui.parts import ClockView, LineView, PagesView, RowView

from .. import public as casework
from .showing import answer_rows

_SERVICE = Text(th="บริการ", en="Service")
_AGENCY = Text(th="หน่วยงานที่รับผิดชอบ", en="Agency in charge")
_RECEIVED = Text(th="ระบบได้รับเมื่อ", en="Received by the system")
_DEADLINE = Text(th="กำหนดตามกฎหมาย", en="Legal deadline")
_NO_DEADLINE = Text(
    th="ยังไม่พบกำหนดเวลาตามกฎหมายที่ตรวจสอบได้ หน่วยงานต้องยืนยัน",
    en="No time limit in law that we could confirm; ask the agency",
)
_MONTHS_AHEAD = 3
_STATES: dict[str, Text] = {
    "draft": Text(th="ยังกรอกไม่เสร็จ", en="Not finished"),
    "open": Text(th="กำลังพิจารณา", en="Being considered"),
    "waiting": Text(th="รอคุณแก้ไข", en="Waiting for you"),
    "closed": Text(th="เสร็จแล้ว", en="Finished"),
}
_COLOURS = {"draft": "grey", "open": "blue", "waiting": "yellow", "closed": "green"}
_RESULTS: dict[str, Text] = {
    "granted": Text(th="อนุมัติแล้ว", en="Approved"),
    "refused": Text(th="ไม่อนุมัติ", en="Refused"),
    "certified": Text(th="ออกหนังสือรับรองแล้ว", en="Certificate issued"),
    "recorded": Text(th="บันทึกเป็นข้อมูลแล้ว", en="Kept for the record"),
    "forwarded": Text(th="ส่งต่อแล้ว", en="Passed on"),
    "withdrawn": Text(th="ถอนเรื่องแล้ว", en="Withdrawn"),
}


def draw_list(found: Iterable[casework.CaseSummary], *, lang: Lang) -> dict[str, Any]:
    """Draw a list of cases: what waits for the person first, then the rest, newest first."""
    rows = [_row(each, lang) for each in found]
    return {
        "mine": [row for row in rows if row["is_mine_to_do"]],
        "others": [row for row in rows if not row["is_mine_to_do"]],
    }


def draw_receipt(receipt: casework.Receipt, *, lang: Lang, at: datetime) -> dict[str, Any]:
    """Draw a receipt: everything on it is of this case, nothing is personal."""
    service = catalogue.get_service(slug=receipt.service)
    return {
        "receipt": receipt,
        "service": service,
        "rows": _receipt_rows(receipt, service, lang),
        "after": catalogue.get_page(slug=service.slug, page="after", lang=lang, on=thai_day(at)),
    }


def draw_case(case: casework.Case, *, lang: Lang, at: datetime) -> dict[str, Any]:
    """Draw one's own case: its state, its clock, its account, and what was answered."""
    service = casework.service_of(case)
    facts = {name: known.value for name, known in case.known.items()} | dict(case.answers.values)
    granted = case.result == "granted"
    return {
        "case": case,
        "service": service,
        "agency": casework.agency_name(case.agency),
        "state": _RESULTS.get(case.result, _STATES[case.state]),
        "colour": "red" if case.result == "refused" else _COLOURS[case.state],
        "clock": clock_of(case, lang=lang, at=at),
        "lines": tuple(line_of(line, lang) for line in case.lines),
        "answers": answer_rows(case, [asked.id for asked in service.ask], lang),
        "correction": _correction_rows(case, service, lang),
        "payments": granted
        and [
            (format_date(payment.on, lang), payment.amount.format(lang))
            for payment in casework.list_payments(service, facts=facts, after=at, months=_MONTHS_AHEAD)
        ],
    }


def draw_access(page: ledger.AccessPage, *, lang: Lang) -> dict[str, Any]:
    """Draw the readings of a person's data, newest first; one screen that reads twice in a minute is one row."""
    readings = [
        (
            format_moment(record.at, lang),
            _reader(record)[lang],
            _PURPOSES.get(record.purpose, Text(th=record.purpose, en=record.purpose))[lang],
        )
        for record in page.items
    ]
    rows = tuple((*reading, len(list(same))) for reading, same in groupby(readings))
    older = f"{address_of('my-access', lang=lang)}?before={page.next}" if page.next else ""
    return {"shown": rows, "pages": PagesView(next=older)}


def clock_of(case: casework.Case, *, lang: Lang, at: datetime) -> ClockView | None:
    """Draw the legal clock as the officer reads it too; None where no time limit was found in the law."""
    clock = casework.read_clock(case=case, at=at)
    if clock is None:
        return None
    law = clock.source[lang] if clock.source else ""
    return ClockView(state=clock.state, days=clock.days, of_days=clock.of_days, due_on=clock.due_on, law=law)


def line_of(line: casework.Line, lang: Lang) -> LineView:
    """Draw one line of the account, with the provision it rests on."""
    said = casework.say_line(line)
    return LineView(what=said.what[lang], at=line.at, who=said.who[lang], note=said.note[lang] if said.note else "")


_PURPOSES: dict[str, Text] = {
    "prefill": Text(th="เติมแบบฟอร์มให้คุณ", en="To fill in your form"),
    "decide": Text(th="พิจารณาเรื่องของคุณ", en="To decide your case"),
    "open-document": Text(th="เปิดเอกสารของคุณ", en="To open your document"),
}
_YOURSELF = Text(th="คุณเอง", en="You")


def _reader(record: ledger.AccessRecord) -> Text:
    if record.agency is None:
        return _YOURSELF
    role = casework.say_side(record.role or "")
    return Text(th="{role} {agency}", en="{role}, {agency}").fill(role=role, agency=casework.agency_name(record.agency))


def _receipt_rows(receipt: casework.Receipt, service: Service, lang: Lang) -> tuple[RowView, ...]:
    due = format_date(receipt.due_on, lang) if receipt.due_on else _NO_DEADLINE[lang]
    return (
        RowView(_SERVICE[lang], (service.shown_name[lang],)),
        RowView(_AGENCY[lang], (casework.agency_name(receipt.agency)[lang],)),
        RowView(_RECEIVED[lang], (format_moment(receipt.received_at, lang),)),
        RowView(_DEADLINE[lang], (due,)),
    )


def _row(case: casework.CaseSummary, lang: Lang) -> dict[str, Any]:
    is_mine = case.state in ("draft", "waiting")
    return {
        "case": case,
        "name": catalogue.get_service(slug=case.service).shown_name[lang],
        "state": _RESULTS.get(case.result, _STATES[case.state])[lang],
        "colour": "red" if case.result == "refused" else _COLOURS[case.state],
        "address": address_of("resume" if is_mine else "case", lang=lang, case_id=case.id),
        "is_mine_to_do": is_mine,
    }


def _correction_rows(case: casework.Case, service: Service, lang: Lang) -> tuple[RowView, ...]:
    items = case.correction.items if case.correction else {}
    return tuple(
        RowView(label=casework.label_of(service, fact)[lang], lines=(note,) if note else ("",))
        for fact, note in items.items()
    )
