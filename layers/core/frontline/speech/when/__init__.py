"""Slots that hold a moment or a part of the day."""
