"""Wait for a signal without missing one: a child's end wakes the supervisor at once, and so does a request to stop."""

import select
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STOP = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Bell:
    """Rings on SIGTERM, SIGINT, SIGHUP (then `is_stop_asked`) and when a child ends."""

    def __init__(self, ear: socket.socket) -> None:
        self._ear = ear
        self.is_stop_asked = False

    def wait(self, seconds: float) -> None:
        """Wait for a ring, at most so many seconds."""
        if select.select([self._ear], [], [], seconds)[0]:
            self._ear.recv(4096)

    def ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        """Remember that somebody asked to stop; the waiting loop sees it next."""
        self.is_stop_asked = True


@contextmanager
def listening() -> Iterator[Bell]:
    """Listen for signals in the main thread, and give the earlier handlers back at the end."""
    ear, mouth = socket.socketpair()
    ear.setblocking(False)
    mouth.setblocking(False)
    bell = Bell(ear)
    earlier = {number: signal.signal(number, bell.ask_to_stop) for number in _STOP}
    earlier[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    woken = signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
    try:
        yield bell
    finally:
        signal.set_wakeup_fd(woken)
        for number, handler in earlier.items():
            signal.signal(number, handler)
        ear.close()
        mouth.close()
