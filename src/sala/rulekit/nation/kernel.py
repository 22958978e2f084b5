"""
Compile a written kernel, or find it compiled.

A kernel's name is the digest of its text, of the helpers it calls and of the version of numba: so it is compiled once for each
machine that keeps the folder, and a changed law, population or helper makes another.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numba import types

from . import arithmetic

Run = Callable[..., int]


def compile_kernel(
    text: str, types_of: Mapping[str, np.dtype[Any]], dimensions: Mapping[str, int], cache: Path | None
) -> Run:
    """
    Compile the function `run` of a kernel for arrays of these types, in the order of its arguments.

    :param cache: a folder that keeps compiled kernels; without one nothing is kept.
    """
    signature = types.int64(
        types.int64, types.int64, *(_argument(name, types_of[name], dimensions.get(name, 1)) for name in types_of)
    )
    names = _loaded(text, str(signature), cache)
    run = names["run"]
    run.compile(signature)
    run.disable_compile()
    found: Run = run
    return found


def _argument(name: str, of: np.dtype[Any], dimensions: int) -> Any:
    if not dimensions:
        return types.int64
    is_given = name.startswith(("out", "known", "lacks", "totals"))
    return types.Array(numba.from_dtype(of), dimensions, "C", readonly=not is_given)


def _loaded(text: str, signature: str, cache: Path | None) -> dict[str, Any]:
    if cache is None:
        names: dict[str, Any] = {}
        exec(compile(text, "<kernel>", "exec"), names)  # noqa: S102  written by LoopWriter from a graph, from nothing else
        return names
    helpers = Path(arithmetic.__file__).read_bytes()
    digest = hashlib.sha256(text.encode() + signature.encode() + helpers + numba.__version__.encode()).hexdigest()[:32]
    path = cache / f"kernel_{digest}.py"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None  # noqa: S101  it is a file of Python
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # where what is kept of a kernel looks for its functions
    spec.loader.exec_module(module)
    return vars(module)
