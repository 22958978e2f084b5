"""The rivals' own environments: made by pip from a list with hashes, kept under `var/bench` until the list changes."""

import hashlib
import os
import sys
from pathlib import Path

from .processes import run_to_end

ROOT = Path(__file__).resolve().parents[2]
RIVALS = ROOT / "bench" / "rivals"
KEPT = ROOT / "var" / "bench"


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
