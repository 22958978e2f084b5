"""Conditions have three answers, and never decide before they know."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sala.kernel.money import Baht
from sala.servicekit.schema.conditions import Condition, facts_of, holds

READ: TypeAdapter[Any] = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("written", "facts", "answer"),
    [
        ({"fact": "sent", "is": True}, {"sent": True}, True),
        ({"fact": "sent", "is": True}, {"sent": False}, False),
        ({"fact": "sent", "is": True}, {}, None),
        ({"fact": "sent", "is": False}, {"sent": False}, True),
        ({"fact": "way", "in": ["call", "sms"]}, {"way": "sms"}, True),
        ({"fact": "foods", "has": "noodles"}, {"foods": ["rice", "noodles"]}, True),
        ({"fact": "foods", "has": "noodles"}, {"foods": ["rice"]}, False),
        ({"fact": "area", "at_most": 200}, {"area": 200}, True),
        ({"fact": "area", "more_than": 200}, {"area": 200}, False),
        ({"fact": "income", "less_than": 100}, {"income": Baht.of("99.99")}, True),
        ({"fact": "area", "at_least": 1}, {"area": "a lot"}, None),
        ({"not": {"fact": "sent", "is": True}}, {}, None),
        ({"not": {"fact": "sent", "is": True}}, {"sent": False}, True),
    ],
)
def test_a_condition_answers_by_the_facts(written: object, facts: dict[str, object], answer: bool | None) -> None:
    assert holds(READ.validate_python(written), facts) is answer


def test_no_condition_always_holds() -> None:
    assert holds(None, {}) is True


def test_all_is_false_as_soon_as_one_part_is() -> None:
    both = READ.validate_python({"all": [{"fact": "a", "is": True}, {"fact": "b", "is": True}]})

    assert holds(both, {"a": False}) is False
    assert holds(both, {"a": True}) is None


def test_any_is_true_as_soon_as_one_part_is() -> None:
    either = READ.validate_python({"any": [{"fact": "a", "is": True}, {"fact": "b", "is": True}]})

    assert holds(either, {"b": True}) is True
    assert holds(either, {"b": False}) is None


def test_the_facts_of_a_nested_condition_are_all_named() -> None:
    nested = {"all": [{"fact": "a", "is": 1}, {"not": {"any": [{"fact": "b", "is": 2}, {"fact": "c", "in": ["x"]}]}}]}

    assert facts_of(READ.validate_python(nested)) == {"a", "b", "c"}


COMPARISONS = st.builds(lambda name, value: {"fact": name, "is": value}, st.sampled_from("abc"), st.booleans())
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=6,
)


@given(CONDITIONS, st.dictionaries(st.sampled_from("abc"), st.booleans()), st.tuples(*[st.booleans()] * 3))
def test_learning_more_never_turns_an_answer_round(
    written: dict[str, Any], known: dict[str, bool], rest: tuple[bool, ...]
) -> None:
    condition = READ.validate_python(written)
    early = holds(condition, known)

    assert early is None or holds(condition, {**dict(zip("abc", rest, strict=True)), **known}) is early
