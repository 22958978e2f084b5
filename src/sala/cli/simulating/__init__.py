"""Simulate a nation from the terminal: the population, the plan, the tables on paper, and the files for other programs."""
