"""A form is derived from the model, shows what stands in the file, and writes back no more than was typed."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sala.servicekit import forms
from sala.servicekit.forms.shapes import Shape, _labels
from sala.servicekit.schema.public_service import Guide
from sala.servicekit.schema.service import Service

_SERVICES = Path(__file__).resolve().parents[4] / "thailand" / "services"
SOME = [
    _SERVICES / name / "service.yaml"
    for name in (
        "local/old-age-allowance",
        "local/food-shop-notification",
        "aoc/scam-report",
        "dopa/birth-registration",
    )
]
TEXT = """\
# A note at the top
schema: 1
service: waste-fee                # for ever
name: {th: ค่าขยะ, en: Waste fee}

documents:                        # what to bring
  house:
    th: ทะเบียนบ้าน
    en: House registration        # the blue book
    when: {fact: home, is: true}
    unverified: true
  card: {th: บัตร, en: Card, unverified: true}

# How much
fee: {amount: 0, unverified: true}
within: {unverified: true}
steps:
  - th: หนึ่ง
    en: One
  - th: สอง
    en: Two   # the second
"""


def part(key: str) -> Shape:
    """Give the shape of one part of a guide."""
    return next(one.shape for one in forms.list_sections(Guide) if one.key == key)


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def fill(key: str, **typed: str) -> str:
    """Type into the form of one part, over what stands in it."""
    shape = part(key)
    standing = forms.typed_of(shape, load(TEXT).get(key))
    values = forms.read_typed(shape, standing | {name.replace("__", "."): (text,) for name, text in typed.items()})
    order = [one.key for one in forms.list_sections(Guide)]
    return forms.change_section(TEXT, key, lambda group: forms.set_part(group, shape, values), order=order)


def enter(key: str, at: int, **typed: str) -> str:
    """Type into the form of one entry of a list, over what stands in it."""
    shape = part(key)
    entries = forms.list_entries(shape, load(TEXT)[key])
    standing = forms.typed_of(forms.entry_shape(shape), entries[at] if at < len(entries) else {})
    typed_in = standing | {f"entry.{name}": (text,) for name, text in typed.items()}
    values = forms.read_typed(forms.entry_shape(shape), typed_in)
    return forms.change_section(TEXT, key, lambda group: forms.put_entry(group, shape, at, values))


def test_saving_without_typing_changes_no_byte() -> None:
    assert [fill("fee"), fill("name"), fill("within"), fill("search")] == [TEXT] * 4
    assert [enter("documents", 0), enter("documents", 1), enter("steps", 1)] == [TEXT] * 3


def test_only_the_lines_of_the_part_change() -> None:
    assert fill("fee", fee__amount="๒๐") == TEXT.replace("{amount: 0,", "{amount: 20,")
    assert fill("name", name__en="Fee for waste") == TEXT.replace("en: Waste fee", "en: Fee for waste")


def test_a_decimal_amount_is_written_as_text_and_nonsense_stays_as_typed() -> None:
    assert load(fill("fee", fee__amount="20.50"))["fee"]["amount"] == "20.50"
    assert load(fill("fee", fee__amount="ฟรี"))["fee"]["amount"] == "ฟรี"


def test_an_emptied_value_goes_and_a_half_sentence_stays() -> None:
    assert "amount" not in load(fill("fee", fee__amount=""))["fee"]
    assert load(fill("name", name__en=""))["name"] == {"th": "ค่าขยะ", "en": ""}


def test_a_new_part_stands_where_its_model_has_it() -> None:
    changed = fill("summary", summary__th="จ่ายค่าขยะ", summary__en="Pay")

    assert changed == TEXT.replace("Waste fee}\n", "Waste fee}\nsummary: {th: จ่ายค่าขยะ, en: Pay}\n")


def test_an_entry_keeps_its_comments_and_what_no_form_covers() -> None:
    changed = enter("documents", 0, en="House book", copies="2")

    assert re.search(r"en: House book +# the blue book\n", changed)
    assert "when: {fact: home, is: true}" in changed
    assert "copies: 2" in changed
    assert changed.count("# How much\nfee:") == 1


def test_an_entry_gets_another_name_and_keeps_its_place() -> None:
    assert list(load(enter("documents", 0, id="house-book"))["documents"]) == ["house-book", "card"]


def test_a_name_stands_once() -> None:
    with pytest.raises(forms.NameTaken):
        enter("documents", 0, id="card")


def test_a_new_entry_comes_last() -> None:
    assert load(enter("steps", 2, th="สาม", en="Three"))["steps"][2] == {"th": "สาม", "en": "Three"}
    assert list(load(enter("documents", 2, id="slip", th="ใบ", en="Slip"))["documents"])[2] == "slip"


@pytest.mark.parametrize("key", ["steps", "documents"])
def test_entries_move_and_go(key: str) -> None:
    shape = part(key)
    moved = forms.change_section(TEXT, key, lambda group: forms.move_entry(group, shape, 1, by=-1))
    gone = forms.change_section(TEXT, key, lambda group: forms.remove_entry(group, shape, 0))
    names = [one["en"] for one in forms.list_entries(shape, load(TEXT)[key])]

    assert [one["en"] for one in forms.list_entries(shape, load(moved)[key])] == names[::-1]
    assert [one["en"] for one in forms.list_entries(shape, load(gone)[key])] == names[1:]


@pytest.mark.parametrize("text", ["[1, 2]", "a: [", "{a: 1}", "", "- a"])
def test_a_text_that_is_no_declaration_is_refused(text: str) -> None:
    with pytest.raises(forms.SectionUnreadable):
        forms.change_section(text, "name", lambda group: None)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.parent.name)
def test_every_part_of_a_service_is_shown_and_saved_unchanged(path: Path) -> None:
    text = path.read_text("utf-8")
    data = load(text)
    model = Guide if data.get("level", "apply") != "apply" else Service
    for section in forms.list_sections(model):
        assert load(forms.change_section(text, section.key, partial(save_as_it_is, section.shape, data))) == data


def save_as_it_is(shape: Shape, data: Any, group: Any) -> None:
    """Open every form of a part and save it without typing."""
    if shape.kind != "list":
        forms.set_part(group, shape, forms.read_typed(shape, forms.typed_of(shape, data.get(shape.key))))
        return
    one = forms.entry_shape(shape)
    for at, entry in enumerate(forms.list_entries(shape, data.get(shape.key))):
        forms.put_entry(group, shape, at, forms.read_typed(one, forms.typed_of(one, entry)))


def _shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for _, leaf in forms.leaves(shape if shape.kind != "list" else forms.entry_shape(shape)):
        yield leaf


@pytest.mark.parametrize("model", [Guide, Service])
def test_every_value_of_a_form_has_a_name_in_both_languages(model: Any) -> None:
    labels = _labels()
    shown = [one for section in forms.list_sections(model) for one in _shapes(section.shape)]

    assert [one.key for one in shown if one.key not in labels["keys"]] == []
    assert [choice for one in shown for choice in one.choices if choice not in labels["choices"]] == []
