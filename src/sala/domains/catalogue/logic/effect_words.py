"""The sentences in which effects are told."""

from sala.kernel.bilingual import Text

from ..contracts import Effect

APPLICANTS = Text(
    th="มีผลกับผู้ที่เริ่มยื่นตั้งแต่เวลาเผยแพร่เป็นต้นไป",
    en="It concerns everyone who begins an application from its publication on",
)
READERS = Text(
    th="บริการนี้ทำที่หน่วยงาน หน้าใหม่มีผลกับผู้ที่อ่านตั้งแต่เวลาเผยแพร่เป็นต้นไป",
    en="This service is done elsewhere: the new page is for everyone who reads it from its publication on",
)
RUNNING_CASES = Text(
    th="เรื่องที่ยื่นไว้แล้วและยังไม่เสร็จ {count} เรื่อง รวมถึงคำขอที่เริ่มกรอกแล้ว ยังใช้ฉบับที่เริ่มยื่น ไม่เปลี่ยน",
    en="{count} cases that are under way, and applications already begun, keep the edition they began with",
)
NO_RUNNING_CASES = Text(
    th="เรื่องที่เริ่มไว้ก่อนเผยแพร่ ยังใช้ฉบับที่เริ่มยื่น ไม่เปลี่ยน",
    en="Applications begun before then keep the edition they began with",
)
ONLY_WORDING = Effect(
    "wording",
    Text(
        th="เปลี่ยนเฉพาะถ้อยคำ สิทธิ หน้าที่ ค่าธรรมเนียม เวลา และเอกสารคงเดิม",
        en="Only the wording changes: rights, duties, fee, time and documents stay as they are",
    ),
)

NOTHING = Text(th="ไม่มี", en="none")
FROM_TO = Text(th="{what}: จาก {before} เป็น {after}", en="{what}: from {before} to {after}")
ADDED = Text(th="{what}: เพิ่ม “{name}”", en="{what}: “{name}” is added")
REMOVED = Text(th="{what}: ตัด “{name}” ออก", en="{what}: “{name}” is taken out")
CHANGED = Text(th="{what}: “{name}” เปลี่ยนเงื่อนไขหรือวิธีใช้", en="{what}: “{name}” has other conditions or another use")
REWORDED = Text(th="{what}: เขียนใหม่จาก “{before}” เป็น “{after}”", en="{what}: rewritten from “{before}” to “{after}”")
PART_CHANGED = Text(th="{what}: เปลี่ยน", en="{what}: changed")
OTHER_PART = Text(th="ส่วน `{key}` ของประกาศเปลี่ยน", en="The part `{key}` of the declaration changes")
ONE_CONFIRMED = Text(th="{what}: ยืนยัน “{name}” แล้ว", en="{what}: “{name}” is confirmed")
ONE_DOUBTED = Text(th="{what}: “{name}” ติดเครื่องหมายว่ายังไม่ได้ตรวจสอบ", en="{what}: “{name}” is marked as unverified")
CONFIRMED = Text(
    th="{what}: ยืนยันแล้ว ไม่ติดเครื่องหมายว่ายังไม่ได้ตรวจสอบอีก", en="{what}: confirmed, no longer marked as unverified"
)
DOUBTED = Text(th="{what}: ติดเครื่องหมายว่ายังไม่ได้ตรวจสอบ", en="{what}: marked as unverified")

PARTS = {
    "time": Text(th="ระยะเวลาตามกฎหมาย", en="Time limit"),
    "fee": Text(th="ค่าธรรมเนียม", en="Fee"),
    "documents": Text(th="เอกสารที่ต้องใช้", en="Documents"),
    "eligibility": Text(th="ผู้มีสิทธิ", en="Who can have it"),
    "law-decides": Text(th="กฎหมายที่ตัดสิน", en="The law that decides"),
    "exits": Text(th="กรณีที่ต้องไปทางอื่น", en="Cases sent another way"),
    "questions": Text(th="คำถามในแบบ", en="Questions of the form"),
    "channels": Text(th="ช่องทาง", en="Channels"),
    "law": Text(th="กฎหมายที่อ้าง", en="Laws"),
    "steps": Text(th="ขั้นตอน", en="Steps"),
    "money": Text(th="เงินที่ได้รับ", en="Money received"),
    "appeal": Text(th="การอุทธรณ์", en="Appeal"),
    "data": Text(th="การใช้ข้อมูลส่วนบุคคล", en="Use of personal data"),
    "issues": Text(th="เอกสารที่ได้รับ", en="Documents issued"),
    "sign-in": Text(th="การยืนยันตัวตน", en="Signing in"),
    "contact": Text(th="ผู้ให้ข้อมูลและช่องทางร้องเรียน", en="Whom to ask, and where to complain"),
    "finding": Text(th="การค้นหาและหน้าที่เกี่ยวข้อง", en="How it is found, and related pages"),
}
CHANNELS = {
    "web": Text(th="เว็บ", en="web"),
    "counter": Text(th="เคาน์เตอร์", en="counter"),
    "phone": Text(th="โทรศัพท์", en="telephone"),
    "post": Text(th="ไปรษณีย์", en="post"),
    "kiosk": Text(th="ตู้บริการ", en="kiosk"),
    "chat": Text(th="แชต", en="chat"),
}


def say(kind: str, sentence: Text, **values: object) -> Effect:
    """Tell one effect of a part."""
    return Effect(kind, sentence.fill(what=PARTS[kind], **values))


def other_part(key: str) -> Effect:
    """Tell that a part changes that has no sentence of its own."""
    return Effect("other", OTHER_PART.fill(key=key))
