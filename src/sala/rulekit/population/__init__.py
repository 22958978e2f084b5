"""
Populations: one row per person, whole households, read as a stream or made up from published totals.

`layout` says what a population file is, `reading` streams it, `checking` sets bad rows aside with their household and counts
them, `synthetic` makes a population of Thailand that is nobody's, `replicates` tells how far its totals may be off.
"""
