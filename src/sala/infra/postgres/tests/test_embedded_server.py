"""The embedded server, started for real: each test has data and a socket of its own."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import psycopg
import pytest

from sala.infra import postgres
from sala.infra.postgres import cluster, places
from sala.kernel.bilingual import Text

_START_AND_WAIT = """
import pathlib, sys, time
from sala.infra import postgres
print(postgres.ensure(pathlib.Path(sys.argv[1])).pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """A folder with a space in its name that only its owner may enter; whatever runs there is stopped."""
    closed = tmp_path / "closed to others"
    closed.mkdir(mode=0o700)
    yield closed / "var"
    if (closed / "var" / "postgres" / "postmaster.pid").exists():
        postgres.stop(postgres.ensure(closed / "var"))


def _ask(var: Path, role: postgres.connections.Role, question: str) -> object:
    with psycopg.connect(postgres.url(role, var=var)) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def test_first_start_serves_both_roles_in_a_closed_folder_with_a_space(var: Path) -> None:
    postgres.ensure(var)

    assert _ask(var, postgres.APP, "SELECT current_user") == "sala_app"
    assert (
        _ask(var, postgres.OWNER, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'sala'")
        == "sala_owner"
    )
    assert (var / "postgres").stat().st_mode & 0o777 == 0o700


def test_nothing_listens_outside_the_private_socket(var: Path) -> None:
    server = postgres.ensure(var)

    assert _ask(var, postgres.APP, "SELECT setting FROM pg_settings WHERE name = 'listen_addresses'") == ""
    assert server.socket_dir.stat().st_mode & 0o777 == 0o700
    assert var not in server.socket_dir.parents


def test_application_may_use_what_the_owner_makes_and_not_change_it(var: Path) -> None:
    postgres.ensure(var)
    with psycopg.connect(postgres.url(postgres.OWNER, var=var)) as owner:
        owner.execute("CREATE TABLE service (name text)")

    with psycopg.connect(postgres.url(postgres.APP, var=var)) as application:
        application.execute("INSERT INTO service VALUES ('old-age-allowance')")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute("DROP TABLE service")


def test_row_level_security_binds_the_application(var: Path) -> None:
    postgres.ensure(var)
    harmless = "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = current_user"

    assert _ask(var, postgres.APP, harmless) is True
    assert _ask(var, postgres.OWNER, harmless) is True


def test_second_start_adopts_the_running_server(var: Path) -> None:
    first = postgres.ensure(var)

    second = postgres.ensure(var)

    assert second.pid == first.pid
    postgres.stop(second)
    assert first.process is not None
    assert first.process.wait(timeout=10) == 0


def test_a_server_outlives_its_killed_parent_and_is_adopted(var: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _START_AND_WAIT, str(var)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()

    assert postgres.ensure(var).pid == pid


def test_nothing_committed_is_lost_by_kill_9(var: Path) -> None:
    server = postgres.ensure(var)
    with psycopg.connect(postgres.url(postgres.OWNER, var=var)) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    os.kill(server.pid, signal.SIGKILL)  # its zombie stays: nobody waits for it here

    again = postgres.ensure(var)

    assert again.pid != server.pid
    assert _ask(var, postgres.APP, "SELECT answer FROM kept") == 42


def test_a_server_that_ends_while_it_is_adopted_is_started_anew(var: Path) -> None:
    dying = postgres.ensure(var)
    os.kill(dying.pid, signal.SIGSTOP)  # it lives and answers nobody, as one does that a busy machine is slow to kill
    threading.Timer(0.5, os.kill, (dying.pid, signal.SIGKILL)).start()

    again = postgres.ensure(var)

    assert again.pid != dying.pid
    assert postgres.is_serving(again)


@pytest.mark.parametrize(("status", "is_waited_for"), [("starting", True), ("stopping", False)])
def test_only_a_server_that_says_it_is_starting_may_take_any_time(
    status: str, is_waited_for: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "postmaster.pid").write_text(f"1\n{tmp_path}\n0\n5432\n{tmp_path}\n\n\n{status}\n")
    (tmp_path / "log").touch()
    answers = iter((False, False, True))
    monkeypatch.setattr(cluster, "_ANSWER_SECONDS", 0)
    monkeypatch.setattr(cluster, "is_server_of", lambda pid, data: True)
    monkeypatch.setattr(cluster, "is_serving", lambda server: next(answers))

    with nullcontext() if is_waited_for else pytest.raises(postgres.PostgresDidNotStart):
        assert cluster.adopt(tmp_path, log=tmp_path / "log") is not None


def test_a_pid_file_that_names_another_program_is_put_aside(var: Path) -> None:
    server = postgres.ensure(var)
    pid_file = server.data / "postmaster.pid"
    left_behind = pid_file.read_text()
    postgres.stop(server)
    pid_file.write_text(left_behind.replace(str(server.pid), str(os.getpid()), 1))

    assert postgres.is_serving(postgres.ensure(var))


def test_a_database_made_anew_is_another_one(var: Path) -> None:
    first = postgres.ensure(var)
    before = postgres.identify(var=var)
    postgres.stop(first)
    shutil.rmtree(var)

    postgres.ensure(var)

    assert postgres.identify(var=var) != before


def test_data_of_another_version_is_refused_with_the_way_out(var: Path) -> None:
    (var / "postgres").mkdir(parents=True)
    (var / "postgres" / "PG_VERSION").write_text("16\n")

    with pytest.raises(postgres.VersionDiffers) as refusal:
        postgres.ensure(var)

    assert "pg_dumpall" in refusal.value.text.en


def test_an_interrupted_first_start_is_begun_again(var: Path) -> None:
    (var / "postgres.unfinished").mkdir(parents=True)
    (var / "postgres.unfinished" / "PG_VERSION").write_text("18\n")

    assert postgres.is_serving(postgres.ensure(var))


def test_stop_does_not_wait_for_open_sessions(var: Path) -> None:
    server = postgres.ensure(var)
    with psycopg.connect(postgres.url(postgres.APP, var=var)):
        began = time.monotonic()
        postgres.stop(server)

    assert time.monotonic() - began < 5
    assert not postgres.is_serving(server)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_root_without_namespaces_runs_it_as_an_account(var: Path) -> None:
    told: list[Text] = []

    server = postgres.ensure(var, say=told.append, may_unshare=False)

    assert _ask(var, postgres.APP, "SELECT current_user") == "sala_app"
    assert server.data.stat().st_uid != 0
    assert "User namespaces are refused here" in told[0].en
    postgres.stop(server)
    shutil.rmtree(server.data.parent)


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    open_folder = tmp_path / "socket"
    open_folder.mkdir(mode=0o755)

    with pytest.raises(postgres.SocketFolderNotOurs):
        places.private_folder(open_folder, owner=os.geteuid())


def test_a_long_session_folder_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))

    assert long not in places.socket_folder(tmp_path / "var").parents
