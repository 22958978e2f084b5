"""Wires everything; imported by nothing."""
