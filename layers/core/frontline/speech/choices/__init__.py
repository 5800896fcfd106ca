"""Slots whose values can be counted."""
