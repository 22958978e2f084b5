"""`sala check`, `sala schema` and `sala new`: what authors type, and what they read."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sala.cli.__main__ import COMMANDS, sala

SMALL = Path(__file__).parents[2] / "servicekit" / "tests" / "small"


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """A copy of the small country that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def test_a_sound_pack_is_told_so_in_both_languages() -> None:
    result = CliRunner().invoke(sala, ["check", str(SMALL)])

    assert result.exit_code == 0
    assert "ไม่พบปัญหา" in result.output
    assert "is sound" in result.output


def test_a_problem_is_written_with_its_place_and_ends_with_status_1(country: Path) -> None:
    file = country / "agencies.yaml"
    file.write_text(file.read_text("utf-8").replace("parent: ministry", "parent: nobody"), encoding="utf-8")

    result = CliRunner().invoke(sala, ["check", str(country), "--lang", "en"])

    assert result.exit_code == 1
    assert "agencies.yaml:4:33 [unknown-agency]" in result.output
    assert "ไม่มี" not in result.output


def test_the_schema_is_json_for_every_kind() -> None:
    result = CliRunner().invoke(sala, ["schema", "locality"])

    assert json.loads(result.output)["title"] == "Locality"


def test_a_new_service_is_made_and_passes(country: Path) -> None:
    new = [
        "new",
        "service",
        "cat-registration",
        "--agency",
        "livestock",
        "--th",
        "ขึ้นทะเบียนแมว",
        "--en",
        "Register a cat",
    ]

    assert CliRunner().invoke(sala, [*new, "--pack", str(country)]).exit_code == 0
    assert CliRunner().invoke(sala, ["check", str(country)]).exit_code == 0


def test_every_command_says_what_it_does() -> None:
    result = CliRunner().invoke(sala, ["--help"])

    listed = result.output.partition("Commands:")[2]
    assert all(path.stem.replace("_", "-") in listed for path in COMMANDS.glob("*.py") if path.stem != "__init__")


def test_an_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(sala, ["../secrets"]).exit_code == 2


def test_checking_starts_without_django() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from sala.cli.__main__ import sala;"
        f"CliRunner().invoke(sala, ['check', {str(SMALL)!r}]); CliRunner().invoke(sala, ['--help']);"
        "sys.exit('django' in sys.modules)"
    )
    source = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}

    assert subprocess.run([sys.executable, "-c", code], env=source, check=False).returncode == 0


def test_a_number_that_nobody_reviewed_is_told_and_is_no_problem(country: Path) -> None:
    (rates,) = country.glob("laws/*/rates.yaml")
    rates.write_text(
        re.sub(r"reviewed_until: [^,}\s]+", "reviewed_until: 2020-01-01", rates.read_text("utf-8")), "utf-8"
    )

    result = CliRunner().invoke(sala, ["check", str(country), "--lang", "en"])

    assert "[number-stale]" in result.output
    assert "is sound" in result.output
    assert result.exit_code == 0


def test_the_facts_of_a_pack_are_counted_and_on_request_told_by_service() -> None:
    brief = CliRunner().invoke(sala, ["check", str(SMALL), "--lang", "en"])
    table = CliRunner().invoke(sala, ["check", str(SMALL), "--lang", "en", "--facts"])

    assert "Facts: 11, of services: 2. With a source: 1, to be confirmed: 10, saying neither: 0" in brief.output
    assert "dog-passport" not in brief.output
    rows = [line.split() for line in table.output.splitlines()]
    assert ["dog-passport", "5", "0", "5", "0"] in rows
    assert ["fee", "2", "0", "2", "0"] in rows
