"""
What a population file is: Parquet, one row per person, the rows of a household together, households in ascending order.

The columns below are known to every law; any other column is a fact of some law under its own name. A null is a fact
nobody knows; it is never zero and never no. Money is whole satang. A choice is the place of its word in the list that the
file's metadata gives. No row group splits a household, so that a group can be computed alone.

A fact has a column of its own, or stands packed with others in one (`packing`); whoever reads notices no difference. Files by
others need not be packed. Ours are, for a column that is a dictionary or bits costs as much to decode as one that is many times
as large: docs/explanation/populations.md has the whole.

How it is written was measured (pyarrow 26, one core, 10,000,000 rows in groups of 250,000, CPU seconds to decode a column and its
megabytes): household_id as differences 0.028 s, 1.5 MB (plain 0.028 s, 80 MB); born plain 0.015 s, 40 MB (dictionary 0.026 s, 24 MB;
differences 0.026 s, 21 MB); salary plain 0.026 s, 80 MB (dictionary 0.039 s, 13 MB; differences 0.037 s, 36 MB); fees plain 0.028 s,
80 MB (dictionary 0.044 s, 8 MB); social_security_paid by dictionary 0.025 s, 10 MB (plain 0.028 s, 80 MB). A packed column of
32 bits takes 0.018 s, 40 MB, and holds up to thirteen facts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from sala.kernel.bilingual import Text

VERSION = 2
ROWS_PER_GROUP = 250_000
LARGEST_HOUSEHOLD = 127  # `number` is one signed byte
ROLES = ("head", "spouse", "child", "parent", "other")
HEAD = ROLES.index("head")
EPOCH = date(1970, 1, 1)  # from which Arrow counts days
INSURED_SECTIONS = ("none", "33", "39", "40")


class Kind(Enum):
    """What a column holds: the name, the type it is delivered as, and how it may stand in a file."""

    ID = "id"
    SMALL = "small"
    CHOICE = "choice"
    DAY = "day"
    MONEY = "money"
    TRUTH = "truth"
    WHOLE = "whole"

    @property
    def type(self) -> pa.DataType:
        """Name the Arrow type in which a column of this kind is computed with."""
        return _DELIVERED[self]

    def accepts(self, given: pa.DataType) -> bool:
        """Say whether a column of this type can be read as this kind without a guess."""
        return given in _ACCEPTED[self]


_INTEGERS = (pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32())
_DELIVERED: Mapping[Kind, pa.DataType] = MappingProxyType(
    {
        Kind.ID: pa.int64(),
        Kind.SMALL: pa.int8(),
        Kind.CHOICE: pa.int8(),
        Kind.DAY: pa.date32(),
        Kind.MONEY: pa.int64(),
        Kind.TRUTH: pa.bool_(),
        Kind.WHOLE: pa.int64(),
    }
)
_ACCEPTED: Mapping[Kind, Sequence[pa.DataType]] = MappingProxyType(
    {kind: (pa.date32(),) if kind is Kind.DAY else (pa.bool_(),) if kind is Kind.TRUTH else _INTEGERS for kind in Kind}
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and in words what that is."""

    name: str
    kind: Kind
    says: Text
    choices: tuple[str, ...] = ()

    @property
    def field(self) -> pa.Field:
        """Describe the column to Arrow, its words beside it. Columns written by us hold no nulls."""
        words = {"th": self.says.th, "en": self.says.en}
        return pa.field(self.name, self.kind.type, nullable=False, metadata=words)


