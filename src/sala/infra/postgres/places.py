"""Where the embedded server keeps its things: data under `var/`, its socket in a short private folder elsewhere."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from .errors import SocketFolderNotOurs

PORT = 5432  # only names the socket file: nothing listens on TCP
DATABASE = "sala"

# Source: unix(7): sun_path holds 108 bytes, the last one zero.
_LONGEST_SOCKET_PATH_BYTES = 107
_CHECKOUT = Path(__file__).resolve().parents[4]


def default_var() -> Path:
    """Name the folder of everything that runs and grows: `SALA_VAR`, else `var/` beside the source."""
    return Path(os.environ.get("SALA_VAR") or _CHECKOUT / "var").resolve()


def digest_of(folder: Path) -> str:
    """Give a folder a short name of its own, so that two checkouts never meet."""
    return hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:12]


def socket_folder(var: Path) -> Path:
    """
    Name the folder of the socket, without making it: where the running server says it is, else where it would be.

    The session's own folder is taken first; a folder too long for a socket is passed over.
    """
    running = recorded_socket_folder(data_folder(var))
    if running is not None:
        return running
    name = f"sala-{os.geteuid()}-{digest_of(var)}"
    candidates = [Path(base) / name for base in (_session_folder(), tempfile.gettempdir()) if base]
    return next((folder for folder in candidates if _fits(folder)), Path("/tmp") / name)  # noqa: S108  checked by private_folder


def data_folder(var: Path) -> Path:
    """
    Name the folder of the data: `var/postgres`.

    Where it is a link (see `programs`), the folder it points at.
    """
    return (var / "postgres").resolve()


def recorded_socket_folder(data: Path) -> Path | None:
    """
    Read the socket's folder from the server's own pid file, if it left one.

    Source: PostgreSQL, src/include/utils/pidfile.h: line 5 of postmaster.pid is the first socket directory.
    """
    folder = _line_of_pid_file(data, 5)
    return Path(folder) if folder else None


def is_starting(data: Path) -> bool:
    """
    Say whether the server itself says that it is starting, which holds all through a recovery.

    Source: PostgreSQL, src/include/utils/pidfile.h: line 8 of postmaster.pid is its status.
    """
    return _line_of_pid_file(data, 8).strip() == "starting"


def _line_of_pid_file(data: Path, number: int) -> str:
    """Read a line of the server's own pid file, counted from 1; empty where there is none."""
    try:
        return (data / "postmaster.pid").read_text().splitlines()[number - 1]
    except (OSError, IndexError):
        return ""


def private_folder(folder: Path, *, owner: int) -> Path:
    """
    Make a folder that only its owner can enter, or take the one that is there.

    :raises SocketFolderNotOurs: a link, another owner, or open to others.
    """
    try:
        folder.mkdir(mode=0o700)
        if owner != os.geteuid():
            os.chown(folder, owner, -1)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
            raise SocketFolderNotOurs(folder=folder) from None
    return folder


def _session_folder() -> str | None:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if folder and Path(folder).is_dir() and Path(folder).stat().st_uid == os.geteuid():
        return folder
    return None


def _fits(folder: Path) -> bool:
    return len(os.fsencode(folder / f".s.PGSQL.{PORT}.lock")) <= _LONGEST_SOCKET_PATH_BYTES
