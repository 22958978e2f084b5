"""
What one case costs: a household of four, income tax, four benefits and its net, with the trace of every rule.

Each side gets the facts as its callers send them and keeps its trace as a record; sentences are made when somebody looks,
so they are not asked for here. Rivals: OpenFisca with its tracer on, zen-engine with its trace.
"""

from measuring import household
from measuring.environments import RIVALS, ROOT, python_of
from measuring.figures import Figure, sum_up
from measuring.turns import Contender, require_same, take_turns

ROUNDS = 5
OF_OPENFISCA, OF_ZEN = 1 / 20, 1 / 6


def main() -> None:
    """Measure in turns and print."""
    facts = str(household.FILE)
    told = take_turns(
        {
            "sala": Contender(ROOT / "bench" / "measuring" / "our_law.py", ["case"]),
            "openfisca": Contender(RIVALS / "with_openfisca.py", ["case", facts], python_of("openfisca")),
            "zen": Contender(RIVALS / "with_zen.py", [facts], python_of("zen")),
        },
        rounds=ROUNDS,
    )
    require_same(told, "net", within=1)  # baht: OpenFisca keeps money as float32, and is off by less
    ours, openfisca, zen = (one["microseconds"] for one in told.values())
    figures = [
        Figure("case-of-openfisca", ours, openfisca, "us", openfisca * OF_OPENFISCA),
        Figure("case-of-zen", ours, zen, "us", zen * OF_ZEN),
    ]
    print(*figures, sum_up("case", figures), sep="\n")


if __name__ == "__main__":
    main()
