"""Whether a message is a yes to an order. Only a message that is nothing but a yes is one; anything else is asked again."""

from frontline.slots.plain import plain, word_set
from frontline.slots.reading import Found, Reading

_YES = word_set("""
    y yes yeah yep yup ya yess sure ok okay okey k kk alright right correct confirm confirmed agree agreed agreeable proceed
    continue absolutely definitely certainly course fine good great perfect cool done go ahead do it please pls plz kindly
    credit send start add change pay book order switch activate request dispute resume replace now immediately then so just
    haan han haa ha hanji haanji hanji ji jee theek thik tik hai h bilkul zaroor jarur jaroor sahi chalo chalega kar karo
    kardo kr krdo de dijiye dijie dijiyega kijiye kijie karein karen karwa do dono bhej abhi turant accha acha
    हाँ हां हा जी ठीक है बिल्कुल बिलकुल ज़रूर जरूर सही चलो चलेगा कर करो करें कीजिए दो दीजिए दे भेज अभी अच्छा हाँजी
    i you that thats is its the my me for for by all of with that's it's that
""")
_NOT_A_YES = word_set("not dont do'nt no nahi nahin nhi mat na never नहीं मत ना")
_SIGNS = frozenset("👍✅👌🙏")


def consent(text: str, reading: Reading) -> bool | None:
    """What the yes/no parser heard, but a yes only where every word is part of one."""
    if not isinstance(reading, Found):
        return None
    if reading.value is not True:
        return False
    if any(sign in text for sign in _SIGNS) and not plain(text).words:
        return True
    words = plain(text).words
    asks = "?" in text or words[:1] == ("is",)
    sure = not asks and all(word in _YES for word in words) and not any(word in _NOT_A_YES for word in words)
    return True if sure or " ".join(words) in _WHOLE else None


_WHOLE = frozenset({"no problem", "no problem go ahead", "no issue", "no issues", "koi baat nahi kar do", "why not"})
