"""Frontline: language models read, code decides, state machines act. Start with `turn.py`."""
