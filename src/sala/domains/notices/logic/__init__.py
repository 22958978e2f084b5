"""Pure parts of notices: the words of each message, and what a mail server's refusal means."""
