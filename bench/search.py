"""
How often people's own words find the right answer, and how soon: the open sets of `bench/search/`, in halves, and those kept aside.

An answer is right first when the first thing shown is one of the services or the moment of life that the set names, and within
three when one of the first three is. The weights were tuned on one half of the open set. The search is never tuned on the
questions kept aside, by a stranger to its words, and they have the same goals. Rival: the same services found by
their words alone, without what `search/` of the pack knows; for the time of 10,000 services, the time of those that there are.
"""

from dataclasses import replace

from measuring import questions
from measuring.environments import ROOT
from measuring.figures import Figure, sum_up
from measuring.many_services import multiply
from sala.domains.catalogue.logic.finder import Finder
from sala.servicekit import load_pack

FIRST, IN_THREE = 0.85, 0.97
P95_MS, P95_MS_OF_MANY = 5, 20
MANY = 10_000


def main() -> None:
    """Ask every question of each, and print."""
    pack = load_pack(ROOT / "thailand")
    ours, plain = Finder(pack), Finder(replace(pack, search=()))
    sets = questions.read_sets(ROOT / "bench" / "search")
    everything = [question for one in sets.values() for question in one]
    figures = []
    for name, asked in sets.items():
        told, rival = questions.ask(ours, asked), questions.ask(plain, asked)
        figures += [
            Figure(f"search-{name}-first", told.first, rival.first, "share", FIRST, more_is_better=True),
            Figure(f"search-{name}-in-three", told.in_three, rival.in_three, "share", IN_THREE, more_is_better=True),
        ]
    soon = questions.ask(ours, everything).p95_ms
    many = questions.ask(Finder(multiply(pack, MANY)), everything).p95_ms
    figures += [
        Figure("search-p95", soon, questions.ask(plain, everything).p95_ms, "ms", P95_MS),
        Figure(f"search-p95-of-{MANY}", many, soon, "ms", P95_MS_OF_MANY),
    ]
    print(*figures, sum_up("search", figures), sep="\n")


if __name__ == "__main__":
    main()
