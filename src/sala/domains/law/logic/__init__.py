"""Pure decisions of law: which numbers may move, what a plan is, what counted cells mean."""
