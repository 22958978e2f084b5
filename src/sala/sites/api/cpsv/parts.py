"""What a service consists of: its channels, cost, documents, results and the moments of life it belongs to."""

from collections.abc import Iterator
from datetime import date

from sala.domains.registries import public as registries
from sala.kernel.bilingual import LANGS
from sala.servicekit import Pack
from sala.servicekit.schema.facts import Document
from sala.servicekit.schema.offer import Channel, Clock, Fee, Issued
from sala.servicekit.schema.public_service import Guide, PublicService
from sala.servicekit.wording import fee_text
from sala.sites.citizen.wording import hours_text
from sala.sites.uris import page, uri

from .authorities import hours_node, name_agency, name_authority
from .graph import Graph, Node, said, trust

_BAHT = "http://publications.europa.eu/resource/authority/currency/THB"
_THEMES = "http://publications.europa.eu/resource/authority/data-theme/"
_LANGUAGES = {"th": "THA", "en": "ENG"}
_LENGTHS = {"minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D", "working-days": "P{}D"}


def channel_node(service: PublicService, number: int, channel: Channel, graph: Graph) -> Node:
    """Tell of one way to use the service."""
    named = f"{uri('service', service.shown_path)}#channel-{number}"
    hours = channel.hours or service.hours
    return {
        "@id": named,
        "@type": "Channel",
        "identifier": named,
        "kind": name_concept("channel", channel.kind, graph),
        **({"description": said(channel.where)} if channel.where else {}),
        **_reached_at(service, channel, graph),
        **({"openingHours": hours_node(hours_text(hours), named=f"{named}-hours")} if hours else {}),
        **trust(channel),
    }


def list_costs(service: PublicService, pack: Pack, graph: Graph, *, on: date) -> Iterator[Node]:
    """Tell what is paid: one amount for all, or each that a local ordinance in force states; nothing where nobody knows."""
    named, fee = f"{uri('service', service.shown_path)}#cost", service.fee
    if fee.amount is not None or fee.note:
        yield _cost(named, fee, graph)
    elif fee.set_by:
        yield {**_cost(named, fee, graph), "definedBy": name_authority(service.agency, pack, graph)}
        for place in pack.localities:
            local = pack.get_fee(service=service.slug, locality=place, on=on)
            if local.amount is not None:
                yield {**_cost(f"{named}-{place}", local, graph), "definedBy": name_agency(place, pack, graph)}


def evidence_node(service: PublicService, document: Document, pack: Pack, graph: Graph) -> Node:
    """Tell of a document that is shown, or that the agency fetches itself. Its type is one name in every service."""
    named = f"{uri('service', service.shown_path)}#document-{document.id}"
    fetched = registries.get_register(name=document.fetched_from).label if document.fetched_from else None
    return {
        "@id": named,
        "@type": "Evidence",
        "identifier": named,
        "title": said(document.label),
        "conformsTo": name_document_type(document.id, graph),
        **({"description": said(document.when_words)} if document.when_words else {}),
        **({"issuedBy": name_agency(document.issuer, pack, graph)} if document.issuer else {}),
        **({"fetchedFrom": said(fetched)} if fetched else {}),
        **({"originals": document.originals} if document.originals else {}),
        **({"copies": document.copies} if document.copies else {}),
        **trust(document),
    }


def output_node(service: PublicService, issued: Issued, graph: Graph) -> Node:
    """Tell of a document that the service issues, by the same type under which other services ask for it."""
    named = f"{uri('service', service.shown_path)}#issues-{issued.id}"
    return {
        "@id": named,
        "@type": "Output",
        "identifier": named,
        "title": said(issued.label),
        "kind": name_document_type(issued.id, graph),
    }


def name_life_event(event: str, pack: Pack, graph: Graph) -> str:
    """Tell of a moment of life, or of a business."""
    declared, named = pack.life_events[event], uri("life-event", event)
    return graph.name(
        {
            "@id": named,
            "@type": ["Event", "BusinessEvent" if declared.of == "business" else "LifeEvent"],
            "identifier": named,
            "title": said(declared.label),
            "description": said(declared.summary),
            "page": pages_of("life-event", graph, event=event),
        }
    )


def name_document_type(document: str, graph: Graph) -> str:
    """Name a type of document; what one service issues and another asks for is one type."""
    named = uri("document", document)
    return graph.name(
        {
            "@id": named,
            "@type": ["EvidenceType", "Concept"],
            "identifier": named,
            "notation": document,
            "evidenceClass": named,
        }
    )


def name_theme(topic: str, pack: Pack, graph: Graph) -> str:
    """Name a topic by the theme under which other catalogues list what it holds."""
    return graph.name({"@id": f"{_THEMES}{pack.topics[topic].theme}", "@type": "Concept"})


def name_concept(scheme: str, code: str, graph: Graph) -> str:
    """Name a value of one of our own short lists."""
    return graph.name({"@id": uri(scheme, code), "@type": "Concept", "notation": code})


def pages_of(route: str, graph: Graph, **arguments: object) -> list[str]:
    """Name a page in each language."""
    addresses = ((lang, page(route, lang=lang, **arguments)) for lang in LANGS)
    return [
        graph.name({"@id": address, "@type": "Document", "inLanguage": name_language(lang, graph)})
        for lang, address in addresses
    ]


def name_language(lang: str, graph: Graph) -> str:
    """Name a language as the vocabulary's own list does."""
    named = f"http://publications.europa.eu/resource/authority/language/{_LANGUAGES[lang]}"
    return graph.name({"@id": named, "@type": "LinguisticSystem"})


def time_of(clock: Clock) -> Node:
    """
    Tell the time limit as a duration; nothing where nobody has found one.

    A duration cannot count working days, so `countedIn` says that its days are those: it is longer on a wall calendar.
    """
    if clock.length is None:
        return {}
    counted = {"countedIn": clock.unit} if clock.unit == "working-days" else {}
    return {"processingTime": _LENGTHS[clock.unit].format(clock.length), **counted}


def _reached_at(service: PublicService, channel: Channel, graph: Graph) -> Node:
    """Tell the page, number or name under which a channel is reached; the web of what is applied for here is here."""
    if channel.to is None:
        is_here = channel.kind == "web" and not isinstance(service, Guide)
        return {"page": pages_of("service", graph, slug=service.shown_path)} if is_here else {}
    if channel.to.startswith("https://"):
        return {"page": graph.name({"@id": channel.to, "@type": "Document"})}
    return {"contact": channel.to}


def _cost(named: str, fee: Fee, graph: Graph) -> Node:
    amount = {}
    if fee.amount is not None:
        currency = graph.name({"@id": _BAHT, "@type": "Concept", "notation": "THB"})
        amount = {"value": str(fee.amount.amount), "currency": currency}
    return {
        "@id": named,
        "@type": "Cost",
        "identifier": named,
        "description": said(fee.note or fee_text(fee)),
        **amount,
        **trust(fee),
    }
