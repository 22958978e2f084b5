"""What people asked and did not find, for whoever teaches the search: the lists, one question, and the mark that it is dealt with."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of, at_of, lang_of, render
from sala.infra.routes import actor_of, governed
from sala.kernel.days import thai_day

from . import asked


@require_safe
@governed(catalogue.teach_the_search)
def questions(request: HttpRequest) -> HttpResponse:
    """List questions without a good answer, first answers called wrong, or what was dealt with. Two statements at most."""
    by, lang, today = actor_of(request), lang_of(request), thai_day(at_of(request))
    wanted = asked.Wanted.read(request.GET, today)
    from_, until, settled = wanted.from_, wanted.until, wanted.show == "settled"
    unanswered: tuple[catalogue.Asked, ...] = ()
    misled: tuple[catalogue.Misled, ...] = ()
    if wanted.show != "wrong":
        unanswered = catalogue.list_asked(settled=settled, from_=from_, until=until, by=by)
    if wanted.show != "unanswered":
        misled = catalogue.list_misled(settled=settled, from_=from_, until=until, by=by)
    seldom = 0
    if wanted.show == "unanswered":
        seldom = catalogue.count_seldom_asked(from_=from_, until=until, by=by)
    return render(
        request,
        "desk/questions.html",
        wanted=wanted,
        tabs=asked.tabs_of(wanted, lang),
        weeks=asked.weeks_of(wanted, today, lang),
        unanswered=asked.asked_rows(unanswered, on=today, lang=lang),
        misled=asked.misled_rows(misled, lang),
        seldom=seldom,
        least_times=catalogue.LEAST_TIMES_SHOWN,
        days_kept=catalogue.DAYS_KEPT,
        marked=asked.number_of(request.GET.get("settled", "")),
    )


@require_safe
@governed(catalogue.teach_the_search)
def question(request: HttpRequest, question: int) -> HttpResponse:
    """Show what one question can teach the search. Four statements at most."""
    taught = catalogue.get_taught(question=question, by=actor_of(request))
    return render(
        request,
        "desk/question.html",
        taught=taught,
        lang_of_text=asked.lang_of_text(taught.question.text),
        weeks=asked.week_rows(taught, lang_of(request)),
        words=asked.word_rows(taught, lang_of(request)),
        back=address_of("desk-questions", lang=lang_of(request)),
    )


@require_POST
@governed(catalogue.teach_the_search)
def settle(request: HttpRequest, question: int) -> HttpResponse:
    """Mark a question as dealt with, or take the mark back, and go back to the list it was on."""
    by, today = actor_of(request), thai_day(at_of(request))
    wanted = asked.Wanted.read(request.POST, today)
    reopens = request.POST.get("do") == "reopen"
    if reopens:
        catalogue.reopen_question(question=question, by=by)
    else:
        catalogue.settle_question(question=question, by=by, on=today)
    back = wanted.query | ({} if reopens else {"settled": str(question)})
    return HttpResponseRedirect(f"{address_of('desk-questions', lang=lang_of(request))}?{urlencode(back)}", status=303)
