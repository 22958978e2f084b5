"""The simulations of an agency: the list, one as it runs and what it found, its table to take away, its end."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from sala.domains.law import public as law
from sala.infra.pages import address_of, at_of, lang_of, redirect, render
from sala.infra.routes import actor_of, governed

from . import listing, tables
from .results import Wanted, result_view


@require_safe
@governed(law.simulate)
def simulations(request: HttpRequest) -> HttpResponse:
    """List the simulations of the policy maker's agency, newest first. One statement."""
    lang, by = lang_of(request), actor_of(request)
    after = request.GET.get("after", "")
    page = law.list_simulations(by=by, after=after or None)
    return render(
        request,
        "cockpit/simulations.html",
        rows=listing.rows_of(page.items, by=by, lang=lang),
        pages=listing.pages_of(page, lang),
        is_first=not after,
        is_deleted="deleted" in request.GET,
    )


@require_safe
@governed(law.simulate)
def simulation(request: HttpRequest, simulation: UUID) -> HttpResponse:
    """Show how far a simulation has come, or what it found."""
    lang = lang_of(request)
    found = law.get_simulation(simulation=simulation, by=actor_of(request))
    common: dict[str, Any] = {
        "simulation": found,
        "title": listing.title_of(found, lang),
        "options": listing.options_of(found, lang),
    }
    if found.findings is None:
        return render(request, "cockpit/waiting.html", progress=listing.progress_of(found), **common)
    wanted = Wanted.read(request.GET, found.plan, found.findings)
    return render(request, "cockpit/result.html", result=result_view(found, found.findings, wanted, lang), **common)


@require_safe
@governed(law.simulate)
def table(request: HttpRequest, simulation: UUID) -> HttpResponse:
    """Hand over everything that a simulation found as a table for a spreadsheet."""
    found = law.get_simulation(simulation=simulation, by=actor_of(request))
    if found.findings is None:
        return redirect(request, "cockpit-simulation", simulation=simulation)
    response = HttpResponse(
        tables.write(found, found.findings, lang_of(request)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="simulation-{found.id}.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@governed(law.simulate)
def delete(request: HttpRequest, simulation: UUID) -> HttpResponse:
    """Ask whether to delete a simulation, and do it."""
    lang, by = lang_of(request), actor_of(request)
    if request.method == "POST":
        law.delete_simulation(simulation=simulation, by=by, at=at_of(request))
        response = redirect(request, "cockpit")
        response.headers["Location"] += "?deleted"
        return response
    found = law.get_simulation(simulation=simulation, by=by)
    return render(
        request,
        "cockpit/delete.html",
        simulation=found,
        title=listing.title_of(found, lang),
        options=listing.options_of(found, lang),
        back=address_of("cockpit-simulation", lang=lang, simulation=simulation),
    )
