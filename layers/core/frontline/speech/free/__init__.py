"""Slots that hold the customer's own words."""
