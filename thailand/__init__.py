"""The country pack of Thailand: declarations, and laws written as restricted Python. Sala reads its files."""
