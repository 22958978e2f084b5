"""
Sala for assistants: a Model Context Protocol server of three tools that read the catalogue and ask the law.

It changes nothing, keeps nothing and logs nothing of what is asked: the facts of a check live as long as its answer.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Lang
from sala.kernel.errors import SalaError
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

from .checking import NothingToCheck, check_facts
from .telling import Plain, tell_card, tell_life_event, tell_service

_READS_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_INSTRUCTIONS = """\
Public services of the state, in Thai and English. Find a service by the person's own words, explain it, and where
`can_check` is true ask the law whether they qualify. Tell people what is marked `unverified`: the agency must confirm it.
Never send names, identity numbers or telephone numbers: no tool needs them.
"""


def make_server(*, today: Callable[[], date]) -> MCPServer[Any]:
    """Make the server; the clock is asked anew for each answer."""
    server: MCPServer[Any] = MCPServer("sala", title="Sala · ศาลา", instructions=_INSTRUCTIONS, log_level="CRITICAL")

    @server.tool(annotations=_READS_ONLY)
    def find_service(query: str, lang: Lang = "th") -> dict[str, Any]:
        """Find services by a person's own words, in Thai or English, best first; `life_event` is a journey that holds them."""
        return _refusing(lang, lambda: _find(query, lang, today()))

    @server.tool(annotations=_READS_ONLY)
    def explain_service(service: str, lang: Lang = "th") -> dict[str, Any]:
        """Tell who can have a service, what to bring, what it costs, how long it takes, where, each step and the law."""
        return _refusing(lang, lambda: tell_service(_get(service), lang, on=today()))

    @server.tool(annotations=_READS_ONLY)
    def check_eligibility(service: str, facts: dict[str, Any] | None = None, lang: Lang = "th") -> dict[str, Any]:
        """
        Ask the law whether a person can have a service: the answer with its reasons and sections, and what is still `needed`.

        Call it without `facts` first: `needed` names each fact with its question and type. A yes-no is true or false, a date
        is ISO 8601 (a date of birth may lack its day or month), anything else a number or one of the `options`.
        """
        return _refusing(lang, lambda: _check(service, facts or {}, lang, today()))

    return server


def _find(query: str, lang: Lang, on: date) -> Plain:
    """Search as the portal does: what could identify a person is taken out of the words first."""
    found = catalogue.search(query=catalogue.clean_query(query).text, on=on)
    event = catalogue.get_life_event(event_id=found.life_event) if found.life_event else None
    return {
        "life_event": tell_life_event(event, lang) if event else None,
        "services": [tell_card(service, lang) for service in found.services],
    }


def _get(name: str) -> Service | Guide:
    service = catalogue.find_public_service(slug=name)
    if service is None:
        raise catalogue.ServiceNotFound
    return service


def _check(name: str, facts: Plain, lang: Lang, on: date) -> Plain:
    service = _get(name)
    if not isinstance(service, Service):
        raise NothingToCheck(service=service.shown_name)
    return check_facts(service, facts, lang, on=on)


def _refusing(lang: Lang, answer: Callable[[], Plain]) -> Plain:
    """Give the answer; a refusal is told in the reader's language, as the protocol tells a tool's errors."""
    try:
        return answer()
    except SalaError as refusal:
        raise ToolError(refusal.text[lang]) from refusal
