"""
Thai in English letters, as people type it when they have no Thai keys: "jod tabian ban", "ngern khon kae".

Nobody spells it the same way twice, and vowels least of all. What most agree on are the consonants, by their sound: a Thai
phrase and its spelling are compared by these alone.
"""

import re
from collections.abc import Mapping

_SILENCED = re.compile("[ก-ฮ][ิุ]?์")
_TONES = re.compile("[็-๎ๆฯ]")
_AFTER = "ะัาำิีึืุู"  # the vowels that are written after, over or under their consonant
_DIPHTHONG = re.compile("(เ[ก-ฮ]{1,2}ี)ย|(เ[ก-ฮ]{1,2}ื)อ|(?<=ั)ว")
_VOWEL_W = re.compile(f"(?<=[ก-ฮ])ว(?=[ก-ฮ](?![{_AFTER}]))")
_GLIDE = re.compile(f"(?<=[าิีุูออ])[ยว](?![{_AFTER}])|(?<=[เแโ][ก-ฮ])[ยว](?![{_AFTER}])")
_LEADING_H = re.compile("ห(?=[งญนมยรลว])")
_SILENT_R = re.compile(f"(?<=[ัิุษ])([ตทค])ร(?![{_AFTER}])")
_DOUBLE_R = re.compile("รร(?=[ก-ฮ])")
_NEXT_SYLLABLE = f"(?=$|[เแโใไ]|[ก-ฮ][{_AFTER}])"
_FINAL_N = re.compile(f"[ญรลฬ](?=$|[เแโใไ])|(?<=[าิีึืุูัอ])[ญรลฬ]{_NEXT_SYLLABLE}")
_FINAL_T = re.compile(f"[จชซศษส]$|(?<=[าิีึืุูั])[จชซศษส]{_NEXT_SYLLABLE}")
_SOUNDS: Mapping[str, str] = {
    "k": "กขฃคฅฆ",
    "g": "ง",
    "c": "จฉชฌ",
    "s": "ซศษส",
    "t": "ดตถทธฎฏฐฑฒ",
    "n": "นณ",
    "p": "บปผพภ",
    "f": "ฝฟ",
    "m": "มำ",
    "y": "ยญ",
    "l": "รลฬฤ",
    "w": "ว",
    "h": "หฮ",
}
_SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}

_TWICE = re.compile(r"([a-z])\1")
_SILENT_AFTER_VOWEL = re.compile("(?<=[aeiou])[rwyh](?![aeiou])")
_L_AFTER_VOWEL = re.compile("(?<=[aeiou])l(?![aeiou])")
_IN_TWO_LETTERS: Mapping[str, str] = {
    "ng": "ง", "kh": "ก", "ph": "ป", "th": "ต", "ch": "จ", "sh": "จ", "bp": "ป", "dt": "ต",
}  # fmt: skip
_LETTERS = str.maketrans("kgqcjstdnpbfmyrlwvhxz", "กกกกจสตตนปปฟมยรรววหสส")


def sounds_of_thai(text: str) -> str:
    """
    Give the consonants that are heard in a Thai word, in order, one letter for those that people mix.

    >>> sounds_of_thai("ทะเบียน"), sounds_of_thai("บัตร"), sounds_of_thai("พาณิชย์"), sounds_of_thai("ประชาชน")
    ('tpn', 'pt', 'pnt', 'plccn')
    """
    heard = _TONES.sub("", _SILENCED.sub("", text))
    heard = _SILENT_R.sub(r"\1", _DOUBLE_R.sub("", _LEADING_H.sub("", heard)))
    heard = _GLIDE.sub("", _VOWEL_W.sub("", _DIPHTHONG.sub(r"\1\2", heard)))
    heard = _FINAL_T.sub("ต", _FINAL_N.sub("น", heard))
    return "".join(_SOUND_OF.get(letter, "") for letter in heard)


def sounds_of_roman(word: str) -> str:
    """
    Give the same of a word of Thai that is written in English letters.

    >>> sounds_of_roman("tabian"), sounds_of_roman("ngern"), sounds_of_roman("phanit")
    ('tpn', 'gn', 'pnt')
    """
    written = _SILENT_AFTER_VOWEL.sub("", _TWICE.sub(r"\1", word))
    written = _L_AFTER_VOWEL.sub("n", written)
    for letters, sound in _IN_TWO_LETTERS.items():
        written = written.replace(letters, sound)
    return "".join(_SOUND_OF.get(letter, "") for letter in written.translate(_LETTERS))
