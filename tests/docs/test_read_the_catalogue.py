"""`read-the-catalogue.md`: its requests get the answers it shows."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from .lessons import DOCS, read_boxes

PAGE = DOCS / "how-to" / "read-the-catalogue.md"


@pytest.mark.django_db
def test_every_request_gets_the_answer_that_stands_under_it() -> None:
    boxes = read_boxes(PAGE)
    asked = [(box, boxes[at + 1]) for at, box in enumerate(boxes) if box.language == "console"]

    assert asked
    for command, shown in asked:
        (path,) = re.findall(r"http://localhost:8000([^'\s]+)", command.text)
        answer = Client().get(path)
        assert (answer.status_code, holds(answer.json(), json.loads(shown.text))) == (200, True), path


@pytest.mark.django_db
def test_every_address_that_the_page_names_answers() -> None:
    named = re.findall(r"`(?:GET )?(/[\w./-]+(?:\.(?:atom|xml|txt|json|jsonld)|/services))`", PAGE.read_text("utf-8"))

    assert len(set(named)) >= 7
    assert {path: Client().get(path).status_code for path in named} == dict.fromkeys(named, 200)


def holds(answer: Any, shown: Any) -> bool:
    """Say whether an answer holds all that a page shows of it; of a list the page shows some."""
    match shown:
        case dict():
            return all(name in answer and holds(answer[name], part) for name, part in shown.items())
        case list():
            return all(any(holds(one, part) for one in answer) for part in shown)
    return bool(answer == shown)
