"""How kernels are compiled: without the lock, without checks that they have made themselves, for several people at a time."""

from typing import Any

import numba
from numba import types
from numba.core.compiler import Compiler
from numba.extending import intrinsic


class _Apart(Compiler):
    """Tells the compiler that no two arrays overlap: only then may it work on several people at a time."""

    def __init__(
        self, typingctx: Any, targetctx: Any, library: Any, args: Any, return_type: Any, flags: Any, locals_: Any
    ) -> None:
        flags = flags.copy()
        flags.noalias = True
        super().__init__(typingctx, targetctx, library, args, return_type, flags, locals_)  # type: ignore[no-untyped-call]  # numba is not typed


@intrinsic
def wide(_typingctx: Any) -> tuple[Any, Any]:
    """Let the function that calls it use the widest registers the processor has; compilers prefer half of them."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        set.add(builder.function.attributes, '"prefer-vector-width"="512"')
        return context.get_dummy_value()

    return types.void(), generate


def compiled(*, is_kept: bool) -> Any:
    """Give what compiles functions of a kernel. A kept one lies beside its file for the next process, with all that it calls."""
    return numba.njit(nogil=True, error_model="numpy", boundscheck=False, pipeline_class=_Apart, cache=is_kept)
