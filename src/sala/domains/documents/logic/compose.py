"""Compose the data of one sheet from what a document says and what issuing adds, with Thai numerals in the Thai."""

import io
import re
from urllib.parse import urlsplit

import segno

from sala.kernel.bilingual import Text
from sala.kernel.days import format_date, format_moment, thai_day
from sala.kernel.thai import to_thai_digits

from ..contracts import Content, Row, Stamp
from . import wording
from .numbers import show_code

Words = dict[str, str]

# A run of Latin letters, digits and joining marks is a code or an address if it holds a letter; else a numeral.
_TYPED_OR_DIGITS = re.compile(r"(?P<typed>[0-9@:/._-]*[A-Za-z][0-9A-Za-z@:/._-]*)|[0-9]+")


def compose_sheet(content: Content, stamp: Stamp) -> dict[str, object]:
    """Give the sheet's template all it draws, as plain JSON data."""
    return {
        "form": content.form,
        "english": content.lang == "en",
        "seal": content.seal_svg,
        "title": _words(content.title),
        "subtitle": _words(content.subtitle) if content.subtitle else None,
        "agency": _words(content.agency_name),
        "office": [_numerals(line) for line in content.office],
        "number": _numerals(stamp.number),
        "issued": _words(_issued(content, stamp)),
        "address_lines": _address_lines(content),
        "opening": [_words(passage) for passage in content.opening],
        "rows": [_row(row) for row in content.rows],
        "sections": _sections(content),
        "closing": [_words(passage) for passage in content.closing],
        "officer": _officer(content),
        "check": _check(stamp),
        "demonstration": _words(wording.DEMONSTRATION) if stamp.demonstration else None,
        "words": {
            "number": _words(wording.NUMBER),
            "reference": _words(wording.LETTER_NUMBER),
            "page": _words(wording.PAGE),
        },
    }


def _numerals(thai: str) -> str:
    """Write Thai numerals, except inside codes and addresses: those are typed into a computer as they stand."""
    return _TYPED_OR_DIGITS.sub(lambda found: found[0] if found["typed"] else to_thai_digits(found[0]), thai)


def _words(text: Text) -> Words:
    return {"th": _numerals(text.th), "en": text.en}


def _row(row: Row) -> dict[str, object]:
    return {
        "label": _words(row.label),
        "value": _words(row.value),
        "english_differs": row.value.en not in ("", row.value.th),
    }


def _issued(content: Content, stamp: Stamp) -> Text:
    day = thai_day(stamp.dated)
    if content.form == "receipt":
        return Text(th=format_moment(stamp.dated, "th"), en=format_moment(stamp.dated, "en"))
    written = Text(th=format_date(day, "th"), en=format_date(day, "en"))
    return wording.ISSUED.fill(day=written) if content.form == "certificate" else written


def _address_lines(content: Content) -> list[dict[str, object]]:
    lines: list[tuple[Text, Text | None]] = [
        (wording.SUBJECT, content.title),
        (wording.ADDRESSEE, Text(th=content.addressee, en="") if content.addressee else None),
        (wording.REFERENCE, content.reference),
    ]
    return [
        {"name": _words(name), "value": _words(value), "subject": name is wording.SUBJECT}
        for name, value in lines
        if value is not None
    ]


def _sections(content: Content) -> list[dict[str, object]]:
    sections = (
        (wording.LAW, content.law),
        (wording.REASONS, content.reasons),
        (wording.APPEAL, (content.appeal,) if content.appeal else ()),
    )
    return [
        {"heading": _words(heading), "passages": [_words(passage) for passage in passages]}
        for heading, passages in sections
        if passages
    ]


def _officer(content: Content) -> dict[str, object] | None:
    if content.officer is None:
        return None
    respectfully = _words(wording.RESPECTFULLY) if content.form == "letter" else None
    return {
        "name": content.officer.name,
        "position": _words(content.officer.position),
        "respectfully": respectfully,
    }


def _check(stamp: Stamp) -> dict[str, object]:
    return {
        "address": stamp.check_address,
        "site": urlsplit(stamp.check_address).netloc + "/check",
        "code": show_code(stamp.check_code),
        "qr": _qr_svg(stamp.check_address),
        "invite": _words(wording.CHECK),
        "sealed": _words(wording.SEALED),
    }


def _qr_svg(address: str) -> str:
    """Draw the address as a QR code: correction level M survives a crease or a stain on paper."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()
