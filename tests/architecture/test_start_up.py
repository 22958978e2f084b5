"""What counts a nation is loaded by the worker alone: a web process starts fast and stays small."""

import subprocess
import sys

_HEAVY = ("numba", "llvmlite", "pyarrow")
_START = f"""
import sys
import sala.config.wsgi
from django.urls import get_resolver
from sala.domains.catalogue import public as catalogue
from sala.domains.law import public as law
catalogue.search(query="ศาลา")
get_resolver().url_patterns
law.list_measures()
print(*[name for name in {_HEAVY} if name in sys.modules])
"""


def test_a_web_process_loads_nothing_of_what_counts_a_nation() -> None:
    ran = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == []
