"""What a clause cites: the Act, where the Royal Gazette printed it, and the section."""

from dataclasses import dataclass
from datetime import date

from sala.kernel.bilingual import Text

from .shown import shown
from .yamls import Node

_SECTION_WORDS = {
    "section": Text(th="มาตรา {number}", en="s. {number}"),
    "clause": Text(th="ข้อ {number}", en="cl. {number}"),
    "resolution": Text(th="ข้อ {number}", en="item {number}"),
}
_TRANSITIONAL = Text(th="บทเฉพาะกาล", en="transitional provision")


@dataclass(frozen=True, slots=True)
class Gazette:
    """A place in the Royal Gazette. What nobody has looked up yet stays empty."""

    volume: int
    part: str
    is_special: bool
    page: int | None
    on: date

    @property
    def text(self) -> Text:
        """Say the place as lawyers write it."""
        th, en = (f" หน้า {self.page}", f", page {self.page}") if self.page else ("", "")
        kind = Text(th="ตอนพิเศษ", en="special part") if self.is_special else Text(th="ตอนที่", en="part")
        return Text(
            th=f"ราชกิจจานุเบกษา เล่ม {{volume}} {{kind}} {{part}}{th} วันที่ {{on}}",
            en=f"Royal Gazette vol. {{volume}}, {{kind}} {{part}}{en}, {{on}}",
        ).fill(volume=self.volume, kind=kind, part=self.part, on=shown(self.on))


@dataclass(frozen=True, slots=True)
class Act:
    """
    One Act, decree, regulation or resolution.

    `read` says that its author read the text itself; False means a secondary source, named in `source`.
    """

    id: str
    title: Text
    divided_into: str
    source: str
    read: bool
    gazette: Gazette | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A section of an Act. `section` is empty where its number has not been verified: a number is never invented."""

    act: Act
    section: str

    @property
    def text(self) -> Text:
        """Say the citation as a letter would."""
        if not self.section:
            return self.act.title
        word = _SECTION_WORDS[self.act.divided_into].fill(number=self.section)
        part = _TRANSITIONAL if self.section == "transitional" else word
        return Text(th="{act} {part}", en="{act}, {part}").fill(act=self.act.title, part=part)

    def __str__(self) -> str:
        return self.text.th  # the language of the law itself


def read_act(name: str, node: Node) -> Act:
    """
    Read one entry under `acts:`.

    :raises MalformedLaw: a key is absent or unknown.
    """
    found = node.fields(required="title divided_into source read", optional="gazette")
    divided_into = str(found["divided_into"].value)
    if divided_into not in _SECTION_WORDS:
        known = ", ".join(_SECTION_WORDS)
        found["divided_into"].fail(f"divided_into ต้องเป็นหนึ่งใน {known}", f"divided_into is one of {known}")
    return Act(
        id=name,
        title=found["title"].words(),
        divided_into=divided_into,
        source=str(found["source"].value),
        read=found["read"].truth(),
        gazette=_read_gazette(found["gazette"]) if "gazette" in found else None,
    )


def _read_gazette(node: Node) -> Gazette:
    found = node.fields(required="volume part on", optional="page special")
    return Gazette(
        volume=found["volume"].whole(),
        part=str(found["part"].value),
        is_special="special" in found and found["special"].truth(),
        page=found["page"].whole() if "page" in found else None,
        on=found["on"].day(),
    )
