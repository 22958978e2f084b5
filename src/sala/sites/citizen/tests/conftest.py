"""A visitor: a browser without an account, through every middleware."""

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.fixture
def visitor(db: None, settings: Settings) -> Client:
    """Somebody who has just arrived; forms need their token."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    return Client(enforce_csrf_checks=True, headers={"host": "localhost"})
