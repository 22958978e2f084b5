"""The kinds of office that people go to: what each is called where, and how far one of them reaches."""

from typing import Annotated, Literal

from pydantic import Field

from sala.kernel.bilingual import Text

from .base import Declared, Named, Slug, keyed_by_id

DISTRICT_OFFICE = "district-office"
"""The kind that the state reaches every place by."""

LOCAL_AUTHORITY = "local-authority"
"""The kind that every pack has: the office of the local authority itself."""

Reach = Literal["district", "province", "local-authority", "civil-registry", "branch", "head-office"]


class NamedByPlace(Named):
    """Words that may use {sub_district}, {district} and {province}."""

    @property
    def kind_label(self) -> Text:
        """
        Name the kind itself, without a place.

        >>> NamedByPlace(th="ที่ว่าการอำเภอ{district}", en="{district} District Office").kind_label.en
        'District Office'
        """
        bare = self.label.fill(sub_district="", district="", province="")
        return Text(th=" ".join(bare.th.split()), en=" ".join(bare.en.split()))


class OfficeInstead(NamedByPlace):
    """What stands in for a kind of office in some provinces, such as a district office (เขต) in Bangkok."""

    provinces: tuple[Annotated[str, Field(pattern=r"^\d{2}$")], ...] = Field(min_length=1)
    agency: Slug


class OfficeKind(NamedByPlace):
    """
    One kind of office.

    `reach` is what one of them serves: a `district`, a `province`, the area of a `local-authority`, the area of a
    `civil-registry` (a municipality, else a district), or an area that only its agency knows (`branch`). There is one
    `head-office`. `agency` is whose office it is; without one it is that of the service. `municipal` is what a registry is
    called where a municipality, {authority}, keeps it. `unverified` says that nobody has read in the law who keeps it where.
    """

    id: Slug
    reach: Reach
    agency: Slug | None = None
    instead: OfficeInstead | None = None
    municipal: Named | None = None
    unverified: bool = False


class Offices(Declared):
    """`offices.yaml`: the kinds of office that a service's counter may be at."""

    version: Literal[1] = Field(default=1, alias="schema")
    offices: Annotated[tuple[OfficeKind, ...], keyed_by_id]
