"""What an officer types about a case: kept as it was typed, checked by the domain's own rules, drawn again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from sala.domains.casework import public as casework
from sala.kernel.bilingual import Lang
from sala.servicekit.schema.facts import AskedFact
from sala.servicekit.schema.service import Service
from sala.ui.forms import FieldView, OptionView, PageView

from .phrases import say

MOST_CHARACTERS = 4000
_CONTROLS = ("outcome", "message", "items", "note-", "item-")

Errors = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """The action form as it was sent. `do` is the button: check, change or confirm."""

    do: str = "check"
    step: str = ""
    version: int = -1
    raw: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, form: QueryDict) -> "Typed":
        """Read a sent form; controls that are not this form's are left aside."""
        version = form.get("version", "")
        return cls(
            do=form.get("do", "check"),
            step=form.get("step", ""),
            version=int(version) if version.isascii() and version.isdigit() and len(version) < 10 else -1,
            raw={name: tuple(values) for name, values in form.lists() if name.startswith(_CONTROLS)},
        )

    @property
    def outcome(self) -> str:
        """The chosen outcome's id, empty while none is chosen."""
        return self._one("outcome")

    @property
    def note(self) -> str:
        """The words typed beside the chosen outcome; those beside another do not count."""
        return self._one(f"note-{self.outcome}").strip()

    @property
    def message(self) -> str:
        """The message that goes with a correction request."""
        return self._one("message").strip()

    @property
    def items(self) -> dict[str, str]:
        """The questions to mend, each with what was written about it."""
        return {fact: self._one(f"item-{fact}").strip() for fact in self.raw.get("items", ())}

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Every control and value, to carry over a page that only shows them."""
        return tuple((name, value) for name, values in self.raw.items() for value in values)

    def _one(self, control: str) -> str:
        return next(iter(self.raw.get(control, ())), "").replace("\r\n", "\n")


def faults_of(typed: Typed, move: casework.Move, service: Service, lang: Lang) -> Errors:
    """List what the domain would refuse, by the control that mends it."""
    long = {name: say("desk.too-long", lang, limit=MOST_CHARACTERS) for name in _too_long(typed, move)}
    if long:
        return long
    try:
        if move.asks_applicant:
            casework.require_request(service, typed.items, typed.message)
        else:
            casework.require_reason(move, typed.note)
    except casework.NothingToMend as refused:
        return {"items": refused.text[lang]}
    except casework.ReasonMissing as refused:
        return (
            {"message": say("desk.message-missing", lang)} if move.asks_applicant else {_note(move): refused.text[lang]}
        )
    return {}


def page_of(
    moves: tuple[casework.Move, ...], asked: tuple[AskedFact, ...], typed: Typed, errors: Errors, lang: Lang
) -> PageView:
    """Draw the action form: the outcomes the step declares, each with what it needs, and everything typed so far."""
    options = tuple(
        OptionView(
            value=move.outcome.id,
            label=move.outcome.label[lang],
            reveals=_request_fields(asked, typed, errors, lang)
            if move.asks_applicant
            else (_note_field(move, typed, errors, lang),),
        )
        for move in moves
    )
    choice = FieldView(
        name="outcome",
        type="one-of",
        label=say("desk.choose", lang),
        error=errors.get("outcome", ""),
        typed=typed.raw,
        options=options,
    )
    return PageView(title=say("desk.decision", lang), fields=(choice,))


def _note_field(move: casework.Move, typed: Typed, errors: Errors, lang: Lang) -> FieldView:
    needed = move.outcome.needs_reason
    return FieldView(
        name=_note(move),
        type="long-text",
        label=say("desk.note" if needed else "desk.note-optional", lang),
        hint=say("desk.note-hint", lang) if needed else "",
        error=errors.get(_note(move), ""),
        typed=typed.raw,
        required=needed,
        max_length=MOST_CHARACTERS,
    )


def _request_fields(asked: tuple[AskedFact, ...], typed: Typed, errors: Errors, lang: Lang) -> tuple[FieldView, ...]:
    items = FieldView(
        name="items",
        type="many-of",
        label=say("desk.items", lang),
        hint=say("desk.items-hint", lang),
        error=errors.get("items", ""),
        typed=typed.raw,
        options=tuple(
            OptionView(value=fact.id, label=fact.label[lang], reveals=(_item_field(fact, typed, errors, lang),))
            for fact in asked
        ),
    )
    message = FieldView(
        name="message",
        type="long-text",
        label=say("desk.message", lang),
        hint=say("desk.message-hint", lang),
        error=errors.get("message", ""),
        typed=typed.raw,
        max_length=MOST_CHARACTERS,
    )
    return (items, message)


def _item_field(fact: AskedFact, typed: Typed, errors: Errors, lang: Lang) -> FieldView:
    name = f"item-{fact.id}"
    return FieldView(
        name=name,
        type="text",
        label=say("desk.item-note", lang, question=fact.label),
        error=errors.get(name, ""),
        typed=typed.raw,
        required=False,
    )


def _too_long(typed: Typed, move: casework.Move) -> list[str]:
    """Name the controls of the chosen outcome that hold more than a letter can carry."""
    counted = ["message", *(f"item-{fact}" for fact in typed.items)] if move.asks_applicant else [_note(move)]
    return [name for name in counted if any(len(value) > MOST_CHARACTERS for value in typed.raw.get(name, ()))]


def _note(move: casework.Move) -> str:
    return f"note-{move.outcome.id}"
