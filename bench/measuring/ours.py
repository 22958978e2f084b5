"""Sala as `sala run` starts it, in a folder of its own, with as many applicants as the measurement needs."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import psycopg

from sala.cli.running.parts import serving_parts
from sala.infra import modes, postgres
from sala.kernel.identifiers import citizen_check_digit

from .browser import Browser, UnexpectedAnswer
from .processes import cpu_seconds, run_to_end, running

ROOT = Path(__file__).resolve().parents[2]

_IDLE_WITHIN_SECONDS = 120
_UNFINISHED = """
SELECT (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing'))
     + (SELECT count(*) FROM ledger_pending)
"""
_PERSON = """
  - key: applicant-{index}
    number: "{number}"
    name: {{th: นางสาวทดสอบ ตัวอย่าง{index}, en: Miss Thotsop Tuayang{index}}}
    about: {{th: ผู้แจ้งของการวัด, en: An applicant of the measurement}}
    tries:
      - {{th: แจ้งเปิดร้านอาหาร, en: Notify a small food shop}}
    registers:
      civil-registry:
        name: {{title: นางสาว, first: ทดสอบ, last: ตัวอย่าง{index}, latin: {{title: Miss, first: Thotsop, last: Tuayang}}}}
        born: {{completed_years: 34, days_ago: 150}}
        nationality: TH
        alive: true
"""


@dataclass(frozen=True, slots=True)
class Sala:
    """A Sala that serves: its port, its parts' processes by name, and its database."""

    port: int
    processes: Mapping[str, int]
    database: psycopg.Connection
    socket_folder: Path
    log: Path

    def cpu_seconds(self) -> dict[str, float]:
        """Give what each part has used so far."""
        return {name: cpu_seconds(pid) for name, pid in self.processes.items()}

    def wait_until_idle(self) -> None:
        """Wait until every background job is done and every ledger entry is signed."""
        deadline = time.monotonic() + _IDLE_WITHIN_SECONDS
        while self._count_unfinished():
            if time.monotonic() > deadline:
                raise SystemExit("The background work did not come to an end; see the logs of worker and ledger")
            time.sleep(0.05)

    def sign_in(self, index: int) -> Browser:
        """Give the browser of an applicant who has just signed in."""
        browser = Browser(self.port)
        choice = browser.open("/sign-in?next=/my/cases")
        browser.send(choice, {"person": f"applicant-{index}"})
        browser.close()  # an idle connection would be cut before its turn comes
        return browser

    def _count_unfinished(self) -> int:
        row = self.database.execute(_UNFINISHED).fetchone()
        return int(row[0]) if row else 0


@contextmanager
def serving(folder: Path, *, port: int, applicants: int) -> Iterator[Sala]:
    """Serve from a new database until the block ends; nothing is left but the folder."""
    environment = _environment(folder, port, _pack_with(applicants, folder / "pack"))
    server = postgres.ensure(folder)
    with ExitStack() as stack:
        stack.callback(postgres.stop, server)
        run_to_end([sys.executable, "-m", "sala.cli", "migrate"], environment=environment)
        run_to_end([sys.executable, "-m", "django", "collectstatic", "--no-input", "-v", "0"], environment=environment)
        run_to_end([sys.executable, "-m", "sala.cli", "load"], environment=environment)
        installation = modes.from_environment(environment)
        processes = {}
        for part in serving_parts(installation):
            named = {**environment, "PGAPPNAME": part.name}
            log = folder / f"{part.name}.log"
            processes[part.name] = stack.enter_context(running(part.command, environment=named, log=log)).pid
        database = stack.enter_context(
            psycopg.connect(host=str(server.socket_dir), dbname="sala", user="postgres", autocommit=True)
        )
        yield Sala(port, processes, database, server.socket_dir, server.log)


def wait_until_open(browser: Browser, path: str, *, within_seconds: float = 60) -> None:
    """
    Wait until a site answers a page.

    :raises SystemExit: it does not, with what it said last.
    """
    deadline = time.monotonic() + within_seconds
    while True:
        try:
            browser.open(path)
        except (OSError, HTTPException, UnexpectedAnswer) as refusal:
            browser.close()
            if time.monotonic() > deadline:
                raise SystemExit(f"Nothing good at port {browser.port}: {refusal}") from refusal
            time.sleep(0.2)
        else:
            return


def _environment(folder: Path, port: int, pack: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SALA_", "PG", "DATABASE_URL"))}
    return {
        **ours,
        "DJANGO_SETTINGS_MODULE": "sala.config.settings",
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "SALA_PACK": str(pack),
        "SALA_VAR": str(folder),
    }


def _pack_with(applicants: int, folder: Path) -> Path:
    """Copy the Thai pack and add fictional people to it, with numbers that are kept for tests."""
    shutil.copytree(ROOT / "thailand", folder)
    people = folder / "demonstration" / "people.yaml"
    with people.open("a", encoding="utf-8") as stream:
        for index in range(applicants):
            stream.write(_PERSON.format(index=index, number=_number(index)))
    return folder


def _number(index: int) -> str:
    digits = f"000000000{100 + index}"
    return digits + citizen_check_digit(digits)
