"""Fictional content for the gallery: three services, one form with every kind of field, one case."""

from datetime import UTC, date, datetime

from sala.kernel.bilingual import Lang, Text
from sala.ui.charts import BarChart, Datum, Pair, PairChart, Place, TileMap, lay_bars, lay_pairs, lay_tiles
from sala.ui.forms import FieldType, FieldView, FileView, OptionView, PageView
from sala.ui.parts import CardView, ClockView, Icon, LineView, LinkView, RowView, TaskView

_EVENTS: tuple[tuple[Icon, str, str, str, str], ...] = (
    ("elderly", "สูงวัย", "Growing older", "เบี้ยยังชีพ สุขภาพ และการดูแล", "Allowances, health and care"),
    ("food", "เปิดร้านอาหาร", "Opening a food shop", "แจ้งจัดตั้ง ป้าย และภาษี", "Notification, signs and taxes"),
    ("safety", "ถูกหลอกลวง", "Being scammed", "แจ้งเหตุ อายัดบัญชี ติดตามผล", "Report, freeze accounts, follow up"),
    ("birth", "มีลูก", "Having a baby", "แจ้งเกิดและเงินอุดหนุน", "Birth registration and grants"),
    ("home", "ย้ายบ้าน", "Moving house", "ย้ายทะเบียนบ้าน น้ำ ไฟ", "House register, water, power"),
    ("family", "แต่งงานหรือหย่า", "Marriage or divorce", "จดทะเบียนและชื่อสกุล", "Registration and names"),
)
_SERVICES = (
    ("ลงทะเบียนรับเบี้ยยังชีพผู้สูงอายุ", "Register for the old-age allowance", "รับเงินทุกเดือนตั้งแต่อายุ 60 ปีขึ้นไป",
     "Money every month once you are 60", "ไม่มีค่าใช้จ่าย", "Free"),
    ("แจ้งจัดตั้งสถานที่จำหน่ายอาหาร", "Notify a small food shop", "แจ้งแล้วเปิดร้านได้ทันที พื้นที่ไม่เกิน 200 ตารางเมตร",
     "Open at once; up to 200 square metres", "ตามข้อบัญญัติท้องถิ่น", "By local ordinance"),
    ("แจ้งหมายเลขโทรศัพท์ต้องสงสัย", "Report a scam telephone number", "ไม่ต้องเข้าสู่ระบบ ใช้เวลาประมาณ 3 นาที",
     "No sign-in, about 3 minutes", "ไม่มีค่าใช้จ่าย", "Free"),
)  # fmt: skip


def life_events(lang: Lang) -> list[CardView]:
    """Six life events."""
    return [
        CardView(Text(th, en)[lang], "/life", summary=Text(about_th, about_en)[lang], icon=icon)
        for icon, th, en, about_th, about_en in _EVENTS
    ]


def services(lang: Lang) -> list[CardView]:
    """Three services with their time and fee."""
    time, fee = Text("เวลา", "Time")[lang], Text("ค่าธรรมเนียม", "Fee")[lang]
    week = Text("7 วันทำการ", "7 working days")[lang]
    return [
        CardView(
            Text(th, en)[lang],
            "/service",
            summary=Text(about_th, about_en)[lang],
            facts=((time, week), (fee, Text(fee_th, fee_en)[lang])),
        )
        for th, en, about_th, about_en, fee_th, fee_en in _SERVICES
    ]


def form_page(lang: Lang, *, wrong: bool) -> PageView:
    """One page with every kind of field; `wrong` marks each."""
    fields = tuple(_field(kind, lang, wrong=wrong) for kind in _FIELDS)
    return PageView(
        title=Text("ข้อมูลที่ต้องใช้", "What we need to know")[lang],
        caption=Text(_SERVICES[0][0], _SERVICES[0][1])[lang],
        fields=fields,
        step=1,
        steps=3,
    )


