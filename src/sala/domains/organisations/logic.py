"""Who serves which place."""

from collections.abc import Iterable, Mapping

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

Place = tuple[str, int]
"""A sub-district's code and a village of it."""

EVERY_OTHER_VILLAGE = 0
"""In place of a village: all of the sub-district that no other authority names."""


class PlaceSharedTwice(SalaError):
    """Two local authorities say that they serve the same place."""

    code = "place-shared-twice"
    status = 500
    message = Text(
        th="ตำบล {place} อยู่ในท้องถิ่นทั้ง {one} และ {other} แก้ไฟล์ locality.yaml ให้เหลือแห่งเดียว",
        en="Sub-district {place} is served by both {one} and {other}: mend one of their locality.yaml",
    )


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
