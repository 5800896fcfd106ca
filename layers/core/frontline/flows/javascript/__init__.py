"""JavaScript expressions of a flow's author: read without being run, and run where they can reach and break nothing."""