_FIELDS: dict[FieldType, tuple[Text, dict[str, tuple[str, ...]]]] = {
    "text": (Text("ชื่อร้าน", "Name of the shop"), {"": ("ครัวคุณยาย",)}),
    "long-text": (Text("เล่าเหตุการณ์", "Tell us what happened"), {"": ("โทรมาอ้างว่าเป็นเจ้าหน้าที่ ให้โอนเงินเพื่อตรวจสอบบัญชี",)}),
    "number": (Text("พื้นที่ร้าน", "Floor area"), {"": ("45",)}),
    "money": (Text("จำนวนเงินที่โอน", "Amount transferred"), {"": ("12,500",)}),
    "date": (Text("วันที่เริ่มเปิดร้าน", "Opening day"), {"day": ("1",), "month": ("12",), "year": ("2569",)}),
    "yes-no": (Text("คุณโอนเงินไปแล้วหรือไม่", "Have you already sent money?"), {"": ("yes",)}),
    "confirm": (Text("ฉันรับรองว่าข้อมูลทั้งหมดเป็นความจริง", "I declare that everything above is true"), {"": ("yes",)}),
    "one-of": (Text("ช่องทางติดต่อที่สะดวก", "How to reach you"), {"": ("phone",)}),
    "many-of": (Text("ประเภทอาหารที่ขาย", "Food you sell"), {"": ("rice", "drink")}),
    "citizen-id": (Text("เลขประจำตัวประชาชน", "Identity number"), {"": ("1-2345-67890-12-1",)}),
    "juristic-id": (Text("เลขทะเบียนนิติบุคคล", "Company number"), {"": ("0-1055-12345-67-8",)}),
    "phone": (Text("หมายเลขโทรศัพท์", "Telephone number"), {"": ("081 234 5678",)}),
    "email": (Text("อีเมล", "E-mail"), {"": ("somchai@example.com",)}),
    "address": (Text("ที่ตั้งร้าน", "Address of the shop"), {"house-number": ("99/1",), "postcode": ("50200",)}),
    "bank-account": (Text("บัญชีรับเงิน", "Account to be paid"), {"bank": ("002",), "number": ("1234567890",)}),
    "file": (Text("ภาพถ่ายหน้าร้าน", "Photo of the shop front"), {}),
    "sub-district": (Text("ตำบลหรือแขวงที่เกิดเหตุ", "Where it happened"), {"": ("",)}),
}  # fmt: skip
_OPTIONS: dict[FieldType, tuple[tuple[str, Text], ...]] = {
    "one-of": (("phone", Text("โทรศัพท์", "Telephone")), ("email", Text("อีเมล", "E-mail"))),
    "many-of": (
        ("rice", Text("ข้าวแกง", "Rice and curry")),
        ("noodle", Text("ก๋วยเตี๋ยว", "Noodles")),
        ("drink", Text("เครื่องดื่ม", "Drinks")),
    ),
}


def _field(kind: FieldType, lang: Lang, *, wrong: bool) -> FieldView:
    label, typed = _FIELDS[kind]
    return FieldView(
        name=kind,
        type=kind,
        label=label[lang],
        hint=Text("ตามที่แสดงในเอกสารของคุณ", "As it stands in your documents")[lang],
        why=Text("ใช้เพื่อพิจารณาคำขอนี้เท่านั้น", "Used only to decide this application")[lang] if kind == "phone" else "",
        error=Text(f"กรอก{label.th}ให้ถูกต้อง", f"Mend this: {label.en}")[lang] if wrong else "",
        parts_wrong=frozenset({"year"}) if wrong and kind == "date" else frozenset(),
        typed={f"{kind}-{part}" if part else kind: values for part, values in typed.items()},
        required=kind != "email",
        options=tuple(_option(value, said[lang], kind, lang) for value, said in _OPTIONS.get(kind, ())),
        banks=(OptionView("002", Text("ธนาคารกรุงเทพ", "Bangkok Bank")[lang]),),
        files=(FileView("shop.jpg", "1.2 MB", "/remove"),) if kind == "file" else (),
        unit=Text("ตารางเมตร", "square metres")[lang] if kind == "number" else "",
        max_length=400 if kind == "long-text" else None,
        accepts=("image/jpeg", "image/png", "application/pdf"),
        suggestions="/api/v1/areas",
    )


