"""What a service says of itself, gathered in both languages by the fields of the search index."""

from collections.abc import Iterable

from sala.kernel.bilingual import LANGS, Text
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide, PublicService


def texts_of(service: PublicService, pack: Pack) -> dict[str, str]:
    """Gather the texts of a service, by the fields of the index."""
    return {
        "name": _both([service.name, *([service.neutral.name] if service.neutral else [])]),
        "called": "\n".join([*service.search.th, *service.search.en]),
        "issues": _both(issued.label for issued in service.issues),
        "summary": _both([service.summary, service.for_whom]),
        "body": "\n".join([_explained(service), _both(_around(service, pack)), _about(service, pack)]),
        "papers": _both(document.label for document in service.documents),
    }


def _explained(service: PublicService) -> str:
    """Give what only a service that is done elsewhere explains on its page."""
    return _both(one.label for one in (*service.requirements, *service.steps)) if isinstance(service, Guide) else ""


def _around(service: PublicService, pack: Pack) -> Iterable[Text]:
    """Give what it belongs to: the moments of life, and the agency in charge."""
    yield from (pack.life_events[event].label for event in service.life_events)
    if service.agency.code is not None:
        yield pack.get_name(service.agency.code)


def _about(service: PublicService, pack: Pack) -> str:
    return "\n".join(filter(None, (pack.folders[service.slug].words("about", lang) for lang in LANGS)))


def _both(texts: Iterable[Text]) -> str:
    return "\n".join(f"{text.th}\n{text.en}" for text in texts)
