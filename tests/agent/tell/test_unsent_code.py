"""Where nobody can send codes, who asks for one is told so and still has the chance to say name and date of birth."""

from collections.abc import Callable

import pytest

from frontline.model.text import Locale
from tests.support.world import Talk

PROOF = "Meena Iyer, 5 September 1978"


@pytest.mark.parametrize("locale", ["en", "hi", "hinglish"])
@pytest.mark.parametrize("failing", ["nobody sends", "the gateway refuses"])
def test_who_gets_no_code_proves_it_by_name(locale: Locale, failing: str, talk: Callable[..., Talk]) -> None:
    one = talk(locale=locale)
    if failing == "nobody sends":
        one.guard._sender = None
    else:
        one.guard.phones.away = True
    one.say("explain my bill for 9800000003")
    turn = one.say("code")
    assert (turn.action.kind, turn.ticket.status) == ("ask_slot", "needs_info"), turn.reply.text
    assert all(offer not in turn.reply.text for offer in ("“code”", "“कोड”")), turn.reply.text
    assert one.say(PROOF).ticket.status == "resolved", one.reply
