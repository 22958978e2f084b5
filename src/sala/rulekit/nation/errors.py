"""What can keep a nation from being simulated. Bad rows are no error: they are counted and set aside."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


class NotForANation(SalaError):
    """A rule says something that is worked out for one case at a time only."""

    code = "not-for-a-nation"
    message = Text(
        th="กฎ {rule} คำนวณทั้งประเทศไม่ได้ เพราะ{why} ถามทีละกรณีได้ด้วย sala explain",
        en="The rule {rule} cannot be worked out for a nation: {why}. Ask it of one case with sala explain",
    )


class RuleNotThere(SalaError):
    """A plan names a rule that no law has."""

    code = "rule-not-there"
    status = 404
    message = Text(th="ไม่มีกฎ “{rule}” ที่ใกล้เคียงคือ {nearest}", en='There is no rule "{rule}"; the nearest are {nearest}')


class GroupNotKnown(SalaError):
    """A plan groups by something that a population does not tell."""

    code = "group-not-known"
    message = Text(
        th="แบ่งกลุ่มตาม “{group}” ไม่ได้ แบ่งได้ตาม {known}",
        en='Results cannot be grouped by "{group}"; they can by {known}',
    )
