"""One tree of processes to a folder, whatever was killed before."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from sala.cli.running.leftovers import MARK, end_leftovers, only_one, refuse_taken
from sala.cli.running.words import AlreadyRunning, PortTaken


def test_a_second_tree_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(AlreadyRunning, match=str(os.getpid())), only_one(tmp_path):
        pass


def test_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_only_the_folders_own_leftovers_are_ended(tmp_path: Path) -> None:
    ours = subprocess.Popen(["sleep", "60"], env={MARK: str(tmp_path)})
    other = subprocess.Popen(["sleep", "60"], env={MARK: str(tmp_path / "other")})

    end_leftovers(tmp_path)

    assert ours.wait(5) == -9
    assert other.poll() is None
    other.kill()
    other.wait()


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        port = somebody.getsockname()[1]

        with pytest.raises(PortTaken, match=f"PORT={port + 1} make run"):
            refuse_taken(port)
