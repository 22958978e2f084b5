"""The parts of a declaration that bind people, each with its own comparison."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sala.kernel.bilingual import Text
from sala.servicekit.schema.base import Declared, Named, Sourced
from sala.servicekit.schema.offer import Clock
from sala.servicekit.schema.public_service import PublicService
from sala.servicekit.wording import fee_text, limit_text

from ..contracts import Effect
from . import effect_words as words
from .effect_words import say

Compare = Callable[[Any, Any], Iterator[Effect]]
_WORDS = frozenset({"th", "en", "hint", "why", "source", "unverified", "title", "name", "note"})


@dataclass(frozen=True, slots=True)
class Part:
    """The keys of a declaration that one comparison tells, and the comparison."""

    keys: tuple[str, ...]
    compare: Compare


def _time(before: PublicService, after: PublicService) -> Iterator[Effect]:
    old, new = before.within, after.within
    if (old.length, old.unit) != (new.length, new.unit):
        yield say("time", words.FROM_TO, before=_limit(old), after=_limit(new))
    elif bones(old) != bones(new):
        yield say("time", words.PART_CHANGED)
    yield from _verified("time", old, new)


def _limit(clock: Clock) -> Text:
    return limit_text(clock) if clock.length is not None else words.NOTHING


def _fee(before: PublicService, after: PublicService) -> Iterator[Effect]:
    old, new = before.fee, after.fee
    if (old.amount, old.set_by) != (new.amount, new.set_by):
        yield say("fee", words.FROM_TO, before=fee_text(old), after=fee_text(new))
    yield from _reworded("fee", old.note, new.note)
    yield from _verified("fee", old, new)


def _documents(before: PublicService, after: PublicService) -> Iterator[Effect]:
    yield from _by_id("documents", before.documents, after.documents)


def _eligibility(before: Any, after: Any) -> Iterator[Effect]:
    yield from _reworded("eligibility", before.for_whom, after.for_whom)
    yield from _by_label("eligibility", getattr(before, "requirements", ()), getattr(after, "requirements", ()))


def _deciding(before: Any, after: Any) -> Iterator[Effect]:
    """Compare the rules that decide, and those that answer before anyone applies."""
    for key in ("decide", "check"):
        old, new = getattr(before, key, None), getattr(after, key, None)
        if old is not None and new is not None and old.by != new.by:
            yield say("law-decides", words.FROM_TO, before=old.by, after=new.by)
        elif bones(old) != bones(new):
            yield say("law-decides", words.PART_CHANGED)


def _exits(before: Any, after: Any) -> Iterator[Effect]:
    yield from _by_id("exits", getattr(before, "exits", ()), getattr(after, "exits", ()))


def _questions(before: Any, after: Any) -> Iterator[Effect]:
    yield from _by_id("questions", getattr(before, "ask", ()), getattr(after, "ask", ()))


def _channels(before: PublicService, after: PublicService) -> Iterator[Effect]:
    old, new = {one.kind for one in before.channels}, {one.kind for one in after.channels}
    yield from (say("channels", words.REMOVED, name=words.CHANNELS[kind]) for kind in sorted(old - new))
    yield from (say("channels", words.ADDED, name=words.CHANNELS[kind]) for kind in sorted(new - old))
    if old == new and (bones(before.channels), before.hours) != (bones(after.channels), after.hours):
        yield say("channels", words.PART_CHANGED)


def _law(before: Any, after: Any) -> Iterator[Effect]:
    for name in (one for one in before.law if one not in after.law):
        yield say("law", words.REMOVED, name=name)
    for name in (one for one in after.law if one not in before.law):
        yield say("law", words.ADDED, name=name)
    cited, cites = ([one.cites for one in getattr(each, "acts", ())] for each in (before, after))
    yield from (say("law", words.REMOVED, name=act) for act in cited if act not in cites)
    yield from (say("law", words.ADDED, name=act) for act in cites if act not in cited)


def _steps(before: Any, after: Any) -> Iterator[Effect]:
    if all(hasattr(step, "id") for step in (*before.steps, *after.steps)):
        yield from _by_id("steps", before.steps, after.steps)
    else:
        yield from _by_label("steps", before.steps, after.steps)


def _whole(kind: str, key: str) -> Compare:
    """Compare a part that is told as one."""

    def compare(before: Any, after: Any) -> Iterator[Effect]:
        if bones(getattr(before, key, None)) != bones(getattr(after, key, None)):
            yield say(kind, words.PART_CHANGED)

    return compare


def _appeal(before: Any, after: Any) -> Iterator[Effect]:
    old, new = getattr(before, "appeal", None), getattr(after, "appeal", None)
    # Where to turn is told in words, so here the words bind.
    told = [one.model_dump(exclude={"source", "unverified"}) if one else None for one in (old, new)]
    if told[0] != told[1]:
        yield say("appeal", words.PART_CHANGED)


def _data(before: Any, after: Any) -> Iterator[Effect]:
    yield from _by_id("data", getattr(before, "purposes", ()), getattr(after, "purposes", ()))
    yield from _by_id("data", getattr(before, "know", ()), getattr(after, "know", ()))


def _issues(before: PublicService, after: PublicService) -> Iterator[Effect]:
    yield from _by_id("issues", before.issues, after.issues)


def _contact(before: PublicService, after: PublicService) -> Iterator[Effect]:
    if (before.contact, before.complaints) != (after.contact, after.complaints):
        yield say("contact", words.PART_CHANGED)


def _finding(before: PublicService, after: PublicService) -> Iterator[Effect]:
    old, new = ((one.topic, one.life_events, one.related, one.aliases) for one in (before, after))
    if old != new:
        yield say("finding", words.PART_CHANGED)


def _by_id(kind: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Effect]:
    """Compare lists of named things by their ids: what is gone, what is new, what binds otherwise."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    yield from (say(kind, words.REMOVED, name=_called(one)) for id_, one in old.items() if id_ not in new)
    yield from (say(kind, words.ADDED, name=_called(one)) for id_, one in new.items() if id_ not in old)
    for id_ in (each for each in old if each in new):
        if bones(old[id_]) != bones(new[id_]):
            yield say(kind, words.CHANGED, name=_called(new[id_]))
        elif kind == "documents" and _called(old[id_]) != _called(new[id_]):
            yield say(kind, words.REWORDED, before=_called(old[id_]), after=_called(new[id_]))
        if isinstance(old[id_], Sourced) and old[id_].unverified != new[id_].unverified:
            sentence = words.ONE_DOUBTED if new[id_].unverified else words.ONE_CONFIRMED
            yield say(kind, sentence, name=_called(new[id_]))


