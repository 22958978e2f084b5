"""Somebody at the site without a browser: every request is written by hand, the wrong ones too."""

import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from uuid import uuid4

Fields = Mapping[str, str | Sequence[str]]
Files = Mapping[str, tuple[str, bytes]]

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@dataclass(frozen=True)
class Answer:
    """What came back: where the last redirect led, the status, the page."""

    path: str
    status: int
    body: str

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields of the page's forms: its token, the version it was shown with."""
        return dict(_HIDDEN.findall(self.body))


@dataclass
class Visitor:
    """One visitor, with the cookies of one browser."""

    address: str
    cookies: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> Answer:
        """Read a page, following where it leads."""
        return self._ask(urllib.request.Request(self.address + path))

    def post(self, path: str, fields: Fields, *, files: Files | None = None, token: str | None = None) -> Answer:
        """
        Send a form, following where it leads.

        :param token: another form token than the one this visitor was given.
        """
        given = next((cookie.value for cookie in self.cookies if cookie.name == "csrftoken"), "") or ""
        whole = {"csrfmiddlewaretoken": given if token is None else token, **fields}
        kind, body = _multipart(whole, files) if files else _urlencoded(whole)
        request = urllib.request.Request(self.address + path, data=body, headers={"Content-Type": kind})
        return self._ask(request)

    def sign_in(self, who: str) -> None:
        """Choose a fictional person of the demonstration."""
        page = self.get("/sign-in")
        assert self.post(page.path, {**page.hidden, "person": who}).status == 200

    def _ask(self, request: urllib.request.Request) -> Answer:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        try:
            with opener.open(request, timeout=60) as response:
                return self._answer(response.geturl(), response.status, response.read())
        except urllib.error.HTTPError as refusal:
            with refusal:
                return self._answer(refusal.geturl(), refusal.code, refusal.read())

    def _answer(self, address: str, status: int, body: bytes) -> Answer:
        return Answer(address.removeprefix(self.address).split("?")[0], status, body.decode())


def _urlencoded(fields: Fields) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urllib.parse.urlencode(fields, doseq=True).encode()


def _multipart(fields: Fields, files: Files) -> tuple[str, bytes]:
    """Write a form with files. Source: RFC 7578."""
    line = uuid4().hex
    parts = [
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, (filename, content) in files.items():
        head = f'--{line}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={line}", b"".join(parts) + f"--{line}--\r\n".encode()
