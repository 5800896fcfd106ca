"""Where the customer is served."""
