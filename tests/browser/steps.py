"""The steps that every journey has, whatever the service: finding it, checking and sending, the officer's side, the end."""

from dataclasses import dataclass
from pathlib import Path

from . import seals
from .walker import ONWARD, Walker

NUMBER = ".govuk-panel .sala-number, .govuk-panel strong"
CONFIRM = "button[name=do][value=confirm]"


@dataclass(frozen=True)
class Sent:
    """What a receipt leaves with the person: the number to quote, and the address of the case."""

    number: str
    path: str


def find_service(walker: Walker, slug: str, words: dict[str, str]) -> None:
    """Search the portal in one's own words, and open what was meant."""
    walker.open("/")
    walker.page.locator("input[name=q]").fill(words[walker.lang])
    walker.press("form[role=search] button")
    walker.press(f'main a[href$="/services/{slug}"]')


def check_first(walker: Walker, answers: dict[str, str]) -> None:
    """Ask "can I get it?" before anyone signs in, and go on to the start from the answer."""
    walker.press('main a[href$="/check"]')
    walker.answer(answers)
    assert walker.page.locator(".sala-answer--yes").count() == 1
    walker.press(".sala-answer a.govuk-button--start")


def start(walker: Walker, *, who: str | None) -> None:
    """Start the form, after a sign-in where the service asks for one."""
    if who:
        assert walker.path == "/demonstration/sign-in"
        walker.sign_in(who)
    walker.press("main form button.govuk-button--start")


def declare_and_send(walker: Walker) -> Sent:
    """Forget the declaration, be told, make it, and read the receipt."""
    assert walker.path.endswith("/check")
    walker.press(ONWARD)
    assert walker.list_faults() == ["declared"]
    walker.answer({"declared": "yes"})
    assert walker.path.endswith("/receipt")
    number = walker.text(NUMBER).strip()
    path = walker.path.removesuffix("/receipt")
    walker.press(f'main a[href$="{path}"]')
    return Sent(number=number, path=path)


def open_from_inbox(officer: Walker, sent: Sent) -> None:
    """Find a case by its number among what waits, and open it."""
    officer.open("/desk")
    officer.press(f'main table a:text-is("{sent.number}")')


def decide(officer: Walker, outcome: str, *, note: str = "") -> None:
    """Choose an outcome, look at what follows from it, and confirm."""
    officer.answer({"outcome": outcome, **({f"note-{outcome}": note} if note else {})})
    officer.press(CONFIRM)
    assert officer.page.locator(".govuk-notification-banner--success").count() == 1


def ask_to_mend(officer: Walker, outcome: str, *, fact: str, note: str, message: str) -> None:
    """Ask the applicant, once, to mend one answer."""
    officer.answer({"outcome": outcome, "items": fact, f"item-{fact}": note, "message": message})
    officer.press(CONFIRM)


def check_document(walker: Walker, stranger: Walker, folder: Path, *, nth: int = 0) -> None:
    """Download a sealed document of the case, have its seal checked, and look it up by its code without an account."""
    link = walker.see(f'main a[href$=".pdf"] >> nth={nth}')
    answer = walker.context.request.get(f"{walker.address}{link.get_attribute('href')}")
    pdf = answer.body()
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert "Signature is Valid" in seals.check_seal(pdf, folder)
    assert "Digest Mismatch" in seals.check_seal(seals.change_one_byte(pdf), folder)
    stranger.open("/check")
    stranger.page.locator("#code").fill(seals.read_check_code(pdf, folder))
    stranger.press("main form button")
    assert stranger.page.locator(".govuk-panel--confirmation").count() == 1


def see_who_read(walker: Walker, *, agency: dict[str, str]) -> None:
    """See in one's own access view that an officer read the case."""
    walker.open("/my/access")
    assert agency[walker.lang] in walker.text("main table")
