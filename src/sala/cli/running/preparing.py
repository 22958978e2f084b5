"""What must be ready before the first page: the database, its tables, the assets and the pack."""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sala.infra import postgres
from sala.infra.modes import Installation
from sala.kernel.bilingual import Text

from . import words
from .parts import Part, sala
from .supervisor import Supervisor

_BUILT = Path(__file__).parents[2] / "ui" / "static" / "built"


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
    """Run every step that a start repeats; each finds out by itself that it has nothing to do."""
    with step(words.MIGRATE):
        supervisor.run_to_end(sala("migrate"))
    _when_changed(installation.var / "static.stamp", _digest(_BUILT), lambda: _lay_out_assets(supervisor))
    with step(words.LOAD):
        supervisor.run_to_end(sala("load"))


def _lay_out_assets(supervisor: Supervisor) -> None:
    with step(words.STATIC):
        command = (sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0")
        supervisor.run_to_end(Part("static", command))


def _when_changed(stamp: Path, digest: str, do: Callable[[], None]) -> None:
    if stamp.exists() and stamp.read_text() == digest:
        return
    do()
    stamp.write_text(digest)


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(os.fsencode(file.relative_to(folder)) + b"\0" + file.read_bytes())
    return total.hexdigest()
