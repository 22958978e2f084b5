"""`sala explain` and `sala interview`: what one who asks a law types and reads."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sala.cli.__main__ import sala
from sala.kernel.errors import SalaError

PACK = Path(__file__).parents[4] / "thailand"
ON = "2026-11-20"
SOMCHAI = """
born: 1967-03-01
is_thai: true
is_registered_in_area: true
has_confirmed: false
receives_other_state_benefit: false
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The facts of a man who is nearly sixty and has not confirmed his right."""
    file = tmp_path / "somchai.yaml"
    file.write_text(SOMCHAI, encoding="utf-8")
    return file


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(sala, [*map(str, arguments), "--pack", str(PACK), "--on", ON], input=typed)


def test_a_decision_is_written_with_reasons_numbers_and_what_would_change_it(facts: Path) -> None:
    written = run("explain", "old_age_allowance.eligible", "--facts", facts, "--lang", "en").output

    assert "✗ You do not have the right to the old-age allowance" in written
    assert "Complete years of age 59 ≥ Age to be completed 60 ✗" in written
    assert "Age to be completed: 60 years, from" in written
    assert "On 28 February 2027, if “Right confirmed with the local authority” were yes (now no)" in written


def test_thai_is_thai(facts: Path) -> None:
    written = run("explain", "old_age_allowance.eligible", "--facts", facts, "--lang", "th").output

    assert "คุณไม่มีสิทธิรับเบี้ยยังชีพผู้สูงอายุ" in written
    assert "Reasons" not in written


def test_a_program_gets_json(facts: Path) -> None:
    told = json.loads(run("explain", "old_age_allowance", "--facts", facts, "--json").output)

    assert (told["rule"], told["value"]) == ("monthly", None)
    assert [each["path"] for each in told["missing"]] == ["received_before_2566"]


def test_json_is_a_file_of_facts_too(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"salary": "600000", "fees": "0"}), encoding="utf-8")

    written = run("explain", "personal_income_tax.assessable_income", "--facts", file, "--lang", "en").output

    assert "600,000 baht" in written


@pytest.mark.parametrize("line", ["is_thay: true", "income_is_insufficient: 3"])
def test_a_fact_that_cannot_be_taken_is_told_with_its_line(facts: Path, line: str) -> None:
    facts.write_text(f"{SOMCHAI}{line}\n", encoding="utf-8")

    with pytest.raises(SalaError, match=r"somchai\.yaml line 7"):
        CliRunner().invoke(
            sala,
            ["explain", "old_age_allowance.eligible", "--facts", str(facts), "--pack", str(PACK), "--on", ON],
            catch_exceptions=False,
        )


def test_a_fact_that_several_have_is_told_with_each_line(tmp_path: Path) -> None:
    file = tmp_path / "family.yaml"
    file.write_text("salary: 1\nspouse:\n  salary: much\n", encoding="utf-8")

    refused = run("explain", "personal_income_tax.assessable_income", "--facts", file).exception

    assert str(refused).startswith("family.yaml line 1 or 3: ")


@pytest.mark.parametrize(
    ("name", "says"),
    [("tax", "old_age_allowance"), ("old_age_allowance.elegible", "eligible"), ("social_security", "x")],
)
def test_a_name_that_means_nothing_or_too_much_is_answered_with_those_there_are(
    facts: Path, name: str, says: str
) -> None:
    refused = run("explain", name, "--facts", facts).exception

    assert isinstance(refused, SalaError)
    assert "social_security.contribution" in str(refused) if says == "x" else says in str(refused)


def test_an_interview_stops_when_the_answer_is_known() -> None:
    written = run("interview", "disability_allowance.eligible", "--lang", "en", typed="yes\nno\nyes\nyes\n").output

    assert written.count("(yes or no)") == 2
    assert "✗ You do not have the right to the disability allowance" in written


def test_enter_leaves_a_question_open_and_it_is_not_asked_again() -> None:
    written = run("interview", "disability_allowance.eligible", "--lang", "en", typed="\nyes\nyes\nno\n").output

    assert written.count("Thai national (yes or no)") == 1
    assert "It cannot be said yet" in written
    assert written.endswith("This may apply, if\n  - You are a Thai national\n")


def test_back_takes_the_last_answer_back() -> None:
    written = run(
        "interview", "disability_allowance.eligible", "--lang", "en", typed="back\nyes\nyes\nback\nno\n"
    ).output

    assert "There is no answer before this one" in written
    assert written.count("Name in a house register") == 3
    assert "✗" in written


def test_what_is_no_answer_is_asked_again() -> None:
    written = run("interview", "disability_allowance.eligible", "--lang", "en", typed="perhaps\nno\n").output

    assert "That is not an answer to this. Answer with: yes or no" in written
    assert written.count("Thai national (yes or no)") == 2


def test_members_are_counted_and_then_asked_about_each() -> None:
    answers = "yes\n1/1/2567\nyes\nno\n2\n100000\n0\n0\n0\n"

    written = run("interview", "newborn_grant.eligible", "--lang", "en", typed=answers).output

    assert "no. 2 › Salary and wages of the year" in written
    assert "✓ The child has the right to the grant" in written
