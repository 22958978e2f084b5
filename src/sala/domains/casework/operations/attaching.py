"""The files of an application: each is looked into before it is kept, and sealed like the answers."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sala.kernel.actors import Actor
from sala.kernel.bilingual import Text
from sala.kernel.unique import uuid7

from ..contracts import CaseNotFound
from ..logic import files
from ..models import Attachment
from .filling import open_for_filling

_TOO_MANY = Text(
    th="แนบได้ไม่เกิน {limit} ไฟล์ เอาไฟล์ที่ไม่ใช้ออกก่อน",
    en="You can attach up to {limit} files. Remove one you do not need first",
)


@transaction.atomic
def add_file(*, case_id: UUID, field: str, name: str, content: bytes, by: Actor, at: datetime) -> Text | None:
    """
    Keep one file of an application, or say why it cannot be kept; then nothing is stored.

    :raises CaseNotFound: no such application, or no such question in it.
    """
    opened = open_for_filling(case_id, by)
    asked = opened.service.find_asked(field)
    if asked is None or asked.type != "file":
        raise CaseNotFound
    fault = files.fault_of(name=name, content=content, accepts=asked.accepts, max_megabytes=asked.max_megabytes)
    if fault is not None:
        return fault
    if Attachment.objects.filter(case_id=case_id, field=field).count() >= asked.max_files:
        return _TOO_MANY.fill(limit=asked.max_files)
    file_id = uuid7(at)
    sealed_name = opened.envelope.seal(files.safe_name(name).encode(), place=f"casework_attachment.name:{file_id}")
    Attachment.objects.create(
        id=file_id,
        case_id=case_id,
        field=field,
        name=sealed_name,
        media_type=files.media_type_of(content),
        size=len(content),
        content=opened.envelope.seal(content, place=f"casework_attachment.content:{file_id}"),
        added_at=at,
    )
    return None


@transaction.atomic
def remove_file(*, case_id: UUID, file_id: UUID, by: Actor) -> None:
    """Take a file out of an application; one that is gone already is no error."""
    open_for_filling(case_id, by)
    Attachment.objects.filter(case_id=case_id, pk=file_id).delete()
