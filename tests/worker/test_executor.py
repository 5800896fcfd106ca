"""The worker's client over real HTTP: what the backend says is what is said; what it does not answer is sent again."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import httpx
import pytest

from frontline_worker import KEPT, DeviceAction, FlowExecutor, FlowRefused, Locale, Patience, Reply, Report
from frontline_worker.texts import HOLDING, HOLDING_KEPT, LOCALES
from tests.adapters.llm.server import Asked, Server, Told, nobody, serving, stopwatch
from tests.support.client import NO_TLS

T = TypeVar("T")
QUICK = Patience(attempts=3, each=1.0, total=15.0, pause=0.01)
SESSION = "0" * 32 + ".1"
WAYS_TO_FAIL = {
    "status 500": Told(500),
    "status 502 in HTML": Told(502, b"<html>Bad gateway</html>", {"content-type": "text/html"}),
    "status 429": Told(429),
    "too slow": Told(wait=3.0),
    "byte by byte": Told(body=b" " * 100, dribble=0.05),
    "hangs up": Told(hang_up=True),
    "hangs up within the answer": Told(body={"sessionId": SESSION, "response": "Hel"}, cut=True),
    "nothing": Told(),
    "not JSON": Told(body=b"<html>"),
    "not UTF-8": Told(body=b'{"response": "\xff"}'),
    "not gzip": Told(body=b"plain", headers={"content-encoding": "gzip"}),
    "deeper than any answer": Told(body=b"[" * 100_000),
    "a list": Told(body=[1]),
    "fields missing": Told(body={"response": "Hello"}),
    "fields of other types": Told(body={"sessionId": 1, "status": "waiting", "response": None, "completed": "no"}),
    "an action of another shape": Told(
        body={"sessionId": SESSION, "status": "waiting", "response": "Hi", "completed": False, "action": "reboot"}
    ),
}


class Backend:
    """A room's flow that repeats what it hears, keeps promise 13, and fails when told to: before the turn, or after it."""

    def __init__(self) -> None:
        self.turns: list[str] = []
        self.trouble: list[Told] = []
        self.after = False
        self._replies: dict[str, Told] = {}

    def __call__(self, asked: Asked) -> Told:
        trouble = self.trouble.pop(0) if self.trouble else None
        if trouble and not self.after:
            return trouble
        answer = self._turn(asked.document)
        return trouble or answer

    def _turn(self, request: dict[str, object]) -> Told:
        id_, said = str(request["messageId"]), str(request.get("report") or request["userInput"])
        if id_ not in self._replies:
            self.turns.append(said)
            ended = said == "bye"
            status = "completed" if ended else "waiting"
            body = {"sessionId": SESSION, "status": status, "response": f"You said: {said}.", "completed": ended}
            self._replies[id_] = Told(body=body)
        return self._replies[id_]


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def server(backend: Backend) -> Iterator[Server]:
    with serving(backend) as listening:
        yield listening


def talk(
    url: str, doing: Callable[[FlowExecutor], Awaitable[T]], *, patience: Patience = QUICK, locale: Locale = "en"
) -> T:
    """One worker in one room, from its start to its end."""

    async def run() -> T:
        async with httpx.AsyncClient(trust_env=False, verify=NO_TLS) as http:
            flow = FlowExecutor(url + "/", "a-key", locale=locale, patience=patience, http=http)
            await flow.start_flow("support", "room-1", "ann", {"tier": ["gold"]})
            return await doing(flow)

    return asyncio.run(run())


def saying(*words: str | Report) -> Callable[[FlowExecutor], Awaitable[list[Reply]]]:
    async def say(flow: FlowExecutor) -> list[Reply]:
        return [await flow.process_user_input(one) for one in words]

    return say


def sent(server: Server, field: str = "userInput") -> list[object]:
    return [asked.document.get(field) for asked in server.asked]


def ids(server: Server) -> list[object]:
    return sent(server, "messageId")


def test_starting_a_flow_sends_nothing_and_the_first_input_begins_the_session(server: Server) -> None:
    first, second = talk(server.url, saying("my phone is dead", "still"))
    one, two = server.asked
    assert (one.path, one.headers["x-api-key"]) == ("/api/flows/support/process", "a-key")
    assert one.document | {"messageId": ""} == {
        "roomName": "room-1",
        "userId": "ann",
        "userInput": "my phone is dead",
        "messageId": "",
        "variables": {"tier": ["gold"]},
    }
    assert "variables" not in two.document
    assert one.document["messageId"] != two.document["messageId"]
    assert (first, second.text) == (
        Reply("You said: my phone is dead.", "waiting", completed=False, session_id=SESSION),
        "You said: still.",
    )


def test_an_input_before_any_flow_is_an_error_of_the_worker(server: Server) -> None:
    async def early() -> None:
        async with FlowExecutor(server.url, "a-key") as flow:
            assert await flow.retry() is None
            await flow.process_user_input("hello")

    with pytest.raises(RuntimeError, match="start_flow"):
        asyncio.run(early())
    with pytest.raises(ValueError, match="base_url"):
        FlowExecutor("127.0.0.1:4600", "a-key")
    assert server.asked == []


