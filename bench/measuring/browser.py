"""A browser of few words: it keeps cookies and its connection, sends the hidden fields of forms, follows redirects."""

import gzip
import http.client
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

Fields = Mapping[str, str | Sequence[str]]
Files = Mapping[str, tuple[str, bytes]]


class UnexpectedAnswer(Exception):
    """The site did not answer as the journey expects, so nothing it did can be measured."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a page that sends by POST: where to, and what it sends unseen."""

    action: str
    hidden: dict[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """What a request ended in, after every redirect."""

    path: str
    status: int
    text: str

    def form(self) -> Form:
        """
        Give the page's first form that sends by POST.

        :raises UnexpectedAnswer: it has none.
        """
        reader = _FormReader(self.path)
        reader.feed(self.text)
        if not reader.forms:
            raise UnexpectedAnswer(f"{self.path} ({self.status}) has no form to send: {self.text[-1500:]}")
        return reader.forms[0]


@dataclass(slots=True)
class Browser:
    """One person's browser on one site; `requests` counts what it asked."""

    port: int
    requests: int = 0
    _cookies: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def open(self, path: str) -> Page:
        """Open a page."""
        return self._follow(self._ask("GET", path))

    def send(self, page: Page, fields: Fields, files: Files | None = None) -> Page:
        """Fill in the page's form and send it, as a browser encodes it."""
        form = page.form()
        everything = {**form.hidden, **fields}
        kind, body = _multipart(everything, files) if files else _urlencoded(everything)
        return self._follow(self._ask("POST", form.action, body, kind))

    def keep_cookie(self, name: str, value: str) -> None:
        """Hold a cookie that the site gave by another way."""
        self._cookies[name] = value

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _follow(self, page: Page) -> Page:
        while page.status in (301, 302, 303):
            page = self._ask("GET", page.text)
        if page.status != 200:
            raise UnexpectedAnswer(f"{page.path} answered {page.status}: {page.text[-1500:]}")
        return page

    def _ask(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> Page:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Host": f"localhost:{self.port}", "Accept-Encoding": "gzip", "Accept": "text/html"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        if body is not None:
            headers |= {"Content-Type": kind, "Origin": f"http://localhost:{self.port}"}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        self.requests += 1
        return self._read(answer, path)

    def _read(self, answer: http.client.HTTPResponse, path: str) -> Page:
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self._cookies[name] = morsel.value
        location = answer.headers.get("Location")
        if location:
            parts = urlsplit(location)
            return Page(path, answer.status, f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return Page(path, answer.status, content.decode())


class _FormReader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._path = path
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self._is_inside = True
            self.forms.append(Form(given.get("action") or self._path, {}))
        elif tag == "input" and self._is_inside and given.get("type") == "hidden":
            self.forms[-1].hidden[given.get("name") or ""] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False


def _urlencoded(fields: Fields) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urlencode(fields, doseq=True).encode()


def _multipart(fields: Fields, files: Files) -> tuple[str, bytes]:
    boundary = secrets.token_hex(16)
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, given in fields.items()
        for value in ([given] if isinstance(given, str) else given)
    ]
    for name, (filename, content) in files.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
        parts.append(f"{head}Content-Type: image/png\r\n\r\n".encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={boundary}", b"".join([*parts, f"--{boundary}--\r\n".encode()])
