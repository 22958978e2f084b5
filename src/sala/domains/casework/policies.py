"""Who may do what with a case, as pure functions of the actor and the case."""

from sala.kernel.actors import Actor
from sala.kernel.policies import policy

from .contracts import CaseNotFound
from .models import Case

READ = "case.read"
ASK_CORRECTION = "case.ask-correction"
DECIDE = "case.decide"


@policy(refusal=CaseNotFound)
def fill_in(actor: Actor, case: Case) -> bool:
    """Allow the one whose draft or answer it is; a draft without an account opens only in the browser that holds it."""
    return case.applicant == actor.subject


@policy(refusal=CaseNotFound)
def read_own(actor: Actor, case: Case) -> bool:
    """Allow the applicant; a case without an account was opened by its code before this is asked."""
    return case.applicant == actor.subject


@policy(refusal=CaseNotFound)
def read_as_officer(actor: Actor, case: Case) -> bool:
    """Allow officers of the case's agency whose grants cover its service."""
    return case.state != "draft" and actor.may(READ, service=case.service, agency=case.agency)


@policy()
def ask_correction(actor: Actor, case: Case) -> bool:
    """Allow officers of the agency who may ask the applicant to mend an application."""
    return actor.may(ASK_CORRECTION, service=case.service, agency=case.agency)


@policy()
def decide(actor: Actor, case: Case) -> bool:
    """Allow officers of the agency who may decide this service's cases."""
    return actor.may(DECIDE, service=case.service, agency=case.agency)