def test_a_flow_id_is_one_part_of_the_path(server: Server) -> None:
    async def odd(flow: FlowExecutor) -> Reply:
        await flow.start_flow("a/../b c", "room-1")
        return await flow.process_user_input("hello")

    talk(server.url, odd)
    assert server.asked[0].path == "/api/flows/a%2F..%2Fb%20c/process"
    assert set(server.asked[0].document) == {"roomName", "messageId", "userInput"}


def test_an_action_and_options_are_handed_on_and_a_report_answers_in_place_of_words(server: Server) -> None:
    action = {"name": "toggle_airplane_mode", "arguments": {"on": False}}
    body = {"sessionId": SESSION, "status": "waiting", "response": "Off?", "completed": False, "more": 1}
    server.tell(Told(body={**body, "action": action, "options": ["yes", "no"]}))
    (reply,) = talk(server.url, saying(Report("check_status_bar", {"signal": "none"})))
    assert server.asked[0].document["report"] == {"action": "check_status_bar", "result": {"signal": "none"}}
    assert reply.action == DeviceAction("toggle_airplane_mode", {"on": False})
    assert reply.options == ("yes", "no")


@pytest.mark.parametrize("way", WAYS_TO_FAIL)
@pytest.mark.parametrize("after", [False, True], ids=["before the turn", "after the turn"])
def test_a_failure_that_passes_is_not_noticed_and_nothing_is_taken_twice(
    server: Server, backend: Backend, way: str, *, after: bool
) -> None:
    backend.trouble, backend.after = [WAYS_TO_FAIL[way]] * 2, after
    (reply,) = talk(server.url, saying("pay it"))
    assert (reply.text, reply.held, reply.unanswered) == ("You said: pay it.", False, 0)
    assert backend.turns == ["pay it"]
    assert (len(ids(server)), len(set(ids(server)))) == (3, 1)


@pytest.mark.parametrize("way", WAYS_TO_FAIL)
def test_a_failure_that_stays_is_told_as_it_is_and_the_input_goes_before_the_next(
    server: Server, backend: Backend, way: str
) -> None:
    backend.trouble = [WAYS_TO_FAIL[way]] * 3
    held, reply = talk(server.url, saying("my phone is dead", "hello?"))
    assert held == Reply(HOLDING_KEPT["en"], "holding", completed=False, session_id=None, held=True, unanswered=1)
    assert reply.text == "You said: my phone is dead. You said: hello?."
    assert (reply.held, reply.unanswered, reply.session_id) == (False, 0, SESSION)
    assert backend.turns == ["my phone is dead", "hello?"]
    first, *_, again, last = ids(server)
    assert (len(ids(server)), first, first == last) == (5, again, False)
    assert [bool(given) for given in sent(server, "variables")] == [True, True, True, True, False]


def test_a_backend_that_is_not_there_is_a_failure_like_any_other() -> None:
    with nobody() as url:
        (reply,) = talk(url, saying("hello"))
    assert (reply.held, reply.unanswered) == (True, 1)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_holding_message_is_in_the_language_of_the_worker(server: Server, locale: Locale) -> None:
    server.tell(Told(503))
    spoken, greeting = [talk(server.url, saying(words), locale=locale)[0].text for words in ("hello", "")]
    assert (spoken, greeting) == (HOLDING_KEPT[locale], HOLDING[locale])
    assert spoken != greeting


def test_every_holding_message_is_there_once_a_language() -> None:
    assert set(HOLDING) == set(HOLDING_KEPT) == set(LOCALES)
    assert len({*HOLDING.values(), *HOLDING_KEPT.values()}) == 2 * len(LOCALES)


def test_the_server_says_when_to_try_again(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(429, headers={"retry-after": "1"})]
    passed = stopwatch()
    (reply,) = talk(server.url, saying("hello"))
    assert reply.text == "You said: hello."
    assert passed() >= 1


@pytest.mark.parametrize("said", ["soon", "-1", "nan", "", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_a_pause_that_cannot_be_read_is_our_own_pause(server: Server, backend: Backend, said: str) -> None:
    backend.trouble = [Told(503, headers={"retry-after": said})]
    assert talk(server.url, saying("hello"))[0].text == "You said: hello."


@pytest.mark.parametrize("seconds", ["16", "9" * 400])
def test_nobody_waits_longer_than_patience_lasts(server: Server, seconds: str) -> None:
    server.tell(Told(429, headers={"retry-after": seconds}))
    (reply,) = talk(server.url, saying("hello"))
    assert (reply.held, len(server.asked)) == (True, 1)


def test_patience_is_for_the_whole_call_however_much_waits(server: Server) -> None:
    server.tell(Told(wait=10))
    passed = stopwatch()
    replies = talk(server.url, saying("one", "two"), patience=Patience(attempts=9, each=0.2, total=0.5, pause=0.01))
    assert [reply.unanswered for reply in replies] == [1, 2]
    assert set(sent(server)) == {"one"}
    assert passed() < 5


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 409, 413, 422])
def test_a_refusal_is_a_clear_error_and_is_not_sent_again(server: Server, backend: Backend, status: int) -> None:
    problem = {"status": status, "code": "not_found", "detail": "there is no published flow 'support'"}
    backend.trouble = [Told(status, problem)]

    async def refused(flow: FlowExecutor) -> Reply:
        with pytest.raises(FlowRefused, match="there is no published flow") as caught:
            await flow.process_user_input("one")
        assert (caught.value.status, caught.value.code) == (status, "not_found")
        assert await flow.retry() is None
        return await flow.process_user_input("two")

    assert talk(server.url, refused).text == "You said: two."
    assert sent(server) == ["one", "two"]


