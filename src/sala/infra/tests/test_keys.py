"""A process loads the keys it declared and no other; files are private; production makes none by itself."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sala.infra.keys import making
from sala.infra.keys.purposes import Purpose

SECRET_PURPOSES: tuple[Purpose, ...] = ("key-encryption", "blind-index", "ledger-checkpoint", "seal")


def run(code: str, var: Path, **environment: str) -> str:
    """Run code in a process of its own, because what a process declares stays declared; give its last line."""
    given = {**os.environ, "SALA_VAR": str(var), "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    done = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip().splitlines()[-1]


@pytest.mark.parametrize("purpose", ["seal", "ledger-checkpoint"])
def test_a_process_that_did_not_declare_a_purpose_cannot_load_it(tmp_path: Path, purpose: str) -> None:
    code = (
        "from sala.infra import keys\n"
        "keys.declare('key-encryption')\n"
        f"keys.secret('key-encryption'); keys.signing_key('{purpose}')"
    )
    assert run(code, tmp_path).endswith(f"PurposeNotDeclared: This process may not load keys for {purpose}")


def test_the_web_process_has_no_hand_on_seals_and_history(tmp_path: Path) -> None:
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'sala.config.settings'\n"
        "from sala.config.wsgi import application\n"
        "from sala.infra.keys import store\n"
        "print(sorted(store._declared))"
    )
    assert "seal" not in run(code, tmp_path)
    assert "ledger-checkpoint" not in run(code, tmp_path)


@pytest.mark.parametrize("purpose", SECRET_PURPOSES)
def test_a_secret_file_is_for_its_owner_alone(tmp_path: Path, purpose: Purpose) -> None:
    making.make(purpose, tmp_path)
    file = making.secret_file(tmp_path, purpose)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_first_key_made_stays(tmp_path: Path) -> None:
    assert making.make("blind-index", tmp_path)
    first = making.secret_file(tmp_path, "blind-index").read_text("utf-8")
    assert not making.make("blind-index", tmp_path)
    assert making.secret_file(tmp_path, "blind-index").read_text("utf-8") == first


def test_a_public_half_lost_to_a_kill_is_written_again(tmp_path: Path) -> None:
    making.make("seal", tmp_path)
    public = making.public_file(tmp_path, "seal")
    before = public.read_text("utf-8")
    public.unlink()
    assert not making.is_whole("seal", tmp_path)
    assert not making.make("seal", tmp_path)
    assert public.read_text("utf-8") == before


def test_a_public_half_tells_nothing_secret(tmp_path: Path) -> None:
    making.make("seal", tmp_path)
    (key,) = json.loads(making.secret_file(tmp_path, "seal").read_text("utf-8"))
    assert key["material"] not in making.public_file(tmp_path, "seal").read_text("utf-8")


def test_production_makes_no_key_and_names_the_one_missing(tmp_path: Path) -> None:
    code = "from sala.infra import keys\nkeys.declare('seal')\nkeys.signing_key('seal')"
    said = run(code, tmp_path, SALA_MODE="production", SALA_ORIGIN="https://example.go.th")
    assert "There is no seal key: set SALA_KEY_SEAL" in said
    assert not (tmp_path / "keys").exists()


def test_a_key_may_come_from_the_environment(tmp_path: Path) -> None:
    making.make("blind-index", tmp_path / "elsewhere")
    text = making.secret_file(tmp_path / "elsewhere", "blind-index").read_text("utf-8")
    code = "from sala.infra import keys\nkeys.declare('blind-index')\nprint(keys.secret('blind-index')[0])"
    assert run(code, tmp_path, SALA_KEY_BLIND_INDEX=text) == json.loads(text)[0]["id"]


@pytest.mark.parametrize(("state", "opens"), [("verify-only", True), ("destroyed", False), ("next", False)])
def test_an_earlier_key_opens_what_it_sealed_until_it_is_destroyed(tmp_path: Path, state: str, opens: bool) -> None:
    making.make("blind-index", tmp_path / "made")
    keys = json.loads(making.secret_file(tmp_path / "made", "blind-index").read_text("utf-8"))
    earlier = {**keys[0], "id": "earlier", "state": state}
    code = (
        "from sala.infra import keys\nkeys.declare('blind-index')\n"
        "try:\n    keys.secret_by_id('blind-index', 'earlier'); print(True)\n"
        "except keys.KeyMissing:\n    print(False)"
    )
    assert run(code, tmp_path, SALA_KEY_BLIND_INDEX=json.dumps([*keys, earlier])) == str(opens)


def test_every_purpose_has_its_recipe() -> None:
    assert set(making.RECIPES) == {"web", *SECRET_PURPOSES}
