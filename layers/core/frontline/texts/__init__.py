"""The message catalogue: every common text in every language. A key one language lacks fails at import, not at a customer."""

from collections.abc import Mapping

from frontline.model.text import Locale, Text
from frontline.texts import en, hi, hinglish

COMMON: Mapping[str, Text] = {
    key: Text(en=text, hi=hi.TEXTS[key], hinglish=hinglish.TEXTS[key]) for key, text in en.TEXTS.items()
}

MONTHS: Mapping[Locale, tuple[str, ...]] = {"en": en.MONTHS, "hi": hi.MONTHS, "hinglish": hinglish.MONTHS}

__all__ = ["COMMON", "MONTHS"]
