"""Deny by default: a policy is a named pure function of Actor and resource."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from .actors import Actor
from .bilingual import Text
from .errors import NotAllowed, NotFound, SalaError

Resource = TypeVar("Resource", contravariant=True)


@dataclass(frozen=True, slots=True)
class Policy(Generic[Resource]):
    """
    A rule on who may do one thing. `refusal` is what the refused one is told.

    `unknown` is what someone is told who has not signed in, where that would make the difference.
    """

    name: str
    allows: Callable[[Actor, Resource], bool]
    refusal: type[SalaError] = NotAllowed
    unknown: type[SalaError] | None = None

    def require(self, actor: Actor, resource: Resource) -> None:
        """
        Let the actor pass or refuse.

        :raises SalaError: the policy's own refusal.
        """
        if not self.allows(actor, resource):
            raise self.unknown if self.unknown and actor.is_anonymous else self.refusal


def policy(
    *, refusal: type[SalaError] = NotAllowed, unknown: type[SalaError] | None = None
) -> Callable[[Callable[[Actor, Resource], bool]], Policy[Resource]]:
    """Turn a predicate into a Policy that carries the predicate's name."""

    def name_it(allows: Callable[[Actor, Resource], bool]) -> Policy[Resource]:
        name = f"{allows.__module__}.{allows.__qualname__}"
        return Policy(name=name, allows=allows, refusal=refusal, unknown=unknown)

    return name_it


class SignInNeeded(SalaError):
    """The route is for signed-in people; an edge answers with the sign-in page and comes back."""

    code = "sign-in-needed"
    status = 401
    message = Text(
        th="เข้าสู่ระบบก่อน แล้วทำรายการนี้อีกครั้ง สิ่งที่บันทึกไว้แล้วยังอยู่ครบ",
        en="Sign in first, then do this again. What you saved is still there",
    )


@policy()
def anyone(actor: Actor, resource: object) -> bool:
    """Allow everybody: the page is public."""
    return True


@policy(refusal=SignInNeeded)
def signed_in(actor: Actor, resource: object) -> bool:
    """Allow whoever has signed in."""
    return actor.person is not None


@policy(refusal=NotFound, unknown=SignInNeeded)
def officer(actor: Actor, resource: object) -> bool:
    """Allow officers only; for others the page does not exist. Who is signed out, perhaps in mid-form, signs in."""
    return actor.is_officer
