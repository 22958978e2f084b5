"""Is a file what its name says? Its first bytes answer, never its extension or the browser's word."""

from collections.abc import Collection
from pathlib import PurePath

import filetype

from sala.kernel.bilingual import Text

_EXTENSIONS = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
}
_MEGABYTE = 1_000_000
_LONGEST_NAME = 100


def fault_of(*, name: str, content: bytes, accepts: Collection[str], max_megabytes: int) -> Text | None:
    """
    Say what is wrong with a file, or None when it may be kept.

    >>> fault_of(name="plan.pdf", content=b"MZ\\x90", accepts=["application/pdf"], max_megabytes=1)["en"][:9]
    'This file'
    """
    if not content:
        return Text(th="ไฟล์นี้ว่างเปล่า เลือกไฟล์อื่น", en="This file is empty. Choose another file")
    if len(content) > max_megabytes * _MEGABYTE:
        return Text(
            th="ไฟล์ใหญ่เกิน {limit} เมกะไบต์ ลดขนาดหรือเลือกไฟล์อื่น",
            en="The file is over {limit} MB. Make it smaller or choose another file",
        ).fill(limit=max_megabytes)
    media_type = media_type_of(content)
    if media_type not in accepts or PurePath(name).suffix.lower() not in _EXTENSIONS.get(media_type, ()):
        return Text(
            th="ไฟล์นี้ไม่ใช่ชนิดที่ชื่อไฟล์บอก หรือเป็นชนิดที่รับไม่ได้ ใช้ไฟล์ {kinds}",
            en="This file is not what its name says, or of a kind we cannot take. Use {kinds}",
        ).fill(kinds=", ".join(sorted(_short(kind) for kind in accepts)))
    return None


def media_type_of(content: bytes) -> str:
    """Read the media type from a file's first bytes; empty when they are of no known kind."""
    kind = filetype.guess(content[:8192])
    return kind.mime if kind else ""


def safe_name(name: str) -> str:
    """Keep the last part of a file's name with its ending, without control characters, at most 100 characters."""
    last = PurePath("".join(c for c in name.replace("\\", "/") if c.isprintable()))
    ending = last.suffix[:_LONGEST_NAME]
    return last.stem.strip(".")[: _LONGEST_NAME - len(ending)] + ending or "file"


def _short(media_type: str) -> str:
    return media_type.rsplit("/", 1)[-1].upper()
