"""Which of our languages a message is in: by its script, or by small words that only one of them has."""

from frontline.model.text import Locale
from frontline.speech.plain import plain
from frontline.speech.readers import words


def detect(text: str, fallback: Locale) -> Locale:
    """A message too short or too mixed to tell ("ok", a number, a name) keeps the language spoken so far."""
    letters = [sign for sign in text if sign.isalpha()]
    hindi = sum("\u0900" <= letter <= "\u097f" for letter in letters)
    if hindi and hindi * 2 >= sum(letter.isascii() for letter in letters):
        return "hi"
    spoken = plain(text).words
    english, hinglish, weak = (
        sum(word in known for word in spoken)
        for known in (words("english_word"), words("hinglish_word"), words("maybe_hinglish"))
    )
    if (hinglish and (hinglish + weak) * 3 >= english) or (weak >= 2 and weak > english):
        return "hinglish"
    return "en" if english >= 2 else fallback
