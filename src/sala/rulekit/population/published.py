"""The published totals that a synthetic population is made from, as its data file gives them, each with its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sala.kernel.bilingual import Text

from ..yamls import Node, read_yaml

THAILAND = Path(__file__).with_name("thailand.yaml")
_KEYS = "schema name sources persons household_size ages births_by_age_of_mother older_than_wife households work facts provinces"


@dataclass(frozen=True, slots=True)
class Ages:
    """How many of each sex are of an age in [from_, until), and how they divide in five-year groups."""

    from_: int
    until: int
    persons: tuple[int, int]
    parts: tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a form of household: what it is of which other member (counted from 0), and at which ages."""

    is_: str
    of: int
    ages: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of household: where its share begins, how old its head is, and who else lives there."""

    share: int
    heads: tuple[int, int]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """A province: its code, how many people it weighs, and the region whose income it has."""

    code: int
    persons: int
    region: str


@dataclass(frozen=True, slots=True)
class Published:
    """One data file. `work` and `facts` are read by those who draw from them."""

    name: Text
    sources: tuple[Text, ...]
    registered: int
    non_thai: int
    household_size: float
    ages: tuple[Ages, ...]
    mothers: tuple[int, tuple[float, ...]]
    older_than_wife: tuple[int, tuple[int, ...]]
    forms: tuple[Form, ...]
    provinces: tuple[Province, ...]
    work: Mapping[str, Any]
    facts: Mapping[str, Any]


def read_published(path: Path = THAILAND) -> Published:
    """
    Read a data file.

    :raises MalformedLaw: it is absent, is not YAML, lacks a key, or names a source that it does not list.
    """
    whole = read_yaml(path)
    found = whole.fields(required=_KEYS)
    sources = dict(found["sources"].items())
    _check_sources(whole, sources)
    births, older = found["births_by_age_of_mother"].value, found["older_than_wife"].value
    return Published(
        name=found["name"].words(),
        sources=tuple(_cited(node) for node in sources.values()),
        registered=found["persons"].value["registered"],
        non_thai=found["persons"].value["non_thai"],
        household_size=found["household_size"].value["tenths"] / 10,
        ages=tuple(_ages(node.value) for node in found["ages"].each()),
        mothers=(births["from"], tuple(births["percent"])),
        older_than_wife=(older["from"], tuple(older["weights"])),
        forms=tuple(_form(node.value) for node in found["households"].each()),
        provinces=tuple(_province(code, node.value) for code, node in found["provinces"].items()),
        work=found["work"].value,
        facts=found["facts"].value,
    )


def _cited(node: Node) -> Text:
    """Say a source in one line: publisher, title, address."""
    fields = node.fields(required="title publisher url read")
    publisher, title, url = fields["publisher"].words(), fields["title"].words(), fields["url"].value
    return Text(th=f"{publisher.th} {title.th} {url}", en=f"{publisher.en}. {title.en}. {url}")


def _check_sources(node: Node, sources: Mapping[str, Node]) -> None:
    """Refuse a citation of a source that the file does not list; whoever follows it would find nothing."""
    if isinstance(node.value, Mapping):
        for key, inner in node.items():
            if key in ("source", "parts_source") and inner.value not in sources:
                inner.fail(f"ไม่มีแหล่งที่มา “{inner.value}” ใน sources", f'"{inner.value}" is not among the sources')
            _check_sources(inner, sources)
    elif isinstance(node.value, Sequence) and not isinstance(node.value, str):
        for inner in node.each():
            _check_sources(inner, sources)


def _ages(value: Mapping[str, Any]) -> Ages:
    return Ages(
        from_=value["from"],
        until=value["until"],
        persons=(value["male"], value["female"]),
        parts=(tuple(value["male_parts"]), tuple(value["female_parts"])),
    )


def _form(value: Mapping[str, Any]) -> Form:
    members = tuple(
        Member(is_=member["is"], of=member["of"] - 1, ages=tuple(member.get("ages", (0, 100))))
        for member in value["members"]
    )
    return Form(share=value["share"], heads=tuple(value["heads"]), members=members)


def _province(code: str, value: Mapping[str, Any]) -> Province:
    return Province(code=int(code), persons=value["persons"], region=value["region"])
