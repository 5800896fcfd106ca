"""Calling off what is under way: "please cancel the payment request", "रुको, मत भेजो"."""

import re

from frontline.slots.plain import fold, plain

_DOING = (
    r"send|do (?:it|that|this)|credit|add|order|change|switch|activate|start|charge|process|go ahead|proceed|"
    r"bhej\w*|kar\w*|daal\w*|dal\w*|lagao|badl\w*|mangw\w*|chalu"
)
_THE_ORDER = (
    r"(?:$|it|this|that|everything|please|pls|plz|now|and|i|ill|dont|na|ji|karo|kar|kardo|kijiye|karna|karne|isko|ise|ye|yeh|"
    r"(?:the |my |this |that )?(?:whole )?(?:payment )?(?:request|payment|order|process|transfer|recharge|credit|dispute|refuel|change|link)"
    r"|करो|कर|कीजिए|दो|इसे)"
)
_CALLS_OFF = re.compile(
    fold(
        rf"(?:^| )(?:(?:cancel|stop|abort|undo|revoke|withdraw) {_THE_ORDER}|(?:cancel|stop|abort)$|call it off|changed? my mind|"
        rf"(?:never mind|nevermind|forget it)$|(?:dont|do not|no need to) (?:{_DOING})|(?:dont|do not) want it|mat (?:{_DOING})|rok do|roko|"
        rf"rokiye|ruk jao|rehne do|rahne do|rehne dijiye|nahi (?:bhejna|karna|chahiye)|band karo|रोको|रोक दो|रद्द|कैंसिल|कैंसल|"
        rf"मत (?:भेज|कर|डाल|लगा|बदल|मँगवा|मंगवा)[^ ]*|रहने दो|रहने दीजिए|नहीं (?:भेजना|करना|चाहिए))(?= |$)"
    )
)
_NOT_MEANT = re.compile(
    fold(
        r"(?:^| )(?:dont|do not|not|never|no need to|please dont) (?:cancel|stop|abort|undo)|(?:cancel|stop|band|रद्द|कैंसिल) (?:mat|nahi|मत|नहीं)"
        r"|^(?:how|can i|could i|what if|when|kya|kaise|क्या|कैसे)(?: |$)"
    )
)
"""A wish that it goes on, or a question."""


def calls_off(text: str) -> bool:
    """Only asked while an order is under way: then these words can only be meant for it."""
    said = " ".join(plain(text[:1000]).words)
    return _NOT_MEANT.search(said) is None and _CALLS_OFF.search(said) is not None
