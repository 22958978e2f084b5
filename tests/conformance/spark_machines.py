"""A cluster of Apache Spark on this machine, for tests: it listens on loopback alone, and ends with the test."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring.processes import running

LOCAL_CLUSTER = "local-cluster[2,1,1024]"
_ADDRESS = re.compile(r"spark://127\.0\.0\.1:\d+")
_REGISTERED = "Successfully registered with master"
_WITHIN_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Machines:
    """A master and its workers, as a test sees them."""

    address: str
    workers: tuple["subprocess.Popen[bytes]", ...] = ()


@contextmanager
def standalone(spark_home: Path, folder: Path, environment: Mapping[str, str]) -> Iterator[Machines]:
    """Run a standalone master and two workers of one core each until the block ends; their logs are kept in the folder."""
    with ExitStack() as stack:

        def start(name: str, kind: str, *arguments: str) -> "subprocess.Popen[bytes]":
            program = str(spark_home / "bin" / "spark-class")
            ports = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
            command = [program, f"org.apache.spark.deploy.{kind}", *ports, *arguments]
            return stack.enter_context(running(command, environment=environment, log=folder / f"{name}.log"))

        start("master", "master.Master")
        address = _wait_for(folder / "master.log", _ADDRESS)
        own = ("--cores", "1", "--memory", "1g")
        workers = tuple(
            start(f"worker-{number}", "worker.Worker", *own, "--work-dir", str(folder / f"work-{number}"), address)
            for number in (1, 2)
        )
        for number in (1, 2):
            _wait_for(folder / f"worker-{number}.log", re.compile(_REGISTERED))
        yield Machines(address, workers)


def end_at_once(worker: "subprocess.Popen[bytes]") -> None:
    """End a worker and all that it started, as a machine that loses its power does."""
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def environment_of(folder: Path) -> dict[str, str]:
    """Give what Spark's own processes need to stay on loopback, to write into the folder alone, and to run our Python."""
    return {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_WORKER_DIR": str(folder / "work"),
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
    }


def _wait_for(log: Path, words: re.Pattern[str]) -> str:
    deadline = time.monotonic() + _WITHIN_SECONDS
    while time.monotonic() < deadline:
        found = words.search(log.read_text(errors="replace"))
        if found:
            return found[0]
        time.sleep(0.2)
    raise AssertionError(f"{log.name} never said {words.pattern}: {log.read_text(errors='replace')[-2000:]}")
