"""Whether the customer has done what they were asked to do with their phone. What the phone shows afterwards is read next, so
that doubt goes for `done`; a question, or a plea for time, is neither."""

import re
from collections.abc import Iterator

from frontline.speech.phone_state.claims import Claim, claims
from frontline.speech.phone_state.clauses import Clause, clauses
from frontline.speech.phone_state.moods import is_question, mere_answer
from frontline.speech.reading import Found, Hearing, Reading

_SWITCHED = frozenset(
    {"airplane_mode", "mobile_data", "data_roaming", "data_saver", "vpn", "wifi_calling", "wifi", "screen", None}
)
_LATER = re.compile(
    r"\b(?:wait|moment|hold on|hang on|(?:one|a|few|couple|just|give me \w+) (?:sec|secs|second|seconds|minute|minutes|min|mins)"
    r"|sec|gimme|give me|(?<!t )let me|lemme|trying|i will|ill|(?<!not )going to|(?<!not )gonna|about to|on it|not yet|not done|havent|doing it|working on it"
    r"|in progress|looking for|almost|nearly|later|ruko|rukiye|ek minute|ek min|in a bit|be right back|brb|restarting now|rebooting now"
    r"|booting|starting up|loading)\b|रुको|रुकिए|एक मिनट"
)
_LOST = re.compile(
    r"\b(?:cant|cannot|could not|couldnt|can not|dont|do not|didnt|did not|not sure|unable to|not able to)(?: \w+){0,2}?"
    r" (?:find|see|locate|understand|figure|know|remember|get what|tell|spot|where|how|what|follow|get to)\b"
    r"|\b(?:no idea|confus\w+|lost me|never heard|need help|help me|guide me|explain|samajh|pata nahi|how|where|what|why|which|kaise|kahan|kya)\b"
    r"|समझ|पता नहीं|कैसे|कहां|क्या"
)
_AFTERWARDS = re.compile(
    r"\b(?:still|same|no (?:change|difference|luck|effect|improvement)|nothing (?:changed|happened|happens)|didnt (?:help|change|fix)"
    r"|doesnt help|(?:its|it is|it does|that is|that does|still|did|does) not help\w*|no better|status bar|back (?:on|up|in))\b"
)
_CANNOT = re.compile(
    r"\b(?:cant|cannot|can not|unable|not able|couldnt|could not|wont|will not|would not|wouldnt|doesnt let|does not let|didnt let"
    r"|not let(?:ting)?|refuse\w*|(?:dont|do not|didnt|not) (?:really )?(?:want|wanna|wish|feel like|intend|have|like to)|dont think i can"
    r"|rather not|not (?:going to|gonna|willing|comfortable|happy to|interested|possible|allowed|available|supported|there|now|permitted|today)"
    r"|impossible|no such|no option|no way|there(?: i)?s no|there is no|isnt (?:any|there|an option|available|possible)|not an option"
    r"|doesnt (?:exist|have|allow|support)|does not (?:exist|have|allow|support)|greyed|grayed|failed|fails|failure|failing|error|declined"
    r"|rejected|denied|unsuccessful|aborted|insufficient|bounced|broken|nahi (?:kar sakt\w*|karna|karunga|karungi|ho raha|ho rahi|hoga)"
    r"|nahi chahta|mana|no thanks|no thank you|not found|too (?:hard|difficult)|stuck|wont budge|lack)\b|नहीं (?:कर सक|हो रह|करना|करूंगा|करूंगी)"
)
_NO_MONEY = re.compile(
    r"\b(?:have|got|there(?:s| is)) (?:any |a |the |no )*(?:signal|service|network|bars?|internet|connection|data)\b|\bno error|error : (?:none|no|empty|false)\b"
)
_DONE = re.compile(
    r"\b(?:done|did|finished|complete[d]?|completed|restarted|rebooted|rebooting|restart successful|reset|resetted|turned|switched|toggled"
    r"|changed|set|updated|selected|granted|allowed|given|gave|enabled|disabled|activated|deactivated|paid|payed|accepted|approved|made"
    r"|disconnected|connected|seated|reseated|reinserted|inserted|replaced|removed|took|taken|put|popped|pulled|ejected|cleaned|applied"
    r"|saved|confirmed|already|ok|okay|success|successful|successfully|sorted|all set|all good|ready|executed|performed|processed|went through"
    r"|kar diya|kar di|kar liya|kar li|ho gaya|ho gayi|hogaya|kardiya|karliya|off now|on now|now off|now on|power cycled|rebooted it|cycled"
    r"|unticked|ticked|tapped|pressed|closed|cleared|restored|uninstalled|sent|powered)\b|कर दिया|कर दी|हो गया|हो गई|कर लिया|ठीक"
)
_OBEYED = re.compile(
    r"\b(?:done|did|followed|finished) (?:exactly )?(?:what|as|everything|all|every|like) (?:that )?(?:you|u|was|it|i was)\b"
)
_BECAME = re.compile(
    r"^(?!.*\b(?:not|still|what|why|how)\b).*\b(?:mode|preference|type|settings?|status|permissions?) is now\b"
)
_TOLD_BEFORE = re.compile(r"\balready (?:told|said|asked|answered|explained|mentioned|wrote|gave you)\b")
_NOT_DONE = re.compile(
    r"\b(?:not|hasnt|wasnt|isnt|didnt|never|nothing|nobody|no one|arent|werent|before it)(?: \w+){0,2}? (?:done|finished|complete|completed|restarted|rebooted"
    r"|reset|turned|turn|switched|switch|changed|set|granted|allowed|paid|pay|made|do|work|working|go|gone|going|connected|restart|reboot|change|accept|sent)\b"
    r"|\b(?:doesnt|didnt|does not|did not) work\b"
)
_YES = "done"
_NO = "cannot"


