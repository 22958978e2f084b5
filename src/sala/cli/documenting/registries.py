"""What registered itself: every route with its policy, every event with its receivers, every job with its queue."""

import ast
import dataclasses
import importlib
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from sala.infra import jobs, outbox
from sala.infra.discovery import ROOT
from sala.kernel.policies import Policy

from .markdown import code, first_sentence, page, table


@dataclasses.dataclass(frozen=True, slots=True)
class Route:
    """One address, from the top, as it stands in Thai; the English one stands under `/en/`."""

    address: str
    name: str
    view: Any

    @property
    def policy(self) -> Policy[Any]:
        """The policy it named; `governed` put it on the view."""
        named: Policy[Any] = self.view.policy
        return named


def list_routes() -> list[Route]:
    """List every route by its address; the English twin of a page is left out."""
    found = (Route(f"/{address}", route.name or "", route.callback) for address, route in _walk(get_resolver(), ""))
    return sorted((route for route in found if not route.address.startswith("/en/")), key=lambda route: route.address)


def list_events() -> list[type]:
    """List every event that is published anywhere, by its name: the argument of each `publish` in a domain."""
    files = (file for file in ROOT.glob("domains/**/*.py") if "tests" not in file.parts)
    found = {name for file in files for name in _published_in(file.read_text("utf-8"))}
    events = [_find_event(name) for name in sorted(found)]
    return sorted(events, key=lambda event: (event.__module__, event.__name__))


def list_tasks() -> dict[str, Task[Any, Any, Any]]:
    """List every job of Sala by its name."""
    return {name: task for name, task in sorted(app.tasks.items()) if name.startswith("sala.")}


def routes_page() -> str:
    """Write `routes.md`."""
    routes = list_routes()
    rows = [
        (
            code(each.address),
            code(each.name) if each.name else "",
            _name(each.policy),
            first_sentence(each.view.__doc__),
        )
        for each in routes
    ]
    policies = {_name(each.policy): first_sentence(each.policy.allows.__doc__) for each in routes}
    return page(
        "Routes",
        "Every address and who may call it. A page stands at its address in Thai, and under `/en/` in English. Many pages\n"
        "ask a narrower policy again once they know the case or document they show: the policy here is asked first.",
        table(("Address", "Name", "Policy", "What it does"), rows),
        table(("Policy", "What it does"), sorted(policies.items())),
    )


def events_page() -> str:
    """Write `events.md`."""
    parts = [_describe_event(event) for event in list_events()]
    return page(
        "Events",
        "What a domain tells those above it, in the transaction that made it so; a job delivers it after the commit.\n"
        "An event carries ids, codes, times and amounts: never a name, an identity number or what a person told us.",
        *parts,
    )


def tasks_page() -> str:
    """Write `tasks.md`."""
    rows = [
        (code(name), code(task.queue), _name(jobs.policies[name]), first_sentence(task.func.__doc__))
        for name, task in list_tasks().items()
    ]
    return page(
        "Background jobs",
        f"Every job, its queue and who may do it. One worker process serves the queues: {', '.join(jobs.QUEUES)}.\n"
        "A job that fails is done again with growing pauses; one whose worker died is taken up by the next.",
        table(("Job", "Queue", "Policy", "What it does"), rows),
    )


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, address)
        else:
            yield address, entry


def _name(policy: Policy[Any]) -> str:
    return code(policy.name.removeprefix("sala."))


def _published_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="publish"), args=[ast.Call(func=ast.Name(id=name))]):
                yield name


def _find_event(name: str) -> type:
    for contracts in sorted(ROOT.glob("domains/*/contracts.py")):
        module = importlib.import_module(f"sala.domains.{contracts.parent.name}.contracts")
        if (found := vars(module).get(name)) is not None:
            event: type = found
            return event
    raise LookupError(f"{name} is published, and stands in no domain's contracts.py")


def _describe_event(event: type) -> str:
    full_name = f"{event.__module__}.{event.__qualname__}"
    receivers = [f"{each.__module__}.{each.__qualname__}" for each in outbox.receivers_of(event)]
    fields = table(("Field", "Type"), ((code(each.name), code(_type(each.type))) for each in dataclasses.fields(event)))
    heard = ", ".join(code(name.removeprefix("sala.")) for name in receivers) or "nobody yet"
    return (
        f"## {event.__name__}\n\n{first_sentence(event.__doc__)}\n{code(full_name)}\n\n{fields}\n\nReceived by: {heard}"
    )


def _type(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint).replace("uuid.", "").replace("datetime.", "")
