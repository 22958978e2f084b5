"""What can be wrong with a law's files, or with the facts put to it. Errors in files name the file and the line."""

from pathlib import Path

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


def place(path: Path) -> str:
    """
    Name a file so that its author knows it, without saying where this machine keeps it.

    >>> place(Path("pack/laws/old_age_allowance/rates.yaml"))
    'old_age_allowance/rates.yaml'
    """
    return f"{path.parent.name}/{path.name}"


class MalformedLaw(SalaError):
    """{file} line {line}: {what}."""

    code = "malformed-law"
    status = 500
    message = Text(th="{file} บรรทัด {line}: {what}", en="{file} line {line}: {what}")


class OverlappingDates(SalaError):
    """Two values of one parameter hold on the same day."""

    code = "overlapping-dates"
    status = 500
    message = Text(
        th="{file} บรรทัด {line}: ค่า “{name}” มีช่วงวันที่ซ้อนกับค่าในบรรทัด {other} ให้แก้ from หรือ until ไม่ให้ซ้อนกัน",
        en='{file} line {line}: "{name}" overlaps the value on line {other}; change from or until so that they part',
    )


class NoValueOnDate(SalaError):
    """A parameter has no value on the day asked for; it is never guessed."""

    code = "no-value-on-date"
    status = 500
    message = Text(
        th="{file} บรรทัด {line}: ค่า “{name}” ไม่มีผลในวันที่ {on} ให้เพิ่มค่าที่ครอบคลุมวันนั้นพร้อมแหล่งที่มา",
        en='{file} line {line}: "{name}" has no value on {on}; add one that covers that day, with its source',
    )


class ParameterNotFound(SalaError):
    """A rule or a page names a parameter that rates.yaml does not declare."""

    code = "parameter-not-found"
    status = 500
    message = Text(
        th="{file} ไม่มีค่า “{name}” ค่าที่มีคือ {known}",
        en='{file} declares no "{name}"; it declares {known}',
    )


class ParameterNotInLaws(SalaError):
    """A reform names a number that no law has."""

    code = "parameter-not-in-laws"
    status = 422
    message = Text(
        th="{where}: ไม่มีค่า “{parameter}” ในกฎหมายใด ที่ใกล้เคียงคือ {near}",
        en='{where}: no law has a number "{parameter}"; the nearest are {near}',
    )


class NumberOutOfBounds(SalaError):
    """A reform takes a number further than the rules that read it were checked for."""

    code = "number-out-of-bounds"
    status = 422
    message = Text(
        th="{where}: ค่า “{parameter}” ต้องอยู่ระหว่าง {low} ถึง {high} เกินกว่านี้ผลคำนวณอาจไม่ถูกต้อง",
        en='{where}: "{parameter}" must lie between {low} and {high}: rules were not checked for more',
    )


class ForbiddenConstruct(SalaError):
    """A rule uses something the language of law does not have."""

    code = "forbidden-construct"
    status = 500
    message = Text(
        th="{file} บรรทัด {line}: กฎใช้ {construct} ไม่ได้ {cure}",
        en="{file} line {line}: a rule may not use {construct}. {cure}",
    )


class TypesDiffer(SalaError):
    """A rule puts together what does not go together: money and years, a choice and a day."""

    code = "types-differ"
    status = 500
    message = Text(th="{file} บรรทัด {line}: {what}", en="{file} line {line}: {what}")


class MayOverflow(SalaError):
    """Arithmetic of a rule may pass 63 bits, by the ranges its facts declare; nation kernels would wrap silently."""

    code = "may-overflow"
    status = 500
    message = Text(
        th="{file} บรรทัด {line}: {expression} อาจถึง {reaches} ซึ่งเกิน 63 บิต ให้ประกาศช่วงของข้อเท็จจริง (Between) ให้แคบลง",
        en="{file} line {line}: {expression} may reach {reaches}, beyond 63 bits; declare narrower ranges (Between) for the facts in it",
    )


class RuleNotFound(SalaError):
    """The law has no rule of this name."""

    code = "rule-not-found"
    status = 404
    message = Text(
        th="กฎหมาย “{law}” ไม่มีกฎชื่อ “{rule}” ที่มีคือ {known}",
        en='The law "{law}" has no rule called "{rule}"; it has {known}',
    )


class FactNotInLaw(SalaError):
    """A fact was given that the law does not know; a slip of the pen must not pass for an unknown."""

    code = "fact-not-in-law"
    message = Text(
        th="กฎหมาย “{law}” ไม่รู้จักข้อเท็จจริง “{fact}” ที่รู้จักคือ {known}",
        en='The law "{law}" knows no fact called "{fact}"; it knows {known}',
    )


class FactHasWrongType(SalaError):
    """A fact is not of the type the law declares. The value itself is not repeated: it may be personal."""

    code = "fact-has-wrong-type"
    message = Text(
        th="ข้อเท็จจริง “{fact}” ของกฎหมาย “{law}” ต้องเป็น {wanted} แต่ได้รับ {given}",
        en='The fact "{fact}" of the law "{law}" must be {wanted}, not {given}',
    )


class FactOutOfRange(SalaError):
    """A number lies outside the range that the law declares for the fact. The value itself is not repeated."""

    code = "fact-out-of-range"
    message = Text(
        th="ข้อเท็จจริง “{fact}” ของกฎหมาย “{law}” ต้องอยู่ระหว่าง {low} ถึง {high}",
        en='The fact "{fact}" of the law "{law}" must lie between {low} and {high}',
    )


class LawNotInForce(SalaError):
    """The day asked for lies before the law."""

    code = "law-not-in-force"
    message = Text(
        th="กฎหมาย “{law}” เริ่มมีผลวันที่ {from_} จึงใช้กับวันที่ {on} ไม่ได้",
        en='The law "{law}" begins on {from_}, so it says nothing about {on}',
    )


class CalendarNeeded(SalaError):
    """A rule counts working days, and no calendar was given."""

    code = "calendar-needed"
    status = 500
    message = Text(
        th="กฎนี้นับวันทำการ ต้องส่งปฏิทินวันทำการมาด้วย",
        en="This rule counts working days: pass the working calendar",
    )
