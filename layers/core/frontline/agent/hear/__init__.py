"""What one message says: a move, values, wishes, and what models propose."""
