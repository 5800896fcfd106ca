"""Pages, tokens, patience and the breaker, against an operator that answers from a script."""

import httpx
import pytest

from frontline.adapters.operator import ClientCredentials, Limits, TmfOperator
from frontline.adapters.operator.transport.answers import retry_after
from frontline.adapters.operator.transport.breaker import Breaker
from frontline.model.errors import Invalid, NotFound, OperatorMisbehaved, OperatorRefused, OperatorUnavailable
from frontline.trades.telecom.nouns import Roaming
from tests.adapters.operator.replies import Clock, Reply, always, operator_that

CUSTOMER = {"id": "c", "name": "Asha"}


def bill(number: int) -> dict[str, object]:
    return {
        "id": f"b{number:03}",
        "relatedParty": [{"id": "c"}],
        "amountDue": {"value": 1, "unit": "INR"},
        "state": "sent",
    }


def paged(count: int, *, largest: int = 10, total: bool = True) -> Reply:
    def reply(request: httpx.Request) -> httpx.Response:
        offset, limit = int(request.url.params["offset"]), min(int(request.url.params["limit"]), largest)
        headers = {"X-Total-Count": str(count)} if total else {}
        return httpx.Response(206, json=[bill(n) for n in range(count)][offset : offset + limit], headers=headers)

    return reply


def test_every_page_is_read_also_when_pages_are_smaller_than_asked() -> None:
    operator = operator_that(paged(35))
    assert len(operator.bills("c")) == 35


def test_without_a_total_a_short_page_is_the_last() -> None:
    operator = operator_that(paged(35, total=False), limits=Limits(page=10))
    assert len(operator.bills("c")) == 35


def test_an_operator_that_ignores_the_offset_is_read_once() -> None:
    rows = [bill(n) for n in range(10)]
    assert len(operator_that(always(rows), limits=Limits(page=10)).bills("c")) == 10


def test_more_rows_than_any_answer_has_are_not_believed() -> None:
    operator = operator_that(paged(10_000), limits=Limits(page=10, pages=5))
    with pytest.raises(OperatorMisbehaved):
        operator.bills("c")


def test_filters_are_applied_again_here() -> None:
    other = {**bill(1), "relatedParty": [{"id": "someone else"}]}
    nobody = {key: value for key, value in bill(2).items() if key != "relatedParty"}
    assert [one.id for one in operator_that(always([bill(0), other, nobody])).bills("c")] == ["b000"]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, Invalid),
        (401, Invalid),
        (403, OperatorMisbehaved),
        (404, NotFound),
        (405, Invalid),
        (409, OperatorMisbehaved),
        (422, OperatorMisbehaved),
        (302, OperatorMisbehaved),
        (500, OperatorUnavailable),
        (503, OperatorUnavailable),
        (429, OperatorUnavailable),
    ],
)
def test_every_status_becomes_one_of_our_errors(status: int, error: type[Exception]) -> None:
    """By its very name: state machines retry by it."""
    with pytest.raises(error) as raised:
        operator_that(always({"code": "60", "reason": "no"}, status)).customer("c")
    assert raised.type is error


def refuses_changes(status: int) -> Reply:
    """An operator that can be asked what is there."""
    no = {"code": 42, "reason": "too late"}
    return lambda request: httpx.Response(status, json=no) if request.method == "POST" else httpx.Response(200, json=[])


@pytest.mark.parametrize("status", [402, 403, 409, 410, 412, 422, 423])
def test_a_refusal_keeps_the_operators_code_and_its_reason(status: int) -> None:
    with pytest.raises(OperatorRefused, match="too late") as refused:
        operator_that(refuses_changes(status)).order_change("l", Roaming(on=True), "key-1")
    assert refused.value.code == "42"


def test_an_operator_that_refuses_to_say_what_was_done_has_not_refused_to_do_it() -> None:
    with pytest.raises(OperatorMisbehaved):
        operator_that(always({"code": 42, "reason": "no"}, 403)).order_change("l", Roaming(on=True), "key-1")


def test_a_change_whose_answer_is_lost_fails_by_the_name_it_is_retried_by() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(504) if request.method == "POST" else httpx.Response(200, json=[])

    with pytest.raises(OperatorUnavailable) as lost:
        operator_that(reply).order_change("l", Roaming(on=True), "key-1")
    assert lost.type is OperatorUnavailable


def test_a_question_whose_answer_was_cut_off_is_asked_again() -> None:
    answers = iter([httpx.Response(200, content=b'{"id": '), httpx.Response(200, json=CUSTOMER)])
    assert operator_that(lambda _: next(answers)).customer("c").name == "Asha"


