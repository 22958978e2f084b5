"""
"Can I get it?": what a person is asked so that a rule can answer before anyone signs in, and what their answers say.

Only facts that the rule needs are asked, and none must be answered: an unknown fact leaves the answer open, no more.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.kernel.people import BirthDate

from .answers import PageResult, Surroundings, read_page
from .schema.base import Sentence
from .schema.conditions import Condition, facts_of, holds
from .schema.facts import AskedFact, AskType, KnownFact, KnownType, Page
from .schema.offer import Check, CheckQuestion
from .schema.service import Service

_WHY = Text(
    th="กฎหมายใช้ข้อนี้ตอบว่าคุณมีสิทธิหรือไม่ คำตอบไม่ถูกบันทึก",
    en="The law uses this to say whether you qualify. Your answer is not stored",
)
_PAGE_TITLE: Sentence = Text(th="ตรวจสอบสิทธิ", en="Check")
_ASKED_AS: Mapping[KnownType, AskType] = {
    "text": "text",
    "number": "number",
    "money": "money",
    "date": "date",
    "birth-date": "date",
    "yes-no": "yes-no",
}


def list_questions(service: Service, *, needs: Iterable[str]) -> tuple[AskedFact, ...]:
    """
    List what a person is asked so that the law has the facts it needs, each question once.

    :param needs: the facts of the rule, by the law's names. One that nobody can answer here stays unknown.
    """
    found = {question.id: question for fact in needs for question in _questions_for(service, fact)}
    return tuple(found.values())


def read_answers(
    service: Service, *, needs: Iterable[str], raw: Mapping[str, list[str]], around: Surroundings
) -> PageResult:
    """Read the answers as they were posted; a date of birth may lack its day, or day and month."""
    questions = list_questions(service, needs=needs)
    asking = service.model_copy(update={"ask": questions, "know": ()})
    page = Page(id="check", title=_PAGE_TITLE, ask=tuple(question.id for question in questions))
    result = read_page(asking, page, raw, {}, around)
    partial = {
        fact.id: born
        for fact in service.know
        if fact.type == "birth-date"
        and fact.id in result.errors
        and (born := _read_partial_birth(fact.id, raw, around))
    }
    return PageResult(
        values={**result.values, **partial},
        typed=result.typed,
        errors={fact: error for fact, error in result.errors.items() if fact not in partial},
        wrong_parts=result.wrong_parts,
    )


def name_for_law(service: Service, values: Mapping[str, Any]) -> dict[str, Any]:
    """
    Name the answers as the law names them.

    A box that the application itself has ticked counts as ticked: applying is how a person confirms.
    """
    ours = {asked.id: True for asked in service.ask if asked.type == "confirm"} | dict(values)
    named = {
        theirs: ours.get(source) if isinstance(source, str) else holds(source, ours)
        for theirs, source in _sources(service).items()
    }
    put = {question.id: values.get(question.id) for question in _check_of(service).ask}
    return {**ours, **named, **put}


def _check_of(service: Service) -> Check:
    if service.check is None:
        raise ValueError(f"{service.slug} declares no check")
    return service.check


def _sources(service: Service) -> dict[str, str | Condition]:
    """Say where each fact of the law comes from: the decision's own sources, then those of the check."""
    return {**(service.decide.facts if service.decide else {}), **_check_of(service).facts}


def _questions_for(service: Service, fact: str) -> list[AskedFact]:
    put = next((question for question in _check_of(service).ask if question.id == fact), None)
    if put is not None:
        return [_put_plainly(put, purpose=service.purposes[0].id)]
    source = _sources(service).get(fact, fact)
    names = [source] if isinstance(source, str) else sorted(facts_of(source))
    asked = [service.find_asked(name) or _as_question(service.find_known(name)) for name in names]
    return [
        each.model_copy(update={"required": False, "when": None})
        for each in asked
        if each is not None and each.type != "confirm"
    ]


def _put_plainly(question: CheckQuestion, *, purpose: str) -> AskedFact:
    return AskedFact(
        id=question.id,
        type="yes-no",
        th=question.th,
        en=question.en,
        hint=question.hint,
        why=_WHY,
        purpose=purpose,
        required=False,
    )


def _as_question(known: KnownFact | None) -> AskedFact | None:
    """Ask what a register would tell of someone who has signed in."""
    if known is None or known.type not in _ASKED_AS:
        return None
    return AskedFact(
        id=known.id,
        type=_ASKED_AS[known.type],
        th=known.th,
        en=known.en,
        why=_WHY,
        purpose=known.purpose,
        days="past" if known.type == "birth-date" else "any",
    )


def _read_partial_birth(fact: str, raw: Mapping[str, list[str]], around: Surroundings) -> BirthDate | None:
    """Read a B.E. year with or without its month, as many old registrations hold no more."""
    day, month, year = ("".join(raw.get(f"{fact}-{part}", [])).strip() for part in ("day", "month", "year"))
    if day or not year:
        return None
    try:
        born = BirthDate.parse(f"{year}-{month:0>2}" if month else year)
    except SalaError:
        return None
    return born if born.counted_from <= around.today else None
