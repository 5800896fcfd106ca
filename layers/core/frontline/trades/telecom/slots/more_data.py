"""How a customer whose data is used up wants to go on: more data, another plan, or neither."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.readers import said
from frontline.trades.telecom.slots.gigabytes import gigabytes


def more_data(hearing: Hearing) -> Reading:
    """Only when asked: `refuel`, `plan` or `neither`.."""
    if not hearing.asked:
        return None
    heard = {reader.removeprefix("more_data.") for reader in said(hearing.text)}
    refuel = "no_refuel" not in heard and ("refuel" in heard or _names_an_amount(hearing))
    if "plan" in heard and not (refuel and "refuel_plainly" in heard):
        return Found("plan")
    if "neither" in heard:
        return Found("neither")
    return Found("refuel") if refuel else None


def _names_an_amount(hearing: Hearing) -> bool:
    return isinstance(gigabytes(hearing._replace(asked=False)), Found)
