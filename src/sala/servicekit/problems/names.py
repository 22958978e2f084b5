"""Problems of names: something points at what does not exist."""

from sala.kernel.bilingual import Text

from .base import Problem

_MEND = Text(th="แก้ชื่อให้ตรง ชื่อที่ใกล้เคียง: {near}", en="Correct the name. The nearest known: {near}")


class UnknownLaw(Problem):
    """No folder in `laws/` has this name."""

    code = "unknown-law"
    what_text = Text(th="ไม่มีกฎหมายชื่อ `{name}` ใน laws/", en="No law in laws/ is named `{name}`")
    why_text = Text(
        th="การตัดสินและการคำนวณเงินใช้กฎหมายที่เขียนไว้ในโฟลเดอร์นั้น",
        en="Decisions and amounts are worked out by the law in that folder",
    )
    mend_text = _MEND


class UnknownRule(Problem):
    """The law exists, the rule does not."""

    code = "unknown-rule"
    what_text = Text(th="กฎหมาย `{law}` ไม่มีข้อชื่อ `{name}`", en="The law `{law}` has no rule named `{name}`")
    why_text = Text(
        th="ข้อนั้นเป็นผู้ตัดสินหรือคำนวณ ถ้าไม่มีจะตัดสินไม่ได้", en="That rule decides or calculates; nothing can without it"
    )
    mend_text = _MEND


class UnknownNumber(Problem):
    """A page puts in a number that the law does not have."""

    code = "unknown-number"
    what_text = Text(th="กฎหมาย `{law}` ไม่มีตัวเลขชื่อ `{name}`", en="The law `{law}` has no number named `{name}`")
    why_text = Text(
        th="หน้านี้ดึงตัวเลขจาก rates.yaml ของกฎหมาย ถ้าไม่มีจะแสดงไม่ได้",
        en="The page takes the number from the law's rates.yaml, and cannot be shown without it",
    )
    mend_text = _MEND


class LawNeedsFact(Problem):
    """The deciding rule needs a fact that this service neither knows nor asks."""

    code = "law-needs-fact"
    what_text = Text(
        th="`{rule}` ต้องใช้ข้อเท็จจริง `{name}` แต่บริการนี้ไม่รู้และไม่ได้ถาม",
        en="`{rule}` needs the fact `{name}`, which this service neither knows nor asks",
    )
    why_text = Text(th="ถ้าขาดข้อเท็จจริง กฎหมายตัดสินไม่ได้", en="Without that fact the law cannot decide")
    mend_text = Text(
        th="เพิ่มใน `know:` หรือ `ask:` หรือบอกชื่อที่ตรงกันใน `decide: facts:`",
        en="Add it to `know:` or `ask:`, or name its equal under `decide: facts:`",
    )


class UnknownRegister(Problem):
    """No file in `registries/` has this name."""

    code = "unknown-register"
    what_text = Text(th="ไม่มีทะเบียนชื่อ `{name}` ใน registries/", en="No register in registries/ is named `{name}`")
    why_text = Text(
        th="ข้อเท็จจริงที่รัฐรู้อยู่แล้วต้องดึงจากทะเบียนที่ประกาศไว้",
        en="What the state already knows is fetched from a declared register",
    )
    mend_text = _MEND


class UnknownRegisterFact(Problem):
    """The register exists, and does not hold this fact."""

    code = "unknown-register-fact"
    what_text = Text(
        th="ทะเบียน `{register}` ไม่มีข้อเท็จจริง `{name}`", en="The register `{register}` holds no fact named `{name}`"
    )
    why_text = Text(th="ดึงข้อมูลที่ทะเบียนไม่มีไม่ได้", en="What a register does not hold cannot be fetched from it")
    mend_text = _MEND


class UnknownAgency(Problem):
    """Neither `agencies.yaml` nor `localities/` has this code."""

    code = "unknown-agency"
    what_text = Text(th="ไม่มีหน่วยงานรหัส `{name}`", en="No agency has the code `{name}`")
    why_text = Text(th="ประชาชนต้องรู้ว่าหน่วยงานใดรับผิดชอบ", en="People must be told which agency is responsible")
    mend_text = _MEND


