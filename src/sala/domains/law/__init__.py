"""The laws of the pack, asked by name."""
