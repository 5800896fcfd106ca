"""Every dialogue of `conversations/*.yaml` once more, through the deployed template's real endpoint, with the same
expectations. Only what can be had in no other process is left out, and counted."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest

from local.operator import SandboxOperator
from local.stack import Stack
from tests.support.backstage import organisation_of
from tests.support.desks import House
from tests.support.dialogues import Dialogue, dialogues
from tests.support.over_http import needs_the_stack_alone, needs_this_process, play
from tests.support.world import ACME

AT_ONCE = 2
SCALE = "0.0001"
"""Of every wait in a state machine: a day of growing waits takes nine seconds."""
PARAMETERS = {"OperatorParameters": "yes", "LookSeconds": "86400000"}
"""Whoever follows an outage or a case looks once, and not again while the test runs."""
ALL = dialogues()
PLAYED = [dialogue for dialogue in ALL if not needs_this_process(dialogue.spec)]
Played = dict[str, Future[None]]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A stack whose state machines wait for nothing long."""
    folder = tmp_path_factory.mktemp("every_dialogue")
    with SandboxOperator(None).serve() as post, pytest.MonkeyPatch.context() as environment:
        environment.setenv("SFN_WAIT_SCALE", SCALE)
        with Stack(state_dir=folder, parameters={**PARAMETERS, "SenderUrl": f"{post.url}/sandbox/messages"}) as stack:
            yield House(stack, post)


@pytest.fixture(scope="module")
def played(house: House, request: pytest.FixtureRequest) -> Iterator[Played]:
    """The dialogues that were asked for, several at once; then one by one those that need the stack for themselves."""
    wanted = [item.callspec.params["dialogue"] for item in request.session.items if _plays(item)]  # type: ignore[attr-defined]
    alone = [dialogue for dialogue in wanted if needs_the_stack_alone(dialogue.spec)]

    def one(dialogue: Dialogue) -> None:
        with house.desk(organisation_of(dialogue.spec, ACME)) as desk:
            play(dialogue, desk)

    with ThreadPoolExecutor(AT_ONCE) as pool, ThreadPoolExecutor(1) as last:
        together = {dialogue.id: pool.submit(one, dialogue) for dialogue in wanted if dialogue not in alone}

        def one_alone(dialogue: Dialogue) -> None:
            wait(together.values())
            one(dialogue)

        yield together | {dialogue.id: last.submit(one_alone, dialogue) for dialogue in alone}
        for executor in (pool, last):
            executor.shutdown(cancel_futures=True)


def _plays(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and item.function is test_a_dialogue_goes_over_http_as_it_should


@pytest.mark.parametrize("dialogue", [pytest.param(one, id=one.id) for one in PLAYED])
def test_a_dialogue_goes_over_http_as_it_should(dialogue: Dialogue, played: Played) -> None:
    played[dialogue.id].result()


def test_what_is_left_out_is_known() -> None:
    left_out = Counter(reason for one in ALL if (reason := needs_this_process(one.spec)))
    assert left_out == {
        "a scripted model": 22,
        "a clock that is moved": 6,
        "what others try": 7,
        "a gateway for codes that is away": 3,
        "an outcome that is made up": 21,
        "an order that is not through yet": 7,
    }
    assert len(PLAYED) + left_out.total() == len(ALL)
