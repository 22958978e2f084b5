"""What a declaration may say, version 1: one model per thing that an author writes, each frozen and closed."""
