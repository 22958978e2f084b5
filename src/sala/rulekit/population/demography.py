"""
Which households there are, so that their members have the ages and sexes that were counted.

A cell is one form of household with a head of one sex and age. Given the head, the ages of the others follow from a few
distributions (how much older a husband is, how old mothers are when a child is born). The shares of the cells begin at the
published forms of family and are bent as little as possible (least relative entropy) until the expected ages, sexes and mean size
are the published ones.

Source: Ireland & Kullback (1968), Contingency tables with given marginals, Biometrika 55(1): the adjustment of least information.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .published import Form, Member, Published

Floats = npt.NDArray[np.float64]

MALE, FEMALE = 0, 1
AGES = 101
SPOUSE, CHILD, PARENT, GRANDCHILD, OTHER = range(5)
KINDS = ("spouse", "child", "parent", "grandchild", "other")
BOYS = 0.512  # of births: about 105 boys for 100 girls
MOTHERS = 0.72  # of parents who live with a grown child: women outlive men (assumed)
GROUP = 5  # years
OLDEST_GROUP = 16  # 80 and over
YOUNGEST_SPOUSE = 17
FATHER_IS_OLDER = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A member of a form: its kind, of whom, who that one's spouse is (-1: nobody), and its ages given a man's or a woman's."""

    kind: int
    of: int
    partner: int
    matrices: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Demography:
    """
    What households are drawn from.

    `cells` holds form, sex and age of the head; `shares` how often each cell comes; `slots` the members of each form; `matrices` the
    distribution of an age given another; `expected` the persons by sex and group that come out.
    """

    cells: npt.NDArray[np.int64]
    shares: Floats
    slots: tuple[tuple[Slot, ...], ...]
    matrices: Floats
    by_age: Floats
    expected: Floats


def demography_of(published: Published) -> Demography:
    """Find the shares of the cells that reproduce the published ages, sexes and mean size of households."""
    by_age = single_years(published)
    matrices = _Matrices(published, by_age)
    slots = tuple(_slots(form, matrices) for form in published.forms)
    cells, prior, persons = [], [], []
    for number, form in enumerate(published.forms):
        first, last = form.heads
        for sex in (MALE, FEMALE):
            ages = np.arange(first, last + 1)
            persons.append(_expected(slots[number], matrices.all, sex)[ages])
            prior.append(form.share * by_age[sex, ages] / by_age[sex, ages].sum())
            cells.append(np.stack([np.full(ages.size, number), np.full(ages.size, sex), ages], axis=1))
    target = _groups(by_age).ravel()
    target *= published.household_size / target.sum()
    every = np.concatenate(persons)
    shares = _bend(np.concatenate(prior), every, target)
    expected = (shares @ every).reshape(2, -1)
    return Demography(np.concatenate(cells), shares, slots, np.stack(matrices.all), by_age, expected)


def single_years(published: Published) -> Floats:
    """Divide the counted persons by sex and single year of age, evenly within five years; the last group thins out to 100."""
    years = np.zeros((2, AGES))
    for ages in published.ages:
        for sex in (MALE, FEMALE):
            parts = np.array(ages.parts[sex]) / sum(ages.parts[sex]) * ages.persons[sex]
            for number, persons in enumerate(parts):
                first = ages.from_ + number * GROUP
                until = ages.until if number == len(parts) - 1 else first + GROUP
                falling = 0.88 ** np.arange(until - first) if until - first > GROUP else np.ones(until - first)
                years[sex, first:until] = persons * falling / falling.sum()
    return years


