"""Ask a law from the terminal: which law and rule is meant, how answers are typed, how a decision reads on paper."""
