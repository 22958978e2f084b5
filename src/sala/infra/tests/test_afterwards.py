"""What is done after an answer harms no answer, and leaves nothing half done."""

import logging

import pytest
from django.test import Client, RequestFactory

from sala.infra.models import RateWindow

from .urls import count_afterwards

pytestmark = [pytest.mark.urls("sala.infra.tests.urls"), pytest.mark.django_db]


def test_it_is_done_once_the_answer_is_sent() -> None:
    assert Client().get("/count-afterwards").content == b"answered"
    assert RateWindow.objects.count() == 1


def test_nothing_is_done_before_the_answer_is_sent() -> None:
    count_afterwards(RequestFactory().get("/count-afterwards"))
    assert RateWindow.objects.count() == 0


def test_a_failure_takes_back_its_own_and_is_told_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="sala.afterwards"):
        answer = Client().get("/count-afterwards?fail")

    assert (answer.status_code, answer.content) == (200, b"answered")
    assert RateWindow.objects.count() == 0
    assert [record.getMessage() for record in caplog.records] == ["left undone after an answer: OperationalError"]
