"""Who serves which place, and what the offices of a place are called."""
