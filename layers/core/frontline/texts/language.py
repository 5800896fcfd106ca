"""Which of our languages a message is in: by its script, or by small words that only one of them has."""

import re

from frontline.model.text import Locale

_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[a-z]+")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HINGLISH = _words("""
    hai hain nahi nahin nhi kya kyu kyun kyon mera meri mere mujhe mujhko humara hamara apna apne karo karna kar
    karke kardo kijiye kijie dijiye raha rahi rahe gaya gayi gaye hua hui kab kaise kaun kahan kitna kitne aur
    bhi abhi paise paisa rupaye rupay chahiye chaiye batao bataye bolo tha thi toh bahut bohot theek thik accha
    acha haan sirf wala wali wale pehle kal aaj liye lekin agar phir mein hoon hun hu aap aapka tum yeh isme
    usme matlab krna krdo krte rha rhi karao karwao karni karta karti baat insaan kisi kisko kiska iska uska doosra
    dusra galat nahin mujhse bataiye samjhao suno milega milegi hota hoti jaldi
""")
"""One is enough: none is an English word."""

_MAYBE_HINGLISH = _words("""
    ka ki ke ko se ho hi na ji ek din ye wo pe ab kuch koi ya do sab bas ghar me de diya
""")
"""Two make a message Hinglish: alone each may be a name, a typo or English."""

_ENGLISH = _words("""
    the is are was were am im my i you your it its this that these we our they not dont doesnt didnt isnt cant wont
    and or but of to in on for with from at by as have has had been be being do does did will would can could
    should may why how what when where which who there here please want need working work works since after
    before again still any some no get got getting went gone very too much than then about because if so just
    only all every help know like tell give check stopped failed coming showing today yesterday an a me made
    paid said see lost keeps
""")


def detect(text: str, fallback: Locale) -> Locale:
    """A message too short or too mixed to tell ("ok", a number, a name) keeps the language spoken so far."""
    if not text.isascii():
        hindi = len(_DEVANAGARI.findall(text))
        if hindi and hindi * 2 >= len(_LATIN.findall(text)):
            return "hi"
    words = _WORD.findall(text.lower().replace("'", "").replace("’", ""))
    english = sum(word in _ENGLISH for word in words)
    hinglish = sum(word in _HINGLISH for word in words)
    weak = sum(word in _MAYBE_HINGLISH for word in words)
    if (hinglish and (hinglish + weak) * 3 >= english) or (weak >= 2 and weak > english):
        return "hinglish"
    return "en" if english >= 2 else fallback
