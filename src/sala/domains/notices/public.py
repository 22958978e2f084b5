"""
Notices: what the state tells a person about their case, and how it reaches them.

**Send.** `send` fills a template (`logic/templates.yaml`, Thai and English) or the service's own words, keeps subject
and body word for word, sealed with the case's data key, and defers a job in the caller's transaction. A subject carries
no personal data and no service's name.

**Deliver.** The job speaks SMTP through Django's mail backend. What the server cannot take now is tried again, later
each time, for about two hours; a permanent refusal ends it. A notice is sent once, however often its job runs. Whatever
becomes of the e-mail, the person reads the same words on the status page.

**Read.** `list_notices` gives every message about a case as it was written.
"""

from .contracts import DeliveryPostponed, Notice, Recipient, TemplateId, Words
from .operations import send
from .queries import list_notices

__all__ = ["DeliveryPostponed", "Notice", "Recipient", "TemplateId", "Words", "list_notices", "send"]
