"""What must be ready before the first page: the database, its tables, the assets and the pack."""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import click

from sala.infra import postgres
from sala.infra.modes import Installation
from sala.kernel.bilingual import Text
from sala.kernel.days import thai_day

from . import words
from .parts import Part, sala
from .supervisor import Supervisor

_SALA = Path(__file__).parents[2]


@contextmanager
def step(what: Text) -> Iterator[None]:
    """Say that a step begins, and what it took."""
    began = time.monotonic()
    words.say(words.BEGUN, step=what)
    yield
    words.say(words.DONE, step=what, seconds=f"{time.monotonic() - began:.1f}")


def have_database(installation: Installation) -> postgres.Server | None:
    """Start or adopt the embedded server; with `DATABASE_URL` prepare that one instead, and give None."""
    address = os.environ.get("DATABASE_URL")
    if address:
        with step(words.EXTERNAL):
            postgres.prepare_external(address)
        return None
    with step(words.SERVER):
        return postgres.ensure(installation.var, say=words.say)


def prepare(supervisor: Supervisor, installation: Installation) -> None:
    """Run the steps whose ground has changed since they were last done here."""
    built = _digest(_SALA / "ui" / "static" / "built")
    _when_changed(installation.var / "static.stamp", built, lambda: _lay_out_assets(supervisor))
    # The fictional people are as old as the day they are loaded says, so a new day loads them again.
    ground = (
        postgres.identify(var=installation.var),
        _digest(_SALA),
        _digest(_pack()),
        str(thai_day(datetime.now(UTC))),
    )
    _when_changed(installation.var / "database.stamp", " ".join(ground), lambda: _fill_database(supervisor))


def say_people(supervisor: Supervisor, installation: Installation) -> str:
    """Give the sentences on how to sign in to the demonstration; a process writes them only when they changed."""
    said = installation.var / "people.txt"
    ground = (_digest(_SALA / "cli"), _digest(_pack()), installation.origin, words.terminal_language())

    def ask() -> None:
        said.write_text(supervisor.run_to_end(sala("people")), encoding="utf-8")

    _when_changed(installation.var / "people.stamp", " ".join(ground), ask)
    return said.read_text(encoding="utf-8")


def _fill_database(supervisor: Supervisor) -> None:
    with step(words.MIGRATE):
        supervisor.run_to_end(sala("migrate"))
    with step(words.LOAD):
        loaded = supervisor.run_to_end(sala("load"))
    click.echo(loaded, nl=False)


def _lay_out_assets(supervisor: Supervisor) -> None:
    with step(words.STATIC):
        command = (sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0")
        supervisor.run_to_end(Part("static", command))


def _when_changed(stamp: Path, ground: str, do: Callable[[], None]) -> None:
    if stamp.exists() and stamp.read_text() == ground:
        return
    stamp.unlink(missing_ok=True)
    do()
    stamp.write_text(ground)


def _pack() -> Path:
    return Path(os.environ.get("SALA_PACK") or str(files("thailand")))


def _digest(folder: Path) -> str:
    """Give one name to all the files of a folder, by what they hold."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        total.update(os.fsencode(file.relative_to(folder)) + b"\0" + file.read_bytes())
    return total.hexdigest()
