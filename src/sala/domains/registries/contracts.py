"""What crosses the door of registries: declarations of registers, and evidence with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sala.kernel.addresses import ThaiAddress
from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound, SalaError
from sala.kernel.people import BirthDate, PersonName

FactType = Literal["text", "yes-no", "date", "birth-date", "person-name", "address", "local-authority"]
DataClass = Literal["personal", "sensitive"]
Basis = Literal["public-task", "legal-duty", "consent"]
FactValue = str | bool | date | BirthDate | PersonName | ThaiAddress
"""A fact as it is used; a local authority is the code of its agency."""


@dataclass(frozen=True, slots=True)
class DeclaredFact:
    """One fact that a register can answer."""

    name: str
    type: FactType
    data_class: DataClass
    label: Text


@dataclass(frozen=True, slots=True)
class ReadingPurpose:
    """Why facts may be read, by which law, and which facts that covers."""

    name: str
    label: Text
    basis: Basis
    law: tuple[Text, ...]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Register:
    """A register of the state: who owns it, what it can answer, and for which purposes."""

    name: str
    label: Text
    owner: str
    law: tuple[Text, ...]
    facts: Mapping[str, DeclaredFact]
    purposes: Mapping[str, ReadingPurpose]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact from a register, in place of a document: `source` is the register's name, `as_of` when it answered."""

    value: FactValue
    source: Text
    register: str
    as_of: datetime


class RegisterNotFound(NotFound):
    """The pack declares no register of this name."""

    code = "register-not-found"


class FactNotDeclared(SalaError):
    """A register was asked for a fact it does not hold."""

    code = "fact-not-declared"
    status = 500
    message = Text(
        th="ทะเบียน {register} ไม่มีข้อมูล {facts} ตรวจไฟล์ registries/{register}.yaml หรือรายการ know ของบริการ",
        en="The register {register} holds no {facts}: check registries/{register}.yaml or the service's `know`",
    )


class PurposeNotAllowed(SalaError):
    """The declaration of the register does not allow these facts to be read for this purpose."""

    code = "purpose-not-allowed"
    status = 500
    message = Text(
        th="ไม่มีกฎหมายในประกาศของทะเบียน {register} ที่ให้อ่าน {facts} เพื่อวัตถุประสงค์ {purpose} จึงไม่ได้อ่าน",
        en="Nothing was read: the register {register} declares no law that allows {facts} for the purpose {purpose}",
    )
