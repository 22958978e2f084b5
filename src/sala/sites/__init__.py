"""Sites compose domains for one kind of reader, and do nothing else."""
