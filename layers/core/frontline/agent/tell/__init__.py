"""What a turn leaves: its row, its events, its words, its file for a human."""
