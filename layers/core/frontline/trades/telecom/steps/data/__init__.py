"""Data and the other allowances of a line."""
