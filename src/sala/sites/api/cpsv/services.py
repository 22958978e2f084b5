"""A service, and the catalogue that holds it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sala.kernel.bilingual import LANGS, Text
from sala.servicekit import Pack
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.sites.uris import CATALOGUE, site, uri

from . import laws, parts
from .authorities import contact_node, name_agency, name_authority, place_node
from .graph import Graph, Node, said

_TITLE = Text(th="บริการของรัฐ: {country}", en="Public services of {country}")
_DESCRIPTION = Text(
    th="บริการของรัฐทุกเรื่องที่เว็บไซต์นี้รู้จัก ทั้งที่ยื่นคำขอที่นี่ได้ และที่อธิบายไว้แล้วไปทำที่อื่น",
    en="Every public service that this site knows: those applied for here, and those explained here and done elsewhere",
)
_PUBLISHER = Text(th="ศาลา", en="Sala")


def tell_service(service: PublicService, pack: Pack, *, on: date) -> Mapping[str, Any]:
    """Tell of one service, and of everything it names."""
    graph = Graph()
    graph.put(_service(service, pack, graph, on=on))
    return graph.document


def tell_catalogue(
    services: Sequence[PublicService], pack: Pack, *, on: date, next_page: str | None
) -> Mapping[str, Any]:
    """Tell of the catalogue, and of these of its services in full; `next_page` is the path of those that follow."""
    graph = Graph()
    catalogue = graph.put(_catalogue(pack, graph))
    for service in services:
        graph.put(_service(service, pack, graph, on=on))
    held = [uri("service", service.shown_path) for service in services]
    view = (
        {"@id": f"{catalogue}#page", "@type": "PartialCollectionView", "next": site(next_page)} if next_page else None
    )
    graph.put({**_catalogue(pack, graph), "hasPart": held, **({"view": view} if view else {})})
    return graph.document


def tell_agency(code: str, services: Sequence[PublicService], pack: Pack) -> Mapping[str, Any]:
    """Tell of an agency, of those it is part of, and of the services it is in charge of."""
    graph = Graph()
    name_agency(code, pack, graph)
    for service in services:
        if service.agency.code == code:
            graph.name(_card(service, pack, graph))
    return graph.document


def _catalogue(pack: Pack, graph: Graph) -> Node:
    publisher = uri("catalogue", "publisher")
    graph.name({"@id": publisher, "@type": "Agent", "identifier": publisher, "title": said(_PUBLISHER)})
    return {
        "@id": uri("catalogue", pack.head.pack),
        "@type": "Dataset",
        "title": said(_TITLE.fill(country=pack.head.name)),
        "description": said(_DESCRIPTION),
        "publisher": publisher,
        "landingPage": parts.pages_of("services", graph),
        "page": site(CATALOGUE),
    }


def _service(service: PublicService, pack: Pack, graph: Graph, *, on: date) -> Node:
    """Tell of a service in full; a discreet one tells no more than a card does."""
    card = _card(service, pack, graph)
    if service.discreet:
        return card
    contact = contact_node(service.contact, named=f"{card['@id']}#contact", graph=graph)
    return {
        **card,
        "description": said(service.summary),
        "keyword": {lang: list(service.search[lang]) for lang in LANGS},
        "audience": _audience(service, graph),
        **({"theme": parts.name_theme(service.topic, pack, graph)} if service.topic else {}),
        "groupedBy": [parts.name_life_event(event, pack, graph) for event in service.life_events],
        "relatedService": [
            graph.name(_card(one, pack, graph)) for slug in service.related if (one := pack.find_service(slug))
        ],
        **parts.time_of(service.within),
        "hasChannel": [
            parts.channel_node(service, number, channel, graph)
            for number, channel in enumerate(service.channels, start=1)
        ],
        "hasCost": list(parts.list_costs(service, pack, graph, on=on)),
        "hasInput": [parts.evidence_node(service, document, pack, graph) for document in service.documents],
        "hasInputType": [parts.name_document_type(document.id, graph) for document in service.documents],
        "produces": [parts.output_node(service, issued, graph) for issued in service.issues],
        "follows": laws.name_rules(service, graph),
        "legalResource": laws.list_acts(service, graph),
        "holdsRequirement": list(laws.list_requirements(service, graph)),
        **({"contactPoint": contact} if contact else {}),
        **({} if isinstance(service, Guide) else {"inLanguage": [parts.name_language(one, graph) for one in LANGS]}),
    }


def _card(service: PublicService, pack: Pack, graph: Graph) -> Node:
    """Tell of a service as another names it, by the name it bears in public."""
    named = uri("service", service.shown_path)
    return {
        "@id": named,
        "@type": "PublicService",
        "identifier": named,
        "title": said(service.shown_name),
        "description": said(service.shown_name if service.discreet else service.summary),
        "competentAuthority": name_authority(service.agency, pack, graph),
        "place": graph.name(place_node(pack)),
        "classifiedBy": [
            *([] if service.discreet else [parts.name_concept("kind", service.kind, graph)]),
            parts.name_concept("level", service.level, graph),
        ],
        "partOf": graph.name(_catalogue(pack, graph)),
        "page": parts.pages_of("service", graph, slug=service.shown_path),
    }


def _audience(service: PublicService, graph: Graph) -> str:
    named = f"{uri('service', service.shown_path)}#audience"
    return graph.name({"@id": named, "@type": "Concept", "label": said(service.for_whom)})
