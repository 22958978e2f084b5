"""The laws for programs: which there are, what they say of cases, and why. Nothing that is sent is stored."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Router

from sala.domains.law import public as law
from sala.infra import limits
from sala.infra.apis import answer_json
from sala.infra.idempotency import work_out_again
from sala.infra.pages import at_of
from sala.infra.problems import told
from sala.infra.routes import actor_of, governed
from sala.kernel.bilingual import Text
from sala.kernel.days import thai_day
from sala.kernel.errors import SalaError
from sala.kernel.policies import anyone

from .shapes import AskedIn, CaseIn, LawDetailOut, LawsOut, ProblemOut, ResultsOut, TracedIn, TracesOut

MOST_BATCHES_PER_HOUR = 1_000
MOST_WITH_CHANGES_PER_HOUR = 100
_DEEPEST_FACTS = 12  # a household, its members, their children, their parents; no law goes further
_LONGEST_REFORM = 20_000
_DEEPEST_REFORM = 4
_REFUSALS = {404: ProblemOut, 422: ProblemOut, 429: ProblemOut}

T = TypeVar("T")
U = TypeVar("U")
router = Router(tags=["laws"])


class CasesRefused(SalaError):
    """Some cases of a batch cannot be decided; `errors` holds the index of each, and nothing was answered."""

    code = "cases-refused"
    status = 422
    message = Text(
        th="ตัดสินไม่ได้ {count} กรณี ดูลำดับและเหตุใน errors แก้แล้วส่งมาใหม่ทั้งชุด",
        en="{count} of the cases cannot be decided: see errors for their index and the reason, mend them and send the batch again",
    )


class ReformsRefused(SalaError):
    """Some of the reforms cannot be laid over the law; `errors` holds the index of each."""

    code = "reforms-refused"
    status = 422
    message = Text(
        th="ใช้ชุดค่าใหม่ (reforms) {count} ชุดไม่ได้ ดูลำดับและเหตุใน errors",
        en="{count} of the reforms cannot be laid over the law: see errors for their index and the reason",
    )


class FactsTooDeep(SalaError):
    """Facts within facts go deeper than any law reads."""

    code = "facts-too-deep"
    status = 422
    message = Text(
        th="ข้อเท็จจริงซ้อนกันลึกเกิน {most} ชั้น ตัดชั้นที่ลึกกว่านั้นออกแล้วส่งมาใหม่",
        en="Facts stand more than {most} deep within each other: leave out what stands deeper and send them again",
    )


class ReformTooLong(SalaError):
    """A reform is longer than any that a person would write."""

    code = "reform-too-long"
    status = 422
    message = Text(
        th="ชุดค่าใหม่ยาวเกิน {most:,} ตัวอักษร หรือซ้อนลึกเกินไป ตัดให้สั้นลงแล้วส่งมาใหม่",
        en="A reform is longer than {most:,} letters, or nested too deep: shorten it and send it again",
    )


@router.get("laws", response={200: LawsOut})
@governed(by=anyone)
def list_laws(request: HttpRequest) -> HttpResponse:
    """List every law that can be asked."""
    return answer_json({"items": [_summary(found) for found in law.list_laws()], "next": None})


@router.get("laws/{name}", response={200: LawDetailOut, 404: ProblemOut})
@governed(by=anyone)
def show_law(request: HttpRequest, name: str) -> HttpResponse:
    """Give a law: its rules, the facts they read with words and ranges, and every number with its days and source."""
    found, today = law.get_law(name=name), thai_day(at_of(request))
    numbers = [law.plain_number(dated, today) for values in found.rates.values.values() for dated in values]
    return answer_json(
        {
            **_summary(found),
            "asked": [_rule(rule) for rule in found.rules.values()],
            "entities": [_entity(entity) for entity in found.entities.values()],
            "acts": [law.plain_act(act) for act in found.rates.acts.values()],
            "numbers": numbers,
        }
    )


@router.post("laws/{name}/calculate", response={200: ResultsOut, **_REFUSALS})
@governed(by=anyone)
def calculate(request: HttpRequest, name: str, asked: AskedIn) -> HttpResponse:
    """
    Say what the law makes of each case.

    All of a batch is answered, or none: a case that cannot be decided is named by its index. Nothing is stored.
    """
    return _decide(request, name, asked, _result)


@router.post("laws/{name}/trace", response={200: TracesOut, **_REFUSALS})
@governed(by=anyone)
def trace(request: HttpRequest, name: str, asked: TracedIn) -> HttpResponse:
    """
    Say what the law makes of each case and why: the clauses as a tree with their citations, and the numbers used.

    All of a batch is answered, or none. Nothing is stored.
    """
    if asked.changes:
        _count(request, "law-api-changes", MOST_WITH_CHANGES_PER_HOUR)
    return _decide(request, name, asked, partial(_trace, with_changes=asked.changes))


def _decide(
    request: HttpRequest, name: str, asked: AskedIn, tell: Callable[[law.Outcome, law.Reform | None], Mapping[str, Any]]
) -> HttpResponse:
    _count(request, "law-api", MOST_BATCHES_PER_HOUR)
    law.get_law(name=name).rule(asked.rule)  # so that a name that means nothing is no fault of any case
    reforms = _each(asked.reforms, _read_reform, ReformsRefused)
    today = thai_day(at_of(request))

    def decide(_: int, case: CaseIn) -> Mapping[str, Any]:
        on = case.on or asked.on or today
        standing, *others = (
            tell(_outcome(f"{name}.{asked.rule}", case.facts, on, reform), reform) for reform in (None, *reforms)
        )
        named = ({"name": law.plain_text(reform.title), **other} for reform, other in zip(reforms, others, strict=True))
        return {**standing, "reforms": list(named)}

    return work_out_again(answer_json({"items": _each(asked.cases, decide, CasesRefused)}))


def _each(given: Sequence[T], work: Callable[[int, T], U], refusal: type[SalaError]) -> list[U]:
    """
    Work on each of several things; where any cannot be done, none is.

    :raises SalaError: the refusal, with the index of each that cannot be done and the reason.
    """
    done, errors = [], []
    for index, one in enumerate(given):
        try:
            done.append(work(index, one))
        except SalaError as problem:
            errors.append({"index": index, **told(problem)})
    if errors:
        refused = refusal(count=len(errors))
        refused.members = {"errors": errors}
        raise refused
    return done


def _read_reform(index: int, reform: Mapping[str, Any]) -> law.Reform:
    text = json.dumps(reform, ensure_ascii=False, indent=1)
    if len(text) > _LONGEST_REFORM or _is_deeper(reform, _DEEPEST_REFORM):
        raise ReformTooLong(most=_LONGEST_REFORM)
    return law.read_reform(text=text, name=str(index))


def _outcome(name: str, facts: Mapping[str, Any], on: date, reform: law.Reform | None) -> law.Outcome:
    if _is_deeper(facts, _DEEPEST_FACTS):
        raise FactsTooDeep(most=_DEEPEST_FACTS)
    return law.calculate(name=name, facts=facts, on=on, reform=reform)


def _is_deeper(value: object, levels: int) -> bool:
    """Say whether mappings and lists stand within each other more than some levels deep."""
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return levels < 0 or any(_is_deeper(part, levels - 1) for part in parts if isinstance(part, Mapping | list))


def _result(outcome: law.Outcome, _: law.Reform | None) -> Mapping[str, Any]:
    warnings = [law.plain_text(text) for text in law.warnings_of(outcome.used, outcome.on)]
    return {**law.plain_outcome(outcome), "warnings": warnings}


def _trace(outcome: law.Outcome, reform: law.Reform | None, *, with_changes: bool) -> Mapping[str, Any]:
    """Tell the way to an answer; what would change it is looked for under the law as it stands only."""
    return law.plain_explanation(law.Explanation(outcome), with_changes=with_changes and reform is None)


def _count(request: HttpRequest, what: str, at_most: int) -> None:
    who = str(actor_of(request).session or request.META.get("REMOTE_ADDR", ""))
    limits.count(what=what, who=who, at_most=at_most, within=limits.HOUR, at=at_of(request))


def _summary(found: law.Law) -> dict[str, Any]:
    return {
        "name": found.name,
        "title": law.plain_text(found.title),
        "digest": found.digest,
        "in_force_from": found.rates.in_force_from.isoformat(),
        "rules": list(found.rules),
    }


def _rule(rule: law.Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "entity": rule.form.entity,
        "type": law.plain_type(rule.form.returns),
        "holds": law.plain_text(rule.doc.holds),
        "citation": law.plain_citation(rule.citation),
        "facts": list(rule.facts),
    }


def _entity(entity: law.Entity) -> dict[str, Any]:
    facts = [
        {"path": fact.name, "words": law.plain_text(Text(*fact.words)), **law.plain_fact_type(fact)}
        for fact in entity.facts
    ]
    return {"name": entity.id, "facts": facts}
