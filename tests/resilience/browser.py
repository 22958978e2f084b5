"""A browser without scripts: cookies, forms as the page draws them, redirects, and answers that may be cut off."""

import http.client
import re
import urllib.parse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

Fields = Mapping[str, str | Sequence[str]]

_TIMEOUT_SECONDS = 60
_MOST_REDIRECTS = 8


class CutOff(Exception):
    """The connection broke before an answer came."""


@dataclass(frozen=True)
class File:
    """A file as a browser sends it."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Sending:
    """One POST, whole: sent a second time it is the same to the byte."""

    path: str
    body: bytes
    content_type: str


@dataclass
class Form:
    """A form of a page: where it goes, what it carries hidden, and what stands in its controls."""

    action: str
    has_files: bool
    hidden: dict[str, list[str]] = field(default_factory=dict)
    filled: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, fields: Fields, files: Mapping[str, File] | None = None) -> Sending:
        """Fill the form in: its hidden values, and what is typed."""
        typed = {name: [value] if isinstance(value, str) else list(value) for name, value in fields.items()}
        pairs = [(name, value) for name, values in (self.hidden | typed).items() for value in values]
        if not self.has_files:
            body = urllib.parse.urlencode(pairs).encode()
            return Sending(self.action, body, "application/x-www-form-urlencoded")
        boundary = "a-line-that-stands-in-no-file"
        parts = [_part(boundary, f'name="{name}"', "", value.encode()) for name, value in pairs]
        for name, file in (files or {}).items():
            about = f"\r\nContent-Type: {file.media_type}"
            parts.append(_part(boundary, f'name="{name}"; filename="{file.name}"', about, file.content))
        body = b"".join([*parts, f"--{boundary}--\r\n".encode()])
        return Sending(self.action, body, f"multipart/form-data; boundary={boundary}")


@dataclass(frozen=True)
class Page:
    """What came back, after every redirect."""

    status: int
    address: str
    content: bytes

    @property
    def text(self) -> str:
        """The page as text."""
        return self.content.decode()

    def form(self, action: str) -> Form:
        """Give the form that goes to an address with this in it."""
        reader = _FormReader()
        reader.feed(self.text)
        found = [form for form in reader.forms if action in form.action]
        assert found, f"{self.status} {self.address} has no form to {action}"
        return found[0]

    def find(self, pattern: str) -> str:
        """Give what the first group of a pattern matches."""
        found = re.search(pattern, self.text)
        assert found, f"{self.status} {self.address} has nothing like {pattern}"
        return found[1]


@dataclass
class Browser:
    """One person's browser."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def open(self, address: str) -> Page:
        """Open a page."""
        return self._follow("GET", address, None)

    def send(self, sending: Sending) -> Page:
        """
        Send a form and follow where it leads.

        :raises CutOff: no whole answer came.
        """
        return self._follow("POST", sending.path, sending)

    def _follow(self, method: str, address: str, sending: Sending | None) -> Page:
        for _ in range(_MOST_REDIRECTS):
            response, content = self._ask(method, address, sending)
            if response.status not in (301, 302, 303):
                return Page(response.status, address, content)
            address = urllib.parse.urljoin(address, response.headers["Location"])
            method, sending = "GET", None
        raise AssertionError(f"redirected in a circle at {address}")

    def _ask(self, method: str, address: str, sending: Sending | None) -> tuple[http.client.HTTPResponse, bytes]:
        headers = {
            "Host": f"localhost:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if sending:
            headers |= {"Content-Type": sending.content_type, "Origin": f"http://localhost:{self.port}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_TIMEOUT_SECONDS)
        try:
            connection.request(method, address, body=sending.body if sending else None, headers=headers)
            response = connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException) as broken:
            raise CutOff(str(broken)) from broken
        finally:
            connection.close()
        self._keep_cookies(response)
        return response, content

    def _keep_cookies(self, response: http.client.HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";", 1)[0].partition("=")
            if "max-age=0" in line.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value


class _FormReader(HTMLParser):
    """Reads every form of a page with the values of its controls."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._text_of: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(at.get("action", ""), at.get("enctype") == "multipart/form-data"))
        if not self.forms or "name" not in at:
            return
        form, name, kind = self.forms[-1], at["name"], at.get("type", "text")
        if tag == "textarea":
            self._text_of = name
            form.filled[name] = [""]
        elif tag == "input" and kind == "hidden":
            form.hidden.setdefault(name, []).append(at.get("value", ""))
        elif tag == "input" and (kind not in ("radio", "checkbox", "file") or "checked" in at):
            form.filled.setdefault(name, []).append(at.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._text_of:
            self.forms[-1].filled[self._text_of][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text_of:
            # Source: HTML, s. 13.2.6.4.7: a newline right after the start tag is ignored.
            filled = self.forms[-1].filled[self._text_of]
            filled[0] = filled[0].removeprefix("\n")
            self._text_of = None


def _part(boundary: str, disposition: str, about: str, content: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Disposition: form-data; {disposition}{about}\r\n\r\n"
    return head.encode() + content + b"\r\n"