def test_a_refusal_without_a_word_is_an_error_too(server: Server) -> None:
    server.tell(Told(403, b"<html>"))
    with pytest.raises(FlowRefused, match="403 refused: Forbidden"):
        talk(server.url, saying("hello"))


def test_what_was_answered_before_a_refusal_can_still_be_said(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3

    async def refused(flow: FlowExecutor) -> str:
        await flow.process_user_input("one")
        server.answer = lambda asked: Told(400) if asked.document["userInput"] == "two" else backend(asked)
        with pytest.raises(FlowRefused) as caught:
            await flow.process_user_input("two")
        return caught.value.said

    assert talk(server.url, refused) == "You said: one."


def test_a_worker_can_try_again_by_itself(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 6

    async def again(flow: FlowExecutor) -> list[Reply | None]:
        return [await flow.process_user_input("one"), *[await flow.retry() for _ in range(3)]]

    held, still, done, nothing = talk(server.url, again)
    assert held == still
    assert held and held.held
    assert done and done.text == "You said: one."
    assert nothing is None
    assert (backend.turns, len(set(ids(server)))) == (["one"], 1)


def test_a_call_without_words_is_not_kept_once_there_are_words(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3
    _, reply = talk(server.url, saying("", "hello"))
    assert (reply.text, backend.turns) == ("You said: hello.", ["hello"])
    assert server.asked[-1].document["variables"] == {"tier": ["gold"]}


def test_what_is_kept_through_an_outage_is_bounded_and_no_more_is_promised(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3 * (KEPT + 2)
    words = [f"w{number}" for number in range(KEPT + 2)]
    *replies, last = talk(server.url, saying(*words, "now"))
    assert [reply.unanswered for reply in replies] == [*range(1, KEPT + 1), KEPT, KEPT]
    assert [reply.text for reply in replies] == [*[HOLDING_KEPT["en"]] * KEPT, *[HOLDING["en"]] * 2]
    assert backend.turns == [*words[:KEPT], "now"]
    assert (last.held, last.unanswered) == (False, 0)


def test_a_call_that_catches_up_halfway_says_what_it_has(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3

    async def halfway(flow: FlowExecutor) -> list[Reply]:
        await flow.process_user_input("one")
        server.answer = lambda asked: backend(asked) if asked.document["userInput"] == "one" else Told(500)
        return [await flow.process_user_input("two")]

    (reply,) = talk(server.url, halfway)
    assert reply.text == f"You said: one. {HOLDING_KEPT['en']}"
    assert (reply.held, reply.unanswered, reply.session_id) == (True, 1, SESSION)


def test_an_earlier_input_that_ends_the_session_ends_the_call(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3
    _, ended, after = talk(server.url, saying("bye", "hello?", "another thing"))
    assert (ended.text, ended.completed, ended.unanswered) == ("You said: bye.", True, 1)
    assert after.text == "You said: hello?. You said: another thing."


def test_overlapping_calls_go_out_one_after_the_other(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)]

    async def at_once(flow: FlowExecutor) -> list[Reply]:
        return list(await asyncio.gather(*(flow.process_user_input(words) for words in ("one", "two", "three"))))

    replies = talk(server.url, at_once)
    assert backend.turns == ["one", "two", "three"]
    assert [reply.text for reply in replies] == ["You said: one.", "You said: two.", "You said: three."]


def test_a_call_that_was_cancelled_leaves_its_input_for_the_next(server: Server, backend: Backend) -> None:
    backend.trouble, backend.after = [Told(wait=5)], True

    async def cancelled(flow: FlowExecutor) -> Reply:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(flow.process_user_input("one"), 0.2)
        return await flow.process_user_input("two")

    assert talk(server.url, cancelled).text == "You said: one. You said: two."
    assert backend.turns == ["one", "two"]
    assert len(set(ids(server))) == 2


def test_another_flow_begins_with_nothing_of_the_last(server: Server, backend: Backend) -> None:
    backend.trouble = [Told(500)] * 3

    async def another(flow: FlowExecutor) -> Reply:
        await flow.process_user_input("one")
        await flow.start_flow("sales", "room-2")
        return await flow.process_user_input("two")

    assert talk(server.url, another).text == "You said: two."
    assert json.loads(server.asked[-1].body)["roomName"] == "room-2"
