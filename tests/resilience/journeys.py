"""The two journeys, each to its end: what is typed, and what must then stand in the record, once."""

from collections.abc import Mapping
from dataclasses import dataclass

from .browser import File
from .steps import Step, act, fill, note_code, send_back, sign_in, start, submit

_PLAN = File(
    "plan.png",
    "image/png",
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
    ),
)

_SEALS, _TELLS = "documents_public_check", "notices_notice"


@dataclass(frozen=True)
class Journey:
    """
    A journey, and what it leaves behind, each exactly so often as it is named here.

    `lines` are the account both sides read, with the effect on the legal clock.
    """

    steps: tuple[Step, ...]
    lines: tuple[tuple[str, str], ...]
    entries: tuple[str, ...]
    notices: tuple[str, ...]
    documents: tuple[str, ...]


_SHOP: Mapping[str, str] = {
    "shop_place": "building",
    "area_square_metres": "48",
    "shop_name": "ครัวตัวอย่าง",
    "shop_address-house-number": "99/4",
    "shop_address-road": "ตัวอย่าง",
    "shop_address-sub-district": "500104",
    "business": "sell-food",
    "foods": "ข้าวแกง ก๋วยเตี๋ยว",
    "opens_on-day": "1",
    "opens_on-month": "3",
    "opens_on-year": "2570",
}

FOOD_SHOP = Journey(
    steps=(
        sign_in("shop-owner", by="citizen"),
        start("food-shop-notification"),
        fill("shop", _SHOP),
        fill(
            "operator",
            {
                "operator": "myself",
                "holds_place_as": "owner",
                "food_handlers": "3",
                "phone": "0812345678",
                "email": "shop@example.com",
            },
            files={"floor_plan": _PLAN},
        ),
        submit(work=(_SEALS, _TELLS)),
        sign_in("officer", by="officer"),
        act(
            "ask for a correction",
            {
                "outcome": "ask-correction",
                "items": "shop_name",
                "item-shop_name": "ไม่ตรงกับป้าย",
                "message": "แก้ชื่อร้านให้ตรงกับป้ายหน้าร้าน",
            },
            work=(_TELLS,),
        ),
        fill("shop", {**_SHOP, "shop_name": "ครัวตัวอย่าง สาขาประตูท่าแพ"}, name="mend the page"),
        send_back(work=(_TELLS,)),
        act("certify", {"outcome": "certify", "note-certify": "ครบถ้วน"}, work=(_TELLS, _SEALS)),
    ),
    lines=(
        ("received", ""),
        ("clock-started", "start"),
        ("correction-asked", "stop"),
        ("correction-answered", "restart"),
        ("decided", "end"),
    ),
    entries=(
        "case.received",
        "case.correction-asked",
        "case.correction-answered",
        "case.decided",
        "document.issued",
        "document.issued",
    ),
    notices=("received", "correction_asked", "correction_answered", "decided_approved"),
    documents=("notification-receipt", "notification-certificate"),
)

SCAM = Journey(
    steps=(
        start("scam-report"),
        fill("money", {"transferred": "yes"}),
        note_code(),
        fill(
            "number",
            {
                "reached_by": "call",
                "scam_number": "0811112222",
                "happened_on-day": "2",
                "happened_on-month": "1",
                "happened_on-year": "2569",
            },
        ),
        fill(
            "story",
            {"pretended_to_be": "bank", "asked_for": ["send-money", "open-link"], "story": "บอกว่าบัญชีถูกอายัด"},
            files={"evidence": _PLAN},
        ),
        fill("contact", {"may_contact": "yes", "phone": "0898765432", "email": "witness@example.com"}),
        submit(work=(_TELLS,)),
        sign_in("scam-officer", by="officer"),
        act("pass it on", {"outcome": "forward", "note-forward": "ส่งให้ผู้ให้บริการระงับเบอร์แล้ว"}, work=(_TELLS,)),
    ),
    lines=(("received", ""), ("clock-started", "start"), ("decided", "end")),
    entries=("case.received", "case.decided"),
    notices=("received", "recorded"),
    documents=(),
)

JOURNEYS: Mapping[str, Journey] = {"food shop": FOOD_SHOP, "scam report": SCAM}
