"""Slots that hold digits."""
