"""Abuse: slurs anywhere, harsh words only when they are thrown at us."""

from frontline.agent.hear.moves.phrases import FILLERS
from frontline.speech.plain import word_set

_SLURS = word_set("""
    fuck fucking fucker fuckers motherfucker mf bastard bastards bitch asshole assholes dickhead cunt chutiya
    chutiye chutia chutiyo chutiyapa madarchod maderchod madarchodo behenchod bhenchod benchod bhosdike
    bhosadike bsdk gandu gaandu randi harami haramkhor haramzada haramzade kamina kamine kaminey lodu lavde
    lawde चूतिया चूतिये मादरचोद बहनचोद भोसड़ीके गांडू हरामी हरामखोर हरामजादे कमीना कमीने रंडी
""")
_HARSH = word_set("""
    idiot idiots stupid moron morons fool fools dumb shit bullshit crap damn rubbish nonsense pathetic useless wtf
    scum cheater cheaters fraud chor thief thieves bewakoof bevkoof bewkoof bewaqoof gadha gadhe ullu pagal
    nalayak saala sala saale sale kutta kutte bakwas bakwaas ghatiya nikamma nikamme बेवकूफ गधा गधे उल्लू पागल
    नालायक साला साले कुत्ता कुत्ते बकवास घटिया निकम्मा निकम्मे चोर मूर्ख
""")
_TARGETS = word_set("""
    you u your youre are r bot robot machine ai chatbot thing people company guys shut up go to hell of piece bloody
    such what an tum tu tera teri tere aap log ho hai kya company wale sab ke ki ka तुम तू तेरा आप लोग हो है हैं
    सब कंपनी वाले रोबोट बॉट मशीन के की
""")


def abusive(words: tuple[str, ...]) -> bool:
    """ "This stupid net is slow" is a complaint, and is answered as one."""
    said = set(words)
    if not _SLURS.isdisjoint(said):
        return True
    return not _HARSH.isdisjoint(said) and said <= _HARSH | _TARGETS | FILLERS
