"""HTTP to an operator: who we are, how long we wait, what we may try again, and what an answer means."""
