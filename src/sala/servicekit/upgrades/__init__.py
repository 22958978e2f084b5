"""
Read every older schema for ever.

`UPGRADES[n]` turns the plain data of schema n into that of schema n + 1, and changes nothing else. Schema 1 is current,
so the table is empty; the mechanism and one kept example of each schema are tested all the same. An upgrade is pure:
data in, data out, no files and no clock.
"""

from collections.abc import Callable, Mapping
from typing import Any

Data = dict[str, Any]
Upgrade = Callable[[Data], Data]

CURRENT = 1
UPGRADES: Mapping[int, Upgrade] = {}


def upgrade(data: Data, *, current: int = CURRENT, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Data:
    """
    Bring a declaration to the current schema, one version at a time.

    :raises KeyError: there is no upgrade from a version on the way.
    """
    while (version := data["schema"]) < current:
        data = {**upgrades[version](data), "schema": version + 1}
    return data
