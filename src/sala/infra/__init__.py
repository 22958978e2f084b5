"""Django plumbing every domain stands on: database, jobs, outbox, keys, encryption, errors."""
