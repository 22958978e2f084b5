"""Three documents of the three services, about people and places that do not exist."""

from datetime import UTC, datetime
from uuid import UUID

from sala.kernel.actors import Actor, Grant
from sala.kernel.bilingual import Lang, Text

from ..contracts import Content, IssueRequest, Officer, Row, Stamp

MORNING = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
CODE = "7K3MZ9QW2X5B8N4V6C1T0RYHJG"
TOWN = "tua-yang"
NAMTHIP = Actor(person=UUID(int=1))
SAMRAN = Actor(person=UUID(int=2))
NAMPHUENG = Actor(
    person=UUID(int=3),
    agency=TOWN,
    role="officer",
    grants=frozenset({Grant("case.decide", "food-shop"), Grant("document.revoke", "food-shop")}),
)
NEIGHBOUR = Actor(person=UUID(int=4), agency="elsewhere", role="officer", grants=frozenset({Grant("document.revoke")}))

AGENCY = Text(th="เทศบาลเมืองตัวอย่าง", en="Tua Yang Town Municipality")
OFFICE = ("๑ ถนนศาลา ตำบลตัวอย่าง", "อำเภอเมืองตัวอย่าง 99000")
OFFICER = Officer(
    name="นางสาวน้ำผึ้ง ผู้ตัวอย่าง",
    position=Text(th="ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม", en="Director of Public Health and Environment"),
)


def stamp(*, number: str = "12/2569", demonstration: bool = False) -> Stamp:
    """Stamp a document issued on the morning of the samples."""
    return Stamp(
        number=number,
        dated=MORNING,
        check_code=CODE,
        check_address=f"https://sala.example.go.th/check/{CODE}",
        demonstration=demonstration,
    )


def certificate(*, lang: Lang = "th", shop: str = "ร้านข้าวต้มป้าน้ำทิพย์ #1") -> Content:
    """The certificate that a small food shop displays."""
    return Content(
        form="certificate",
        lang=lang,
        title=Text(th="หนังสือรับรองการแจ้ง", en="Certificate of Notification"),
        subtitle=Text(th="จัดตั้งสถานที่จำหน่ายอาหาร", en="Establishment of a place selling food"),
        agency_name=AGENCY,
        opening=(
            Text(
                th="เจ้าพนักงานท้องถิ่นออกหนังสือรับรองการแจ้งฉบับนี้ให้แก่ผู้แจ้งตามรายการต่อไปนี้ เพื่อแสดงว่าได้แจ้งการจัดตั้ง"
                "สถานที่จำหน่ายอาหารที่มีพื้นที่ไม่เกิน 200 ตารางเมตรไว้ต่อราชการส่วนท้องถิ่นแล้ว",
                en="The local official gives this certificate to the person named below, who has notified the local "
                "government of a place selling food with an area of not over 200 square metres.",
            ),
        ),
        rows=(
            Row(Text(th="ผู้แจ้ง", en="Notified by"), Text(th="นางน้ำทิพย์ ผู้ตัวอย่าง", en="นางน้ำทิพย์ ผู้ตัวอย่าง")),
            Row(Text(th="ชื่อสถานที่", en="Name of the place"), Text(th=shop, en=shop)),
            Row(
                Text(th="ที่ตั้ง", en="Address"),
                Text(th="99/9 หมู่ที่ 3 ตำบลตัวอย่าง อำเภอเมืองตัวอย่าง", en="99/9 Moo 3, Tua Yang, Mueang Tua Yang"),
            ),
            Row(Text(th="พื้นที่", en="Area"), Text(th="48 ตารางเมตร", en="48 square metres")),
            Row(Text(th="ค่าธรรมเนียม", en="Fee"), Text(th="480 บาท", en="480 baht")),
        ),
        law=(
            Text(
                th="พระราชบัญญัติการสาธารณสุข พ.ศ. 2535 มาตรา 38 และมาตรา 48",
                en="Public Health Act B.E. 2535, sections 38 and 48",
            ),
        ),
        officer=OFFICER,
    )


_GRANTED = (
    Text(th="ท่านมีสัญชาติไทย", en="You have Thai nationality."),
    Text(
        th="ท่านมีอายุหกสิบปีบริบูรณ์ขึ้นไป และมีภูมิลำเนาอยู่ในเขตเทศบาลตามทะเบียนบ้าน",
        en="You have completed sixty years and live in this municipality by the house register.",
    ),
    Text(
        th="ท่านไม่เป็นผู้ได้รับสวัสดิการอื่นใดจากหน่วยงานของรัฐที่ได้รับเงินเป็นประจำ",
        en="You receive no other regular money benefit from a state agency.",
    ),
)


