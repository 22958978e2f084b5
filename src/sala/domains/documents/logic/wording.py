"""The sentences that every document carries, whatever its service. Letters say ท่าน."""

from sala.kernel.bilingual import Text

NUMBER = Text(th="เลขที่", en="No.")
LETTER_NUMBER = Text(th="ที่", en="Ref.")
PAGE = Text(th="หน้า", en="Page")
SUBJECT = Text(th="เรื่อง", en="Subject")
ADDRESSEE = Text(th="เรียน", en="To")
REFERENCE = Text(th="อ้างถึง", en="Reference")
LAW = Text(th="ข้อกฎหมาย", en="Law")
REASONS = Text(th="เหตุผล", en="Reasons")
APPEAL = Text(th="สิทธิอุทธรณ์", en="Right to appeal")
RESPECTFULLY = Text(th="ขอแสดงความนับถือ", en="Yours respectfully")
ISSUED = Text(th="ให้ไว้ ณ วันที่ {day}", en="Issued on {day}")
CHECK = Text(th="ตรวจสอบเอกสารนี้ได้ โดยสแกนรหัสหรือเปิดเว็บ", en="Check this document: scan the code or open the address")
SEALED = Text(
    th="ประทับตราอิเล็กทรอนิกส์ของหน่วยงานไว้ในไฟล์ เมื่อพิมพ์แล้วให้ตรวจสอบจากรหัสนี้",
    en="The agency's electronic seal is in the file; a printed copy is checked by this code",
)
DEMONSTRATION = Text(th="เอกสารสาธิต ไม่มีผลทางกฎหมาย", en="Demonstration document, no legal effect")
