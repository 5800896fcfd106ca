"""What trouble with a SIM is a human's business at once: it is gone, or it wants its PUK."""

from frontline.speech.names import Mention, Vocabulary, affirmed, phrases
from frontline.speech.plain import ENGLISH_NOT, HINDI_NOT, plain, word_set
from frontline.speech.reading import Found, Hearing, Reading

_TROUBLES = Vocabulary(
    phrases(
        {
            "stolen": "stolen|got stolen|stole|theft|thief|snatched|robbed|pickpocketed|chori|chura liya|chura li|chheen liya"
            "|cheen liya|chhin liya|chin liya|chheen li|cheen li|loot liya|चोरी|चुरा लिया|चुरा ली|छीन लिया|छीन ली|लूट लिया"
            "|pickpocket|lost my phone|lost my mobile|lost the phone|phone lost|phone is lost|phone got lost|mobile lost"
            "|misplaced my phone|phone gum ho gaya|mobile gum ho gaya|phone gum gaya|mobile gum gaya|phone kho gaya|mobile kho gaya"
            "|फोन गुम हो गया|मोबाइल गुम हो गया|फोन खो गया|मोबाइल खो गया",
            "puk": "puk|puk1|puk2|pukcode|पीयूके|पी यू के|पुक|पक कोड",
        }
    )
)
_NOT = ENGLISH_NOT | HINDI_NOT
_BACK = word_set("found unblock mila milgaya unlock मिला")


def sim_trouble(hearing: Hearing) -> Reading:
    """A theft before everything else: somebody else may have the line in their hands."""
    text = plain(hearing.text)
    if _TROUBLES.absent(text.vocabulary):
        return None
    mentions = [one for one in _TROUBLES.mentions(text.words) if one.value != "stolen" or not _denied(one, text.words)]
    named = affirmed(mentions, text.words)
    return Found("stolen") if "stolen" in named else Found("puk") if named else None


def _denied(place: Mention, words: tuple[str, ...]) -> bool:
    """ "Not lost or stolen", "chori nahi hua", "found my stolen phone"."""
    around = (*words[max(0, place.start - 3) : place.start], *words[place.end : place.end + 2])
    return not _NOT.isdisjoint(around) or not _BACK.isdisjoint(words)
