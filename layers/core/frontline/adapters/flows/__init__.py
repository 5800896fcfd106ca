"""Where flows and what belongs to them are kept: the shipped library, published versions, sessions, agents and numbers."""
