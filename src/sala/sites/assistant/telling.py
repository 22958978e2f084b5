"""A service told to a program that speaks for a person: plain data in one language, every fact with where it comes from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sala.domains.catalogue import public as catalogue
from sala.kernel.bilingual import Lang, Text
from sala.servicekit.schema.base import Marked
from sala.servicekit.schema.offer import Contact
from sala.servicekit.schema.public_service import Guide, PublicService, Requirement
from sala.servicekit.schema.service import Service
from sala.servicekit.sourcing import tally_facts
from sala.sites.citizen.sheet import ChannelSheet, DocumentSheet, PublicSheet, make_guide_sheet, make_sheet
from sala.sites.uris import page

Plain = dict[str, Any]
_DONE = {"apply": "here", "guide": "elsewhere", "appointment": "elsewhere, by appointment"}


def tell_card(service: PublicService, lang: Lang) -> Plain:
    """Tell what a list says of a service; of a discreet one no more than its neutral name."""
    return {
        "service": service.shown_path,
        "name": service.shown_name[lang],
        "summary": None if service.discreet else service.summary[lang],
        "for_whom": None if service.discreet else service.for_whom[lang],
        "done": _DONE[service.level],
        "page": page("service", lang=lang, slug=service.shown_path),
    }


def tell_life_event(event: catalogue.LifeEventCard, lang: Lang) -> Plain:
    """Tell of a moment of life, and where its page is."""
    return {"name": event.name[lang], "page": page("life-event", lang=lang, event=event.id)}


def tell_service(service: Service | Guide, lang: Lang, *, on: date) -> Plain:
    """Tell all that a service's page says on a day."""
    if isinstance(service, Guide):
        steps = [{"do": each.label[lang], "where": _said(each.where, lang), "to": each.to} for each in service.steps]
        own = {"requirements": _list(service.requirements, lang), "steps": steps, "notes": _list(service.notes, lang)}
        return {
            **_common(service, make_guide_sheet(service, pack=catalogue.get_pack(), on=on), lang),
            **own,
            "can_check": False,
        }
    sheet = make_sheet(service, pack=catalogue.get_pack(), on=on)
    urgent = [
        {"title": each.title[lang], "do": [[one.label[lang], one.to] for one in each.actions]} for each in sheet.urgent
    ]
    own = {"urgent": urgent, "steps": [{"do": each.name[lang], "by": each.by} for each in sheet.steps]}
    return {**_common(service, sheet, lang), **own, "can_check": service.check is not None}


def _common(service: PublicService, sheet: PublicSheet, lang: Lang) -> Plain:
    return {
        **tell_card(service, lang),
        "summary": service.summary[lang],
        "for_whom": service.for_whom[lang],
        "agency": sheet.agency[lang],
        "gives": [issued.label[lang] for issued in service.issues if issued.at != "refused"],
        "cost": {"text": sheet.fee[lang], "note": _said(service.fee.note, lang), **_marks(service.fee, lang)},
        "time": {"text": sheet.limit[lang], **_marks(service.within, lang)},
        "documents": [_document(each, lang) for each in sheet.documents],
        "where": [_channel(each, lang) for each in sheet.channels],
        "ask": _contact(service.contact, lang),
        "law": [{"title": act.title[lang], "read": act.is_read} for act in sheet.laws],
        "warnings": [one[lang] for one in sheet.stale],
        "to_confirm": tally_facts(service).unverified,
    }


def _document(each: DocumentSheet, lang: Lang) -> Plain:
    document = each.document
    return {
        "name": document.label[lang],
        "when": _said(document.when_words, lang),
        "originals": document.originals,
        "copies": document.copies,
        "fetched_by_the_agency": each.register is not None,
        **_marks(document, lang),
    }


def _channel(each: ChannelSheet, lang: Lang) -> Plain:
    channel = each.channel
    told = {"kind": channel.kind, "where": _said(channel.where, lang), "to": channel.to}
    return {**told, "hours": _said(each.hours, lang), **_marks(channel, lang)}


def _contact(contact: Contact, lang: Lang) -> Plain | None:
    if contact.from_locality:
        return None
    return {"name": _said(contact.name, lang), "phone": contact.phone, "url": contact.url, **_marks(contact, lang)}


def _list(told: Iterable[Requirement], lang: Lang) -> list[Plain]:
    return [{"text": each.label[lang], **_marks(each, lang)} for each in told]


def _marks(fact: Marked, lang: Lang) -> Plain:
    return {"source": _said(fact.source, lang), "unverified": fact.unverified}


def _said(text: Text | None, lang: Lang) -> str | None:
    return text[lang] if text else None
