"""The two ways Sala runs: a demonstration on one machine, or production, which refuses to start half-safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError

Mode = Literal["demonstration", "production"]

_MODES: Mapping[str, Mode] = {"demonstration": "demonstration", "production": "production"}
_PERSONS: Mapping[Mode, str] = {"demonstration": "200000", "production": "1000000"}
_CHECKOUT = Path(__file__).resolve().parents[3]


class UnsafeProduction(SalaError):
    """Production must not start like this."""

    code = "unsafe-production"
    status = 500
    message = Text(th="ระบบจริงเริ่มไม่ได้: {faults}", en="Production will not start: {faults}")


class ModeUnknown(SalaError):
    """A misspelt mode must not quietly become a demonstration."""

    code = "mode-unknown"
    status = 500
    message = Text(
        th="ไม่รู้จัก SALA_MODE={given} ใช้ demonstration หรือ production",
        en="SALA_MODE={given} is unknown: use demonstration or production",
    )


@dataclass(frozen=True, slots=True)
class Installation:
    """
    What the environment says of this installation.

    SALA_MODE demonstration or production · PORT · SALA_ORIGIN the public address · SALA_HOSTS further host names,
    comma-separated · SALA_VAR where data is kept · SALA_SMTP_HOST, SALA_SMTP_PORT the mail server ·
    SALA_DEMONSTRATION_SIGN_IN, SALA_GENERATED_KEYS `1` or `0` (both on in demonstration only) · SALA_POPULATION how many
    persons a synthetic population has.
    """

    mode: Mode
    port: int
    origin: str
    hosts: tuple[str, ...]
    var: Path
    smtp_host: str
    smtp_port: int
    demonstration_sign_in: bool
    generated_keys: bool
    population: int

    @property
    def is_demonstration(self) -> bool:
        """Nothing here is real, and every page says so."""
        return self.mode == "demonstration"

    def faults(self) -> list[str]:
        """Name each thing that production must not have; a demonstration has none."""
        if self.is_demonstration:
            return []
        wrong = {
            "SALA_ORIGIN is not https": not self.origin.startswith("https://"),
            "SALA_DEMONSTRATION_SIGN_IN is on": self.demonstration_sign_in,
            "SALA_GENERATED_KEYS is on": self.generated_keys,
        }
        return [fault for fault, found in wrong.items() if found]


def from_environment(environment: Mapping[str, str]) -> Installation:
    """
    Read the installation from environment variables.

    :raises ModeUnknown: SALA_MODE is neither of the two.
    :raises UnsafeProduction: naming every fault at once.
    """
    mode = _MODES.get(given := environment.get("SALA_MODE") or "demonstration")
    if mode is None:
        raise ModeUnknown(given=given)
    port = int(environment.get("PORT", "8000"))
    default = "1" if mode == "demonstration" else "0"
    origin = environment.get("SALA_ORIGIN", f"http://localhost:{port}")
    named = [host for host in environment.get("SALA_HOSTS", "").split(",") if host]
    found = Installation(
        mode=mode,
        port=port,
        origin=origin,
        hosts=(*named, urlsplit(origin).hostname or "localhost", "localhost", "127.0.0.1"),
        var=Path(environment.get("SALA_VAR") or _CHECKOUT / "var").resolve(),
        smtp_host=environment.get("SALA_SMTP_HOST", "127.0.0.1"),
        smtp_port=int(environment.get("SALA_SMTP_PORT", str(port + 25))),
        demonstration_sign_in=environment.get("SALA_DEMONSTRATION_SIGN_IN", default) == "1",
        generated_keys=environment.get("SALA_GENERATED_KEYS", default) == "1",
        population=int(environment.get("SALA_POPULATION", _PERSONS[mode])),
    )
    if faults := found.faults():
        raise UnsafeProduction(faults="; ".join(faults))
    return found
