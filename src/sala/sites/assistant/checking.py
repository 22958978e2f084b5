"""The check "can I get it?" for a program: facts as JSON in; the answer, its reasons and what is still to be asked out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.domains.law import public as law
from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError
from sala.servicekit.answers import Surroundings, control
from sala.servicekit.eligibility import list_questions, read_answers
from sala.servicekit.schema.facts import AskedFact
from sala.servicekit.schema.service import Service
from sala.sites.citizen.wording import paid_text

Plain = dict[str, Any]
_BUDDHIST_ERA = 543
_ANSWERS = {True: "yes", False: "no", None: "not known yet"}
_NO_SUCH_FACT = Text(
    th="บริการนี้ไม่ถามข้อเท็จจริงนี้ ที่ถามมี: {known}", en="This service does not ask for this. It asks for: {known}"
)
_GUIDANCE = Text(
    th="คำตอบนี้คิดจากข้อเท็จจริงที่บอกมาและกฎหมายของวันนี้ ใช้เป็นแนวทาง ไม่ใช่คำตัดสินของหน่วยงาน",
    en="This follows from the facts given and the law of today. It is guidance, not a decision of the agency",
)


class NothingToCheck(SalaError):
    """No rule answers who can have this service."""

    code = "nothing-to-check"
    status = 404
    message = Text(
        th="ยังไม่มีกฎที่ตอบแทนได้ว่าใครได้บริการ “{service}” ใช้ explain_service ดูว่าต้องเป็นอย่างไร",
        en="No rule answers yet who can have the service “{service}”. Use explain_service to see what must be so",
    )


def check_facts(service: Service, facts: Mapping[str, Any], lang: Lang, *, on: date) -> Plain:
    """
    Say what the law makes of some facts. Nothing is kept, and an unknown fact is never guessed.

    :raises NothingToCheck: the service declares no check.
    """
    if service.check is None:
        raise NothingToCheck(service=service.shown_name)
    rule = service.check.by
    needs = catalogue.list_facts_needed(rule=rule)
    questions = {question.id: question for question in list_questions(service, needs=needs)}
    raw = {name: typed for fact, question in questions.items() for name, typed in _typed(question, facts.get(fact))}
    around = Surroundings(today=on, areas=catalogue.get_pack().areas)
    read = read_answers(service, needs=needs, raw=raw, around=around)
    checked = catalogue.check_eligibility(service=service, rule=rule, values=read.values, on=on)
    unknown = _NO_SUCH_FACT.fill(known=", ".join(questions))
    not_read = {**dict.fromkeys(facts.keys() - questions.keys(), unknown), **read.errors}
    return {
        **_tell(service, checked, lang),
        "needed": [_question(one, lang) for one in list_questions(service, needs=checked.missing)],
        "not_understood": {fact: text[lang] for fact, text in not_read.items()},
        "guidance": _GUIDANCE[lang],
    }


def _tell(service: Service, checked: catalogue.Checked, lang: Lang) -> Plain:
    paid = paid_text(checked.amount, service.gives) if checked.amount is not None and service.gives else None
    return {
        "service": service.shown_path,
        "answer": _ANSWERS[checked.value],
        "conclusion": checked.conclusion[lang],
        "amount": paid[lang] if paid else None,
        "met": _reasons(checked.kept, lang),
        "not_met": _reasons(checked.failed, lang),
        "depends_on": _reasons(checked.open, lang),
        "ahead": checked.ahead[lang] if checked.ahead else None,
        "instead": checked.instead.title[lang] if checked.instead else None,
        "warnings": [one[lang] for one in checked.stale],
    }


def _reasons(reasons: Iterable[law.Reason], lang: Lang) -> list[Plain]:
    return [
        {"text": one.text[lang], "law": one.clause.text[lang], "law_was_read": one.clause.act.read} for one in reasons
    ]


def _question(question: AskedFact, lang: Lang) -> Plain:
    return {
        "fact": question.id,
        "question": question.label[lang],
        "hint": question.hint[lang] if question.hint else None,
        "type": question.type,
        "options": {option.value: option.label[lang] for option in question.options},
    }


def _typed(question: AskedFact, value: Any) -> list[tuple[str, list[str]]]:
    """Write a JSON value as a person would type it, so that the form's own reading decides what it means."""
    if value is None:
        return []
    if question.type == "date":
        year, month, day = (*str(value).split("-"), "", "")[:3]
        parts = (("day", day), ("month", month), ("year", _in_the_buddhist_era(year)))
        return [(control(question.id, name), [part]) for name, part in parts]
    if isinstance(value, bool):
        return [(question.id, ["yes" if value else "no"])]
    return [(question.id, [str(each) for each in value] if isinstance(value, list) else [str(value)])]


def _in_the_buddhist_era(year: str) -> str:
    """
    Give an ISO year, which is of the common era, as the form reads years.

    >>> _in_the_buddhist_era("1962"), _in_the_buddhist_era("soon")
    ('2505', 'soon')
    """
    return str(int(year) + _BUDDHIST_ERA) if year.isascii() and year.isdigit() else year
