"""
Make the checkout ready to run or to test: virtual environment, hashed requirements, the project itself, the assets.

`python3 tools/prepare.py run`, `... test` or `... conformance`. Standard library only: nothing is installed yet. Each step keeps a digest
of what it was made from, and is done again only when that changed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
BUILT = ROOT / "src" / "sala" / "ui" / "static" / "built"

MACHINE_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20

_STILL_AT_IT_SECONDS = 10


def main(purpose: str) -> None:
    """Do every step that is not done yet."""
    os.chdir(ROOT)
    _check_machine()
    _when_changed("venv", [sys.version, str(ROOT)], _make_venv)
    for requirements in _requirements(purpose):
        _when_changed(requirements, _contents(f"requirements/{requirements}.txt"), partial(_install, requirements))
    _when_changed("project", _contents("pyproject.toml", "thailand/pyproject.toml"), _install_project)
    _prepare_assets()


def _check_machine() -> None:
    if sys.version_info < OLDEST_PYTHON:
        _give_up(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or later is needed; this is {sys.version.split()[0]}.")
    if importlib.util.find_spec("ensurepip") is None:
        _give_up("Python's venv module is missing. On Debian, as root: apt-get install python3-venv")


def _requirements(purpose: str) -> Sequence[str]:
    """List the lock files that a purpose takes. Apache Spark is half a gigabyte: it comes only where it can run."""
    if purpose == "conformance" and shutil.which("java") is None:
        print("Java is missing: the tests on Apache Spark are skipped. As root: make system-packages", flush=True)
        return ("test",)
    return {"run": ("analytics",), "test": ("test",), "conformance": ("test", "spark")}[purpose]


def _make_venv() -> None:
    _do("Making the virtual environment", [sys.executable, "-m", "venv", "--clear", str(VENV)])


def _install(requirements: str) -> None:
    file = f"requirements/{requirements}.txt"
    count = sum("==" in line and not line.startswith((" ", "#")) for line in Path(file).read_text().splitlines())
    _do(f"Installing {count} packages ({requirements})", [*_pip("install"), "--require-hashes", "-r", file])


def _install_project() -> None:
    _do("Installing Sala", [*_pip("install"), "--no-deps", "--no-build-isolation", "-e", ".", "-e", "./thailand"])


def _prepare_assets() -> None:
    environment = {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    packages = _contents("package.json", "package-lock.json", ".npmrc")
    # The build keeps only the classes that stand in a template: a new template makes new assets.
    templates = sorted(str(path) for path in Path("src/sala").rglob("*.html"))
    sources = _contents(*_files("src/sala/ui/assets"), *templates)
    if _is_done("packages", packages) and _is_done("assets", [*packages, *sources]) and BUILT.is_dir():
        return
    if not _has_node(environment):
        _when_changed("node", _contents("requirements/node.txt"), lambda: _install("node"))
    environment.setdefault("npm_config_cache", str(VENV / "npm"))
    if MACHINE_CERTIFICATES.exists():  # npm trusts whom this machine trusts, an office's own proxy too
        environment.setdefault("NODE_EXTRA_CA_CERTS", str(MACHINE_CERTIFICATES))
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    if not Path("node_modules").is_dir():
        _forget("packages")
    _when_changed(
        "packages", packages, lambda: _do("Installing the asset packages", [npm, "ci", "--ignore-scripts"], environment)
    )
    _do("Building the assets", [npm, "run", "build"], environment)
    _keep("assets", [*packages, *sources])


def _has_node(environment: dict[str, str]) -> bool:
    node, npm = (shutil.which(name, path=environment["PATH"]) for name in ("node", "npm"))
    if node is None or npm is None:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(version.lstrip("v").split(".")[0] or 0) >= OLDEST_NODE


def _pip(command: str) -> list[str]:
    # By module, not by script: a script's first line cannot hold a path with spaces.
    return [str(PYTHON), "-m", "pip", command, "--quiet", "--disable-pip-version-check", "--no-input"]


def _do(what: str, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    """Run one step; say what it is, now and then that it still runs, and what it took."""
    began = time.monotonic()
    print(f"{what} ...", flush=True)
    log = ROOT / "var" / "log" / "prepare.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        code = _wait(process, began)
    if code != 0:
        _give_up(f"{what} failed:\n{log.read_text(errors='replace')[-3000:]}")
    print(f"{what}: {time.monotonic() - began:.1f} s", flush=True)


def _wait(process: "subprocess.Popen[bytes]", began: float) -> int:
    while True:
        try:
            return process.wait(_STILL_AT_IT_SECONDS)
        except subprocess.TimeoutExpired:
            print(f"  ... {time.monotonic() - began:.0f} s", flush=True)
        except KeyboardInterrupt:
            process.wait()
            raise


def _when_changed(name: str, made_from: Sequence[str], make: Callable[[], None]) -> None:
    if not _is_done(name, made_from):
        _forget(name)
        make()
        _keep(name, made_from)


def _is_done(name: str, made_from: Sequence[str]) -> bool:
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == _digest(made_from)


def _forget(name: str) -> None:
    (STAMPS / name).unlink(missing_ok=True)


def _keep(name: str, made_from: Sequence[str]) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / name).write_text(_digest(made_from))


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _contents(*files: str) -> list[str]:
    return [part for file in files for part in (file, Path(file).read_bytes().hex())]


def _files(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())


def _give_up(why: str) -> None:
    sys.exit(f"\n{why}")


if __name__ == "__main__":
    main(sys.argv[1])
