"""The third page of asking for a simulation: the values to try, in up to five options."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sala.domains.law import public as law
from sala.infra.pages import at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed
from sala.kernel.bilingual import Lang
from sala.kernel.days import thai_day
from sala.kernel.errors import SalaError
from sala.kernel.unique import uuid7
from sala.ui.forms import ErrorView, FieldView

from . import moving
from .asking import back_to_numbers, back_to_rules, is_known
from .draft import Draft, control, place_of, uuid_of
from .phrases import say

Errors = Mapping[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
@governed(law.simulate)
def values(request: HttpRequest) -> HttpResponse:
    """Ask for the values to try, in up to five options; a button without a name of its own starts the simulation."""
    draft = Draft.read(request.POST) if request.method == "POST" else _begin(request)
    if not draft.rules or not is_known(draft.rules):
        return back_to_rules(request)
    if not 0 < len(draft.numbers) <= law.MOST_NUMBERS:
        return back_to_numbers(request, draft.rules, draft.numbers)
    found = {each.name: each for each in law.list_numbers(rules=draft.rules, on=thai_day(at_of(request)))}
    if set(draft.numbers) - found.keys():
        return back_to_numbers(request, draft.rules, draft.numbers)
    do = request.POST.get("do", "run") if request.method == "POST" else "look"
    if do != "run":
        return _show(request, _changed(draft, do, found), found, {})
    return _run(request, draft, found)


def _run(request: HttpRequest, draft: Draft, found: Mapping[str, law.Number]) -> HttpResponse:
    lang = lang_of(request)
    given, errors = _read(draft, found, lang)
    if not errors:
        try:
            started = law.start_simulation(
                asked=draft.asked or uuid7(at_of(request)),
                name=draft.name,
                rules=draft.rules,
                from_=draft.read_day(),
                alternatives=given,
                by=actor_of(request),
                at=at_of(request),
            )
            return redirect(request, "cockpit-simulation", simulation=started.id)
        except law.NothingMoved as refused:
            errors = {control(int(str(refused.values["number"])), 0): refused.text[lang]}
        except SalaError as refused:
            errors = {"from": refused.text[lang]}
    return _show(request, draft, found, errors)


def _read(
    draft: Draft, found: Mapping[str, law.Number], lang: Lang
) -> tuple[list[dict[str, law.Value]], dict[str, str]]:
    """Read every value of every option, and name by its control what cannot be read."""
    errors: dict[str, str] = {}
    options: list[dict[str, law.Value]] = []
    try:
        draft.read_day()
    except SalaError as refused:
        errors["from"] = refused.text[lang]
    for option in range(1, len(draft.options) + 1):
        values: dict[str, law.Value] = {}
        for place, name in enumerate(draft.numbers):
            try:
                values[name] = law.read_typed(draft.typed(option, name), found[name])
            except SalaError as refused:
                errors[control(option, place)] = refused.text[lang]
        options.append(values)
    return options, errors


def _changed(draft: Draft, do: str, found: Mapping[str, law.Number]) -> Draft:
    """Do what a button of the form asks of the form itself; a button that it does not have does nothing."""
    what, *typed = do.split("-")
    if what == "add":
        return draft.with_option()
    places = [place for each in typed if (place := place_of(each)) is not None]
    if not places or len(places) < len(typed):
        return draft
    option, *rest = places
    if not 1 <= option <= len(draft.options):
        return draft
    if what == "drop":
        return draft.without_option(option)
    if not rest or rest[0] >= len(draft.numbers):
        return draft
    name = draft.numbers[rest[0]]
    if what in ("less", "more"):
        return moving.stepped(draft, found[name], option=option, up=what == "more")
    if what == "row":
        return moving.with_row(draft, name, option=option)
    if what == "cut" and len(rest) > 1:
        return moving.without_row(draft, name, option=option, row=rest[1])
    return draft


def _show(request: HttpRequest, draft: Draft, found: Mapping[str, law.Number], errors: Errors) -> HttpResponse:
    lang, today = lang_of(request), thai_day(at_of(request))
    chosen = [found[name] for name in draft.numbers]
    day = FieldView(
        name="from",
        type="date",
        label=say("cockpit.from", lang),
        hint=say("cockpit.from-hint", lang),
        error=errors.get("from", ""),
        typed=draft.from_,
    )
    options = [
        [
            moving.mover_view(
                draft, number, option=option, error=errors.get(control(option, place), ""), today=today, lang=lang
            )
            for place, number in enumerate(chosen)
        ]
        for option in range(1, len(draft.options) + 1)
    ]
    return render(
        request,
        "cockpit/values.html",
        draft=draft,
        name_field=FieldView(
            name="name",
            type="text",
            label=say("cockpit.name", lang),
            hint=say("cockpit.name-hint", lang),
            typed={"name": (draft.name,)},
            required=False,
        ),
        day=day,
        options=options,
        measures=[each for each in law.list_measures() if each.rule in draft.rules],
        errors=_summary(day, options),
        may_add=len(draft.options) < law.MOST_ALTERNATIVES,
        query=urlencode({"rule": draft.rules, "number": draft.numbers}, doseq=True),
    )


def _begin(request: HttpRequest) -> Draft:
    """Begin a form: with the numbers that were chosen, or with what an earlier simulation was asked."""
    lang, today = lang_of(request), thai_day(at_of(request))
    asked = uuid7(at_of(request))
    if again := uuid_of(request.GET.get("again", "")):
        earlier = law.get_simulation(simulation=again, by=actor_of(request))
        known = [rule for rule in earlier.plan.rules if is_known([rule])]
        return Draft.again(earlier, asked=asked, numbers=law.list_numbers(rules=known, on=today), lang=lang)
    rules = tuple(dict.fromkeys(request.GET.getlist("rule")))
    wanted = set(request.GET.getlist("number"))
    listed = law.list_numbers(rules=rules, on=today) if is_known(rules) else ()
    chosen = [number for number in listed if number.name in wanted]
    return Draft.fresh(asked=asked, rules=rules, numbers=chosen, today=today, lang=lang)


def _summary(day: FieldView, options: Sequence[Sequence[moving.MoverView]]) -> tuple[ErrorView, ...]:
    """List what is wrong in the order of the page."""
    wrong = [ErrorView(anchor=day.anchor, message=day.error)] if day.error else []
    movers = (mover for option in options for mover in option if mover.error)
    return (*wrong, *(ErrorView(anchor=mover.anchor, message=mover.error) for mover in movers))