def _groups(years: Floats) -> Floats:
    """Add single years (last axis) up to five-year groups, the last of them open."""
    group = np.minimum(np.arange(AGES) // GROUP, OLDEST_GROUP)
    return np.asarray(years @ (group[:, None] == np.arange(OLDEST_GROUP + 1)).astype(np.float64))


class _Matrices:
    """The distributions of an age (column) given another age (row), each made once."""

    def __init__(self, published: Published, by_age: Floats) -> None:
        self.all: list[Floats] = []
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._by_age = by_age
        first, percent = published.mothers
        self._births = np.zeros(2 * AGES)
        self._births[first : first + GROUP * len(percent)] = np.repeat(percent, GROUP)
        generations = np.convolve(self._births, self._births)
        self._births_of_grandchildren = generations[: 2 * AGES]
        self._first_older, self._older = published.older_than_wife

    def number(self, kind: str, ages: tuple[int, int]) -> int:
        """Give the number of a distribution, making it when it is asked for first."""
        key = (kind, *ages)
        if key not in self._numbers:
            self._numbers[key] = len(self.all)
            self.all.append(self._make(kind, *ages))
        return self._numbers[key]

    def _make(self, kind: str, first: int, last: int) -> Floats:
        given, age = np.arange(AGES)[:, None], np.arange(AGES)[None, :]
        weights = np.where((age >= first) & (age <= last), self._weights(kind, given, age), 0.0)
        nearest = np.clip(given - 15, 0, first)[:, 0] if kind.startswith("child") else np.full(AGES, first)
        impossible = weights.sum(axis=1) == 0
        weights[impossible, nearest[impossible]] = 1.0
        return np.asarray(weights / weights.sum(axis=1, keepdims=True))

    def _weights(self, kind: str, given: npt.NDArray[np.int64], age: npt.NDArray[np.int64]) -> Floats:
        match kind:
            case "husband":
                return self._at(np.array(self._older), age - given - self._first_older)
            case "wife":
                return self._at(np.array(self._older), given - age - self._first_older)
            case "child of woman":
                return self._at(self._births, given - age)
            case "child of man":
                return self._at(self._births, given - age - FATHER_IS_OLDER)
            case "mother":
                return np.asarray(self._at(self._births, age - given) * self._by_age[FEMALE])
            case "father":
                return np.asarray(self._at(self._births, age - given - FATHER_IS_OLDER) * self._by_age[MALE])
            case "grandchild":
                return self._at(self._births_of_grandchildren, given - age)
        return np.broadcast_to(self._by_age.sum(axis=0), (AGES, AGES))

    @staticmethod
    def _at(weights: Floats, index: npt.NDArray[np.int64]) -> Floats:
        inside = (index >= 0) & (index < weights.size)
        return np.where(inside, weights[np.clip(index, 0, weights.size - 1)], 0.0).astype(np.float64)


_GIVEN_A_MAN_OR_WOMAN = {
    "spouse": ("wife", "husband"),
    "child": ("child of man", "child of woman"),
    "parent": ("father", "mother"),
    "grandchild": ("grandchild", "grandchild"),
    "other": ("other", "other"),
}


def _slots(form: Form, matrices: _Matrices) -> tuple[Slot, ...]:
    return tuple(_slot(member, form.members, matrices) for member in form.members)


def _slot(member: Member, members: Sequence[Member], matrices: _Matrices) -> Slot:
    partner = next((n for n, other in enumerate(members, 1) if other.is_ == "spouse" and other.of == member.of), -1)
    if member.of > 0 and members[member.of - 1].is_ == "spouse":
        partner = members[member.of - 1].of
    first, last = member.ages
    ages = (max(first, YOUNGEST_SPOUSE), last) if member.is_ == "spouse" else (first, last)
    of_a_man, of_a_woman = (matrices.number(kind, ages) for kind in _GIVEN_A_MAN_OR_WOMAN[member.is_])
    return Slot(KINDS.index(member.is_), member.of, partner, (of_a_man, of_a_woman))


def _expected(slots: Sequence[Slot], matrices: Sequence[Floats], head: int) -> Floats:
    """Expect the members by sex and group, for heads of one sex at every age: an array of ages by (sex, group)."""
    first = np.zeros((AGES, 2, AGES))
    first[:, head, :] = np.eye(AGES)
    drawn = [first]
    for slot in slots:
        drawn.append(_drawn(slot, drawn, matrices))
    return _groups(np.sum(drawn, axis=0)).reshape(AGES, -1)


def _drawn(slot: Slot, drawn: Sequence[Floats], matrices: Sequence[Floats]) -> Floats:
    """Follow how one member is drawn, given how the members before were."""
    of = drawn[slot.of]
    of_a_man, of_a_woman = (matrices[number] for number in slot.matrices)
    if slot.kind == SPOUSE:
        return np.stack([of[:, FEMALE] @ of_a_woman, of[:, MALE] @ of_a_man], axis=1)
    if slot.kind == PARENT:
        anyone = of.sum(axis=1)
        return np.stack([(1 - MOTHERS) * (anyone @ of_a_man), MOTHERS * (anyone @ of_a_woman)], axis=1)
    if slot.kind == CHILD and slot.partner >= 0:
        ages = (of[:, FEMALE] + drawn[slot.partner][:, FEMALE]) @ of_a_woman
    else:
        ages = of[:, MALE] @ of_a_man + of[:, FEMALE] @ of_a_woman
    boys = BOYS if slot.kind in (CHILD, GRANDCHILD) else 0.5
    return np.stack([boys * ages, (1 - boys) * ages], axis=1)


def _bend(prior: Floats, persons: Floats, target: Floats) -> Floats:
    """
    Bend shares as little as possible until the expected persons are the target (Newton's method on the dual, damped).

    A slight pull towards the prior (the ridge) keeps the shares finite where the target cannot be met to the last person.
    """
    ridge = 1e-5
    tilt = np.zeros(target.size)
    base = np.log(prior / prior.sum())

    def at(tilt: Floats) -> tuple[float, Floats]:
        logs = base + persons @ tilt
        top = logs.max()
        total = np.exp(logs - top).sum()
        value = top + np.log(total) - tilt @ target + ridge / 2 * tilt @ tilt
        return float(value), np.exp(logs - top) / total

    value, shares = at(tilt)
    for _ in range(200):
        mean = shares @ persons
        gradient = mean - target + ridge * tilt
        if np.abs(gradient).max() < 1e-9:
            break
        spread = (persons * shares[:, None]).T @ persons - np.outer(mean, mean)
        step = np.linalg.solve(spread + ridge * np.eye(target.size), gradient)
        length = 1.0
        while at(tilt - length * step)[0] > value - 1e-4 * length * (gradient @ step) and length > 1e-6:
            length /= 2
        tilt = tilt - length * step
        value, shares = at(tilt)
    return shares
