"""`sala mcp` speaks the protocol over standard input and output, and says nothing of what it was told."""

import os
import sys
from pathlib import Path
from typing import Any

import anyio
from mcp import Client, StdioServerParameters, stdio_client

SECRET = "1957-03-21"


async def _talk(errors: Path) -> dict[str, Any]:
    """Start the command without any database, shake hands, and ask the law of one person."""
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing", "SALA_LOG_LEVEL": "DEBUG"}
    command = StdioServerParameters(command=sys.executable, args=["-m", "sala.cli", "mcp"], env=environment)
    with errors.open("w", encoding="utf-8") as log:
        async with Client(stdio_client(command, errlog=log)) as client:
            found = await client.call_tool("find_service", {"query": "เงินคนแก่"})
            service = (found.structured_content or {})["services"][0]["service"]
            facts = {"born": SECRET, "is_thai": True, "no_such_fact": SECRET}
            answer = await client.call_tool("check_eligibility", {"service": service, "facts": facts, "lang": "en"})
            await client.call_tool("check_eligibility", {"service": [SECRET]})
            return answer.structured_content or {}


def test_an_assistant_is_answered_without_a_database_and_nothing_is_logged(tmp_path: Path) -> None:
    errors = tmp_path / "errors"

    answer = anyio.run(_talk, errors)

    assert answer["answer"] == "not known yet"
    assert {one["fact"] for one in answer["needed"]} == {"is_registered_in_area", "receives_other_state_benefit"}
    assert SECRET not in errors.read_text("utf-8")
