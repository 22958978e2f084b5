"""A person with a browser: what they open, type, press and see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import BrowserContext, Locator, Page

from tests.running import wait_for

Lang = Literal["th", "en"]
Answers = Mapping[str, str | Sequence[str] | Path]

ONWARD = "main form[method=post] button.govuk-button:not([name])"


@dataclass
class Walker:
    """One browser tab in one language. Nothing here reads the words of a page: the same walk serves both languages."""

    page: Page
    address: str
    lang: Lang
    arrived: list[Callable[[Page], None]] = field(default_factory=list)

    @property
    def context(self) -> BrowserContext:
        """The browser's window: its cookies and its other tabs."""
        return self.page.context

    @property
    def path(self) -> str:
        """Where the tab is, without the language."""
        path = self.page.url.removeprefix(self.address).split("?")[0].split("#")[0]
        return path.removeprefix("/en") or "/"

    def open(self, path: str) -> None:
        """Go to a page of this language."""
        self.page.goto(f"{self.address}{'/en' if self.lang == 'en' else ''}{path}", wait_until="domcontentloaded")
        self._arrive()

    def press(self, what: str) -> None:
        """Press what is found by a selector, and arrive on the page it leads to."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.locator(what).first.click()
        self._arrive()

    def type(self, answers: Answers) -> None:
        """Answer questions by the names of their controls, each as a hand would: choose, tick, attach or type."""
        for name, value in answers.items():
            control = self.page.locator(f'main [name="{name}"]')
            kind = control.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
            if kind in ("radio", "checkbox"):
                for each in [value] if isinstance(value, str) else value:  # type: ignore[union-attr]  # never a file
                    self.page.locator(f'main [name="{name}"][value="{each}"]').check()
            elif kind == "select":
                control.select_option(str(value))
            elif kind == "file":
                control.set_input_files([value] if isinstance(value, Path) else list(value))
            else:
                control.fill(str(value))

    def answer(self, answers: Answers) -> None:
        """Answer the questions of a page and go on."""
        self.type(answers)
        self.press(ONWARD)

    def sign_in(self, who: str) -> None:
        """Choose a fictional person of the demonstration."""
        self.press(f'button[name=person][value="{who}"]')

    def list_faults(self) -> list[str]:
        """List the controls that the error summary leads to."""
        links = self.page.locator(".govuk-error-summary a")
        return [str(link.get_attribute("href")).removeprefix("#") for link in links.all()]

    def see(self, selector: str) -> Locator:
        """Wait until something is there: what the worker does may follow a moment after the page."""

        def find() -> Locator | None:
            found = self.page.locator(selector)
            if found.count() == 0:
                self.page.reload(wait_until="domcontentloaded")
                return None
            return found.first

        found = wait_for(find)
        self._arrive()
        return found

    def text(self, selector: str = "main") -> str:
        """Read what stands somewhere on the page."""
        return self.page.locator(selector).first.inner_text()

    def _arrive(self) -> None:
        for look in self.arrived:
            look(self.page)