class UnknownOffice(Problem):
    """`offices.yaml` has no kind of office with this name."""

    code = "unknown-office"
    what_text = Text(
        th="ไม่มีประเภทสำนักงานชื่อ `{name}` ใน offices.yaml", en="offices.yaml has no kind of office named `{name}`"
    )
    why_text = Text(
        th="เว็บไซต์ใช้ประเภทสำนักงานบอกคนว่าต้องไปที่ไหน", en="It is how people are told where to go from where they live"
    )
    mend_text = _MEND


class OfficeWithoutPlace(Problem):
    """The words of a kind of office use a placeholder that nothing fills."""

    code = "office-without-place"
    what_text = Text(
        th="ชื่อของประเภทสำนักงาน `{name}` ใช้ `{{{placeholder}}}` ซึ่งไม่มีค่า",
        en="The words of the kind of office `{name}` use `{{{placeholder}}}`, which nothing fills",
    )
    why_text = Text(th="ชื่อสำนักงานแต่ละแห่งเรียงจากตารางพื้นที่", en="The name of each office is made from the table of areas")
    mend_text = Text(th="ใช้ได้เฉพาะ {known}", en="Use only {known}")


class UnknownBank(Problem):
    """`banks.yaml` has no bank with this code."""

    code = "unknown-bank"
    what_text = Text(th="ไม่มีธนาคารรหัส `{name}` ใน banks.yaml", en="banks.yaml has no bank with the code `{name}`")
    why_text = Text(th="เงินโอนไปธนาคารที่ไม่รู้จักไม่ได้", en="Money cannot be sent to an unknown bank")
    mend_text = _MEND


class UnknownTopic(Problem):
    """`topics.yaml` has no topic of this name."""

    code = "unknown-topic"
    what_text = Text(th="ไม่มีหัวข้อชื่อ `{name}` ใน topics.yaml", en="topics.yaml has no topic named `{name}`")
    why_text = Text(
        th="รายการบริการแบ่งตามหัวข้อ บริการที่ไม่มีหัวข้อจะไปอยู่ท้ายสุด",
        en="Services are listed by topic, and one without a topic comes last",
    )
    mend_text = _MEND


class UnknownLifeEvent(Problem):
    """No file in `life_events/` has this name."""

    code = "unknown-life-event"
    what_text = Text(
        th="ไม่มีเหตุการณ์ชีวิตชื่อ `{name}` ใน life_events/", en="No life event in life_events/ is named `{name}`"
    )
    why_text = Text(
        th="ผู้ที่ไม่รู้ชื่อหน่วยงานหาบริการจากเหตุการณ์ชีวิต",
        en="People who do not know which agency to ask find services by life event",
    )
    mend_text = _MEND


class UnknownService(Problem):
    """No service folder has this name."""

    code = "unknown-service"
    what_text = Text(th="ไม่มีบริการชื่อ `{name}`", en="No service is named `{name}`")
    why_text = Text(th="ค่าที่ท้องถิ่นตั้งไว้จะไม่มีผลกับบริการใดเลย", en="What the locality sets would apply to nothing")
    mend_text = _MEND


class UnknownMeaning(Problem):
    """An intent names a meaning that no file in `search/` declares."""

    code = "unknown-meaning"
    what_text = Text(th="ไม่มีความหมายชื่อ `{name}` ใน search/", en="No meaning in search/ is named `{name}`")
    why_text = Text(
        th="คำค้นที่อ้างความหมายที่ไม่มีจะไม่ตรงกับคำถามใดเลย", en="What waits for a meaning that nobody declared never comes up"
    )
    mend_text = _MEND


class UnknownFact(Problem):
    """A fact is named that the service neither knows nor asks."""

    code = "unknown-fact"
    what_text = Text(
        th="ไม่มีข้อเท็จจริงชื่อ `{name}` ใน `know:` หรือ `ask:`", en="Neither `know:` nor `ask:` has a fact named `{name}`"
    )
    why_text = Text(
        th="หน้า เงื่อนไข และคำตัดสินใช้ได้เฉพาะข้อเท็จจริงที่ประกาศไว้",
        en="Pages, conditions and decisions may use declared facts only",
    )
    mend_text = _MEND


class UnknownOption(Problem):
    """A condition compares with an answer that nobody can give."""

    code = "unknown-option"
    what_text = Text(
        th="`{fact}` ไม่มีคำตอบ `{name}` ให้เลือก เงื่อนไขนี้จึงเป็นจริงไม่ได้",
        en="`{fact}` has no answer `{name}`, so this condition can never hold",
    )
    why_text = Text(
        th="เงื่อนไขที่เป็นจริงไม่ได้ซ่อนคำถามหรือทางออกไปตลอด",
        en="A condition that never holds hides a question or an exit for ever",
    )
    mend_text = Text(th="ใช้คำตอบใดคำตอบหนึ่ง: {known}", en="Use one of its answers: {known}")


