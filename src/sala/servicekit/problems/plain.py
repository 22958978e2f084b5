"""Words that are hard to read. None of them is wrong: they are warnings, and the author decides."""

from sala.kernel.bilingual import Text

from .base import Problem


class LongSentence(Problem):
    """A sentence has more words than people take in at once."""

    code = "long-sentence"
    what_text = Text(
        th="ประโยคนี้ยาว {count} คำ ไม่ควรเกิน {most} คำ: “{sentence}”",
        en="A sentence of {count} words, and {most} are enough: “{sentence}”",
    )
    why_text = Text(
        th="ประโยคยาวทำให้คนอ่านต้องย้อนอ่านใหม่ โดยเฉพาะบนมือถือ",
        en="People have to read a long sentence twice, on a telephone above all",
    )
    mend_text = Text(
        th="แบ่งเป็นสองประโยค ประโยคละหนึ่งเรื่อง หรือทำเป็นรายการ", en="Make it two sentences of one thought each, or a list"
    )


class Officialese(Problem):
    """A word that only officials use stands where people read."""

    code = "officialese"
    what_text = Text(th="“{word}” เป็นคำราชการ", en="“{word}” is a word of officials")
    why_text = Text(
        th="คนทั่วไปไม่พูดแบบนี้ อ่านแล้วต้องแปลอีกครั้ง", en="Nobody speaks like this, so readers have to translate it first"
    )
    mend_text = Text(th="ใช้คำนี้แทน: {better}", en="Write instead: {better}")


class TranslatedPassive(Problem):
    """A passive with ถูก stands where nobody suffers anything."""

    code = "translated-passive"
    what_text = Text(th="“{word}” เป็นประโยคกรรมแบบภาษาแปล", en="“{word}” is a passive as in a translation")
    why_text = Text(
        th="คนอ่านไม่รู้ว่าใครเป็นคนทำ และ “ถูก” ในภาษาไทยใช้กับเรื่องที่ไม่ดี",
        en="It hides who does it, and Thai keeps this form for what one suffers",
    )
    mend_text = Text(
        th="บอกว่าใครทำ เช่น เจ้าหน้าที่{verb}", en="Name who does it as the subject of “{verb}”, an officer for example"
    )


class UnexplainedAbbreviation(Problem):
    """A page uses an abbreviation, and nowhere says what it stands for."""

    code = "unexplained-abbreviation"
    what_text = Text(th="ไม่มีที่ใดในหน้านี้บอกว่า “{word}” คืออะไร", en="Nothing on this page says what “{word}” stands for")
    why_text = Text(th="คนที่ไม่ได้ทำงานในหน่วยงานนั้นไม่รู้จักตัวย่อ", en="Only those who work there know what the letters mean")
    mend_text = Text(
        th="เขียนชื่อเต็มในครั้งแรก เช่น ชื่อเต็ม ({word}) หรือใช้ชื่อเต็มทุกครั้ง",
        en="Write the full name the first time, as in: full name ({word}). Or write it every time",
    )
