"""The files of an application: each is looked into before it is kept, and sealed like the answers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sala.kernel.bilingual import Text
from sala.kernel.unique import uuid7
from sala.servicekit.schema.facts import AskedFact

from ..contracts import AttachedFile, Upload
from ..logic import files
from ..models import Attachment
from ..queries import OpenCase

Files = tuple[AttachedFile, ...]

_TOO_MANY = Text(
    th="แนบได้ไม่เกิน {limit} ไฟล์ เอาไฟล์ที่ไม่ใช้ออกก่อน",
    en="You can attach up to {limit} files. Remove one you do not need first",
)


def keep_files(
    opened: OpenCase,
    facts: Collection[str],
    before: Files,
    *,
    uploads: Sequence[Upload],
    without: Collection[UUID],
    at: datetime,
) -> tuple[Files, dict[str, Text]]:
    """
    Keep the files sent with a page and take out those not wanted; give what there is now, and what was refused.

    One statement for all files kept, one when any is taken out; the refused leave no trace.

    :param facts: the questions that may be answered now; a file for any other is left alone.
    """
    gone = {file.id for file in before if file.id in without and file.field in facts}
    if gone:
        Attachment.objects.filter(case_id=opened.row.pk, pk__in=gone).delete()
    kept = [file for file in before if file.id not in gone]
    rows: list[Attachment] = []
    refused: dict[str, Text] = {}
    for upload in uploads:
        asked = opened.service.find_asked(upload.field)
        if asked is None or asked.type != "file" or asked.id not in facts:
            continue
        fault = _fault_of(asked, upload, kept)
        if fault is not None:
            refused[asked.id] = fault
            continue
        rows.append(_seal(opened, upload, at))
        kept.append(_describe(upload, file_id=rows[-1].pk))
    Attachment.objects.bulk_create(rows)
    return tuple(kept), refused


def _fault_of(asked: AskedFact, upload: Upload, kept: Sequence[AttachedFile]) -> Text | None:
    if sum(file.field == asked.id for file in kept) >= asked.max_files:
        return _TOO_MANY.fill(limit=asked.max_files)
    return files.fault_of(
        name=upload.name, content=upload.content, accepts=asked.accepts, max_megabytes=asked.max_megabytes
    )


def _seal(opened: OpenCase, upload: Upload, at: datetime) -> Attachment:
    file_id = uuid7(at)
    content = opened.envelope.seal(upload.content, place=f"casework_attachment.content:{file_id}")
    return Attachment(id=file_id, case_id=opened.row.pk, content=content, added_at=at)


def _describe(upload: Upload, *, file_id: UUID) -> AttachedFile:
    return AttachedFile(
        id=file_id,
        field=upload.field,
        name=files.safe_name(upload.name),
        media_type=files.media_type_of(upload.content),
        size=len(upload.content),
    )
