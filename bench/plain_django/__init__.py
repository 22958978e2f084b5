"""The reference: a two-page form of 15 fields and 3 rules as the Django tutorial would have it written."""
