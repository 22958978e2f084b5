"""
Thai as it is written, without spaces, cut into words. A page and a query are cut by the same knife.

nlpo3 has no dictionary of its own: PyThaiNLP's word list is loaded into it once per process (0.1 s).
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import nlpo3

from sala.kernel.thai import fold

_DICTIONARY = "thai"
_LONGEST_QUERY = 200
_FILLERS_THAI = "ที่ ไหน ที่ไหน บ้าง จะ ได้ ของ และ หรือ ให้ กับ ต้อง ไป ทำ อยาก ขอ คือ อะไร ยังไง อย่างไร ครับ ค่ะ คะ นะ"
_FILLERS_ENGLISH = "the a an to of for is how do i my"
_MEANINGLESS = frozenset(f"{_FILLERS_THAI} {_FILLERS_ENGLISH}".split(" "))


def words_of(text: str) -> tuple[str, ...]:
    """
    Cut text into words that can be compared: folded, in small letters, without spaces, signs and filler words.

    >>> words_of("ยื่นเบี้ยยังชีพผู้สูงอายุ ที่ไหน")[-1]
    'ผู้สูงอายุ'
    """
    cut = nlpo3.segment(fold(text[:_LONGEST_QUERY]).lower(), _dictionary())
    return tuple(w for w in cut if any(c.isalnum() for c in w) and w not in _MEANINGLESS)


@cache
def _dictionary() -> str:
    spec = find_spec("pythainlp")  # found, not imported: only its word list is needed
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pythainlp is not installed: run `make run` again")
    nlpo3.load_dict(str(Path(spec.origin).parent / "corpus" / "words_th.txt"), _DICTIONARY)
    return _DICTIONARY
