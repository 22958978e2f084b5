"""
What search engines are told of a service on its page, in the words of schema.org.

They repeat a fee or a time without its marks, so what nobody has verified is left out here; a discreet service tells its
neutral name only. Source: schema.org, GovernmentService and BreadcrumbList.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sala.kernel.bilingual import Lang
from sala.servicekit import Pack
from sala.servicekit.schema.offer import Channel, Clock, Fee, Hours, Weekday
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.schema.service import Service
from sala.sites.uris import page, site, uri
from sala.ui.parts import LinkView

from .wording import agency_group_text

Node = dict[str, Any]
_DAYS: Mapping[Weekday, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_LENGTHS = {"minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D"}


def structured_data(service: PublicService, pack: Pack, way: Sequence[LinkView], lang: Lang) -> Mapping[str, Any]:
    """Tell of a service and of the way to its page, in the language of the page."""
    return {
        "@context": "https://schema.org",
        "@graph": [_service(service, pack, lang), _breadcrumbs(service, way, lang)],
    }


def _service(service: PublicService, pack: Pack, lang: Lang) -> Node:
    node = {
        "@type": "GovernmentService",
        "@id": uri("service", service.shown_path),
        "name": service.shown_name[lang],
        "url": page("service", lang=lang, slug=service.shown_path),
        "provider": _provider(service, pack, lang),
        "areaServed": {"@type": "Country", "name": pack.head.name[lang]},
    }
    if service.discreet:
        return node
    return {
        **node,
        "description": service.summary[lang],
        "audience": {"@type": "Audience", "audienceType": service.for_whom[lang]},
        "availableChannel": [_channel(service, one, lang) for one in service.channels if not one.unverified],
        **({"hoursAvailable": _hours(service.hours)} if service.hours else {}),
        **_offer(service.fee),
        **_issued(service, lang),
    }


def _provider(service: PublicService, pack: Pack, lang: Lang) -> Node:
    code = service.agency.code
    name = pack.get_name(code) if code else agency_group_text(service.agency, pack)
    agency = pack.agencies.get(code or "")
    above = pack.agencies.get(agency.parent or "") if agency else None
    return {
        "@type": "GovernmentOrganization",
        **({"@id": uri("agency", code)} if code else {}),
        "name": name[lang],
        **({"url": agency.url} if agency and agency.url and not agency.unverified else {}),
        **({"parentOrganization": _provider_above(above.id, above.label[lang])} if above else {}),
    }


def _provider_above(code: str, name: str) -> Node:
    return {"@type": "GovernmentOrganization", "@id": uri("agency", code), "name": name}


def _channel(service: PublicService, channel: Channel, lang: Lang) -> Node:
    """Tell where a channel is: a web address, a telephone number or a place in words."""
    node: Node = {"@type": "ServiceChannel", **_time(service.within)}
    if channel.to and channel.to.startswith("https://"):
        node["serviceUrl"] = channel.to
    elif channel.to and channel.kind == "phone":
        node["servicePhone"] = {"@type": "ContactPoint", "telephone": channel.to}
    elif channel.kind == "web" and isinstance(service, Service):
        node["serviceUrl"] = page("service", lang=lang, slug=service.shown_path)
    if channel.where:
        node["name"] = channel.where[lang]
    return node


def _time(within: Clock) -> Node:
    """Tell the time it takes; a duration cannot count working days, so a limit in those is left to the page."""
    if within.length is None or within.unverified or within.unit not in _LENGTHS:
        return {}
    return {"processingTime": _LENGTHS[within.unit].format(within.length)}


def _offer(fee: Fee) -> Node:
    if fee.amount is None or fee.unverified:
        return {}
    return {"offers": {"@type": "Offer", "price": str(fee.amount.amount), "priceCurrency": "THB"}}


def _issued(service: PublicService, lang: Lang) -> Node:
    issued = [{"@type": "DigitalDocument", "name": one.label[lang]} for one in service.issues]
    return {"serviceOutput": issued} if issued else {}


def _hours(hours: Hours) -> Node:
    opens, closes = ("00:00", "23:59") if hours.always else (f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}")
    days = list(_DAYS.values()) if hours.always else [_DAYS[day] for day in hours.days]
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}


def _breadcrumbs(service: PublicService, way: Sequence[LinkView], lang: Lang) -> Node:
    links = [(link.label, site(link.address)) for link in way]
    here = (service.shown_name[lang], page("service", lang=lang, slug=service.shown_path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate([*links, here], start=1)
        ],
    }