class UnknownPurpose(Problem):
    """A fact names a purpose that is not declared."""

    code = "unknown-purpose"
    what_text = Text(th="ไม่มีวัตถุประสงค์ชื่อ `{name}` ใน `purposes:`", en="`purposes:` has none named `{name}`")
    why_text = Text(
        th="ทุกข้อเท็จจริงต้องมีวัตถุประสงค์ ฐานกฎหมาย และเวลาเก็บรักษา (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล มาตรา 39)",
        en="Every fact has a purpose, a legal basis and a time it is kept (Personal Data Protection Act, s. 39)",
    )
    mend_text = _MEND


class UnknownStep(Problem):
    """An outcome leads to a step that does not exist."""

    code = "unknown-step"
    what_text = Text(th="ไม่มีขั้นตอนชื่อ `{name}` ใน `steps:`", en="`steps:` has none named `{name}`")
    why_text = Text(th="เรื่องจะค้างอยู่โดยไม่มีใครทำต่อ", en="A case would wait there for nobody")
    mend_text = _MEND


class UnknownDocument(Problem):
    """A step or signer names a document that no service issues."""

    code = "unknown-document"
    what_text = Text(th="ไม่มีเอกสารชื่อ `{name}` ใน `issues:`", en="`issues:` has none named `{name}`")
    why_text = Text(th="ออกเอกสารที่ไม่ได้ประกาศไว้ไม่ได้", en="A document that is not declared cannot be issued")
    mend_text = _MEND


class UnknownGuide(Problem):
    """A page or exit names a guide for which `content/` has no file in this language."""

    code = "unknown-guide"
    what_text = Text(th="ไม่มีไฟล์ content/{lang}/{name}.md", en="There is no content/{lang}/{name}.md")
    why_text = Text(
        th="หน้าแนะนำต้องมีทั้งสองภาษา", en="A guide exists in both languages, or the page would be empty in one"
    )
    mend_text = Text(th="เขียนไฟล์นั้น หรือแก้ชื่อใน `guide:`", en="Write that file, or correct the name in `guide:`")


class UnknownFile(Problem):
    """A file that is named beside the declaration does not exist."""

    code = "unknown-file"
    what_text = Text(th="ไม่มีไฟล์ `{name}` ในโฟลเดอร์นี้", en="This folder has no file `{name}`")
    why_text = Text(th="เอกสารที่ออกจะไม่มีตราประทับ", en="Issued documents would lack their seal")
    mend_text = Text(th="วางไฟล์ไว้ที่นี่ หรือแก้ชื่อ", en="Put the file here, or correct the name")


class UnknownPlaceholder(Problem):
    """A notice uses a placeholder that nothing fills, or that only one language has."""

    code = "unknown-placeholder"
    what_text = Text(th="ข้อความมีช่อง `{{{name}}}` ที่ไม่มีค่าใส่", en="The words hold `{{{name}}}`, which nothing fills")
    why_text = Text(th="ผู้รับจะเห็นวงเล็บแทนค่า", en="The reader would see braces in place of a value")
    mend_text = Text(th="ใช้ได้เฉพาะ: {known}", en="Only these can be used: {known}")


class OverlaySetsEligibility(Problem):
    """A locality tries to change who is eligible."""

    code = "overlay-sets-eligibility"
    what_text = Text(th="ท้องถิ่นตั้งค่า `{key}` ไม่ได้", en="A locality cannot set `{key}`")
    why_text = Text(
        th="สิทธิและเงื่อนไขมาจากกฎหมายและเท่ากันทั้งประเทศ "
        "ท้องถิ่นตั้งได้เฉพาะค่าธรรมเนียม เวลา ช่องทางติดต่อ ผู้ลงนาม ตรา เลขหนังสือ และบัญชี",
        en="Who is eligible comes from the law, alike everywhere. A locality sets only fees, hours, contacts, signers, "
        "seal, letter code and accounts",
    )
    mend_text = Text(
        th="ลบ `{key}` ถ้ากฎหมายให้ต่างกันได้ ให้เขียนในโฟลเดอร์ laws/",
        en="Remove `{key}`. Where the law itself differs by place, write that in laws/",
    )
