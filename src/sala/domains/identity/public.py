"""
Identity: who someone is, how surely we know it, and what an officer was given to do.

A **person** is one row with an encrypted number; their name and birth date stay in the registers. An **account** is one
way for them to sign in. A **post** is what an officer holds in an agency, with its **grants** (action on service). A
sign-in is a row whose token only the browser has; `resolve` turns the token into an `Actor` and enters the actor's rows
in one statement, so row-level security is in force before any view runs.

An identity provider is asked by `begin_sign_in` and answers to `finish_sign_in`; the demonstration provider is one,
ThaID is to be another. Neither knows who asks.
"""

from .contracts import (
    AccountSuspended,
    Claims,
    DemonstrationPerson,
    KeptForm,
    NoIdentityProvider,
    Person,
    PersonNotFound,
    Post,
    SignedIn,
    SignInFailed,
)
from .operations import (
    appoint,
    begin_sign_in,
    end_post,
    finish_sign_in,
    load_demonstration_people,
    open_number,
    register_person,
    sign_in,
    sign_out,
    sign_out_everywhere,
)
from .queries import find_person, get_person, list_demonstration_people, list_posts, resolve

__all__ = [
    "AccountSuspended",
    "Claims",
    "DemonstrationPerson",
    "KeptForm",
    "NoIdentityProvider",
    "Person",
    "PersonNotFound",
    "Post",
    "SignInFailed",
    "SignedIn",
    "appoint",
    "begin_sign_in",
    "end_post",
    "find_person",
    "finish_sign_in",
    "get_person",
    "list_demonstration_people",
    "list_posts",
    "load_demonstration_people",
    "open_number",
    "register_person",
    "resolve",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
]