def test_a_collection_that_is_not_there_is_no_empty_collection() -> None:
    with pytest.raises(OperatorMisbehaved):
        operator_that(always({}, 404)).problems("mumbai")


def test_an_operator_that_lists_no_orders_still_takes_one() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(405)
        assert request.headers["Idempotency-Key"] == "key-1"
        return httpx.Response(201, json={"id": 7, "state": "completed", "unknown": {"field": True}})

    order = operator_that(reply).order_change("l", Roaming(on=True), "key-1")
    assert (order.id, order.state) == ("7", "done")


def test_an_order_that_may_be_there_is_not_repeated_at_an_operator_that_lists_none() -> None:
    posts = 0

    def reply(request: httpx.Request) -> httpx.Response:
        nonlocal posts
        posts += request.method == "POST"
        return httpx.Response(500 if request.method == "POST" else 405)

    with pytest.raises(OperatorUnavailable):
        operator_that(reply).order_change("l", Roaming(on=True), "key-1")
    assert posts == 1


def with_tokens(lives: int) -> Reply:
    """A token server, and an operator that says which token it was shown."""
    tokens = 0

    def reply(request: httpx.Request) -> httpx.Response:
        nonlocal tokens
        if request.url.path == "/token":
            tokens += 1
            assert request.headers["Authorization"].startswith("Basic ")
            return httpx.Response(200, json={"access_token": f"t{tokens}", "expires_in": lives})
        return httpx.Response(200, json={**CUSTOMER, "name": request.headers["Authorization"]})

    return reply


def credentials() -> ClientCredentials:
    return ClientCredentials("http://operator/token", "id", "secret")


def test_a_token_is_used_until_shortly_before_it_expires() -> None:
    clock = Clock()
    operator = operator_that(with_tokens(100), credentials=credentials(), clock=clock)
    assert [operator.customer("c").name for _ in range(3)] == ["Bearer t1"] * 3
    clock.now += 75
    assert operator.customer("c").name == "Bearer t2"


def test_a_refused_token_is_renewed_once() -> None:
    seen: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/token":
            return httpx.Response(200, json={"access_token": f"t{len(seen)}"})
        seen.append(request.headers["Authorization"])
        return httpx.Response(401 if len(seen) < 2 else 200, json=CUSTOMER)

    assert operator_that(reply, credentials=credentials()).customer("c").name == "Asha"
    assert seen == ["Bearer t0", "Bearer t1"]


def test_credentials_that_stay_refused_are_our_mistake() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200 if request.url.path == "/token" else 401, json={"access_token": "t"})

    with pytest.raises(Invalid):
        operator_that(reply, credentials=credentials()).customer("c")


def test_a_secret_is_in_no_representation() -> None:
    assert "secret" not in repr(credentials()).replace("client_secret", "")


def test_a_token_server_that_is_down_is_unavailable_and_one_that_refuses_is_our_mistake() -> None:
    with pytest.raises(OperatorUnavailable):
        operator_that(always({}, 500), credentials=credentials()).customer("c")
    with pytest.raises(Invalid):
        operator_that(always({}, 400), credentials=credentials()).customer("c")


def test_retry_after_is_seconds_or_a_date() -> None:
    assert retry_after("7", 0) == 7
    assert retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 20) == 40
    assert retry_after("soon", 0) is None


def test_an_operator_that_asks_for_a_moment_gets_it() -> None:
    answers = iter([httpx.Response(503, headers={"Retry-After": "1"}), httpx.Response(200, json=CUSTOMER)])
    clock = Clock()
    assert operator_that(lambda _: next(answers), clock=clock).customer("c").name == "Asha"
    assert clock.slept == [1.0]


def test_the_breaker_opens_after_failures_in_a_row_and_lets_one_try_when_the_pause_is_over() -> None:
    clock = Clock()
    breaker = Breaker(clock, failures=2, pause=10)
    for _ in range(2):
        breaker.allow()
        breaker.failed()
    with pytest.raises(OperatorUnavailable) as left_alone:
        breaker.allow()
    assert left_alone.value.retry_after == 10
    clock.now += 10
    breaker.allow()
    with pytest.raises(OperatorUnavailable):
        breaker.allow()
    breaker.answered()
    breaker.allow()


def test_while_the_breaker_is_open_nothing_is_sent() -> None:
    sent = 0

    def reply(_: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        return httpx.Response(500)

    operator = operator_that(reply)
    for _ in range(5):
        with pytest.raises(OperatorUnavailable):
            operator.customer("c")
    assert sent == 5


def test_an_url_that_is_none_is_our_mistake() -> None:
    with pytest.raises(Invalid):
        TmfOperator("nowhere").customer("c")
