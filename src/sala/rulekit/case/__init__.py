"""Decide one case: the form as generated Python in three-valued logic, with a trace of what was asked and why."""
