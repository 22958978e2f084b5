"""What a mail server's refusal means: try again, or never again."""

import smtplib

MAX_ATTEMPTS = 12
"""With a wait that doubles from 2 seconds, the last attempt comes about two hours after the first."""

_PERMANENT = 500  # RFC 5321, s. 4.2.1: 4yz is transient, 5yz is permanent


def is_permanent(problem: Exception) -> bool:
    """
    Say whether sending the same message again could never help.

    >>> is_permanent(smtplib.SMTPRecipientsRefused({"a@example.com": (550, b"no such user")}))
    True
    >>> is_permanent(smtplib.SMTPRecipientsRefused({"a@example.com": (450, b"greylisted")}))
    False
    >>> is_permanent(TimeoutError())
    False
    """
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= _PERMANENT for code, _ in problem.recipients.values())
    if isinstance(problem, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return problem.smtp_code >= _PERMANENT
    return isinstance(problem, ValueError)  # the address is no address, or a header would break the message
