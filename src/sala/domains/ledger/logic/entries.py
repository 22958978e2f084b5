"""What an entry may say, the one way to write it down, and the salted commitment that stands in the tree."""

import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Protocol
from uuid import UUID

from sala.kernel.bilingual import Text
from sala.kernel.money import Baht

from ..contracts import BodyValue, EntryRefused, LedgerEntry, PlainScalar, PlainValue

SALT_BYTES = 32
MAX_WORDS = 64
MAX_CODE_LENGTH = 200
MAX_EXACT_INTEGER = 2**53 - 1  # larger integers lose digits in other people's JSON readers (RFC 7493, s. 2.2)

KIND = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+")
WORD = re.compile(r"[a-z][a-z0-9_]*")
CODE = re.compile(r"[A-Za-z0-9*][A-Za-z0-9._:/+*-]*")
IDENTITY_NUMBER = re.compile(r"(?<![0-9A-Za-z])(\d{13}|\d-\d{4}-\d{5}-\d{2}-\d)(?![0-9A-Za-z])")

NOT_A_KIND = Text(th="ไม่ใช่รหัสแบบ case.decided", en="is not a code like case.decided")
NOT_A_WORD = Text(th="ไม่ใช่ชื่อแบบ decided_at", en="is not a name like decided_at")
NOT_A_CODE = Text(
    th="ไม่ใช่รหัส (ใช้ได้เฉพาะอักษรละติน ตัวเลข และ . _ : / + * -)",
    en="is not a code (Latin letters, digits and . _ : / + * - only)",
)
TOO_LONG = Text(th="ยาวเกินไป", en="is too long")
NO_TIME_ZONE = Text(th="ไม่มีเขตเวลา", en="has no time zone")
LIKE_AN_IDENTITY_NUMBER = Text(th="มีเลข 13 หลัก", en="holds a number of 13 digits")
TOO_LARGE = Text(th="เป็นจำนวนที่ใหญ่เกินไป", en="is too large a number")
NOT_KEPT = Text(th="เป็นข้อมูลชนิดที่ไม่เก็บถาวร", en="is of a type that is not kept")


class Statement(Protocol):
    """What an entry and a stored row have in common: enough to write the entry down again."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> UUID: ...
    @property
    def agency(self) -> str: ...
    @property
    def at(self) -> datetime: ...


def plain_body(entry: LedgerEntry) -> dict[str, PlainValue]:
    """
    Check an entry word by word, and give its body as JSON keeps it.

    :raises EntryRefused: something in it is not an id, a code, a time or an amount; the value itself is not repeated.
    """
    kind = entry.kind
    _require(len(kind) <= MAX_CODE_LENGTH and KIND.fullmatch(kind), kind, "kind", NOT_A_KIND)
    _require(entry.at.tzinfo is not None, kind, "at", NO_TIME_ZONE)
    _require(len(entry.body) <= MAX_WORDS, kind, "body", TOO_LONG)
    code_of(kind, "agency", entry.agency)
    return {word: _plain_value(kind, word, value) for word, value in entry.body.items()}


def canonical_json(id_: UUID, stated: Statement, body: Mapping[str, PlainValue]) -> bytes:
    """
    Write an entry down in its one form, whatever order its words came in.

    Source: RFC 8785 (JSON Canonicalization Scheme); our values are ASCII codes and exact integers, for which sorted
    keys without spaces are the whole of it.
    """
    form = {
        "agency": stated.agency,
        "at": _moment(stated.at),
        "body": body,
        "id": str(id_),
        "kind": stated.kind,
        "schema": 1,
        "subject": str(stated.subject),
    }
    return json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def commit_to(written: bytes, *, salt: bytes) -> bytes:
    """
    Commit to an entry so that nobody can guess it from the tree: HMAC-SHA-256 under a salt of its own.

    Once the salt is destroyed, the leaf stands and says nothing.
    """
    return hmac.digest(salt, written, "sha256")


def code_of(kind: str, field: str, value: str) -> str:
    """
    Let a code pass, and refuse anything that could name or describe a person.

    :raises EntryRefused: it is not a code.
    """
    _require(len(value) <= MAX_CODE_LENGTH, kind, field, TOO_LONG)
    _require(CODE.fullmatch(value), kind, field, NOT_A_CODE)
    _require(not IDENTITY_NUMBER.search(value), kind, field, LIKE_AN_IDENTITY_NUMBER)
    return value


def _require(holds: object, kind: str, field: str, problem: Text) -> None:
    if not holds:
        # A malformed kind or word may itself be somebody's name, so neither is repeated.
        raise EntryRefused(kind=_shown(KIND, kind), field=_shown(WORD, field), problem=problem)


def _shown(form: re.Pattern[str], text: str) -> str:
    return text if form.fullmatch(text) else "?"


def _plain_value(kind: str, word: str, value: BodyValue) -> PlainValue:
    _require(WORD.fullmatch(word), kind, word, NOT_A_WORD)
    if isinstance(value, list | tuple):
        _require(len(value) <= MAX_WORDS, kind, word, TOO_LONG)
        return [_plain_scalar(kind, word, item) for item in value]
    return _plain_scalar(kind, word, value)


def _plain_scalar(kind: str, word: str, value: object) -> PlainScalar:
    match value:
        case None | bool():
            return value
        case str():
            return code_of(kind, word, str(value))
        case int():
            _require(abs(value) <= MAX_EXACT_INTEGER, kind, word, TOO_LARGE)
            _require(len(str(abs(value))) != 13, kind, word, LIKE_AN_IDENTITY_NUMBER)
            return int(value)
        case UUID():
            return str(value)
        case datetime():
            _require(value.tzinfo is not None, kind, word, NO_TIME_ZONE)
            return _moment(value)
        case date():
            return value.isoformat()
        case Baht():
            return _amount(value)
        case _:
            raise EntryRefused(kind=kind, field=word, problem=NOT_KEPT)


def _moment(at: datetime) -> str:
    """Write a moment in UTC with all six digits, the precision PostgreSQL keeps."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _amount(amount: Baht) -> str:
    """Write an amount as baht and satang, exact: `-1.50`."""
    sign = "-" if amount.satang < 0 else ""
    return f"{sign}{abs(amount.satang) // 100}.{abs(amount.satang) % 100:02d}"
