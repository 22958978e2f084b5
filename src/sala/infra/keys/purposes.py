"""What a key may be for. A process declares its purposes and can load no other."""

from typing import Literal

Purpose = Literal["web", "key-encryption", "blind-index", "ledger-checkpoint", "seal"]
