"""The words of every message."""

import re
from typing import get_args

import pytest

from sala.kernel.bilingual import LANGS, Lang, Text

from ..contracts import TemplateId, Words
from ..logic.words import compose, words_of

KNOWN = {"number", "service", "agency", "deadline", "reason", "link", "code"}
IN_A_SUBJECT = {"number"}
VALUES = {
    "number": "6911-0042-K",
    "service": Text(th="เบี้ยยังชีพผู้สูงอายุ", en="Old-age allowance"),
    "agency": Text(th="เทศบาลเมืองตัวอย่าง", en="Tua Yang Town Municipality"),
    "deadline": Text(th="1 ธันวาคม 2569", en="1 December 2026"),
    "reason": "ภาพถ่ายสำเนาทะเบียนบ้านไม่ชัด",
    "link": "https://sala.example.go.th/cases/1",
    "code": "7F2K-9M",
}


def placeholders(sentence: str) -> set[str]:
    """List the named placeholders of a sentence."""
    return set(re.findall(r"\{(\w*)\}", sentence))


@pytest.mark.parametrize("template", get_args(TemplateId))
def test_both_languages_of_a_template_say_the_same_things(template: TemplateId) -> None:
    words = words_of(template)
    assert placeholders(words.body.th) == placeholders(words.body.en) <= KNOWN
    assert placeholders(words.subject.th) == placeholders(words.subject.en)


@pytest.mark.parametrize("template", get_args(TemplateId))
def test_a_subject_says_nothing_but_the_case_number(template: TemplateId) -> None:
    assert placeholders(words_of(template).subject.th) <= IN_A_SUBJECT


@pytest.mark.parametrize("template", get_args(TemplateId))
@pytest.mark.parametrize("lang", LANGS)
def test_a_message_is_polite_and_complete(template: TemplateId, lang: Lang) -> None:
    subject, body = compose(words_of(template), VALUES, lang)
    assert "{" not in subject + body
    assert body.count("กรุณา") <= 1
    assert not re.search("ท่าน|ครับ|ค่ะ", body)
    assert "\n" not in subject


def test_a_missing_value_is_refused() -> None:
    with pytest.raises(KeyError):
        compose(words_of("received"), {"agency": "x"}, "th")


def test_a_subject_stays_one_line_whatever_goes_in() -> None:
    words = Words(subject=Text(th="เรื่อง {number}", en="{number}"), body=Text(th="-", en="-"))
    assert compose(words, VALUES | {"number": "1\r\nBcc: a@b.c"}, "th")[0] == "เรื่อง 1 Bcc: a@b.c"
