"""Who someone is, how surely we know it, and what an officer was given to do."""
