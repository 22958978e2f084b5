"""One installation of Sala run as a person runs it: started, killed part by part, and asked what it kept."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import psycopg

from sala.infra.postgres import places

ROOT = Path(__file__).resolve().parents[2]
PROMPT = "Press Ctrl-C"

Victim = Literal["web", "granian", "worker", "sequencer", "postgres", "tree"]
VICTIMS: tuple[Victim, ...] = ("web", "granian", "worker", "sequencer", "postgres", "tree")

_START_SECONDS = 240
_RECOVER_SECONDS = 120
_BLOCKED_SECONDS = 40

WAITERS = """
SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE l.relation = %s::regclass AND NOT l.granted AND a.xact_start >= %s
"""


@dataclass(frozen=True)
class Process:
    """A process of this installation."""

    pid: int
    parent: int
    command: str


@dataclass
class Installation:
    """A folder of data, a port, and the tree of processes that serves it."""

    var: Path
    port: int
    supervisor: "subprocess.Popen[bytes] | None" = None
    start_seconds: list[float] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What the installation is started with, and every command that looks after it."""
        left_out = ("DATABASE_URL", "LANG", "LC_ALL")
        return {
            **{name: value for name, value in os.environ.items() if name not in left_out},
            "PORT": str(self.port),
            "PYTHONPATH": str(ROOT / "src"),
            "SALA_PACK": str(ROOT / "thailand"),
            "SALA_VAR": str(self.var),
        }

    def start(self) -> None:
        """Start it and wait until it says that it is ready; what that took is kept."""
        self.var.mkdir(parents=True, exist_ok=True)
        said = self.var / "said.txt"
        began = time.monotonic()
        with said.open("wb") as output:
            self.supervisor = subprocess.Popen(
                [sys.executable, "-m", "sala.cli", "run"],
                env=self.environment,
                cwd="/",
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _until(lambda: self._has_started(said), seconds=_START_SECONDS)
        self.start_seconds.append(time.monotonic() - began)

    def stop(self) -> None:
        """Stop it as a person does."""
        if self.supervisor is not None:
            self.supervisor.terminate()
            self.supervisor.wait(60)

    def kill(self, victim: Victim) -> frozenset[int]:
        """End a part with SIGKILL, and give the processes that were it."""
        pids = self._pids_of(victim)
        assert pids, f"no {victim} runs"
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if victim == "tree" and self.supervisor is not None:
            self.supervisor.wait(10)
        return pids

    def recover(self, victim: Victim, killed: frozenset[int]) -> None:
        """Start again where everything was killed; else wait until the supervisor has the part running again."""
        if victim == "tree":
            self.start()
        _until(
            lambda: not killed & self._pids_of("tree") and bool(self._pids_of(victim)) and self._is_healthy(),
            seconds=_RECOVER_SECONDS,
        )

    def connect(self) -> psycopg.Connection[Any]:
        """Open a session of the superuser, who sees every row."""
        folder = places.socket_folder(self.var)
        return psycopg.connect(
            host=str(folder),
            port=places.PORT,
            user="postgres",
            dbname=places.DATABASE,
            autocommit=True,
            connect_timeout=5,
        )

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with self.connect() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def holding(self, table: str) -> Iterator[Callable[[], None]]:
        """
        Let nobody write to a table; the function given waits until somebody tries, in a transaction begun since.

        Whoever tries stands in the middle of a transaction that has done its work and not committed it.
        """
        with suppress(psycopg.OperationalError), self.connect() as holder:
            holder.execute("SET lock_timeout = '20s'")
            holder.execute("BEGIN")
            holder.execute(f"LOCK TABLE {table} IN SHARE MODE")
            (since,) = holder.execute("SELECT clock_timestamp()").fetchone() or (None,)

            def wait_for_somebody() -> None:
                _until(lambda: self.rows(WAITERS, table, since)[0][0] > 0, seconds=_BLOCKED_SECONDS)

            yield wait_for_somebody

    def verify_ledger(self) -> tuple[int, str]:
        """Run `sala ledger verify`, and give its exit code and what it said."""
        command = [sys.executable, "-m", "sala.cli", "ledger", "verify"]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout + done.stderr

    def wait_until(self, is_so: Callable[[], bool], *, seconds: float) -> None:
        """Wait for something to become so, at most so long."""
        _until(is_so, seconds=seconds)

    def _has_started(self, said: Path) -> bool:
        text = said.read_text()
        assert self.supervisor is not None and self.supervisor.poll() is None, text
        return PROMPT in text

    def _is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health", headers={"Host": f"localhost:{self.port}"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _pids_of(self, victim: Victim) -> frozenset[int]:
        tree = {process.pid: process for process in self._processes()}
        if victim == "tree":
            return frozenset(tree)
        if victim == "postgres":
            return frozenset(tree) & {self._postmaster()}
        servers = {pid for pid, process in tree.items() if "granian" in process.command}
        workers = {pid for pid in servers if tree[pid].parent in servers}
        named = {"worker": "sala.cli worker", "sequencer": "sala.cli ledger sequence"}.get(victim)
        if named:
            return frozenset(pid for pid, process in tree.items() if named in process.command)
        return frozenset(workers if victim == "web" else servers - workers)

    def _postmaster(self) -> int:
        try:
            return int((places.data_folder(self.var) / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return 0

    def _processes(self) -> list[Process]:
        """List what runs for this folder: every part, and the database. The dead who wait for a parent are not among them."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                environment = (folder / "environ").read_bytes().decode(errors="replace")
                parent = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
            except OSError:
                continue
            if str(self.var) in command + environment:
                found.append(Process(int(folder.name), parent, command))
        return found


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _until(is_so: Callable[[], bool], *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"not so within {seconds} s"
        time.sleep(0.03)
