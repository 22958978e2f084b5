"""The steps of a journey: what is opened, what is sent, what must come back, and where its writing can be held."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .browser import Browser, Fields, File, Page, Sending
from .installation import Installation

Role = Literal["citizen", "officer"]


@dataclass
class Walk:
    """One journey as far as it has come: who walks it, and everything they were told is kept."""

    at: Installation
    browsers: dict[Role, Browser]
    case: str = ""
    number: str = ""
    code: str = ""
    filled: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    @classmethod
    def begin(cls, at: Installation) -> "Walk":
        """Stand at the door, with a browser for the citizen and one for the officer."""
        return cls(at, {"citizen": Browser(at.port), "officer": Browser(at.port)})

    def check_kept(self) -> None:
        """Check that every page still holds what was typed; once it was sent, that the case shows it and its number."""
        if self.number:
            text = self.browsers["citizen"].open(f"/cases/{self.case}").text
            words = [value for fields in self.filled.values() for values in fields.values() for value in values]
            shown = [self.number, *(word for word in words if not word.isascii())]
            assert [word for word in shown if html.escape(word) not in text] == []
            return
        for page_id, fields in self.filled.items():
            page = self.browsers["citizen"].open(f"/apply/{self.case}/{page_id}")
            form = page.form(f"/apply/{self.case}/{page_id}")
            kept = {name: form.filled.get(name) for name in fields}
            assert kept == {name: list(values) for name, values in fields.items()}, kept


@dataclass(frozen=True)
class Step:
    """
    One step of a journey.

    `table` is what its transaction writes to last or nearly so, where it can be held; `work` are the tables that the
    job worker writes to when it follows up this step.
    """

    name: str
    by: Role
    prepare: Callable[[Walk], Sending]
    keep: Callable[[Walk, Page], None]
    table: str
    work: tuple[str, ...] = ()


def sign_in(who: str, *, by: Role) -> Step:
    """Sign in as one of the fictional people."""

    def prepare(walk: Walk) -> Sending:
        page = walk.browsers[by].open("/sign-in?next=/follow")
        return page.form("/demonstration/sign-in").fill({"person": who})

    def keep(walk: Walk, page: Page) -> None:
        assert (page.status, page.address) == (200, "/follow")
        assert "sala_sign_in" in walk.browsers[by].cookies

    return Step(f"{by} signs in", by, prepare, keep, table="identity_session")


def start(service: str) -> Step:
    """Open an application."""

    def prepare(walk: Walk) -> Sending:
        return walk.browsers["citizen"].open(f"/apply/{service}/start").form("/start").fill({})

    def keep(walk: Walk, page: Page) -> None:
        found = re.fullmatch(r"/apply/([0-9a-f-]{36})/[a-z]+", page.address)
        assert page.status == 200 and found, f"{page.status} {page.address}"
        walk.case = found[1]

    return Step("start", "citizen", prepare, keep, table="casework_case")


def note_code() -> Step:
    """Write down the follow-up code, lose the browser, and come back with the code in a new one."""

    def prepare(walk: Walk) -> Sending:
        if not walk.code:
            page = walk.browsers["citizen"].open(f"/cases/{walk.case}/saved")
            walk.code = page.find(r"((?:[0-9A-Z]{5}-){3}[0-9A-Z]{5})")
        walk.browsers["citizen"] = Browser(walk.at.port)
        return walk.browsers["citizen"].open("/follow").form("/follow").fill({"code": walk.code})

    def keep(walk: Walk, page: Page) -> None:
        assert page.status == 200 and walk.case in page.address, f"{page.status} {page.address}"

    return Step("come back with the code", "citizen", prepare, keep, table="infra_rate_window")


def fill(page_id: str, fields: Fields, *, files: Mapping[str, File] | None = None, name: str = "") -> Step:
    """Fill in one page of the form."""
    typed = {control: [value] if isinstance(value, str) else list(value) for control, value in fields.items()}

    def prepare(walk: Walk) -> Sending:
        page = walk.browsers["citizen"].open(f"/apply/{walk.case}/{page_id}")
        return page.form(f"/apply/{walk.case}/{page_id}").fill(fields, files)

    def keep(walk: Walk, page: Page) -> None:
        assert page.status == 200 and not page.address.endswith(f"/{page_id}"), f"{page.status} {page.address}"
        walk.filled[page_id] = typed

    return Step(name or f"fill in {page_id}", "citizen", prepare, keep, table="casework_case")


def submit(*, work: tuple[str, ...]) -> Step:
    """Declare that it is true, send it, and get the receipt with its number."""

    def keep(walk: Walk, page: Page) -> None:
        assert (page.status, page.address) == (200, f"/cases/{walk.case}/receipt")
        number = page.find(r'<strong class="sala-number">([^<]+)<')
        assert walk.number in ("", number)
        walk.number = number

    return Step("submit", "citizen", _declare, keep, table="ledger_salt", work=work)


def send_back(*, work: tuple[str, ...]) -> Step:
    """Send the mended application back."""

    def keep(walk: Walk, page: Page) -> None:
        assert (page.status, page.address) == (200, f"/cases/{walk.case}")

    return Step("send it back", "citizen", _declare, keep, table="ledger_salt", work=work)


def act(name: str, fields: Fields, *, work: tuple[str, ...]) -> Step:
    """Have the officer choose an outcome, read what would follow, and confirm it."""

    def prepare(walk: Walk) -> Sending:
        officer = walk.browsers["officer"]
        asked = officer.open(f"/desk/cases/{walk.case}").form("/act").fill({**fields, "do": "check"})
        return officer.send(asked).form("/act").fill({"do": "confirm"})

    def keep(walk: Walk, page: Page) -> None:
        assert (page.status, page.address) == (200, f"/desk/cases/{walk.case}?done")

    return Step(name, "officer", prepare, keep, table="ledger_salt", work=work)


def _declare(walk: Walk) -> Sending:
    page = walk.browsers["citizen"].open(f"/apply/{walk.case}/check")
    return page.form(f"/apply/{walk.case}/check").fill({"declared": "yes"})
