"""What a country pack says beside its services: itself, agencies, banks, life events, localities and ordinances."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Declared, Named, Sentence, Slug, Sourced, Words, keyed_by_id
from .offer import BahtAmount, Contact, Hours

Theme = Literal["AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"]


class PackHead(Declared):
    """
    `pack.yaml`: the pack's name, and the lowest version of Sala that can read it.

    `keeps_local` is the agency that keeps the text of services which every local authority gives.
    """

    version: Literal[1] = Field(default=1, alias="schema")
    pack: Slug
    name: Sentence
    needs_sala: Words
    time_zone: Words
    keeps_local: Slug | None = None


class Agency(Named):
    """
    One agency of the state, by its permanent code.

    A `court`, the `prosecution` and a `constitutional` body stand outside the Electronic Administration Act B.E. 2565 (s. 4).
    A `special-administration` is a local authority by an Act of its own, with the `province` that it is or lies in.
    """

    id: Slug
    kind: Literal[
        "ministry", "department", "independent", "centre", "bank", "court", "prosecution", "constitutional",
        "special-administration",
    ]  # fmt: skip
    province: Annotated[str, Field(pattern=r"^\d{2}$")] | None = None
    short: Sentence | None = None
    parent: Slug | None = None
    phone: Words | None = None
    url: Words | None = None
    unverified: bool = False


class Agencies(Declared):
    """`agencies.yaml`: every agency that a declaration may name."""

    version: Literal[1] = Field(default=1, alias="schema")
    agencies: Annotated[tuple[Agency, ...], keyed_by_id]


class Bank(Named):
    """A bank by the code that Thai transfers use."""

    id: Annotated[str, Field(pattern=r"^\d{3}$")]


class Banks(Declared):
    """`banks.yaml`: the banks an account may be at."""

    version: Literal[1] = Field(default=1, alias="schema")
    unverified: bool = False
    banks: Annotated[tuple[Bank, ...], keyed_by_id]


class Topic(Named):
    """
    A topic under which services are listed; its `theme` is what other catalogues know it by.

    Source: the EU data theme vocabulary, http://publications.europa.eu/resource/authority/data-theme
    """

    id: Slug
    theme: Theme


class Topics(Declared):
    """`topics.yaml`: every topic, in the order they are listed."""

    version: Literal[1] = Field(default=1, alias="schema")
    topics: Annotated[tuple[Topic, ...], keyed_by_id]


class LifeEvent(Named):
    """
    `life_events/<id>.yaml`: a moment of life under which people look for services, or one `of` a business.

    `icon` names a drawing of ui.
    """

    version: Literal[1] = Field(default=1, alias="schema")
    id: Slug = Field(alias="life_event")
    of: Literal["life", "business"] = "life"
    summary: Sentence
    icon: Slug | None = None
    order: int = 100


class Signer(Declared):
    """Who signs a document of one kind (`*` is every kind) for the locality."""

    document: Slug | Literal["*"] = "*"
    name: Sentence
    position: Sentence


class Account(Declared):
    """An account of the locality, for one use."""

    use: Literal["fees", "payments"]
    bank: Annotated[str, Field(pattern=r"^\d{3}$")]
    number: Annotated[str, Field(pattern=r"^\d{10,15}$")]
    name: Sentence


class Overlay(Declared):
    """What a local authority may set. `NEVER` are the keys by which it would change who is eligible."""

    NEVER: ClassVar[frozenset[str]] = frozenset(
        {"decide", "law", "ask", "know", "exits", "for_whom", "gives", "pages", "when", "eligible", "appeal", "within"}
    )


class OrdinanceFee(Declared):
    """A fee that an ordinance sets; without an amount it is not known here yet, and says so."""

    amount: BahtAmount | None = None
    unverified: bool = False

    @model_validator(mode="after")
    def _be_known_or_say_so(self) -> Self:
        if self.amount is None and not self.unverified:
            raise PydanticCustomError("unsourced", "neither amount nor unverified")
        return self


class Ordinance(Named, Sourced):
    """One local ordinance, the days it is in force where they are known, and the fee it sets for each service."""

    id: Slug
    in_force_from: date | None = None
    in_force_until: date | None = None
    fees: dict[Slug, OrdinanceFee] = {}


class Ordinances(Overlay):
    """`localities/<code>/ordinances.yaml`."""

    version: Literal[1] = Field(default=1, alias="schema")
    ordinances: Annotated[tuple[Ordinance, ...], keyed_by_id]


class LocalityService(Declared):
    """What a locality may change of one service: never who is eligible, only how it is reached."""

    hours: Hours | None = None
    contact: Contact | None = None
    where: Sentence | None = None


class Locality(Named, Overlay):
    """
    `localities/<code>/locality.yaml`: a local authority and its overlay.

    `sub_districts` are the six-digit codes of its area. Where it serves only some villages (หมู่) of one, `villages`
    names them, and the rest belongs to another authority. `seal` is a file beside this one. `demonstration` says aloud
    that signers and letter code are invented.
    """

    version: Literal[1] = Field(default=1, alias="schema")
    id: Slug = Field(alias="locality")
    kind: Literal["city-municipality", "town-municipality", "subdistrict-municipality", "subdistrict-administration"]
    demonstration: bool = False
    sub_districts: Annotated[
        tuple[Annotated[str, Field(pattern=r"^\d{6}$")], ...],
        Field(min_length=1),
    ]
    villages: dict[Annotated[str, Field(pattern=r"^\d{6}$")], tuple[Annotated[int, Field(ge=1, le=99)], ...]] = {}
    address: Sentence
    hours: Hours = Hours()
    contact: Contact
    signers: tuple[Signer, ...] = Field(min_length=1)
    seal: Words | None = None
    letter_code: Sentence
    accounts: tuple[Account, ...] = ()
    services: dict[Slug, LocalityService] = {}
