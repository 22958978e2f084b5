"""The rivals' own environments: made by pip from a list with hashes, kept under `var/bench` until the list changes."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from .processes import run_to_end

ROOT = Path(__file__).resolve().parents[2]
RIVALS = ROOT / "bench" / "rivals"
KEPT = ROOT / "var" / "bench"


def persons_of(bench: int) -> int:
    """Give how many people a bench is about; `SALA_BENCH_PERSONS` makes it smaller for a first look."""
    return int(os.environ.get("SALA_BENCH_PERSONS", bench))


def kept(name: str, write: Callable[[Path], object]) -> Path:
    """Give a file of this name under `var/bench`; have it written first where there is none. It takes its place when it is whole."""
    path = KEPT / name
    if not path.exists():
        print(f"Writing {name}", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        write(unfinished)
        unfinished.replace(path)
    return path


def python_of(name: str, requirements: Path | None = None) -> Path:
    """Give the Python of a rival's environment; install it first where its list of packages is new."""
    requirements = requirements or RIVALS / f"requirements-{name}.txt"
    made_from = requirements.read_bytes() + sys.version.encode()
    folder = KEPT / f"{name}-{hashlib.sha256(made_from).hexdigest()[:12]}"
    python, finished = folder / "bin" / "python", folder / "finished"
    if not finished.exists():
        print(f"Installing the rival {name}", flush=True)
        run_to_end([sys.executable, "-m", "venv", "--clear", str(folder)], environment=os.environ)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        run_to_end([*install, "--requirement", str(requirements)], environment=os.environ)
        finished.touch()
    return python