def letter(*, lang: Lang = "th") -> Content:
    """The letter that tells a person of the decision on an old-age allowance."""
    return Content(
        form="letter",
        lang=lang,
        title=Text(th="แจ้งผลการลงทะเบียนรับเงินเบี้ยยังชีพผู้สูงอายุ", en="Result of your registration for the old-age allowance"),
        agency_name=AGENCY,
        office=OFFICE,
        letter_code="ตย 52001",
        addressee="นายสำราญ ผู้ตัวอย่าง",
        reference=Text(
            th="คำขอเลขที่ 6911-0042-K ลงวันที่ 2 พฤศจิกายน 2569", en="Application 6911-0042-K of 2 November 2026"
        ),
        opening=(
            Text(
                th="ตามที่ท่านได้ลงทะเบียนรับเงินเบี้ยยังชีพผู้สูงอายุไว้กับเทศบาลเมืองตัวอย่าง นั้น เทศบาลได้ตรวจสอบแล้ว "
                "มีคำสั่งอนุมัติให้ท่านเป็นผู้มีสิทธิได้รับเงินเบี้ยยังชีพ โดยมีข้อเท็จจริงดังนี้",
                en="You registered for the old-age allowance with this municipality. We have checked your registration "
                "and approved it, on these facts:",
            ),
        ),
        rows=(
            Row(Text(th="วันเกิด", en="Date of birth"), Text(th="1 ตุลาคม 2509", en="1 October 1966")),
            Row(Text(th="อายุครบหกสิบปี", en="Sixty years complete"), Text(th="30 กันยายน 2569", en="30 September 2026")),
            Row(Text(th="เบี้ยยังชีพต่อเดือน", en="Allowance a month"), Text(th="600 บาท", en="600 baht")),
            Row(Text(th="เริ่มได้รับ", en="Paid from"), Text(th="10 ธันวาคม 2569", en="10 December 2026")),
        ),
        law=(
            Text(
                th="ระเบียบกระทรวงมหาดไทยว่าด้วยหลักเกณฑ์การจ่ายเงินเบี้ยยังชีพผู้สูงอายุขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2566 ข้อ 6",
                en="Ministry of Interior Regulation on Old-age Allowances of Local Authorities B.E. 2566, clause 6",
            ),
        ),
        reasons=_GRANTED,
        appeal=Text(
            th="หากท่านไม่เห็นด้วยกับคำสั่งนี้ ท่านมีสิทธิอุทธรณ์เป็นหนังสือต่อนายกเทศมนตรีภายใน 15 วัน นับแต่วันที่ได้รับแจ้งคำสั่ง",
            en="If you disagree with this order, you may appeal in writing to the mayor within 15 days of notice.",
        ),
        closing=(Text(th="จึงเรียนมาเพื่อโปรดทราบ", en="For your information."),),
        officer=Officer(
            name="นายก้ำกึ่ง ผู้ตัวอย่าง",
            position=Text(th="นายกเทศมนตรีเมืองตัวอย่าง", en="Mayor of Tua Yang"),
        ),
    )


def receipt(*, lang: Lang = "th") -> Content:
    """The receipt for a report of a scam telephone number."""
    return Content(
        form="receipt",
        lang=lang,
        title=Text(th="ใบรับแจ้งเบาะแส", en="Receipt of a Report"),
        subtitle=Text(th="หมายเลขโทรศัพท์ที่ใช้หลอกลวง", en="A telephone number used in a scam"),
        agency_name=Text(th="ศูนย์รับแจ้งตัวอย่าง", en="Example Report Centre"),
        opening=(
            Text(
                th="ได้รับเบาะแสของท่านไว้แล้วตามรายการต่อไปนี้ ท่านใช้รหัสติดตามดูความคืบหน้าได้โดยไม่ต้องเปิดเผยตัวตน",
                en="Your report is received. You can follow it with the follow-up code, without saying who you are.",
            ),
        ),
        rows=(
            Row(Text(th="รหัสติดตาม", en="Follow-up code"), Text(th="SC-7F2K-9M", en="SC-7F2K-9M")),
            Row(Text(th="ช่องทาง", en="Channel"), Text(th="ข้อความสั้น (SMS)", en="Text message (SMS)")),
        ),
        closing=(
            Text(
                th="หากท่านโอนเงินไปแล้ว โปรดติดต่อธนาคารของท่านหรือโทร 1441 ทันที ใบรับแจ้งนี้ไม่ใช่การร้องทุกข์",
                en="If you have sent money, contact your bank or call 1441 now. This is not a police complaint.",
            ),
        ),
    )


def asked(case_id: UUID, *, displayed: bool = True, kind: str = "food-shop-certificate") -> IssueRequest:
    """Ask for Namthip's certificate: displayed in her shop, or not."""
    content = certificate()
    return IssueRequest(
        case_id=case_id,
        agency=TOWN,
        service="food-shop",
        kind=kind,
        person=NAMTHIP.person,
        content=content,
        displayed=displayed,
        public_rows=content.rows[:3],
    )