def _by_label(kind: str, before: Iterable[Named], after: Iterable[Named]) -> Iterator[Effect]:
    """Compare lists whose entries are their words."""
    old, new = [one.label for one in before], [one.label for one in after]
    yield from (say(kind, words.REMOVED, name=one) for one in old if one not in new)
    yield from (say(kind, words.ADDED, name=one) for one in new if one not in old)


def _reworded(kind: str, before: Text | None, after: Text | None) -> Iterator[Effect]:
    if before != after:
        yield say(kind, words.REWORDED, before=before or words.NOTHING, after=after or words.NOTHING)


def _verified(kind: str, before: Sourced, after: Sourced) -> Iterator[Effect]:
    if before.unverified != after.unverified:
        yield say(kind, words.DOUBTED if after.unverified else words.CONFIRMED)


def _called(one: Any) -> Text:
    """Give the words a thing is known by."""
    if isinstance(one, Named):
        return one.label
    found: Text = getattr(one, "title", None) or one.name
    return found


def bones(declared: Declared | Iterable[Declared] | None) -> Any:
    """Give a part of a declaration as plain data without its words, so that only what binds is compared."""
    if isinstance(declared, Declared):
        return _strip(declared.model_dump(mode="json", by_alias=True))
    return None if declared is None else [bones(one) for one in declared]


def _strip(value: Any) -> Any:
    if isinstance(value, list):
        return [_strip(one) for one in value]
    if isinstance(value, dict):
        return {key: _strip(one) for key, one in value.items() if key not in _WORDS}
    return value


PARTS: tuple[Part, ...] = (
    Part(("within",), _time),
    Part(("fee",), _fee),
    Part(("documents",), _documents),
    Part(("for_whom", "requirements"), _eligibility),
    Part(("decide", "check"), _deciding),
    Part(("exits",), _exits),
    Part(("ask",), _questions),
    Part(("channels", "hours"), _channels),
    Part(("law", "acts"), _law),
    Part(("steps",), _steps),
    Part(("gives",), _whole("money", "gives")),
    Part(("appeal",), _appeal),
    Part(("purposes", "know"), _data),
    Part(("issues",), _issues),
    Part(("sign_in",), _whole("sign-in", "sign_in")),
    Part(("contact", "complaints"), _contact),
    Part(("topic", "life_events", "related", "aliases", "search"), _finding),
)
