"""
What was meant when the keyboard stood in the other language: Thai Kedmanee and US QWERTY, key by key.

Source: TIS 820-2538 (Thai keyboard, Kedmanee), as Debian's xkb layout `th` and Windows ship it.
"""

_QWERTY = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
_KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" + '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'

_TO_KEDMANEE = str.maketrans(_QWERTY, _KEDMANEE)
_TO_QWERTY = str.maketrans(_KEDMANEE, _QWERTY)


def to_kedmanee(text: str) -> str:
    """
    Read what was typed on English keys as Thai.

    >>> to_kedmanee("c0h'gdbf")
    'แจ้งเกิด'
    """
    return text.translate(_TO_KEDMANEE)


def to_qwerty(text: str) -> str:
    """
    Read what was typed on Thai keys as English.

    >>> to_qwerty("ยฟหหยนพะ")
    'passport'
    """
    return text.translate(_TO_QWERTY)
