"""Matters about data: what is left, and more of it."""
