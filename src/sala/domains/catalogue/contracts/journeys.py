"""Journeys and the lists that people keep on them."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import NotFound


class StepNotFound(NotFound):
    """The step does not belong to this moment of life, or no longer does."""

    code = "step-not-found"
    message = Text(
        th="ขั้นนี้ไม่อยู่ในรายการแล้ว เปิดหน้ารายการอีกครั้งเพื่อดูขั้นตอนล่าสุด",
        en="This step is no longer on the list. Open the list again to see its steps of today",
    )
