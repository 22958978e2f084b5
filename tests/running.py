"""The product as `sala run` serves it: its own folder, its own ports, its own PostgreSQL, worker and mail server."""

import mailbox
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
SMTP_OFFSET = 25  # where the demonstration's mail server listens, beside the web server: see infra.modes
PATIENCE_SECONDS = 30.0

T = TypeVar("T")


@dataclass(frozen=True)
class Site:
    """One installation that serves."""

    var: Path
    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are started with."""
        return {
            **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "LANG", "LC_ALL")},
            "PORT": str(self.port),
            "PYTHONPATH": str(ROOT / "src"),
            "SALA_PACK": str(ROOT / "thailand"),
            "SALA_VAR": str(self.var),
        }

    def list_mail(self, to: str) -> list[str]:
        """List the messages that arrived for an address, subject and text, oldest first."""
        folder = mailbox.Maildir(self.var / "mail", create=True)
        # A Maildir's keys begin with the moment of delivery.
        return [_readable(folder[key]) for key in sorted(folder.keys()) if to in str(folder[key]["X-RcptTo"])]

    def wait_for_mail(self, to: str, *texts: str) -> None:
        """Wait until a message for an address that holds all of some texts has arrived."""
        wait_for(lambda: any(all(text in mail for text in texts) for mail in self.list_mail(to)) or None)

    def verify_ledger(self) -> "subprocess.CompletedProcess[str]":
        """Recompute the whole record with the command that everyone has."""
        command = [sys.executable, "-m", "sala.cli", "ledger", "verify"]
        return subprocess.run(command, env=self.environment, cwd="/", capture_output=True, text=True, check=False)


@contextmanager
def serve(var: Path) -> Iterator[Site]:
    """Start it, wait until it is ready, and stop it at the end."""
    site = Site(var, _free_port())
    command = [sys.executable, "-m", "sala.cli", "run"]
    process = subprocess.Popen(command, env=site.environment, cwd="/", stdout=subprocess.PIPE, text=True)
    try:
        _wait_until_ready(process)
        yield site
    finally:
        process.terminate()
        process.communicate(timeout=60)


def wait_for(find: Callable[[], T | None]) -> T:
    """Ask again until there is an answer."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := find()) is None:
        assert time.monotonic() < deadline, "it did not come in time"
        time.sleep(0.1)
    return found


def _wait_until_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "Press Ctrl-C" in line:
            return
    raise AssertionError("".join(said))


def _free_port() -> int:
    while True:
        with socket.socket() as web, socket.socket() as mail:
            web.bind(("127.0.0.1", 0))
            port = int(web.getsockname()[1])
            try:
                mail.bind(("127.0.0.1", port + SMTP_OFFSET))
            except (OSError, OverflowError):
                continue
            return port


def _readable(message: mailbox.MaildirMessage) -> str:
    from email.header import decode_header, make_header

    parts = [part for part in message.walk() if part.get_content_type() == "text/plain"]
    texts = [payload.decode() for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]
    return "\n".join([re.sub(r"\s+", " ", str(make_header(decode_header(message["Subject"])))), *texts])
