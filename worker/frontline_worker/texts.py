"""What a worker says by itself, in every language: only what is true whatever the backend did."""

Locale = str
"""A language by its code, as the backend knows it."""


class Said(dict[Locale, str]):
    """One text by language; in English where it was not written in the caller's."""

    def __missing__(self, locale: Locale) -> str:
        return self["en"]


HOLDING_KEPT = Said(
    {
        "en": "I am sorry, our system has not answered yet. I have kept what you said and will try again. Please stay with me.",
        "hi": "माफ़ कीजिए, हमारे सिस्टम से अभी जवाब नहीं आया है। आपकी बात मेरे पास है और मैं दोबारा कोशिश करूँगा। कृपया बने रहिए।",
        "hinglish": "Maaf kijiye, hamare system se abhi jawab nahi aaya hai. Aapki baat mere paas hai aur main dobara koshish "
        "karunga. Kripya bane rahiye.",
    }
)
"""Nothing is claimed about what the backend did: an answer that was lost on its way may have changed something."""

HOLDING = Said(
    {
        "en": "I am sorry, our system has not answered yet. I will try again. Please stay with me.",
        "hi": "माफ़ कीजिए, हमारे सिस्टम से अभी जवाब नहीं आया है। मैं दोबारा कोशिश करूँगा। कृपया बने रहिए।",
        "hinglish": "Maaf kijiye, hamare system se abhi jawab nahi aaya hai. Main dobara koshish karunga. Kripya bane rahiye.",
    }
)
"""Where nothing of the customer's was kept."""

SORRY = Said(
    {
        "en": "I am sorry, something is wrong on our side and I cannot go on here. Please contact us another way.",
        "hi": "माफ़ कीजिए, हमारी तरफ़ कुछ गड़बड़ है और मैं यहाँ आगे नहीं बढ़ सकता। कृपया किसी और तरीक़े से हमसे संपर्क कीजिए।",
        "hinglish": "Maaf kijiye, hamari taraf kuch gadbad hai aur main yahan aage nahi badh sakta. Kripya kisi aur tareeke se "
        "humse sampark kijiye.",
    }
)
"""For a worker to say when the backend refused (`FlowRefused`): trying again would not help."""

LOCALES: tuple[Locale, ...] = tuple(SORRY)
