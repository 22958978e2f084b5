"""
Our side of the benches of law. Run as a program in a process of its own: `our_law.py case`.

The law is read and compiled before the clock starts, as the rivals' systems are.
"""

import sys

from measuring import household
from measuring.costs import cpu_seconds, tell
from measuring.environments import ROOT
from sala.rulekit import load_law

LAW = ROOT / "thailand" / "laws" / "household_net"
CASES = 500


def case() -> None:
    """Decide the household again and again, its trace kept; tell the CPU of one and the answer."""
    law, facts = load_law(LAW), household.facts()
    answer = law.decide("net", facts, household.ON)
    before = cpu_seconds()
    for _ in range(CASES):
        law.decide("net", facts, household.ON)
    tell({"microseconds": (cpu_seconds() - before) / CASES * 1e6, "net": answer.value.satang / 100})


MODES = {"case": case}

if __name__ == "__main__":
    MODES[sys.argv[1]]()
