"""What a line is, and what can be changed about it."""
