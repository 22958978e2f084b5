"""Pure parts of registries: declarations, values as they are kept, and ages told from a day."""
