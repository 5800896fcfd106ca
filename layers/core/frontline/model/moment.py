"""What is open when something is said."""

from typing import Literal

Moment = Literal["nothing", "slot", "confirm", "instruct", "choice"]
"""`choice`: the menu; `confirm`: an offer, or whether an order shall be stopped."""