STRUCTURE = (
    Column("household_id", Kind.ID, Text(th="เลขครัวเรือน เรียงจากน้อยไปมาก", en="Household, in ascending order")),
    Column("number", Kind.SMALL, Text(th="ลำดับในครัวเรือน เริ่มที่ 1", en="Number within the household, from 1")),
    Column("role", Kind.CHOICE, Text(th="ฐานะในครัวเรือน", en="Role in the household"), ROLES),
    Column("born", Kind.DAY, Text(th="วันเกิดที่ใช้นับอายุ", en="Day of birth from which age counts")),
    Column("mother", Kind.SMALL, Text(th="ลำดับของมารดา 0 คือไม่อยู่ที่นี่", en="Number of the mother; 0 is not here")),
    Column("father", Kind.SMALL, Text(th="ลำดับของบิดา 0 คือไม่อยู่ที่นี่", en="Number of the father; 0 is not here")),
    Column("spouse", Kind.SMALL, Text(th="ลำดับของคู่สมรส 0 คือไม่อยู่ที่นี่", en="Number of the spouse; 0 is not here")),
)
FACTS = (
    Column(
        "province", Kind.SMALL, Text(th="รหัสจังหวัดของกระทรวงมหาดไทย", en="Province, code of the Ministry of Interior")
    ),
    Column("is_female", Kind.TRUTH, Text(th="เป็นหญิง", en="Female")),
    Column("is_thai", Kind.TRUTH, Text(th="มีสัญชาติไทย", en="Thai national")),
    Column("is_alive", Kind.TRUTH, Text(th="ยังมีชีวิตอยู่", en="Alive")),
    Column("is_married", Kind.TRUTH, Text(th="มีคู่สมรส", en="Married")),
    Column("is_resident", Kind.TRUTH, Text(th="อยู่ในประเทศไทยเพื่อการภาษี", en="Resident for tax")),
    Column("salary", Kind.MONEY, Text(th="เงินได้ทั้งปีตามมาตรา 40 (1)", en="Income of the year under section 40 (1)")),
    Column("fees", Kind.MONEY, Text(th="เงินได้ทั้งปีตามมาตรา 40 (2)", en="Income of the year under section 40 (2)")),
    Column("social_security_paid", Kind.MONEY, Text(th="เงินสมทบประกันสังคมทั้งปี", en="Contributions of the year")),
    Column(
        "insured_section",
        Kind.CHOICE,
        Text(th="มาตราที่เป็นผู้ประกันตน", en="Section under which insured"),
        INSURED_SECTIONS,
    ),
    Column("is_disabled", Kind.TRUTH, Text(th="มีบัตรประจำตัวคนพิการ", en="Holds a disability card")),
    Column("is_student", Kind.TRUTH, Text(th="กำลังศึกษา", en="In education")),
    Column("is_registered_in_area", Kind.TRUTH, Text(th="มีชื่อในทะเบียนบ้านที่นี่", en="In a house register here")),
    Column("has_confirmed", Kind.TRUTH, Text(th="ยืนยันสิทธิรับเบี้ยยังชีพแล้ว", en="Has confirmed the old-age right")),
    Column(
        "receives_other_state_benefit",
        Kind.TRUTH,
        Text(th="ได้รับเงินประจำอื่นจากรัฐ", en="Receives other regular state money"),
    ),
    Column("income_is_insufficient", Kind.TRUTH, Text(th="รายได้ไม่พอแก่การยังชีพ", en="Income is insufficient")),
    Column("received_before_2566", Kind.TRUTH, Text(th="รับเบี้ยยังชีพก่อนระเบียบ 2566", en="Paid before the rules of 2023")),
    Column(
        "is_registered_for_newborn_grant",
        Kind.TRUTH,
        Text(th="ลงทะเบียนเงินอุดหนุนเด็กแรกเกิดแล้ว", en="Registered for the newborn grant"),
    ),
    Column(
        "birth_order",
        Kind.SMALL,
        Text(th="ลำดับบุตรในบรรดาพี่น้องที่อยู่ด้วยกัน", en="Order of birth among the siblings who live together"),
    ),
    Column(
        "supports_mother",
        Kind.TRUTH,
        Text(
            th="อุปการะมารดาที่อยู่ด้วย (สมมติ: บุตรคนแรกที่มีเงินได้)",
            en="Supports the mother here (assumed: the first child who earns)",
        ),
    ),
    Column(
        "supports_father",
        Kind.TRUTH,
        Text(
            th="อุปการะบิดาที่อยู่ด้วย (สมมติ: บุตรคนแรกที่มีเงินได้)",
            en="Supports the father here (assumed: the first child who earns)",
        ),
    ),
    Column(
        "claims_for_children",
        Kind.TRUTH,
        Text(
            th="ใช้สิทธิสงเคราะห์บุตร (สมมติ: ผู้ประกันตนคนแรกของคู่)",
            en="Claims the child benefit (assumed: the first insured of a couple)",
        ),
    ),
    Column("lives_in_state_home", Kind.TRUTH, Text(th="อยู่ในสถานสงเคราะห์ของรัฐ", en="Lives in a home of the state")),
    Column(
        "months_paid_of_36",
        Kind.SMALL,
        Text(th="เดือนที่ส่งเงินสมทบใน 36 เดือน (สมมติ: ส่งครบ)", en="Months contributed of the last 36 (assumed: all)"),
    ),
)
KNOWN: Mapping[str, Column] = MappingProxyType({column.name: column for column in STRUCTURE + FACTS})
WRITING: Mapping[str, Any] = MappingProxyType(
    {
        "compression": "none",
        "column_encoding": {"household_id": "DELTA_BINARY_PACKED"},
        "use_dictionary": ["social_security_paid"],
        "data_page_size": 16 * ROWS_PER_GROUP,  # bytes: one page holds a column of a group
        "write_statistics": ["household_id"],
    }
)


@dataclass(frozen=True, slots=True)
class About:
    """
    What a file says of itself.

    `represents` is how many people the file stands for; `choices` gives the words of each choice, in the order of its codes.
    """

    synthetic: bool
    seed: int | None = None
    on: date | None = None
    represents: int | None = None
    says: Text | None = None
    sources: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_metadata(self) -> dict[str, str]:
        """Write it as the metadata of a Parquet file."""
        told = {
            "sala.population": str(VERSION),
            "sala.synthetic": json.dumps(self.synthetic),
            "sala.seed": "" if self.seed is None else str(self.seed),
            "sala.on": "" if self.on is None else self.on.isoformat(),
            "sala.represents": "" if self.represents is None else str(self.represents),
            "sala.says.th": self.says.th if self.says else "",
            "sala.says.en": self.says.en if self.says else "",
            "sala.sources": json.dumps(self.sources, ensure_ascii=False),
            "sala.choices": json.dumps(dict(self.choices), ensure_ascii=False),
        }
        return {key: value for key, value in told.items() if value}

    @classmethod
    def of(cls, metadata: Mapping[bytes, bytes] | None) -> "About":
        """Read what a file says; a file that says nothing is taken for real people with our words for choices."""
        told = {key.decode(): value.decode() for key, value in (metadata or {}).items() if key.startswith(b"sala.")}
        words = json.loads(told.get("sala.choices", "{}"))
        return cls(
            synthetic=json.loads(told.get("sala.synthetic", "false")),
            seed=int(told["sala.seed"]) if "sala.seed" in told else None,
            on=date.fromisoformat(told["sala.on"]) if "sala.on" in told else None,
            represents=int(told["sala.represents"]) if "sala.represents" in told else None,
            says=Text(th=told["sala.says.th"], en=told["sala.says.en"]) if "sala.says.th" in told else None,
            sources=tuple(json.loads(told.get("sala.sources", "[]"))),
            choices={column: tuple(listed) for column, listed in words.items()},
        )
