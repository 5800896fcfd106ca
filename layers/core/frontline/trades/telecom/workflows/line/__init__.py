"""Matters about the line itself: its plan, its SIM, and what can be switched on."""
