"""A demonstration starts by itself; production starts only when it is whole, and names every fault at once."""

import pytest

from sala.infra.modes import ModeUnknown, UnsafeProduction, from_environment

WHOLE = {"SALA_MODE": "production", "SALA_ORIGIN": "https://sala.example.go.th"}


def test_without_any_setting_it_is_a_demonstration_on_this_machine() -> None:
    found = from_environment({})
    assert found.is_demonstration
    assert found.origin == "http://localhost:8000"
    assert found.demonstration_sign_in
    assert found.generated_keys


def test_production_starts_when_it_is_whole() -> None:
    found = from_environment(WHOLE)
    assert not found.is_demonstration
    assert found.hosts[0] == "sala.example.go.th"


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"SALA_ORIGIN": "http://sala.example.go.th"}, "SALA_ORIGIN is not https"),
        ({"SALA_ORIGIN": "sala.example.go.th"}, "SALA_ORIGIN is not https"),
        ({"SALA_DEMONSTRATION_SIGN_IN": "1"}, "SALA_DEMONSTRATION_SIGN_IN is on"),
        ({"SALA_GENERATED_KEYS": "1"}, "SALA_GENERATED_KEYS is on"),
    ],
)
def test_production_names_what_is_wrong(changed: dict[str, str], named: str) -> None:
    with pytest.raises(UnsafeProduction, match=named):
        from_environment(WHOLE | changed)


def test_production_names_every_fault_at_once() -> None:
    with pytest.raises(UnsafeProduction) as refused:
        from_environment({"SALA_MODE": "production", "SALA_DEMONSTRATION_SIGN_IN": "1", "SALA_GENERATED_KEYS": "1"})
    assert str(refused.value).count(";") == 2
    assert refused.value.text.th.startswith("ระบบจริงเริ่มไม่ได้")


@pytest.mark.parametrize("given", ["Production", "prod", "live"])
def test_a_misspelt_mode_does_not_become_a_demonstration(given: str) -> None:
    with pytest.raises(ModeUnknown, match=given):
        from_environment(WHOLE | {"SALA_MODE": given})
