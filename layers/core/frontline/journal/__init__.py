"""Rows as bytes, a turn taken again, and how two builds differ over the same conversations."""
