from datetime import date
from pathlib import Path
from random import Random

from sala.rulekit import Interview, load_law

from .answering import answer_all
from .writing import rule, sample_law

EVERYTHING = load_law(Path(__file__).parent / "everything")
ON = date(2026, 11, 19)


def asked_about(interview: Interview) -> list[str]:
    return [question.path for question in interview.open]


def test_only_what_can_still_change_the_answer_is_asked(tmp_path: Path) -> None:
    law = sample_law(tmp_path)

    assert asked_about(law.interview("may_vote", {}, ON)) == ["is_thai", "born"]
    assert asked_about(law.interview("may_vote", {"is_thai": True}, ON)) == ["born"]
    assert law.interview("may_vote", {"is_thai": False}, ON).next is None


def test_a_question_has_the_words_and_the_type_of_its_fact(tmp_path: Path) -> None:
    question = sample_law(tmp_path).interview("may_vote", {"is_thai": True}, ON).next

    assert question is not None
    assert (question.words.th, question.words.en) == ("วันเกิด", "Date of birth")
    assert question.type.is_birth
    assert question.whose is None


def test_what_someone_does_not_know_is_not_asked_again(tmp_path: Path) -> None:
    interview = sample_law(tmp_path).interview("may_vote", {"is_thai": True}, ON, unsure={"born"})

    assert interview.outcome.value is None
    assert interview.next is None


def test_an_open_answer_says_what_would_have_to_be_so(tmp_path: Path) -> None:
    law = sample_law(tmp_path)

    assert [text.en for text in law.interview("may_vote", {"is_thai": True}, ON).if_] == ["You are 18"]
    assert [text.en for text in law.interview("may_vote", {}, ON).if_] == ["You are Thai", "You are 18"]


def test_where_a_yes_needs_a_no_the_sentence_says_no(tmp_path: Path) -> None:
    law = sample_law(tmp_path, rules=rule("return not is_grown(person, on)"))

    assert [text.en for text in law.interview("asked", {}, ON).if_] == ["You are not 18"]


def test_one_who_is_linked_to_is_asked_about_too() -> None:
    interview = EVERYTHING.interview("mother_is_grown", {}, ON)

    assert asked_about(interview) == ["mother.born", "mother.is_thai"]
    assert interview.open[0].whose is not None
    assert interview.open[0].whose.en == "Mother"
    assert interview.outcome.facts == {"mother": {}}


def test_members_are_asked_by_their_number_and_then_each() -> None:
    assert asked_about(EVERYTHING.interview("is_sound", {}, ON)) == ["members"]

    interview = EVERYTHING.interview("is_sound", {"members": [{"born": date(1980, 1, 1), "is_thai": True}, {}]}, ON)

    assert asked_about(interview) == [
        "members[0].months",
        "members[0].income",
        "members[1].months",
        "members[1].income",
    ]
    assert interview.open[3].whose is not None
    assert interview.open[3].whose.th == "สมาชิก คนที่ 2"


def test_choices_are_listed_by_their_words() -> None:
    (question,) = EVERYTHING.interview("due", {"moved_on": date(2020, 1, 1)}, ON).open

    assert [(value, words.th) for value, words in question.choices] == [
        ("none", "ไม่ทำงาน"),
        ("farm", "ทำนา"),
        ("shop", "ค้าขาย"),
    ]


def test_one_who_stands_in_two_places_is_asked_about_once() -> None:
    facts = {"members": [{"number": 1}, {"number": 2, "mother": 1, "born": date(2020, 1, 1)}]}

    paths = asked_about(EVERYTHING.interview("net", facts, ON))

    assert [path for path in paths if path.startswith("members[1].mother.") or ".children" in path] == []
    assert len(paths) == len(set(paths))


def test_every_interview_comes_to_the_answer_that_the_law_gives() -> None:
    for name in EVERYTHING.rules:
        draw = Random(name)
        for _ in range(20):
            interview = answer_all(EVERYTHING, name, draw, on=ON)
            assert interview.outcome.value is not None, name
            assert interview.outcome.value == EVERYTHING.decide(name, interview.outcome.facts, ON).value
