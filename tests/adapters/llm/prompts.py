"""A prompt as a small organisation would send it."""

from frontline.agent.hear.prompt import build_prompt, vocabulary
from frontline.model.decision import Prompt
from frontline.model.text import Text
from frontline.model.workflow import Intent, Option, Slot

SAY = Text(en="…", hi="…", hinglish="…")

INTENTS = (
    Intent(name="network_issue", means="no network in an area", offer=SAY),
    Intent(name="recharge_issue", means="paid for a recharge that did not arrive", offer=SAY),
)
SLOTS = (
    Slot(name="region", type="region", label=SAY, question=SAY, help=SAY),
    Slot(
        name="account_type",
        type="choice",
        label=SAY,
        question=SAY,
        help=SAY,
        options=(Option(value="prepaid", label=SAY), Option(value="postpaid", label=SAY)),
    ),
)
WORKFLOWS = {"network_issue": "network_troubleshooting", "recharge_issue": "recharge_resolution"}
MOVES = ("human", "cancel", "repeat", "help", "thanks")


def prompt(
    text: str,
    *,
    transcript: tuple[tuple[str, str], ...] = (),
    question: str | None = None,
    known: tuple[str, ...] = (),
) -> Prompt:
    """What the customer wrote, in that organisation."""
    return build_prompt(
        vocabulary(intents=INTENTS, moves=MOVES, slots=SLOTS, workflows=WORKFLOWS),
        text=text,
        transcript=transcript,
        question=question,
        known=known,
    )
