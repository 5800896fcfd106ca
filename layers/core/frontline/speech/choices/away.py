"""Whether somebody is outside their usual service area."""

import re

from frontline.speech.choices.yes_no import yes_no
from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_NOT_AWAY = re.compile(
    r"^home$|\b(?:(?:not|isnt|never|no longer|arent|am not|im not) (?:(?!work|connect|load|function)\w+ ){0,2}(?:travel\w*|abroad|roaming|away|overseas|outside|in another|on (?:a )?(?:trip|vacation|holiday))"
    r"|at home|im home|i am home|home (?:area|network|country|right now|town|city)|back home|in my (?:usual|home|normal|own|regular)"
    r"|within my|inside my|usual (?:area|place|location|service)|same place|local|in the (?:us|usa|states|united states)"
    r"|ghar (?:par|pe|me)|apne shehar|videsh n)\b|घर (?:पर|में)"
)
_AWAY = re.compile(
    r"\b(?:travel(?:l?ing|l?ed)?|abroad|overseas|on (?:a )?(?:trip|holiday|vacation|tour|cruise)|business trip|away from home"
    r"|out of (?:the )?(?:country|town|state|area)|outside (?:of )?(?:my|the|our|home|usual|of)|another country|foreign|roaming"
    r"|visiting|videsh|bahar|safar|yatra)\b|विदेश|यात्रा|सफर|बाहर"
)
_PLAINLY_AWAY = re.compile(
    r"\b(?:abroad|overseas|travel(?:l?ing)|on (?:a )?(?:trip|holiday|vacation)|out of the country|another country|videsh)\b|विदेश"
)
_ABROAD_IN = re.compile(
    r"\b(?:in|to|at) (?:france|paris|spain|italy|rome|germany|berlin|uk|england|london|europe|mexico|canada|japan|tokyo"
    r"|india|china|brazil|australia|dubai|thailand|switzerland|portugal|greece|ireland|netherlands|amsterdam)\b"
)
_LATER = re.compile(
    r"\b(?:next (?:week|month|year|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|tonight|soon|upcoming"
    r"|in (?:a few|two|three|four|\d+) (?:days|weeks|months)|will be|going to be|planning|about to|before i|agle|kal)\b"
    r"|\b(?:going|leaving|flying|heading|moving) (?:to |on |for |abroad|overseas|off)|\b(?:i ll|ill|i will|we will|want to|wish to) (?:be |go |travel|fly)|अगले|कल"
)
_THEN = re.compile(r"\b(?:was|were|been|went|came)\b.*\b(?:last (?:week|month|year)|ago|yesterday|before|earlier)\b")
_PLAIN_YES = re.compile(
    r"^(?:(?:oh|um|uh|well|hi|ah|thanks) )?(?:yes|yeah|yea|yep|yup|ya|y|yess|right|correct|true|indeed|absolutely|definitely|sure"
    r"|haan|han|haa|ha|hnji|haanji|ji|bilkul|हां|हा|जी|बिल्कुल|बिलकुल|यस)\b|^(?:ok|okay) yes\b|^(?:thats|that is) (?:right|correct|true)$|[👍✅✔☑]"
)
"""To a question of fact "ok" and "fine" are no answer."""
_NOW = re.compile(r"\b(?:now|currently|already|at the moment|today|still|landed|arrived|since)\b")


def away(hearing: Hearing) -> Reading:
    """`abroad` or `home`. Unasked, only plain words for being away count; who will travel is still at home."""
    said = " ".join(plain(hearing.text[:1000]).words)
    if _LATER.search(said) and not _NOW.search(said) and (_AWAY.search(said) or _ABROAD_IN.search(said)):
        return Found("home") if hearing.asked else None
    if _NOT_AWAY.search(said):
        return Found("home") if hearing.asked else None
    if _THEN.search(said) and not _NOW.search(said):
        return None
    if _PLAINLY_AWAY.search(said) or (hearing.asked and (_AWAY.search(said) or _ABROAD_IN.search(said))):
        return Found("abroad")
    if hearing.asked and said in {"i am", "im", "i do"}:
        return Found("abroad")
    answer = yes_no(hearing) if hearing.asked else None
    if isinstance(answer, Found) and answer.value is not True:
        return Found("home")
    return Found("abroad") if isinstance(answer, Found) and _PLAIN_YES.search(said) else None
