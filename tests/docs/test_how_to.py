"""The how-to pages: every command and file in them does what the page says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sala.infra import postgres
from sala.infra.postgres import cluster, programs
from tests.architecture import test_anatomy
from tests.architecture.sources import ROOT

from .lessons import DOCS, SALA, read_boxes, run_commands, write_box

HOW_TO = DOCS / "how-to"


@pytest.mark.parametrize("name", ["add-a-service.md", "add-a-law.md"])
def test_the_pages_on_the_pack_can_be_followed(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "thailand", tmp_path / "thailand", ignore=shutil.ignore_patterns("__pycache__"))

    for box in read_boxes(HOW_TO / name):
        if box.language == "sh":
            run_commands(box.text, tmp_path)
        elif box.file:
            write_box(box, tmp_path)

    assert "is sound" in run_commands(f"{SALA}check", tmp_path)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_of_the_first_pages_do_what_they_say(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "thailand", tmp_path / "thailand", ignore=shutil.ignore_patterns("__pycache__"))
    lines = (ROOT / name).read_text("utf-8").splitlines()

    for line in lines:
        if line.startswith(f"    {SALA}"):
            run_commands(line.strip(), tmp_path)


def test_the_page_on_domains_names_every_file_that_a_domain_may_hold() -> None:
    page = (HOW_TO / "add-a-domain.md").read_text("utf-8")

    assert set(re.findall(r"^\| `(\w+)\.py`", page, re.MULTILINE)) == test_anatomy.MODULES
    assert [folder for folder in test_anatomy.FOLDERS | test_anatomy.MAY_GROW if f"`{folder}" not in page] == []


def test_an_assistant_is_answered_as_its_page_says(tmp_path: Path) -> None:
    boxes = {box.language: box for box in read_boxes(HOW_TO / "ask-from-an-assistant.md")}
    reader = 'command=".venv/bin/sala", args=["mcp"]'
    ours = f"command={sys.executable!r}, args=['-m', 'sala.cli', 'mcp'], env={dict(os.environ, PYTHONPATH=str(ROOT / 'src'))!r}"
    assert reader in boxes["python"].text

    said = subprocess.run(
        [sys.executable, "-c", boxes["python"].text.replace(reader, ours)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert sorted(said.splitlines()) == sorted(boxes["text"].text.splitlines())


def test_every_make_command_of_the_manual_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        name
        for page in DOCS.rglob("*.md")
        for name in re.findall(r"^(?:.*\" )?make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    }

    assert named <= targets


def test_every_link_of_the_manual_leads_somewhere() -> None:
    pages = [page for page in DOCS.rglob("*.md") if "reference" not in page.parts]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))]

    assert links
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Run a server with none of Sala's roles, as an office would have one; give its administrator's address."""
    known = programs.find_programs(tmp_path, say=lambda _: None)
    cluster.make_data(known, tmp_path / "postgres", log=tmp_path / "log")
    running = cluster.start(known, tmp_path, tmp_path / "postgres")
    yield f"postgresql://{cluster.SUPERUSER}@/postgres?host={running.socket_dir}"
    postgres.stop(running)


def test_the_statements_for_a_login_that_may_make_roles_are_enough(server: str) -> None:
    few, *_ = _statements()

    _administer(server, few)

    postgres.prepare_external(_as_sala(server))


def test_the_statements_for_a_login_that_may_not_are_enough(server: str) -> None:
    _, all_roles, schema = _statements()

    _administer(server, all_roles)
    _administer(server.replace("/postgres?", "/sala?"), schema)

    postgres.prepare_external(_as_sala(server))


@pytest.mark.django_db(transaction=True)
def test_what_was_backed_up_can_be_restored(cast: dict[str, object], tmp_path: Path) -> None:
    backup, restore = (box.text for box in read_boxes(HOW_TO / "keys-and-backup.md") if "pg_" in box.text)
    served = (
        postgres.url(postgres.APP).replace("/sala?", "/test_sala?").replace(f"{postgres.APP}@", f"{cluster.SUPERUSER}@")
    )
    restored = served.replace("/test_sala?", "/restored?")
    _administer(served, "DROP DATABASE IF EXISTS restored; CREATE DATABASE restored OWNER sala_owner;")

    for box in (backup, restore):
        _run_with_postgres(box, tmp_path, DATABASE=served, RESTORED=restored)

    counts = "SELECT (SELECT count(*) FROM infra_data_key), (SELECT count(*) FROM identity_person)"
    assert _ask(restored, counts) == _ask(served, counts)
    assert _ask(restored, counts)[1] >= len(cast)
    _administer(served, "DROP DATABASE restored")


def _statements() -> list[str]:
    boxes = read_boxes(HOW_TO / "run-on-a-real-postgresql.md")
    return [box.text for box in boxes if box.language == "sql"]


def _as_sala(server: str) -> str:
    return server.replace(f"{cluster.SUPERUSER}@", "sala@").replace("/postgres?", "/sala?")


def _administer(address: str, statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in filter(None, (part.strip() for part in statements.split(";"))):
            connection.execute(statement.encode())


def _ask(address: str, question: str) -> tuple[int, ...]:
    with psycopg.connect(address) as connection:
        return connection.execute(question.encode()).fetchone() or ()


def _run_with_postgres(commands: str, folder: Path, **addresses: str) -> None:
    """Run a box with the server's own pg_dump and pg_restore."""
    known = programs.find_programs(folder, say=lambda _: None)
    path = f"{known.folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-e", "-c", commands],
        cwd=folder,
        env={**os.environ, **addresses, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
