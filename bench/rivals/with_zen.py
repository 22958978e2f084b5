"""
zen-engine at one household, with its trace. Run in its own environment: `with_zen.py HOUSEHOLD`.

The decision is read and compiled once; each case hands over the household as a dict and keeps the trace of every node.
"""

import json
import sys
from pathlib import Path

import zen

from measuring.costs import cpu_seconds, tell

CASES = 500


def main(household: Path) -> None:
    """Decide the household again and again; tell the CPU of one and the answer."""
    decision = zen.ZenEngine().create_decision(Path(__file__).with_name("household.jdm.json").read_text())
    facts = json.loads(household.read_text())
    answer = decision.evaluate(facts, {"trace": True})
    before = cpu_seconds()
    for _ in range(CASES):
        decision.evaluate(facts, {"trace": True})
    tell({"microseconds": (cpu_seconds() - before) / CASES * 1e6, "net": answer["result"]["net"]})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
