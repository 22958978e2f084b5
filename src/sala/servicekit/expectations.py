"""What a value should have been, in words an author understands."""

from collections.abc import Mapping
from typing import Any

from sala.kernel.bilingual import Text

_EXPECTED: dict[str, Text] = {
    "string_type": Text(th="ข้อความ", en="text"),
    "string_too_short": Text(th="ข้อความที่ไม่ว่าง", en="text that is not empty"),
    "string_too_long": Text(th="ข้อความไม่เกิน {max_length} ตัวอักษร", en="text of at most {max_length} characters"),
    "string_pattern_mismatch": Text(
        th="ชื่อแบบ {pattern} (อักษรอังกฤษตัวเล็ก ตัวเลข และเครื่องหมายคั่น)",
        en="a name like {pattern} (lower-case letters, digits and separators)",
    ),
    "int_type": Text(th="จำนวนเต็ม", en="a whole number"),
    "int_parsing": Text(th="จำนวนเต็ม", en="a whole number"),
    "int_from_float": Text(th="จำนวนเต็ม", en="a whole number"),
    "bool_type": Text(th="true หรือ false", en="true or false"),
    "bool_parsing": Text(th="true หรือ false", en="true or false"),
    "literal_error": Text(th="ค่าใดค่าหนึ่งใน {expected}", en="one of {expected}"),
    "greater_than_equal": Text(th="จำนวนตั้งแต่ {ge} ขึ้นไป", en="a number of at least {ge}"),
    "less_than_equal": Text(th="จำนวนไม่เกิน {le}", en="a number of at most {le}"),
    "too_short": Text(th="รายการอย่างน้อย {min_length} รายการ", en="a list of at least {min_length}"),
    "tuple_type": Text(th="รายการ", en="a list"),
    "dict_type": Text(th="รายการ “คำ: ค่า”", en="`key: value` entries"),
    "model_type": Text(th="รายการ “คำ: ค่า”", en="`key: value` entries"),
    "dataclass_type": Text(th="ข้อความสองภาษา {{th: …, en: …}}", en="words in both languages, {{th: …, en: …}}"),
    "date_from_datetime_parsing": Text(th="วันที่แบบ 2026-11-20", en="a date like 2026-11-20"),
    "date_type": Text(th="วันที่แบบ 2026-11-20", en="a date like 2026-11-20"),
    "time_type": Text(th="เวลาแบบ 08:30", en="a time like 08:30"),
    "time_parsing": Text(th="เวลาแบบ 08:30", en="a time like 08:30"),
    "baht": Text(
        th='จำนวนเงินเป็นบาทเต็ม หรือทศนิยมในเครื่องหมายคำพูด เช่น "20.50"',
        en='whole baht, or a decimal in quotation marks such as "20.50"',
    ),
    "one_of_keys": Text(th="อย่างใดอย่างหนึ่งเท่านั้นใน {names}", en="exactly one of {names}"),
    "one_comparison": Text(th="การเปรียบเทียบเดียวใน {names}", en="exactly one comparison of {names}"),
    "options_mismatch": Text(
        th="คำถามแบบ one-of หรือ many-of ที่มี `options:` (แบบอื่นไม่มี)",
        en="a one-of or many-of question with `options:` (other types have none)",
    ),
    "neutral_name": Text(
        th="บริการที่มีทั้ง `discreet: true` และ `neutral:` หรือไม่มีทั้งคู่",
        en="a service with both `discreet: true` and `neutral:`, or with neither",
    ),
}
_ANYTHING_ELSE = Text(th="ค่าแบบอื่น ({kind})", en="a value of another kind ({kind})")


def describe_expected(kind: str, context: Mapping[str, Any]) -> Text:
    """Say what pydantic's complaint of this kind asks for."""
    return _EXPECTED.get(kind, _ANYTHING_ELSE).fill(kind=kind, **context)
