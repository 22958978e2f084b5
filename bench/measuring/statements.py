"""What a PostgreSQL server was asked, counted from its own log."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import psycopg

_PREFIX = "asked by %a|"
_LINE = re.compile(r"^asked by (?P<who>[^|]*)\|LOG:  (?:statement|execute [^:]+): (?P<sql>.*)$", re.MULTILINE)
_FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK)\b(?! TO)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the server by program: statements, and apart from them the BEGIN and COMMIT around them."""

    statements: Counter[str]
    frames: Counter[str]
    texts: dict[str, Counter[str]]


def log_everything(server: psycopg.Connection) -> None:
    """Have the server write every statement into its log, each with the name of the program that asked."""
    for setting, value in (
        ("log_statement", "all"),
        ("log_line_prefix", _PREFIX),
        ("log_parameter_max_length", "0"),
    ):
        server.execute(f"ALTER SYSTEM SET {setting} = '{value}'")
    server.execute("SELECT pg_reload_conf()")


def read_asked(log: Path, *, since: int) -> Asked:
    """
    Count what was asked since the log had so many bytes.

    Statements inside a function of the server stand with the call that ran them: the network sees one.
    """
    with log.open("rb") as stream:
        stream.seek(since)
        text = stream.read().decode(errors="replace")
    statements, frames, texts = Counter[str](), Counter[str](), dict[str, Counter[str]]()
    for found in _LINE.finditer(text):
        who, sql = found["who"], found["sql"]
        if _FRAME.match(sql):
            frames[who] += 1
        else:
            statements[who] += 1
            texts.setdefault(who, Counter())[_shape_of(sql)] += 1
    return Asked(statements, frames, texts)


def _shape_of(sql: str) -> str:
    return re.sub(r"'[^']*'|\b[0-9a-fx_]*\d+[0-9a-fx_]*\b", "?", sql)[:160]
