"""What tests of several rooms share: a world in this process, the promises as checks, dialogues as data."""
