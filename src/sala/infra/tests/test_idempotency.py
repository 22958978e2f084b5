"""A POST with an Idempotency-Key is done once, however often it arrives."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cast import at_once

from sala.infra.models import KeptAnswer, RateWindow

pytestmark = [
    pytest.mark.urls("sala.infra.tests.urls"),
    pytest.mark.django_db,
    pytest.mark.usefixtures("unbuilt_assets"),
]


def post(path: str = "/count", what: str = "tea", key: str = "k1", **more: Any) -> Any:
    return Client().post(path, {"what": what}, headers={"Idempotency-Key": key}, **more)


def times() -> int:
    return sum(RateWindow.objects.values_list("count", flat=True))


def test_the_same_key_gets_the_same_answer_and_is_done_once() -> None:
    first, second = post(), post()
    assert (first.content, first.status_code) == (second.content, second.status_code) == (b"counted tea", 200)
    assert times() == 1


def test_a_redirection_is_repeated_too() -> None:
    first, second = post("/go-on"), post("/go-on")
    assert (first.headers["Location"], second.headers["Location"]) == ("/kept", "/kept")
    assert (second.status_code, times()) == (302, 1)


def test_the_same_key_with_another_body_is_refused() -> None:
    post()
    answer = post(what="coffee", HTTP_ACCEPT="application/json")
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:sala:problem:idempotency-key-reused"
    assert times() == 1


def test_another_key_is_another_request() -> None:
    post(key="k1")
    post(key="k2")
    assert times() == 2


def test_the_same_key_for_another_address_or_visitor_is_another_request() -> None:
    post()
    post("/go-on")
    post(REMOTE_ADDR="192.0.2.7")
    assert times() == 3


def test_without_a_key_every_request_is_done() -> None:
    Client().post("/count")
    Client().post("/count")
    assert times() == 2


def test_a_refusal_is_not_kept_so_the_key_may_try_again() -> None:
    post("/refuse/409")
    assert not KeptAnswer.objects.exists()


def test_after_a_day_the_key_is_forgotten() -> None:
    post()
    kept = KeptAnswer.objects.get()
    KeptAnswer.objects.update(kept_until=kept.kept_until - timedelta(hours=24, seconds=1))
    post()
    assert times() == 2


@pytest.mark.django_db(transaction=True)
def test_the_same_key_at_the_same_moment_is_done_once() -> None:
    answers: list[bytes] = []
    at_once(*[lambda: answers.append(post().content)] * 4)
    assert answers == [b"counted tea"] * 4
    assert times() == 1
