"""Read a law: from the text of rules.py to the typed intermediate form. Nothing is imported and nothing is run."""
