"""Calling off what is under way: "please cancel the payment request", "रुको, मत भेजो"."""

import re

from frontline.slots.plain import fold, plain

_DOING = (
    r"send|do|credit|add|order|change|switch|activate|start|charge|process|go ahead|proceed|"
    r"bhej\w*|kar\w*|daal\w*|dal\w*|lagao|badl\w*|mangw\w*|chalu"
)
_CALLS_OFF = re.compile(
    fold(
        rf"(?:^| )(?:cancel|stop|abort|undo|revoke|withdraw|call it off|changed my mind|change my mind|never mind|nevermind|"
        rf"forget it|(?:dont|do not|no need to) (?:{_DOING})|mat (?:{_DOING})|rok do|roko|rokiye|ruk jao|rehne do|"
        rf"rahne do|rehne dijiye|nahi (?:bhejna|karna|chahiye)|cancel karo|band karo|रोको|रोक दो|रद्द|कैंसिल|कैंसल|"
        rf"मत (?:भेज|कर|डाल|लगा|बदल|मँगवा|मंगवा)[^ ]*|रहने दो|रहने दीजिए|नहीं (?:भेजना|करना|चाहिए))(?= |$)"
    )
)


def calls_off(text: str) -> bool:
    """Only asked while an order is under way: then these words can only be meant for it."""
    return _CALLS_OFF.search(" ".join(plain(text[:1000]).words)) is not None
