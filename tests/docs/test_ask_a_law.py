"""`ask-a-law.md`: its commands say what stands under them, and its requests get the answers it shows."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.architecture.sources import ROOT

from .lessons import DOCS, Box, read_boxes, run_commands, write_box

PAGE = DOCS / "how-to" / "ask-a-law.md"


def test_every_command_says_what_stands_under_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "thailand", tmp_path / "thailand", ignore=shutil.ignore_patterns("__pycache__"))
    said = ""

    for box in read_boxes(PAGE):
        if box.file:
            write_box(box, tmp_path)
        elif box.language == "sh":
            said = run_commands(box.text, tmp_path)
        elif box.language == "text":
            assert [line for line in box.text.splitlines() if line not in said] == [], said


@pytest.mark.django_db
def test_every_request_gets_the_answer_that_stands_under_it() -> None:
    boxes = read_boxes(PAGE)
    requests = [(boxes[at - 1], box, boxes[at + 1]) for at, box in enumerate(boxes) if box.language == "console"]

    assert requests
    for sent, command, answer in requests:
        assert holds(ask(command, sent), json.loads(answer.text))


def ask(command: Box, sent: Box) -> Any:
    """Send what a box sends, to the address of the command."""
    (path,) = re.findall(r"http://localhost:8000(\S+)", command.text)
    return Client().post(path, json.loads(sent.text), content_type="application/json").json()


def holds(answer: Any, shown: Any) -> bool:
    """Say whether an answer holds all that a page shows of it."""
    match shown:
        case dict():
            return all(name in answer and holds(answer[name], part) for name, part in shown.items())
        case list():
            return len(answer) == len(shown) and all(map(holds, answer, shown))
    return bool(answer == shown)
