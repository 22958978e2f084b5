"""การแจ้งจัดตั้งสถานที่จำหน่ายอาหารขนาดเล็ก ตามพระราชบัญญัติการสาธารณสุข พ.ศ. 2535

Notification of a small food shop under the Public Health Act. It is a notification, not a licence: the receipt lets the
shop open at once, and the officer checks form and documents only.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sala.rulekit import Rates, add_days, add_working_days, clause

RATES = Rates.beside(__file__)


@dataclass(frozen=True, kw_only=True)
class Shop:
    """ร้านอาหารที่จะแจ้ง · The shop to be notified. None is unknown."""

    area_square_metres: Decimal
    "พื้นที่ร้านเป็นตารางเมตร · Area of the shop in square metres"
    is_in_market: bool
    "ขายอยู่ในตลาดหรือไม่ · In a market"
    is_on_public_way: bool
    "อยู่ในที่หรือทางสาธารณะหรือไม่ · On a public way"
    has_receipt: bool
    "ได้ใบรับแจ้งแล้วหรือไม่ · Receipt of the notification held"
    notified_on: date
    "วันที่แจ้ง · Day of the notification"
    told_to_correct_on: date
    "วันที่เจ้าหน้าที่แจ้งให้แก้ไข · Day the officer asked for a correction"
    corrected_on: date
    "วันที่แก้ไขแล้ว · Day of the correction"
    told_of_order_on: date
    "วันที่ทราบคำสั่ง · Day the order became known"


@clause("public-health", "4")
def is_food_place(shop: Shop, on: date) -> bool:
    """
    ร้านของคุณเป็นสถานที่จำหน่ายหรือสะสมอาหาร · Your shop is a place that sells or stores food
    ร้านในที่หรือทางสาธารณะใช้ใบอนุญาตอีกแบบหนึ่ง · A stall on a public way needs another kind of licence
    ยังไม่ทราบว่าร้านอยู่ในที่หรือทางสาธารณะหรือไม่ · It is not known yet whether the shop is on a public way
    """
    return not shop.is_on_public_way


@clause("public-health", "38")
def is_outside_market(shop: Shop, on: date) -> bool:
    """
    ร้านของคุณไม่ได้ขายอยู่ในตลาด · Your shop is not in a market
    ร้านในตลาดไม่ต้องแจ้งตามมาตรานี้ · A shop in a market is not notified under this section
    ยังไม่ทราบว่าร้านอยู่ในตลาดหรือไม่ · It is not known yet whether the shop is in a market
    """
    return not shop.is_in_market


@clause("public-health", "38")
def is_small(shop: Shop, on: date) -> bool:
    """
    พื้นที่ร้านไม่เกิน {largest_area} ตารางเมตร · The shop is not over {largest_area} square metres
    พื้นที่ร้านเกิน {largest_area} ตารางเมตร · The shop is over {largest_area} square metres
    ยังไม่ทราบพื้นที่ร้าน · The area of the shop is not known yet
    """
    return shop.area_square_metres <= RATES.number("largest_area", on)


@clause("public-health", "38")
def needs_notification(shop: Shop, on: date) -> bool:
    """
    ร้านนี้ใช้การแจ้ง ไม่ต้องขอใบอนุญาต · This shop is notified; it needs no licence
    ร้านนี้ไม่ใช้การแจ้ง · Notification is not the way for this shop
    ยังบอกไม่ได้ว่าร้านนี้ใช้การแจ้งหรือไม่ · It cannot be said yet whether this shop is notified
    """
    return is_food_place(shop, on) and is_outside_market(shop, on) and is_small(shop, on)


@clause("public-health", "38")
def needs_licence(shop: Shop, on: date) -> bool:
    """
    ร้านนี้ต้องขอใบอนุญาตก่อนเปิด · This shop needs a licence before it opens
    ร้านนี้ไม่ต้องขอใบอนุญาตตามมาตรานี้ · This shop needs no licence under this section
    ยังบอกไม่ได้ว่าร้านนี้ต้องขอใบอนุญาตหรือไม่ · It cannot be said yet whether this shop needs a licence
    """
    return is_food_place(shop, on) and is_outside_market(shop, on) and not is_small(shop, on)


@clause("public-health", "48")
def may_open(shop: Shop, on: date) -> bool:
    """
    คุณมีใบรับแจ้ง จึงเปิดร้านได้ระหว่างรอหนังสือรับรอง · You hold the receipt, so you may open while the certificate is made
    ต้องแจ้งและได้ใบรับแจ้งก่อนจึงเปิดร้านได้ · Notify first: the receipt is what lets you open
    ยังไม่ทราบว่าคุณได้ใบรับแจ้งแล้วหรือไม่ · It is not known yet whether you hold the receipt
    """
    return needs_notification(shop, on) and shop.has_receipt


@clause("public-health", "48")
def checked_by(shop: Shop, on: date) -> date:
    """
    เจ้าหน้าที่ต้องตรวจแบบและออกหนังสือรับรองภายใน {value} · The officer checks the form and issues by {value}
    ยังบอกวันครบกำหนดไม่ได้ เพราะยังไม่ได้รับแจ้ง · There is no due day before the notification
    """
    return add_working_days(shop.notified_on, RATES.number("check_working_days", on))


@clause("public-health", "48")
def correct_by(shop: Shop, on: date) -> date:
    """
    คุณต้องแก้ไขให้ถูกต้องภายใน {value} · You need to correct it by {value}
    เจ้าหน้าที่ยังไม่ได้ขอให้แก้ไข · The officer has not asked for a correction
    """
    return add_working_days(shop.told_to_correct_on, RATES.number("correction_working_days", on))


@clause("public-health", "48")
def certified_by(shop: Shop, on: date) -> date:
    """
    เมื่อแก้ไขแล้ว ต้องออกหนังสือรับรองภายใน {value} · Once corrected, the certificate is due by {value}
    ยังไม่ได้รับฉบับที่แก้ไขแล้ว · The corrected notification has not arrived
    """
    return add_working_days(shop.corrected_on, RATES.number("check_working_days", on))


@clause("public-health", "48")
def was_corrected_in_time(shop: Shop, on: date) -> bool:
    """
    คุณแก้ไขภายในกำหนด · You corrected it in time
    คุณแก้ไขหลังครบกำหนด เจ้าพนักงานท้องถิ่นอาจสั่งให้การแจ้งสิ้นผล · You were late: the notification may be ended by order
    ยังไม่ได้รับฉบับที่แก้ไขแล้ว · The corrected notification has not arrived
    """
    return shop.corrected_on <= correct_by(shop, on)


@clause("public-health", "66")
def appeal_by(shop: Shop, on: date) -> date:
    """
    คุณอุทธรณ์คำสั่งเป็นหนังสือได้ภายใน {value} · You may appeal in writing by {value}
    ยังไม่มีคำสั่งที่อุทธรณ์ได้ · There is no order to appeal against
    """
    return add_days(shop.told_of_order_on, RATES.number("appeal_days", on))