def _option(value: str, label: str, kind: FieldType, lang: Lang) -> OptionView:
    if (kind, value) != ("one-of", "phone"):
        return OptionView(value, label)
    asked = FieldView(name="best-time", type="text", label=Text("เวลาที่สะดวก", "Best time to call")[lang])
    return OptionView(value, label, reveals=(asked,))


def rows(lang: Lang) -> list[RowView]:
    """Answers to check, one of them from a register and one left out."""
    register = Text("จากทะเบียนราษฎร ณ วันที่ 20 พฤศจิกายน 2569", "From the civil register, 20 November 2026")[lang]
    return [
        RowView(Text("ชื่อ", "Name")[lang], (Text("สมชาย ตัวอย่าง", "Somchai Tuayang")[lang],), source=register),
        RowView(Text("บัญชีรับเงิน", "Account")[lang], (Text("ธนาคารกรุงเทพ", "Bangkok Bank")[lang], "123-4-56789-0"), "/a"),
        RowView(Text("อีเมล", "E-mail")[lang], (), "/b"),
        RowView(
            Text("วันเกิด", "Born")[lang], (Text("กรอกวันเกิด", "Enter your date of birth")[lang],), "/c", is_wrong=True
        ),
    ]


def lines(lang: Lang) -> list[LineView]:
    """A history with something done, something going on and something to come."""
    done = datetime(2026, 11, 18, 3, 30, tzinfo=UTC)
    officer = Text("เทศบาลตำบลตัวอย่าง", "Tuayang Municipality")[lang]
    return [
        LineView(Text("รับคำขอแล้ว", "Application received")[lang], done, Text("ระบบ", "System")[lang]),
        LineView(Text("เริ่มนับเวลา 7 วันทำการ", "Clock started: 7 working days")[lang], done),
        LineView(
            Text("กำลังตรวจเอกสาร", "Documents being checked")[lang],
            done,
            officer,
            Text("ไม่ต้องทำอะไรเพิ่ม", "You do not need to do anything")[lang],
            is_now=True,
        ),
        LineView(Text("แจ้งผลการพิจารณา", "Decision")[lang]),
    ]


def clocks() -> list[ClockView]:
    """A clock in each of its states."""
    due = date(2026, 12, 1)
    return [
        ClockView("running", 5, 7, due, "พ.ร.บ. การสาธารณสุข พ.ศ. 2535 มาตรา 48"),
        ClockView("soon", 1, 7, due),
        ClockView("late", 2, 7, due),
        ClockView("paused", 4, 7),
        ClockView("met", 0, 7),
    ]


def tasks(lang: Lang) -> list[TaskView]:
    """Three tasks: done, to do, later."""
    return [
        TaskView(Text("ข้อมูลของคุณ", "About you")[lang], "/1", is_done=True),
        TaskView(Text("บัญชีรับเงิน", "Your account")[lang], "/2", Text("ใช้สมุดบัญชี", "Have your passbook ready")[lang]),
        TaskView(Text("ตรวจและยื่นคำขอ", "Check and submit")[lang]),
    ]


def inbox(lang: Lang) -> list[LinkView]:
    """The sections of the officer's desk."""
    return [
        LinkView(Text("งานเข้า", "Inbox")[lang], "/desk", is_current=True),
        LinkView(Text("รอผู้ยื่นแก้ไข", "Waiting for applicants")[lang], "/desk/waiting"),
        LinkView(Text("เสร็จแล้ว", "Closed")[lang], "/desk/closed"),
    ]


def charts(lang: Lang) -> tuple[BarChart, PairChart, TileMap]:
    """One chart of each kind, with values of both signs and one that is nothing."""
    names = [Text(th=f"กลุ่ม {number}", en=f"Group {number}")[lang] for number in range(1, 5)]
    values = (1200.0, -300.0, 0.0, 45.0)
    bars = [Datum(name, value, f"{value:+,.0f}", error=80.0) for name, value in zip(names, values, strict=True)]
    pairs = [Pair(name, place, 4 - place, str(place), str(4 - place)) for place, name in enumerate(names)]
    tiles = [Place("กข", name, place % 2, place // 2, values[place], "") for place, name in enumerate(names)]
    return lay_bars(bars), lay_pairs(pairs), lay_tiles(tiles)
