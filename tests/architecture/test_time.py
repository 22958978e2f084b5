"""Time is an argument: only edges read the clock, so that any day can be asked about."""

from .sources import SALA, calls_in, name_of, python_files

_READS_THE_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "datetime.date.today",
    "time.time",
    "time.localtime",
    "time.gmtime",
    "timezone.now",
}
_PURE_LAYERS = ("kernel", "rulekit", "servicekit")
_INNER_MODULES = {"logic", "policies", "contracts", "queries", "operations", "models"}


def _inner_files() -> list[str]:
    found = []
    for path in python_files(SALA):
        parts = path.relative_to(SALA).with_suffix("").parts
        is_inner = parts[0] in _PURE_LAYERS or (parts[0] == "domains" and _INNER_MODULES & set(parts[2:3]))
        if is_inner and "tests" not in parts:
            found += [f"{name_of(path)}:{call.lineno}" for name, call in calls_in(path) if name in _READS_THE_CLOCK]
    return found


def test_nothing_inside_reads_the_clock() -> None:
    assert _inner_files() == []
