"""What trouble with a SIM is a human's business at once: it was stolen, or it wants its PUK."""

from frontline.slots.choices.vocabulary import Vocabulary, affirmed, phrases
from frontline.slots.plain import plain
from frontline.slots.reading import Found, Hearing, Reading

_TROUBLES = Vocabulary(
    phrases(
        {
            "stolen": "stolen|got stolen|stole|theft|thief|snatched|robbed|pickpocketed|chori|chura liya|chura li|chheen liya"
            "|cheen liya|chhin liya|chin liya|chheen li|cheen li|loot liya|चोरी|चुरा लिया|चुरा ली|छीन लिया|छीन ली|लूट लिया",
            "puk": "puk|puk1|puk2|pukcode|पीयूके|पी यू के|पुक|पक कोड",
        }
    )
)


def sim_trouble(hearing: Hearing) -> Reading:
    """A theft before everything else: somebody else may have the line in their hands."""
    text = plain(hearing.text)
    if _TROUBLES.absent(text.vocabulary):
        return None
    named = affirmed(_TROUBLES.mentions(text.words), text.words)
    return Found("stolen") if "stolen" in named else Found("puk") if named else None
