"""Applications of the standing cast, page by page, as a browser would send them."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from ..contracts import Receipt, Upload

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64

Pages = dict[str, dict[str, list[str]]]
Fill = Callable[[str | None, str], UUID]
Send = Callable[[str | None, str], Receipt]

ALLOWANCE: Pages = {
    "other-money": {"receives_other_state_benefit": ["no"]},
    "payment": {"payment_way": ["own-account"], "account-bank": ["006"], "account-number": ["123 456 7890"]},
    "contact": {"phone": ["081 234 5678"], "email": ["sommot@example.com"], "lives_at_registered_address": ["yes"]},
    "confirm": {"has_confirmed": ["yes"]},
}
FOOD_SHOP: Pages = {
    "shop": {
        "shop_place": ["building"],
        "area_square_metres": ["๔๕"],
        "shop_name": ["ครัวตัวอย่าง"],
        "shop_address-house-number": ["999/4"],
        "shop_address-sub-district": ["500104"],
        "shop_address-postcode": ["50100"],
        "business": ["sell-food"],
        "foods": ["ข้าวแกง"],
        "opens_on-day": ["1"],
        "opens_on-month": ["12"],
        "opens_on-year": ["2569"],
    },
    "operator": {
        "operator": ["myself"],
        "holds_place_as": ["owner"],
        "food_handlers": ["2"],
        "phone": ["0812345678"],
        "email": ["thotsop@example.com"],
    },
}
SCAM: Pages = {
    "money": {"transferred": ["no"]},
    "number": {
        "reached_by": ["call"],
        "scam_number": ["02 123 4567"],
        "happened_on-day": ["19"],
        "happened_on-month": ["พ.ย."],
        "happened_on-year": ["2569"],
    },
    "story": {"pretended_to_be": ["officer"], "asked_for": ["send-money"]},
    "contact": {"may_contact": ["no"]},
}
FORMS = {"old-age-allowance": ALLOWANCE, "food-shop-notification": FOOD_SHOP, "scam-report": SCAM}


def uploads_of(page: str) -> tuple[Upload, ...]:
    """Give the files that a page of these forms is sent with."""
    return (Upload(field="floor_plan", name="plan.png", content=PNG),) if page == "operator" else ()
