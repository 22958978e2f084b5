"""What the state puts in a person's hand, sealed, and how a stranger can check it."""
