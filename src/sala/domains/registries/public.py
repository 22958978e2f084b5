"""
Registries: what the state knows already, so that nobody is asked twice.

Each register is declared in the country pack (`registries/<register>.yaml`): its facts, the class of data of each, the
agency that owns it, and for every reading purpose the law that allows it and the facts it may read. `fetch` answers
with `Evidence` and writes the reading into the person's access view; a purpose that is not declared reads nothing.

The demonstration adapter keeps the registers of fictional people in PostgreSQL, each fact encrypted with the person's
own data key. A register's rows belong to its owner: row-level security hides them from everyone but the owner and the
person, and one reading opens one person's rows for one statement.
"""

from .contracts import (
    DeclaredFact,
    Evidence,
    FactNotDeclared,
    PurposeNotAllowed,
    ReadingPurpose,
    Register,
    RegisterNotFound,
)
from .operations import fetch, fetch_many, load_demonstration_registers
from .queries import get_register, list_registers

__all__ = [
    "DeclaredFact",
    "Evidence",
    "FactNotDeclared",
    "PurposeNotAllowed",
    "ReadingPurpose",
    "Register",
    "RegisterNotFound",
    "fetch",
    "fetch_many",
    "get_register",
    "list_registers",
    "load_demonstration_registers",
]
