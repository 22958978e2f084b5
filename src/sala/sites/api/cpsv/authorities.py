"""Who is in charge: the agencies as a tree, and the local authorities, with where each acts and how to reach it."""

from sala.kernel.bilingual import Text
from sala.servicekit import Pack
from sala.servicekit.schema.country import Agency, Locality
from sala.servicekit.schema.offer import Contact
from sala.servicekit.schema.public_service import AgencyRef
from sala.sites.citizen.wording import agency_group_text, hours_text
from sala.sites.uris import uri

from .graph import Graph, Node, said, trust

_LOCAL = "local-authorities"
_PROVINCE_DIGITS = 2


def name_authority(agency: AgencyRef, pack: Pack, graph: Graph) -> str:
    """Tell of who is in charge of a service: an agency, or the local authorities together, each where it acts."""
    if agency.code:
        return name_agency(agency.code, pack, graph)
    return _name_local_authorities(agency, pack, graph)


def name_agency(code: str, pack: Pack, graph: Graph) -> str:
    """Tell of an agency or a local authority by its code, and of those it is part of."""
    named = uri("agency", code)
    if named in graph:
        return named
    declared = pack.agencies.get(code)
    return graph.name(_agency(declared, pack, graph) if declared else _locality(pack.localities[code], pack, graph))


def contact_node(contact: Contact, *, named: str, graph: Graph) -> Node | None:
    """Tell whom to ask; None where the declaration leaves it to each local authority."""
    told = {
        **({"telephone": contact.phone} if contact.phone else {}),
        **({"email": contact.email} if contact.email else {}),
        **({"contactPage": _web_page(contact.url, graph)} if contact.url else {}),
        **({"title": said(contact.name)} if contact.name else {}),
    }
    if not told:
        return None
    hours = {"openingHours": hours_node(hours_text(contact.hours), named=f"{named}-hours")} if contact.hours else {}
    return {"@id": named, "@type": "ContactPoint", **told, **hours, **trust(contact)}


def hours_node(hours: Text, *, named: str) -> Node:
    """Tell of opening hours in words."""
    return {"@id": named, "@type": "TemporalEntity", "description": said(hours)}


def place_node(pack: Pack, province: str | None = None) -> Node:
    """Tell of the country, or of one of its provinces by the code of the Ministry of Interior."""
    if province is None:
        return {"@id": uri("place", pack.head.pack), "@type": "Location", "title": said(pack.head.name)}
    name = pack.areas.provinces.get(province)
    return {"@id": uri("place", province), "@type": "Location", **({"title": said(name)} if name else {})}


def _agency(agency: Agency, pack: Pack, graph: Graph) -> Node:
    node = _organisation(agency.id, agency.label, graph.name(place_node(pack)))
    if agency.parent:
        node["partOfOrganisation"] = name_agency(agency.parent, pack, graph)
    contact = Contact(phone=agency.phone, url=agency.url, unverified=agency.unverified)
    return _reached_by(node, contact, graph)


def _locality(locality: Locality, pack: Pack, graph: Graph) -> Node:
    place = graph.name(place_node(pack, locality.sub_districts[0][:_PROVINCE_DIGITS]))
    return _reached_by(_organisation(locality.id, locality.label, place), locality.contact, graph)


def _name_local_authorities(agency: AgencyRef, pack: Pack, graph: Graph) -> str:
    """Tell of the local authorities together, and of each that the pack knows as one of them."""
    together = uri("agency", _LOCAL)
    if together not in graph:
        place = graph.name(place_node(pack))
        graph.name(_organisation(_LOCAL, agency_group_text(agency, pack), place))
        for locality in pack.localities.values():
            graph.put({**_locality(locality, pack, graph), "memberOf": together})
    return together


def _organisation(code: str, label: Text, place: str) -> Node:
    named = uri("agency", code)
    return {
        "@id": named,
        "@type": ["PublicOrganisation", "Organization", "Agent"],
        "identifier": named,
        "label": said(label),
        "title": said(label),
        "place": place,
    }


def _reached_by(node: Node, contact: Contact, graph: Graph) -> Node:
    reached = contact_node(contact, named=f"{node['@id']}#contact", graph=graph)
    return {**node, "contactPoint": reached} if reached else node


def _web_page(address: str, graph: Graph) -> str:
    return graph.name({"@id": address, "@type": "Document"})
