"""The place that a browser keeps for its reader, only where they asked for it: a sub-district, and a village of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from sala.domains.organisations import public as organisations
from sala.infra.pages import address_of, lang_of
from sala.kernel.bilingual import Lang
from sala.servicekit.areas import Area
from sala.servicekit.schema.public_service import PublicService
from sala.ui.parts import LinkView

COOKIE = "sala_place"
_KEPT_FOR = timedelta(days=365)
_WRITTEN = re.compile(r"(\d{6})(?:\.(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Where:
    """A place: a sub-district, and the village where it is known."""

    area: Area
    village: int | None = None

    @property
    def query(self) -> dict[str, str]:
        """The place as an address has it."""
        return {"sub_district": self.area.code} | ({} if self.village is None else {"moo": str(self.village)})


def read_kept(request: HttpRequest) -> Where | None:
    """Read the place that the browser keeps; a cookie that says anything else is none."""
    written = _WRITTEN.fullmatch(request.COOKIES.get(COOKIE, ""))
    area = organisations.get_pack().areas.find(written[1]) if written else None
    return Where(area, int(written[2]) if written and written[2] else None) if area else None


def address_in_finder(service: PublicService | None, query: Mapping[str, str], lang: Lang) -> str:
    """Give an address of the office finder: for a service, under the name that it bears in public."""
    whole = ({"service": service.shown_path} if service else {}) | dict(query)
    address = address_of("find-office", lang=lang)
    return f"{address}?{urlencode(whole)}" if whole else address


def link_to_kept(request: HttpRequest, service: PublicService | None) -> LinkView | None:
    """Give the way to the answer for the place that the browser keeps; none where it keeps none."""
    where, lang = read_kept(request), lang_of(request)
    return LinkView(where.area.name[lang], address_in_finder(service, where.query, lang)) if where else None


def keep(request: HttpRequest, response: HttpResponse, where: Where) -> None:
    """Let the browser keep a place for a year."""
    value = where.area.code if not where.village else f"{where.area.code}.{where.village}"
    response.set_cookie(COOKIE, value, max_age=_KEPT_FOR, httponly=True, samesite="Lax", secure=request.is_secure())


def forget(response: HttpResponse) -> None:
    """Take the place from the browser."""
    response.delete_cookie(COOKIE, samesite="Lax")
