"""What an independent program says of a sealed document."""

import re
import subprocess
from pathlib import Path

# Crockford's base 32 in groups, as the sheet shows it.
_CODE = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]")


def check_seal(pdf: bytes, folder: Path) -> str:
    """Have poppler's pdfsig check the signature, and give what it says."""
    file = folder / "sealed.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False).stdout


def change_one_byte(pdf: bytes) -> bytes:
    """Change one byte in the middle of what the seal covers."""
    place = len(pdf) // 4
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def read_check_code(pdf: bytes, folder: Path) -> str:
    """Read the code for the public check off the sheet, as a person would."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    found = _CODE.search(text)
    assert found, text
    return found.group()
