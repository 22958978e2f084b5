"""Applications of the standing cast, page by page, as a browser would post them."""

from dataclasses import dataclass

from tests.browser.files import make_png

from .visitor import Answer, Fields, Files, Visitor

ALLOWANCE: dict[str, Fields] = {
    "other-money": {"receives_other_state_benefit": "no"},
    "payment": {"payment_way": "own-account", "account-bank": "006", "account-number": "1234567890"},
    "contact": {"phone": "0812345678", "lives_at_registered_address": "yes"},
    "confirm": {"has_confirmed": "yes"},
}
SHOP: dict[str, Fields] = {
    "shop": {
        "shop_place": "building",
        "area_square_metres": "45",
        "shop_name": "ครัวตัวอย่าง",
        "shop_address-house-number": "999/4",
        "shop_address-sub-district": "500104",
        "shop_address-postcode": "50100",
        "business": "sell-food",
        "foods": "ข้าวแกง",
        "opens_on-day": "1",
        "opens_on-month": "12",
        "opens_on-year": "2569",
    },
    "operator": {
        "operator": "myself",
        "holds_place_as": "owner",
        "food_handlers": "3",
        "phone": "0812345678",
    },
}
FORMS = {"old-age-allowance": ALLOWANCE, "food-shop-notification": SHOP}
PLAN: Files = {"floor_plan": ("plan.png", make_png())}


@dataclass(frozen=True)
class Form:
    """An application that a visitor is filling in, in one language."""

    visitor: Visitor
    path: str

    @property
    def case(self) -> str:
        """The address of the case that it becomes."""
        return self.path.replace("/apply/", "/cases/")

    def show(self, page: str) -> Answer:
        """Look at a page."""
        return self.visitor.get(f"{self.path}/{page}")

    def save(self, page: str, fields: Fields, *, files: Files | None = None, token: str | None = None) -> Answer:
        """Look at a page and send it."""
        version = self.show(page).hidden["version"]
        return self.visitor.post(f"{self.path}/{page}", {"version": version, **fields}, files=files, token=token)

    def fill_in(self, pages: dict[str, Fields]) -> None:
        """Answer every page rightly."""
        for page, fields in pages.items():
            self.save(page, fields, files=PLAN if page == "operator" else None)

    def send(self) -> Answer:
        """Declare it true and send it."""
        return self.visitor.post(f"{self.path}/check", {"declared": "yes"})


def start(visitor: Visitor, service: str, *, prefix: str = "") -> Form:
    """Start a form, or go on with the one left unfinished."""
    visitor.get(f"{prefix}/apply/{service}/start")
    first = visitor.post(f"{prefix}/apply/{service}/start", {})
    return Form(visitor, first.path.rsplit("/", 1)[0])


def apply(visitor: Visitor, service: str, *, prefix: str = "") -> Form:
    """Fill a form in and send it."""
    form = start(visitor, service, prefix=prefix)
    form.fill_in(FORMS[service])
    assert form.send().path == f"{form.case}/receipt"
    return form
