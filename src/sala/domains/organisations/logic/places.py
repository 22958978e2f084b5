"""Who serves which place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError
from sala.kernel.thai import nfc, to_arabic_digits

from ..contracts import EVERY_OTHER_VILLAGE

Place = tuple[str, int]
"""A sub-district's code and a village of it."""


class PlaceSharedTwice(SalaError):
    """Two local authorities say that they serve the same place."""

    code = "place-shared-twice"
    status = 500
    message = Text(
        th="ตำบล {place} อยู่ในท้องถิ่นทั้ง {one} และ {other} แก้ไฟล์ locality.yaml ให้เหลือแห่งเดียว",
        en="Sub-district {place} is served by both {one} and {other}: mend one of their locality.yaml",
    )


_VILLAGE = re.compile(r"(?:หมู่(?:ที่)?|ม\.|(?<![a-z])moo(?:ban)?)\s*(\d{1,2})(?!\d)", re.IGNORECASE)
_HOUSE = re.compile(r"(?<!\S)\S*\d\S*(?!\S)")
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_SUB_DISTRICT = re.compile(r"ตำบล|แขวง|(?<!\S)ต\.")


@dataclass(frozen=True, slots=True)
class PlaceTyped:
    """What a person typed to say where: a place's name, code or postcode, and the village's number where they gave one."""

    text: str
    village: int | None


def read_place(typed: str) -> PlaceTyped:
    """
    Read a place out of an address. Its house number, lane and road do not say whose office it is, and are left out.

    >>> read_place("99/4 หมู่ ๔ ต.แม่เหียะ เชียงใหม่")
    PlaceTyped(text='ต.แม่เหียะ เชียงใหม่', village=4)
    """
    plain = to_arabic_digits(nfc(typed))
    village = _VILLAGE.search(plain)
    rest = _VILLAGE.sub(" ", plain)
    code, postcode, begins = _CODE.search(rest), _POSTCODE.search(rest), _SUB_DISTRICT.search(rest)
    words = " ".join(_HOUSE.sub(" ", rest[begins.start() :] if begins else rest).split())
    text = code.group() if code else words or (postcode.group() if postcode else "")
    return PlaceTyped(text, int(village.group(1)) or None if village else None)


def places_of(sub_districts: Iterable[str], villages: Mapping[str, Iterable[int]]) -> tuple[Place, ...]:
    """
    List the places that one authority serves: whole sub-districts, or the villages it names of one.

    >>> places_of(["500107", "500108"], {"500107": [1, 2]})
    (('500107', 1), ('500107', 2), ('500108', 0))
    """
    return tuple((code, moo) for code in sub_districts for moo in villages.get(code, (EVERY_OTHER_VILLAGE,)))


def assign_places(served: Mapping[str, Iterable[Place]]) -> dict[Place, str]:
    """
    Turn what each authority serves into who serves each place.

    :raises PlaceSharedTwice: two authorities name one place.

    >>> assign_places({"mae-hia-town": [("500109", 0)], "chiang-mai-city": [("500101", 0)]})[("500101", 0)]
    'chiang-mai-city'
    """
    places: dict[Place, str] = {}
    for authority, own in served.items():
        for place in own:
            if place in places:
                raise PlaceSharedTwice(place=place[0], one=places[place], other=authority)
            places[place] = authority
    return places
