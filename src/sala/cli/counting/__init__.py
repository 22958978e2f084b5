"""How a simulation of the nation is written: tables for a terminal, files for other programs."""
