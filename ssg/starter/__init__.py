"""The courses that ``new`` copies, one a language."""
