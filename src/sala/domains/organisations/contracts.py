"""What crosses the door of organisations."""

from dataclasses import dataclass

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Agency:
    """
    One agency of the state or one local authority, by its permanent code.

    `parent` is the agency above it. A local authority has `is_local`, and `province` is the code of the one it lies in.
    """

    code: str
    name: Text
    short: Text | None
    kind: str
    parent: str | None
    province: str | None
    is_local: bool
    phone: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one loading of the pack left in the database."""

    agencies: int
    local_authorities: int


class AgencyNotFound(NotFound):
    """No agency has this code."""

    code = "agency-not-found"


class AreaNotFound(NotFound):
    """No sub-district has this code."""

    code = "area-not-found"
