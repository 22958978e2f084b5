"""A real SMTP server on loopback, which can be stopped, started again, or made to hang."""

import socket
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class MailServer:
    """Receives messages and keeps them; `reply` is what it answers to the next ones."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.reply = "250 OK"
        self.port = free_port()
        self._controller: Controller | None = None

    def start(self) -> None:
        """Listen on the port."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Refuse connections from now on."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        """Keep a message, or refuse it."""
        if self.reply.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.received.append(message_from_bytes(content, policy=policy.default))
        return self.reply


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def deaf_socket() -> socket.socket:
    """Listen and never say a word: a server that hangs."""
    deaf = socket.socket()
    deaf.bind(("127.0.0.1", 0))
    deaf.listen()
    return deaf
