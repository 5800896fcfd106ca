"""A wish for a human, wherever it stands in a message."""

import re

from frontline.speech.plain import fold

_HELPER = "|".join(
    (
        "human(?: being| agent)?|agent|representative|rep|executive|operator|supervisor|manager|real person|person",
        "customer (?:care|service|support)|support (?:team|agent|person)|call cent(?:er|re)|team member|technician",
        "insaan|insan|aadmi|admi|vyakti|adhikari|इंसान|आदमी|व्यक्ति|एजेंट|प्रतिनिधि|अधिकारी|मैनेजर|ऑपरेटर",
        "कस्टमर केयर|कस्टमर सर्विस|ग्राहक सेवा|कॉल सेंटर",
    )
)
_ANYBODY = _HELPER + "|someone|somebody|people|senior|staff|kisi|किसी"
_LINK = (
    "(?: (?:a|an|the|your|my|some|any|real|live|actual|human|senior|another|to|with|me|us|this|call|through|over|"
    "directly|proper)){0,5}"
)
_ALONE = r"(?= |$)(?! (?:number|no|id|code|error|name|app|commission|portal|network|change|charges|plan|near|नंबर))"
_TO_ME = "(?:se|ko|से|को)(?: (?:meri|mujhe|मेरी|मुझे))?"
_BROUGHT = "chahiye|chaiye|bulao|bulaiye|lao|do|dijiye|चाहिए|बुलाओ|बुलाइए|दो|दीजिए"
_SPOKEN_TO = "baat|bat|connect|transfer|call|jod|jodo|बात|कनेक्ट|जोड|जोड़ो|ट्रांसफर"
_WISHED = "|".join(
    (
        "karni|karna|karo|karao|karwao|karvao|kara|karwa|karva|karado|karwado|karaiye|karwaiye|karaye|kar do|kardo",
        "kar dijiye|kar sakta|kar sakti|kar sakte|karne|ho sakti|krni|krna|kraao|krao|chahiye",
        "करनी|करना|करो|कराओ|करवाओ|करा|करवा|कराइए|करवाइए|कर दो|कर दीजिए|कर सकता|कर सकती|करने|हो सकती|चाहिए",
    )
)
_WISHES = tuple(
    re.compile(fold(pattern))
    for pattern in (
        rf"(?:^| )(?:talk|speak|chat|connect|transfer|escalate|put|contact|reach|patch){_LINK} (?:{_ANYBODY}){_ALONE}",
        rf"(?:^| )(?:get|give|need|want){_LINK} (?:{_HELPER}){_ALONE}",
        rf"(?:^| )(?:{_ANYBODY})(?: ji)? {_TO_ME} (?:{_SPOKEN_TO})(?: (?:{_WISHED})(?= |$)|$)",
        rf"(?:^| )(?:{_HELPER}) (?:{_BROUGHT})(?= |$)",
    )
)
_REFUSAL = re.compile(r"(?:^| )(?:dont|do not|not|no need|without|never|didnt)(?: \w+){0,3}$")


def wants_human(words: tuple[str, ...]) -> bool:
    """Asked for in so many words: "is this a human error?" and "my agent number" are not; nor is a refusal of one."""
    said = " ".join(words[:200])
    wishes = (wish.search(said) for wish in _WISHES)
    return any(wish and not _REFUSAL.search(said[: wish.start()]) for wish in wishes)
