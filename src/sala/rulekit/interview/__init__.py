"""Ask only what can still change the answer: a walk over the form that keeps, for each unknown, the facts behind it."""
