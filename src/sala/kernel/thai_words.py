"""
Thai as it is written, without spaces, cut into the words of a dictionary.

nlpo3 has no dictionary of its own: PyThaiNLP's word list is loaded into it once per process (0.1 s).
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import nlpo3

DICTIONARY = "thai"


def segment(text: str) -> list[str]:
    """
    Cut one line into words, spaces and signs. Joined again, they are the line.

    >>> segment("คุณถูกเลิกจ้าง")
    ['คุณ', 'ถูก', 'เลิกจ้าง']
    """
    load_dictionary()
    words: list[str] = nlpo3.segment(text, DICTIONARY)
    return words


@cache
def load_dictionary() -> None:
    """Load the word list, once."""
    nlpo3.load_dict(str(word_list()), DICTIONARY)


def word_list() -> Path:
    """Find the file of PyThaiNLP that holds the dictionary's words, one a line."""
    spec = find_spec("pythainlp")  # found, not imported: only its word list is needed
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pythainlp is not installed: run `make run` again")
    return Path(spec.origin).parent / "corpus" / "words_th.txt"
