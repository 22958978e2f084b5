"""The base of every refusal. One place turns each into a page or problem+json, in the reader's language."""

from collections.abc import Mapping
from typing import ClassVar

from .bilingual import Text


class SalaError(Exception):
    """
    Something was refused, for a reason a person can act on.

    A subclass states `code` (stable, kebab-case), `status` (HTTP) and `message` (both languages, named
    placeholders). Values given to the constructor fill the placeholders and are never personal data. `members` are what
    a program is told beside the sentence (RFC 9457, 3.2), such as the place in what it sent.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    message: ClassVar[Text] = Text(th="ดำเนินการไม่ได้", en="This could not be done")

    def __init__(self, **values: object) -> None:
        self.values = values
        self.members: Mapping[str, object] = {}
        self.text = self.message.fill(**values)
        super().__init__(self.text.en)


class NotFound(SalaError):
    """Nothing here has this address, or it is not for this reader: the two look the same on purpose."""

    code = "not-found"
    status = 404
    message = Text(th="ไม่พบหน้าที่คุณเปิด หรือคุณไม่มีสิทธิ์ดู", en="This page does not exist, or it is not yours to see")


class NotAllowed(SalaError):
    """The policy does not allow this actor to do this."""

    code = "not-allowed"
    status = 403
    message = Text(th="คุณไม่มีสิทธิ์ทำรายการนี้", en="You are not allowed to do this")
