"""An interview in a terminal, or with answers that come through a pipe: one line for each question."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sala.kernel.bilingual import Lang, Text
from sala.kernel.calendars import WorkingCalendar
from sala.kernel.errors import SalaError
from sala.rulekit import Explanation, Facts, Interview, Law, Question, Rule, with_fact
from sala.rulekit.kinds import Kind

from .answering import hint_of, read_answer
from .paper import write_explanation

_BACK = ("back", "ย้อน", "ย้อนกลับ")
_HELP = Text(
    th="กด Enter ถ้าไม่ทราบ พิมพ์ “ย้อน” เพื่อแก้คำตอบก่อนหน้า",
    en="Press Enter if you do not know. Type “back” to change the answer before",
)
_OF = Text(th="{whose} › {words}", en="{whose} › {words}")
_ASK = Text(th="{words} ({hint}): ", en="{words} ({hint}): ")
_CHOICE = Text(th="  {number}. {choice}", en="  {number}. {choice}")
_MAY = Text(th="อาจเข้าหลักเกณฑ์ ถ้า", en="This may apply, if")
_HANGS_ON = Text(th="คำตอบขึ้นอยู่กับว่า", en="The answer hangs on whether")
_FIRST = Text(th="ยังไม่มีคำตอบก่อนหน้าให้แก้", en="There is no answer before this one")


@dataclass(slots=True)
class Conversation:
    """One interview: what is told so far, and what was told before each answer, so that it can be taken back."""

    law: Law
    rule: Rule
    on: date
    lang: Lang
    calendar: WorkingCalendar | None
    say: Callable[[str], None]
    listen: Callable[[str], str | None]
    facts: Facts = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    before: list[tuple[Facts, frozenset[str]]] = field(default_factory=list)

    def run(self) -> Interview:
        """Ask until the answer is known, or nobody knows more; an end of input leaves the rest unknown."""
        interview = self._interview(self.facts, self.unsure)
        self.say(_HELP[self.lang])
        self._say_conditions(interview)
        while interview.next is not None:
            typed = self._ask(interview.next)
            if typed is None:
                break
            interview = self._take(interview, interview.next, typed.strip())
        self.say("")
        self._conclude(interview)
        return interview

    def _interview(self, facts: Facts, unsure: frozenset[str]) -> Interview:
        return self.law.interview(self.rule.name, facts, self.on, unsure=unsure, calendar=self.calendar)

    def _ask(self, question: Question) -> str | None:
        words = question.words
        if question.whose is not None:
            words = _OF.fill(whose=question.whose, words=words)
        self.say("")
        if question.type.kind is Kind.CHOICE:
            for number, (_, words_of_choice) in enumerate(question.choices, start=1):
                self.say(_CHOICE.fill(number=number, choice=words_of_choice)[self.lang])
        return self.listen(_ASK.fill(words=words, hint=hint_of(question))[self.lang])

    def _take(self, interview: Interview, question: Question, typed: str) -> Interview:
        """Take in one line; what cannot be taken is told, and the same question stands."""
        if typed.casefold() in _BACK:
            return self._go_back(interview)
        facts, unsure = interview.outcome.facts, self.unsure
        try:
            if typed:
                facts = with_fact(facts, question.path, read_answer(question, typed))
            else:
                unsure |= {question.path}
            following = self._interview(facts, unsure)
        except SalaError as refusal:
            self.say(refusal.text[self.lang])
            return interview
        self.before.append((self.facts, self.unsure))
        self.facts, self.unsure = facts, unsure
        return following

    def _go_back(self, interview: Interview) -> Interview:
        if not self.before:
            self.say(_FIRST[self.lang])
            return interview
        self.facts, self.unsure = self.before.pop()
        return self._interview(self.facts, self.unsure)

    def _conclude(self, interview: Interview) -> None:
        if interview.outcome.value is None:
            self.say(interview.outcome.conclusion.text[self.lang])
            self._say_conditions(interview)
            return
        for line in write_explanation(Explanation(interview.outcome), self.lang):
            self.say(line)

    def _say_conditions(self, interview: Interview) -> None:
        if not interview.if_:
            return
        is_yes_or_no = self.rule.form.returns.kind is Kind.TRUTH
        self.say((_MAY if is_yes_or_no else _HANGS_ON)[self.lang])
        for condition in interview.if_:
            self.say(f"  - {condition[self.lang]}")
