"""Too often is refused, per act and visitor, until the window has passed."""

from datetime import UTC, datetime, timedelta

import pytest

from sala.infra import limits
from sala.infra.limits import TooOften

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


def try_code(*, who: str = "192.0.2.1", what: str = "code", at: datetime = NOON) -> None:
    limits.count(what=what, who=who, at_most=3, within=timedelta(minutes=10), at=at)


def test_the_fourth_time_in_ten_minutes_is_refused_and_says_how_long_to_wait() -> None:
    for _ in range(3):
        try_code()
    with pytest.raises(TooOften, match="Wait 10 minutes") as refused:
        try_code(at=NOON + timedelta(minutes=9))
    assert "รอ 10 นาที" in refused.value.text.th


def test_when_the_window_has_passed_counting_begins_anew() -> None:
    for minutes in (0, 1, 2, 10, 11, 12):
        try_code(at=NOON + timedelta(minutes=minutes))
    with pytest.raises(TooOften):
        try_code(at=NOON + timedelta(minutes=13))


def test_one_visitor_does_not_use_up_anothers_tries() -> None:
    for who in ("192.0.2.1", "192.0.2.2"):
        for what in ("code", "search"):
            for _ in range(3):
                try_code(who=who, what=what)
