"""Whether the SIM card is active, missing, or locked with a PIN or a PUK."""

from frontline.speech.phone_state.read_off import best, found, said_of
from frontline.speech.reading import Hearing, Reading


def sim_status(hearing: Hearing) -> Reading:
    """Yes and no answer nothing here: there are three states."""
    return found(best(one for one in said_of("sim", hearing) if one.rank))