def done(hearing: Hearing) -> Reading:
    """Only as an answer. The last thing that was said of it counts: "hold on… ok, done"."""
    if not hearing.asked:
        return None
    told = list(_told(hearing.text))
    if told:
        return Found(told[-1]) if told[-1] in {_YES, _NO} else None
    return Found(_YES) if any(_switched(claim) for claim in claims(hearing.text)) else None


def _told(text: str) -> Iterator[str]:
    """What each clause says: done, cannot, or "" for not now."""
    for clause in clauses(text):
        said = " ".join(clause.words)
        if is_question(clause):
            continue
        told = _of_clause(clause, said)
        if told is not None:
            yield told


def _of_clause(clause: Clause, said: str) -> str | None:
    answer = mere_answer(clause)
    if answer is not None:
        return "" if _LATER.search(said) else _YES if answer == "yes" else _NO
    if _NODS.fullmatch(said):
        return _YES
    if verdict := _VERDICT.fullmatch(said):
        return _YES if verdict[1] in {"true", "yes", "1", "ok"} else _NO
    if _LATER.search(said) or _TOLD_BEFORE.search(said):
        return ""
    if _AFTERWARDS.search(said) or _OBEYED.search(said) or _BECAME.search(said):
        return _YES
    if _LOST.search(said):
        return ""
    if _CANNOT.search(said):
        return None if _NO_MONEY.search(said) else _NO
    if _NOT_DONE.search(said):
        return ""
    return _YES if _DONE.search(said) else None


_NODS = re.compile(
    r"k|kk|okey|okie|okey dokey|okie dokie|aight|alrighty|roger|voila|(?:ok |and )?(?:there (?:you|we) go|here (?:you|we) go)"
)
_VERDICT = re.compile(
    r"(?:success|succeeded|ok|done|completed|result|status|changed|applied|value|is success)(?: (?:code|status))? : (true|yes|1|ok|false|no|0)"
)


def _switched(claim: Claim) -> bool:
    told = {"on", "off"} | ({"yes", "no"} if claim.subject else set())
    if claim.subject not in {"wifi", "screen"} and {"good", "ok"}.isdisjoint(claim.states):
        told |= {"active", "connected"}
    return claim.subject in _SWITCHED and not told.isdisjoint(claim.states)
