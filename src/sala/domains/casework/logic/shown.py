"""Facts as people read them: each under its question, each value in words, in both languages."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sala.kernel.addresses import ThaiAddress
from sala.kernel.bilingual import Lang, Text
from sala.kernel.days import format_date, format_moment
from sala.kernel.identifiers import CitizenId, HouseCode, JuristicId
from sala.kernel.money import Baht
from sala.kernel.people import BirthDate, PersonName
from sala.servicekit.schema.service import Service

_YES, _NO = Text(th="ใช่", en="Yes"), Text(th="ไม่ใช่", en="No")
_CONFIRMED = Text(th="ยืนยันแล้ว", en="Confirmed")
_ADDRESS = {
    "house-number": Text(th="{0}", en="{0}"),
    "moo": Text(th="หมู่ที่ {0}", en="Moo {0}"),
    "building": Text(th="{0}", en="{0}"),
    "soi": Text(th="ซอย{0}", en="Soi {0}"),
    "road": Text(th="ถนน{0}", en="{0} Road"),
}


def label_of(service: Service, fact: str) -> Text:
    """Give the words of a fact: its question, or the name a register gives it."""
    found = service.find_asked(fact) or service.find_known(fact)
    return found.label if found else Text(th=fact, en=fact)


def shown(
    service: Service, fact: str, value: Any, lang: Lang, places: Mapping[str, Text] | None = None
) -> tuple[str, ...]:
    """
    Write a fact's value as the lines a reader sees.

    :param places: the names of sub-districts and local authorities by code; a code without a name is written as it is.
    """
    asked, known = service.find_asked(fact), service.find_known(fact)
    if known is not None and isinstance(value, str) and value in known.says:
        return (known.says[value][lang],)
    if asked is not None and asked.options:
        names = {option.value: option.label[lang] for option in asked.options}
        chosen = value if isinstance(value, list) else [value]
        return tuple(names.get(str(each), str(each)) for each in chosen)
    if asked is not None and asked.type == "confirm":
        return (_CONFIRMED[lang],)
    if asked is not None and asked.unit is not None:
        return (f"{value:,} {asked.unit[lang]}",)
    if isinstance(value, Mapping):
        return _lines(value, lang, places or {})
    if _is_place(service, fact) and places and value in places:
        return (places[value][lang],)
    return (_one(value, lang),)


def _is_place(service: Service, fact: str) -> bool:
    found = service.find_asked(fact) or service.find_known(fact)
    return found is not None and found.type in ("sub-district", "local-authority")


def _one(value: Any, lang: Lang) -> str:
    match value:
        case bool():
            return _YES[lang] if value else _NO[lang]
        case datetime():
            return format_moment(value, lang)
        case date():
            return format_date(value, lang)
        case Baht() | BirthDate():
            return value.format(lang)
        case PersonName():
            return value.full(lang)
        case ThaiAddress():
            return value.one_line(lang)
        case CitizenId() | JuristicId() | HouseCode():
            return value.masked
    return f"{value:,}" if isinstance(value, int) else str(value)


def _lines(parts: Mapping[str, str], lang: Lang, places: Mapping[str, Text]) -> tuple[str, ...]:
    """Write an address or a bank account; an account shows only its last four digits."""
    if "number" in parts:
        bank = places.get(f"bank:{parts.get('bank')}")
        return (bank[lang] if bank else parts.get("bank", ""), "•" * 6 + parts["number"][-4:])
    house = " ".join(_ADDRESS[name][lang].format(parts[name]) for name in _ADDRESS if parts.get(name))
    code = parts.get("sub-district", "")
    place = places[code][lang] if code in places else code
    return (house, f"{place} {parts.get('postcode', '')}".strip())
