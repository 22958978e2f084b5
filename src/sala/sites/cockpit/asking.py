"""The first two pages of asking for a simulation: the rules to count, and the numbers of theirs to move."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sala.domains.law import public as law
from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import governed
from sala.kernel.days import thai_day
from sala.ui.forms import ErrorView

from . import moving
from .phrases import say

_MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick; `warnings` are what is not sure about it."""

    value: str
    label: str
    hints: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What is listed together, under a heading unless it is the only group."""

    heading: str
    options: tuple[Option, ...]


@require_safe
@governed(law.simulate)
def rules(request: HttpRequest) -> HttpResponse:
    """Ask which rules to count."""
    lang = lang_of(request)
    chosen = tuple(request.GET.getlist("rule"))
    error = say("cockpit.rules-missing", lang) if _MISSING in request.GET else ""
    options = tuple(
        Option(value=each.rule, label=each.law[lang], hints=(each.sentence.fill(value="…")[lang],))
        for each in law.list_measures()
    )
    return _choose(request, "rules", "rule", (Group("", options),), chosen, error)


@require_safe
@governed(law.simulate)
def numbers(request: HttpRequest) -> HttpResponse:
    """Ask which of the numbers that the rules read are to be moved."""
    lang, today = lang_of(request), thai_day(at_of(request))
    chosen = tuple(dict.fromkeys(request.GET.getlist("rule")))
    if not chosen or not is_known(chosen):
        return back_to_rules(request)
    picked = tuple(request.GET.getlist("number"))
    error = say("cockpit.numbers-missing", lang, most=law.MOST_NUMBERS) if _MISSING in request.GET else ""
    found = law.list_numbers(rules=chosen, on=today)
    groups = _grouped([moving.number_view(each, today=today, lang=lang) for each in found])
    return _choose(request, "numbers", "number", groups, picked, error, rules=chosen)


def _grouped(views: Sequence[moving.NumberView]) -> tuple[Group, ...]:
    """List numbers law by law, those that are moved most first."""
    laws = dict.fromkeys(view.law for view in views)
    ordered = sorted(views, key=lambda view: not view.is_often_moved)
    return tuple(
        Group(
            heading=name,
            options=tuple(
                Option(value=view.name, label=view.label, hints=view.now, warnings=view.warnings)
                for view in ordered
                if view.law == name
            ),
        )
        for name in laws
    )


def is_known(rules: Sequence[str]) -> bool:
    """Say whether every one of some rules can be counted."""
    return set(rules) <= {each.rule for each in law.list_measures()}


def back_to_rules(request: HttpRequest) -> HttpResponse:
    """Go back to the first page, where a rule is to be chosen."""
    response = redirect(request, "cockpit-rules")
    response.headers["Location"] += f"?{_MISSING}"
    return response


def back_to_numbers(request: HttpRequest, rules: Sequence[str], numbers: Sequence[str]) -> HttpResponse:
    """Go back to the second page, where numbers are to be chosen, not too many of them."""
    response = redirect(request, "cockpit-numbers")
    response.headers["Location"] += f"?{urlencode({'rule': rules, 'number': numbers, _MISSING: '1'}, doseq=True)}"
    return response


def _choose(
    request: HttpRequest,
    page: str,
    field: str,
    groups: tuple[Group, ...],
    chosen: Sequence[str],
    error: str,
    *,
    rules: Sequence[str] = (),
) -> HttpResponse:
    """Draw a page on which several of a list are ticked; it is sent by GET, so it can be linked to and come back to."""
    lang = lang_of(request)
    goes_to = {"rules": "cockpit-numbers", "numbers": "cockpit-values"}[page]
    back = address_of("cockpit-rules" if rules else "cockpit", lang=lang)
    return render(
        request,
        "cockpit/choose.html",
        title=say(f"cockpit.title-{page}", lang),
        hint=say(f"cockpit.hint-{page}", lang, most=law.MOST_NUMBERS),
        errors=(ErrorView(anchor=f"{field}-1", message=error),) if error else (),
        field=field,
        groups=groups,
        chosen=chosen,
        rules=rules,
        step=("rules", "numbers").index(page) + 1,
        action=address_of(goes_to, lang=lang),
        back=f"{back}?{urlencode({'rule': rules}, doseq=True)}" if rules else back,
    )
