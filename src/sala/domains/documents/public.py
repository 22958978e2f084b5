"""
Documents: what the state puts in a person's hand, and how a stranger can check it.

**Ask.** `request_issue` runs inside the transaction that decides a case. It gives the document a check code of 128
random bits, stores what it will say sealed with the case's data key, and defers a job. No request waits for a PDF.

**Issue.** The job takes the next number (per agency, kind and Buddhist year, without a gap), renders the sheet (typst)
and seals it (PAdES, P-256). Only the worker can load the seal's key, so a stolen web process cannot issue anything. The
document bears the day of the request; the seal claims the moment it was made. Running the job again changes nothing.
`DocumentIssued` tells upper domains that it can be opened.

**Open.** `open_pdf` is for the person it is about, for whoever opened the case with a follow-up code, and for the
agency's officers of that service; each opening stands in the person's access view.

**Check.** `check` answers anyone, without an account: valid, revoked or unknown. What must hang in public shows the
items on it; any other document shows only that it is valid, never a name (Electronic Administration Act, s. 13).
"""

from .contracts import (
    Content,
    DocumentIssued,
    DocumentNotFound,
    DocumentNotReady,
    DocumentRevoked,
    DocumentUnreadable,
    IssuedDocument,
    IssueRequest,
    Officer,
    OpenedPdf,
    PublicCheck,
    Row,
)
from .operations import open_pdf, request_issue, revoke_document
from .queries import check, list_documents

__all__ = [
    "Content",
    "DocumentIssued",
    "DocumentNotFound",
    "DocumentNotReady",
    "DocumentRevoked",
    "DocumentUnreadable",
    "IssueRequest",
    "IssuedDocument",
    "Officer",
    "OpenedPdf",
    "PublicCheck",
    "Row",
    "check",
    "list_documents",
    "open_pdf",
    "request_issue",
    "revoke_document",
]
