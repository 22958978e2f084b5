"""The check "can I get it?": a form that stores nothing, needs no sign-in, and puts no answer into an address."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import governed
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import thai_day
from sala.kernel.errors import NotFound
from sala.kernel.policies import anyone
from sala.servicekit.answers import PageResult, Surroundings
from sala.servicekit.eligibility import list_questions, read_answers
from sala.servicekit.schema.facts import AskedFact
from sala.servicekit.schema.service import Service
from sala.ui.forms import FieldView, OptionView, PageView
from sala.ui.parts import LinkView

from .service import way_to
from .wording import paid_text

_NOT_SURE = "not-sure"
_ANSWERS = (
    ("yes", Text(th="ใช่", en="Yes")),
    ("no", Text(th="ไม่ใช่", en="No")),
    (_NOT_SURE, Text(th="ไม่แน่ใจ", en="Not sure")),
)
_PARTIAL_BIRTH = Text(
    th="เช่น 15 4 2505 ถ้าทะเบียนมีแต่ปีเกิด กรอกเฉพาะปี",
    en="For example 15 4 1962. If the register holds only a year, enter that Buddhist Era year alone, such as 2505",
)
_LONGEST_SHOWN_AGAIN = 500
_UNREAD = PageResult(values={}, typed={}, errors={}, wrong_parts={})


@require_http_methods(["GET", "HEAD", "POST"])
@governed(by=anyone)
def check_eligibility(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what the law needs to know, and say what follows from the answers."""
    lang, today = lang_of(request), thai_day(at_of(request))
    service = catalogue.get_service(slug=slug)
    if slug != service.shown_path:
        return redirect(request, "eligibility", slug=service.shown_path)
    if service.check is None:
        raise NotFound
    needs = catalogue.list_facts_needed(rule=service.check.by)
    read, checked = _UNREAD, None
    if request.method == "POST":
        raw = {name: [each for each in values if each != _NOT_SURE] for name, values in request.POST.lists()}
        around = Surroundings(today=today, areas=catalogue.get_pack().areas)
        read = read_answers(service, needs=needs, raw=raw, around=around)
        if not read.errors:
            checked = catalogue.check_eligibility(service=service, rule=service.check.by, values=read.values, on=today)
    return render(
        request,
        "citizen/eligibility.html",
        service=service,
        page=_page(list_questions(service, needs=needs), read, _typed(request), lang),
        checked=checked,
        paid=_paid(service, checked),
        today=today,
        way=_way(service, lang),
    )


def _typed(request: HttpRequest) -> dict[str, tuple[str, ...]]:
    return {name: tuple(value[:_LONGEST_SHOWN_AGAIN] for value in values) for name, values in request.POST.lists()}


def _page(
    questions: tuple[AskedFact, ...], read: PageResult, typed: Mapping[str, tuple[str, ...]], lang: Lang
) -> PageView:
    return PageView(title="", fields=tuple(_field(question, read, typed, lang) for question in questions))


def _field(question: AskedFact, read: PageResult, typed: Mapping[str, tuple[str, ...]], lang: Lang) -> FieldView:
    """Show one question. A yes or no may stay open; none is marked optional, because all of them are."""
    is_yes_no = question.type == "yes-no"
    offered = [(option.value, option.label) for option in question.options]
    hint = question.hint or (_PARTIAL_BIRTH if question.type == "date" and question.days == "past" else None)
    error = read.errors.get(question.id)
    return FieldView(
        name=question.id,
        type="one-of" if is_yes_no else question.type,
        label=question.label[lang],
        hint=hint[lang] if hint else "",
        error=error[lang] if error else "",
        parts_wrong=read.wrong_parts.get(question.id, frozenset()),
        typed=typed,
        unit=question.unit[lang] if question.unit else "",
        options=tuple(OptionView(value, label[lang]) for value, label in (_ANSWERS if is_yes_no else offered)),
    )


def _paid(service: Service, checked: catalogue.Checked | None) -> Text | None:
    if checked is None or checked.amount is None or service.gives is None:
        return None
    return paid_text(checked.amount, service.gives)


def _way(service: Service, lang: Lang) -> tuple[LinkView, ...]:
    address = address_of("service", lang=lang, slug=service.shown_path)
    return (*way_to(service, lang), LinkView(label=service.shown_name[lang], address=address))
