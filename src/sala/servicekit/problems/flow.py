"""Problems of flow: pages, questions and steps that nobody can reach, or that wait for each other."""

from sala.kernel.bilingual import Text

from .base import Problem


class CyclicCondition(Problem):
    """Conditions wait for each other in a ring."""

    code = "cyclic-condition"
    what_text = Text(th="เงื่อนไขวนเป็นวง: {ring}", en="These conditions wait for each other: {ring}")
    why_text = Text(
        th="ไม่มีคำถามใดในวงนี้จะได้ถาม เพราะแต่ละข้อรออีกข้อหนึ่ง",
        en="None of them would ever be asked, because each waits for another",
    )
    mend_text = Text(th="ลบ `when:` ออกอย่างน้อยหนึ่งแห่งในวงนี้", en="Remove at least one `when:` in the ring")


class ConditionAsksLater(Problem):
    """A condition needs a fact that is asked on a later page."""

    code = "condition-asks-later"
    what_text = Text(
        th="เงื่อนไขนี้ใช้ `{fact}` ซึ่งถามทีหลังในหน้า `{page}`",
        en="This condition needs `{fact}`, asked later on page `{page}`",
    )
    why_text = Text(th="เมื่อถึงตรงนี้ยังไม่รู้คำตอบ จึงถูกข้ามไป", en="The answer is not known here yet, so this is passed over")
    mend_text = Text(th="ย้ายคำถามนั้นไปไว้หน้าก่อนหรือหน้าเดียวกัน", en="Ask it on an earlier page")


class UnreachablePage(Problem):
    """No answers lead to this page."""

    code = "unreachable-page"
    what_text = Text(th="ไม่มีคำตอบใดพาไปถึงหน้า `{page}`", en="No answers lead to the page `{page}`")
    why_text = Text(
        th="เงื่อนไขของหน้านี้ขัดกันเอง หรือมีทางออกก่อนหน้าที่ดักไว้ทุกกรณี",
        en="Its condition contradicts itself, or an exit before it always takes the person away",
    )
    mend_text = Text(th="แก้ `when:` ของหน้านี้หรือของทางออกก่อนหน้า", en="Correct the `when:` of the page or of that exit")


class QuestionOnNoPage(Problem):
    """A fact is asked, and stands on no page."""

    code = "question-on-no-page"
    what_text = Text(th="คำถาม `{fact}` ไม่อยู่ในหน้าใด", en="The question `{fact}` stands on no page")
    why_text = Text(th="จะไม่มีใครได้ตอบคำถามนี้", en="Nobody would ever be asked it")
    mend_text = Text(th="ใส่ใน `ask:` ของหน้าใดหน้าหนึ่ง หรือลบออก", en="Put it in the `ask:` of a page, or remove it")


class QuestionOnTwoPages(Problem):
    """A fact stands on more than one page, or twice on one."""

    code = "question-on-two-pages"
    what_text = Text(th="คำถาม `{fact}` อยู่มากกว่าหนึ่งแห่ง", en="The question `{fact}` stands in more than one place")
    why_text = Text(th="ถามซ้ำทำให้ได้คำตอบไม่ตรงกัน", en="Asked twice, it may be answered differently")
    mend_text = Text(th="เหลือไว้แห่งเดียว", en="Keep it in one place")


class UnreachableStep(Problem):
    """No outcome leads to this step."""

    code = "unreachable-step"
    what_text = Text(th="ไม่มีผลใดพาไปถึงขั้นตอน `{step}`", en="No outcome leads to the step `{step}`")
    why_text = Text(th="งานในขั้นนี้จะไม่มีใครได้ทำ", en="Its work would never be done")
    mend_text = Text(th="ให้ `then:` ของขั้นก่อนหน้าชี้มา หรือลบขั้นนี้", en="Let an earlier `then:` lead here, or remove it")


class NobodyCanBegin(Problem):
    """Services of one moment of life always wait for each other's papers."""

    code = "nobody-can-begin"
    what_text = Text(
        th="ในเรื่อง `{event}` บริการเหล่านี้รอเอกสารของกันและกันทุกกรณี: {services}",
        en="In `{event}` these services always wait for each other's papers: {services}",
    )
    why_text = Text(
        th="จะไม่มีใครเริ่มได้ หน้าของเรื่องนี้จึงวางบริการเหล่านี้ไว้ข้างกันโดยไม่มีลำดับ",
        en="Nobody could ever begin, so the journey shows them side by side, in no order",
    )
    mend_text = Text(
        th="ถ้าเอกสารใดใช้ในบางกรณี ให้บอกด้วย `when_words:` ถ้าเป็นการออกซ้ำ ให้ใส่ `again: true` ใน `issues:`",
        en="Where a paper is needed in some cases only, say so in `when_words:`; where it is issued again, say `again: true` in `issues:`",
    )
