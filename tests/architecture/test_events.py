"""An event carries ids, codes, times and amounts: never a name, an identity number or what a person told us."""

import dataclasses
from datetime import date, datetime
from types import NoneType
from typing import get_args, get_type_hints
from uuid import UUID

import pytest

from sala.cli.documenting.registries import list_events
from sala.infra import outbox
from sala.kernel.money import Baht

# Text is a code only under these names. A new one is added here by someone who has asked what it may hold.
CODES = {"agency", "kind", "outcome", "result", "service"}
PLAIN = {UUID, datetime, date, Baht, int, bool, NoneType}

_each_event = pytest.mark.parametrize("event", list_events(), ids=lambda event: event.__name__)


@_each_event
def test_an_event_carries_no_words_of_a_person(event: type) -> None:
    hints = get_type_hints(event)
    texts = {name for name, hint in hints.items() if str in _kinds(hint)}
    others = {name for name, hint in hints.items() if not _kinds(hint) <= PLAIN | {str}}

    assert texts <= CODES
    assert others == set()


@_each_event
def test_an_event_is_frozen_and_stands_in_the_contracts_of_its_domain(event: type) -> None:
    assert dataclasses.is_dataclass(event)
    assert event.__dataclass_params__.frozen  # type: ignore[attr-defined]  # set by dataclass()
    assert event.__module__.endswith(".contracts")


def test_whoever_listens_listens_to_something_published() -> None:
    assert set(outbox._events.values()) <= set(list_events())


def _kinds(hint: object) -> set[object]:
    return set(get_args(hint)) or {hint}
