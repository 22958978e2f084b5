"""Services and moments of life as cards, under the names they bear in public."""

from typing import get_args

from sala.domains.catalogue import public as catalogue
from sala.infra.pages import address_of
from sala.kernel.bilingual import Lang, Text
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.wording import fee_text, limit_text
from sala.ui.parts import CardView, Icon, LinkView

_HOME = Text(th="หน้าแรก", en="Home")
_TIME, _FEE = Text(th="ระยะเวลา", en="Time"), Text(th="ค่าธรรมเนียม", en="Fee")
_ICONS: frozenset[str] = frozenset(get_args(Icon))


def service_card(service: PublicService, lang: Lang) -> CardView:
    """Make the card of a service; what is not known yet is told on its page rather than here."""
    facts = []
    if service.within.length is not None:
        facts.append((_TIME[lang], limit_text(service.within)[lang]))
    if service.fee.amount is not None or service.fee.set_by:
        facts.append((_FEE[lang], fee_text(service.fee)[lang]))
    return CardView(
        title=service.shown_name[lang],
        address=address_of("service", lang=lang, slug=service.shown_path),
        summary="" if service.discreet else service.summary[lang],
        facts=tuple(facts),
    )


def life_event_card(event: catalogue.LifeEventCard, lang: Lang) -> CardView:
    """Make the card of a moment of life."""
    return CardView(
        title=event.name[lang],
        address=address_of("life-event", lang=lang, event=event.id),
        summary=event.summary[lang],
        icon=event.icon if event.icon in _ICONS else "document",  # type: ignore[arg-type]  # one of the icons, as just asked
    )


def way_here(lang: Lang, *links: LinkView) -> tuple[LinkView, ...]:
    """Give the breadcrumbs that lead to a page, from the start page on."""
    return (LinkView(label=_HOME[lang], address=address_of("home", lang=lang)), *links)
