"""Everything that touches the database, once more on Debian's PostgreSQL 15: the oldest server Sala promises."""

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sala.infra import postgres
from sala.infra.postgres import cluster, programs

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.conformance


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Run Debian's server, and give the address its administrator would hand out."""
    if not DEBIAN_15.is_dir():
        pytest.skip("Debian's PostgreSQL 15 is not installed")
    known = dataclasses.replace(programs.find_programs(tmp_path, say=lambda _: None), folder=DEBIAN_15)
    cluster.make_data(known, tmp_path / "postgres", log=tmp_path / "log")
    running = cluster.start(known, tmp_path, tmp_path / "postgres")
    yield f"postgresql://postgres@/postgres?host={running.socket_dir}"
    postgres.stop(running)


def test_the_domains_pass_on_postgresql_15(address: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": address, "SALA_VAR": str(tmp_path / "var")}
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not conformance", "src/sala/domains", "src/sala/sites"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False)
    assert ended.returncode == 0, ended.stdout[-3000:]
