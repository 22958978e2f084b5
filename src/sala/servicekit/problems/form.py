"""Problems of form: what a single file says, read on its own."""

from sala.kernel.bilingual import Text

from .base import Problem


class FileUnreadable(Problem):
    """The file is no YAML 1.2 mapping."""

    code = "file-unreadable"
    what_text = Text(th="อ่านไฟล์นี้ไม่ได้ ({detail})", en="This file cannot be read ({detail})")
    why_text = Text(
        th="ไฟล์ประกาศต้องเป็น YAML 1.2 เข้ารหัส UTF-8 และเป็นรายการ “คำ: ค่า”",
        en="A declaration is YAML 1.2 in UTF-8, and holds `key: value` entries",
    )
    mend_text = Text(
        th="ตรวจการย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดตรงจุดนี้",
        en="Check the indentation, colons and quotation marks at this place",
    )


class SchemaMissing(Problem):
    """The file does not say which version of the schema it follows."""

    code = "schema-missing"
    what_text = Text(th="ไฟล์ไม่ได้บอกเวอร์ชันของรูปแบบ", en="The file does not say which schema version it follows")
    why_text = Text(th="ระบบต้องรู้เวอร์ชันจึงจะอ่านไฟล์เก่าได้ตลอดไป", en="The version lets an old file be read for ever")
    mend_text = Text(th="ใส่ `schema: {current}` เป็นบรรทัดแรก", en="Write `schema: {current}` as the first line")


class SchemaTooNew(Problem):
    """The file follows a schema that this version of Sala does not know."""

    code = "schema-too-new"
    what_text = Text(
        th="ไฟล์ใช้รูปแบบเวอร์ชัน {found} แต่ Sala รุ่นนี้อ่านได้ถึงเวอร์ชัน {current}",
        en="The file follows schema {found}, and this Sala reads up to schema {current}",
    )
    why_text = Text(
        th="รูปแบบที่ใหม่กว่าอาจมีคำที่รุ่นนี้ตีความผิด", en="A newer schema may say things that this version would misread"
    )
    mend_text = Text(th="อัปเดต Sala หรือใช้ `schema: {current}`", en="Update Sala, or write `schema: {current}`")


class DuplicateId(Problem):
    """One name stands twice in the same place."""

    code = "duplicate-id"
    what_text = Text(th="ชื่อ `{id}` ซ้ำกับบรรทัด {line}", en="The name `{id}` already stands on line {line}")
    why_text = Text(
        th="ชื่อเดียวต้องหมายถึงสิ่งเดียว มิฉะนั้นค่าหนึ่งจะหายไปเงียบ ๆ",
        en="One name means one thing; otherwise one of the two values is silently lost",
    )
    mend_text = Text(th="เปลี่ยนชื่อหรือลบตัวใดตัวหนึ่ง", en="Rename or remove one of them")


class UnknownKey(Problem):
    """A key that the schema does not know."""

    code = "unknown-key"
    what_text = Text(th="ไม่รู้จักคำว่า `{key}` ตรงนี้", en="`{key}` means nothing here")
    why_text = Text(
        th="คำที่สะกดผิดจะถูกมองข้ามโดยไม่มีใครรู้ จึงไม่รับคำที่ไม่รู้จัก",
        en="A misspelt key would be ignored without anyone noticing, so unknown keys are refused",
    )
    mend_text = Text(th="แก้หรือลบคำนี้ คำที่ใกล้เคียง: {near}", en="Correct or remove it. The nearest known: {near}")


class MissingKey(Problem):
    """A key that must be there is not."""

    code = "missing-key"
    what_text = Text(th="ขาด `{key}`", en="`{key}` is missing")
    why_text = Text(
        th="หน้าเว็บ แบบคำขอ และนาฬิกาตามกฎหมายสร้างจากค่านี้",
        en="The public page, the form and the legal clock are made from it",
    )
    mend_text = Text(
        th="เพิ่ม `{key}:` ตรงนี้ (`sala schema` แสดงค่าที่ใช้ได้)",
        en="Add `{key}:` here (`sala schema` shows what it may hold)",
    )


class MissingTranslation(Problem):
    """Words exist in one language only."""

    code = "missing-translation"
    what_text = Text(th="`{key}` ยังไม่มีข้อความ{language}", en="`{key}` has no words in {language}")
    why_text = Text(
        th="ทุกประโยคที่ประชาชนเห็นต้องมีทั้งภาษาไทยและภาษาอังกฤษ",
        en="Every sentence that people see exists in Thai and in English",
    )
    mend_text = Text(th="เพิ่ม `{lang}:` พร้อมข้อความ", en="Add `{lang}:` with the words")


class WrongValue(Problem):
    """A value is not of the kind that belongs here."""

    code = "wrong-value"
    what_text = Text(th="ค่า `{value}` ของ `{key}` ใช้ไม่ได้", en="`{value}` cannot be the value of `{key}`")
    why_text = Text(th="ตรงนี้ต้องเป็น{expected}", en="This must be {expected}")
    mend_text = Text(th="แก้ค่าให้เป็น{expected}", en="Write {expected}")


class Unsourced(Problem):
    """A fact of law or practice names no source and does not say that it is unverified."""

    code = "unsourced"
    what_text = Text(th="`{key}` ไม่ได้บอกแหล่งที่มา", en="`{key}` does not say where it comes from")
    why_text = Text(
        th="ค่าธรรมเนียม เวลา เอกสาร และเงื่อนไขผูกพันประชาชน จึงต้องตรวจย้อนกลับได้",
        en="Fees, times, documents and conditions bind people, so each must be traceable",
    )
    mend_text = Text(
        th="เพิ่ม `source: {{th: …, en: …}}` หรือถ้ายังไม่ได้ตรวจ ให้ใส่ `unverified: true`",
        en="Add `source: {{th: …, en: …}}`, or `unverified: true` where nobody has checked",
    )


class WrongFolder(Problem):
    """The declaration's own name is not that of its folder."""

    code = "wrong-folder"
    what_text = Text(
        th="ชื่อ `{name}` ไม่ตรงกับชื่อโฟลเดอร์หรือไฟล์ `{folder}`",
        en="The name `{name}` is not that of its folder or file, `{folder}`",
    )
    why_text = Text(
        th="ชื่อถาวรนี้ใช้ในที่อยู่เว็บ และต้องหาไฟล์จากชื่อได้",
        en="The permanent name stands in web addresses, and must lead to the file",
    )
    mend_text = Text(th="เปลี่ยนชื่อให้ตรงกัน", en="Give both the same name")
