"""Messages to people, kept word for word and sent by e-mail."""
