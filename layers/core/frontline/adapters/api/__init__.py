"""The HTTP API's routes, by who calls them."""
