"""The synthetic population of Thailand as a measurement needs it: written once for each size, and kept."""

import hashlib
from datetime import date
from pathlib import Path

from sala.rulekit import population
from sala.rulekit.population.synthetic import write_population

from .environments import KEPT

SEED = 2568
ON = date(2025, 12, 31)


def written(persons: int) -> Path:
    """Give a file of so many people; write it first where the size, or what makes people, is new."""
    sources = sorted(path for path in Path(population.__file__).parent.iterdir() if path.suffix in (".py", ".yaml"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    path = KEPT / f"thailand-{persons}-{digest}.parquet"
    if not path.exists():
        print(f"Writing a synthetic population of {persons:,}", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        write_population(unfinished, persons=persons, seed=SEED, on=ON)
        unfinished.replace(path)
    return path
