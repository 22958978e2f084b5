"""Problems of a law's own folder, whether or not a service names it."""

from sala.kernel.bilingual import Text

from .base import Problem


class LawUnreadable(Problem):
    """A file of a law says something the language of law does not have, or is absent."""

    code = "law-unreadable"
    what_text = Text(th="อ่านกฎหมายนี้ไม่ได้: {detail}", en="This law cannot be read: {detail}")
    why_text = Text(
        th="กฎหมายมีสามไฟล์ คือ rules.py, rates.yaml และ examples.yaml และต้องอ่านได้ครบจึงจะใช้พิจารณาได้",
        en="A law is rules.py, rates.yaml and examples.yaml, and decides nothing until all three can be read",
    )
    mend_text = Text(th="แก้ตรงที่ระบุ แล้วตรวจอีกครั้ง", en="Mend the place it names, then check again")


class NumberStale(Problem):
    """Nobody has reviewed a number of the law for the day. It still counts; a page that uses it says so."""

    code = "number-stale"
    what_text = Text(
        th="“{label}” ({name}) ทบทวนไว้ถึงวันที่ {until} เท่านั้น",
        en="“{label}” ({name}) was reviewed until {until} only",
    )
    why_text = Text(
        th="ตัวเลขนี้ยังใช้คำนวณอยู่ แต่กฎหมายอาจเปลี่ยนไปแล้วโดยไม่มีใครสังเกต หน้าที่ใช้ค่านี้จึงมีคำเตือน",
        en="It still counts, but the law may have changed unnoticed, so every page that uses it carries a warning",
    )
    mend_text = Text(
        th="อ่านกฎหมายอีกครั้ง ถ้ายังเหมือนเดิมให้เลื่อน reviewed_until ถ้าเปลี่ยนให้เพิ่มค่าใหม่พร้อมวันและแหล่งที่มา",
        en="Read the law again: move reviewed_until on if it is the same, or add the new value with its day and source",
    )


class ExampleDisagrees(Problem):
    """The law answers an example otherwise than its author worked it out."""

    code = "example-disagrees"
    what_text = Text(
        th="ตัวอย่าง “{title}” คาดว่าได้ {expected} แต่กฎหมายตอบว่า: {answer}",
        en="The example “{title}” expects {expected}, but the law says: {answer}",
    )
    why_text = Text(
        th="ตัวอย่างคือสิ่งที่คนตรวจด้วยมือได้ ถ้าไม่ตรงกัน มีฝ่ายหนึ่งผิด",
        en="An example can be checked by hand. Where the two differ, one of them is wrong",
    )
    mend_text = Text(
        th="อ่านตัวบทอีกครั้ง แล้วแก้กฎ ตัวเลข หรือตัวอย่างที่ผิด",
        en="Read the text of the law again, then mend the rule, the number or the example that is wrong",
    )
