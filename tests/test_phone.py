"""The scripted customer's phone behaves as the manual says, and the oracle asks of an agent what one who sees everything and
makes no move too many would do."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from random import Random

import pytest

from tests.support import caller_words, phone_text, phone_words
from tests.support.account import Account
from tests.support.caller import PERSONAS, Caller, Instruction, Reply
from tests.support.expected import MOST_GIGABYTES, account_at_the_end, expected, mistakes
from tests.support.faults import COMPLAINTS, FAULTS, Combination, Refusal, every, possible, some
from tests.support.handset import ACTIONS, CHANGES, READINGS, Handset
from tests.support.phone import (
    Line,
    PaymentRequest,
    Phone,
    connected,
    generation,
    sends_pictures,
    service,
    signal,
    speed,
)

UP = Line()


@dataclass
class Carrier:
    """A network that says what it is told to."""

    now: Line = UP
    open: PaymentRequest | None = None
    paid: int = 0

    def line(self) -> Line:
        return self.now

    def request(self) -> PaymentRequest | None:
        return self.open

    def pay(self, request: PaymentRequest) -> None:
        assert request is self.open
        self.open, self.paid = None, self.paid + 1


def test_a_phone_as_it_should_be_does_everything() -> None:
    phone = Phone()
    assert service(phone, UP) and connected(phone, UP) and sends_pictures(phone, UP)
    assert (signal(phone, UP), generation(phone, UP), speed(phone, UP)) == ("excellent", "5G", "excellent")


@pytest.mark.parametrize(
    "broken",
    [
        Phone(airplane=True),
        Phone(sim="missing"),
        Phone(sim="locked_pin"),
        Phone(sim="locked_puk"),
        Phone(apn_correct=False),
        Phone(stale=True),
    ],
)
def test_without_service_there_is_nothing(broken: Phone) -> None:
    assert not service(broken, UP) and not connected(broken, UP) and not sends_pictures(broken, UP)
    assert (signal(broken, UP), generation(broken, UP), speed(broken, UP)) == ("none", "none", "none")


@pytest.mark.parametrize(
    ("phone", "line"),
    [
        (Phone(data=False), UP),
        (Phone(), Line(exceeded=True)),
        (Phone(abroad=True), Line(roaming=True)),
        (Phone(abroad=True, roaming=True), UP),
    ],
)
def test_service_without_mobile_data_sends_no_pictures(phone: Phone, line: Line) -> None:
    assert service(phone, line) and not connected(phone, line) and not sends_pictures(phone, line)


def test_roaming_is_needed_abroad_alone_on_the_phone_and_on_the_line() -> None:
    assert connected(Phone(roaming=False), UP)
    assert connected(Phone(abroad=True, roaming=True), Line(roaming=True))


@pytest.mark.parametrize(
    "slow", [Phone(data_saver=True), Phone(vpn=True), Phone(mode="2g_only"), Phone(mode="3g_only")]
)
def test_slow_is_anything_below_excellent(slow: Phone) -> None:
    assert connected(slow, UP) and speed(slow, UP) in ("very poor", "poor", "fair", "good")


@pytest.mark.parametrize(
    "phone",
    [
        Phone(mode="2g_only"),
        Phone(wifi_calling=True),
        Phone(mmsc=False),
        Phone(permissions=frozenset({"sms"})),
        Phone(permissions=frozenset({"storage"})),
    ],
)
def test_pictures_need_what_the_manual_names(phone: Phone) -> None:
    assert connected(phone, UP) and not sends_pictures(phone, UP)


def test_pictures_do_not_need_speed() -> None:
    assert sends_pictures(Phone(mode="3g_only", data_saver=True, vpn=True), UP)


def test_apn_settings_are_as_new_after_the_next_start() -> None:
    hand = Handset(Phone(apn_correct=False, mmsc=False), Carrier())
    hand.do("reset_apn_settings", {})
    assert not service(hand.phone, UP)
    hand.do("reboot_device", {})
    assert sends_pictures(hand.phone, UP)


def test_a_resumed_line_is_found_by_a_phone_that_is_started_again() -> None:
    carrier = Carrier(Line(active=False))
    hand = Handset(Phone(), carrier)
    hand.do("reboot_device", {})
    carrier.now = UP
    assert not service(hand.phone, hand.look())
    hand.do("reboot_device", {})
    assert service(hand.phone, hand.look())


def test_reseating_helps_a_missing_sim_and_no_locked_one() -> None:
    for sim, then in (("missing", "active"), ("locked_pin", "locked_pin"), ("locked_puk", "locked_puk")):
        hand = Handset(Phone(sim=sim), Carrier())  # type: ignore[arg-type]
        hand.do("reseat_sim_card", {})
        assert hand.phone.sim == then


def test_reading_changes_nothing() -> None:
    for action in READINGS:
        hand = Handset(Phone(airplane=True, wifi=True), Carrier())
        assert hand.do(action, {}).done and hand.phone == Phone(airplane=True, wifi=True)


@pytest.mark.parametrize(
    ("action", "arguments"),
    [
        ("toggle_airplane_mode", {}),
        ("set_network_mode_preference", {"mode": "6g"}),
        ("grant_app_permission", {"app_name": "messaging"}),
        ("grant_app_permission", {"app_name": "maps", "permission": "storage"}),
        ("set_apn_settings", {}),
        ("make_payment", {}),
        ("shake_the_phone", {}),
    ],
)
def test_what_cannot_be_done_as_asked_changes_nothing(action: str, arguments: dict[str, object]) -> None:
    hand = Handset(Phone(), Carrier())
    assert not hand.do(action, arguments).done and hand.phone == Phone()


def test_a_payment_is_what_was_requested() -> None:
    carrier = Carrier(open=PaymentRequest("payment-1", "bill-1", 60.13))
    hand = Handset(Phone(), carrier)
    assert hand.do("check_payment_request", {}).shown["amount"] == 60.13
    assert hand.do("make_payment", {}).done and carrier.paid == 1
    assert hand.do("check_payment_request", {}).shown["bill"] is None


def test_every_action_of_the_issue_is_there() -> None:
    named = """check_status_bar check_network_status check_network_mode_preference check_sim_status
        check_data_restriction_status check_apn_settings check_wifi_status check_wifi_calling_status check_vpn_status
        check_installed_apps check_app_status check_app_permissions run_speed_test can_send_mms check_payment_request
        set_network_mode_preference toggle_airplane_mode reseat_sim_card toggle_data toggle_roaming
        toggle_data_saver_mode set_apn_settings reset_apn_settings toggle_wifi toggle_wifi_calling connect_vpn
        disconnect_vpn grant_app_permission reboot_device make_payment"""
    assert set(named.split()) == set(ACTIONS)


ARGUMENTS: dict[str, dict[str, object]] = {
    "set_network_mode_preference": {"mode": "4g_5g_preferred"},
    "grant_app_permission": {"app_name": "messaging", "permission": "sms"},
    **{name: {"on": False} for name in CHANGES if name.startswith("toggle")},
}


def test_every_result_can_be_told_in_every_way_and_looks_different_when_it_is() -> None:
    """Two phones that differ in a setting are told apart by whoever reads that setting, however they tell it."""
    pairs = [(Phone(), Combination("data", frozenset({fault})).phone) for fault in FAULTS]
    tellings: list[Callable[[Handset, str], object]] = [
        lambda hand, action: phone_text.tool(hand.do(action, ARGUMENTS.get(action, {}))),
        lambda hand, action: phone_text.lines(hand.do(action, ARGUMENTS.get(action, {}))),
        lambda hand, action: phone_text.data(hand.do(action, ARGUMENTS.get(action, {})), "plain"),
        lambda hand, action: phone_text.data(hand.do(action, ARGUMENTS.get(action, {})), "native"),
        lambda hand, action: phone_text.data(hand.do(action, ARGUMENTS.get(action, {})), "words"),
        lambda hand, action: phone_words.words(hand.do(action, ARGUMENTS.get(action, {})), "", Random(1), chatty=True),
    ]
    for healthy, ill in pairs:
        for tell in tellings:
            for action in ACTIONS:
                seen = [
                    Handset(phone, Carrier()).do(action, ARGUMENTS.get(action, {})).shown for phone in (healthy, ill)
                ]
                told = [tell(Handset(phone, Carrier()), action) for phone in (healthy, ill)]
                assert all(told)
                if action in READINGS and "battery" not in seen[0]:
                    assert (seen[0] == seen[1]) == (told[0] == told[1]), (action, told)


@dataclass(frozen=True)
class World:
    phone: Phone
    account: Account


Move = Callable[[World], World]


def _on_the_phone(action: str, **arguments: object) -> Move:
    def move(world: World) -> World:
        hand = Handset(world.phone, Carrier(world.account.line))
        hand.do(action, arguments)
        return replace(world, phone=hand.phone)

    return move


def _pay(case: Combination) -> Move:
    """The customer is sent a request for an overdue bill of a line that this can bring back, and pays it."""

    def move(world: World) -> World:
        account = world.account
        if case.refuses in ("payment_request", "paying") or not account.owing or account.active:
            return world
        bill = account.owing[0]
        bills = tuple(replace(one, paid=one.paid or at == bill) for at, one in enumerate(account.bills))
        return replace(world, account=replace(account, bills=bills, asked=(*account.asked, bill)))

    return move


def _resume(world: World) -> World:
    may = not world.account.owing and not world.account.contract_ended
    return replace(world, account=replace(world.account, active=True)) if may else world


def _enable_roaming(world: World) -> World:
    return replace(world, account=replace(world.account, roaming=True)) if world.phone.abroad else world


def _more_data(case: Combination) -> Move:
    def move(world: World) -> World:
        account = world.account
        if case.refuses in ("more_data", "price") or account.left > 0:
            return world
        if case.wants == "plan":
            return replace(world, account=replace(account, plan="us-premium", left=account.left + 35))
        added = min(case.gigabytes, MOST_GIGABYTES)
        return replace(world, account=replace(account, refuels=(added,), left=account.left + added))

    return move


def _moves(case: Combination) -> list[Move]:
    """All that an agent may do, or have the customer do, towards a phone and line in order."""
    return [
        _on_the_phone("toggle_airplane_mode", on=False),
        _on_the_phone("reseat_sim_card"),
        _on_the_phone("reset_apn_settings"),
        _on_the_phone("reboot_device"),
        _on_the_phone("toggle_data", on=True),
        _on_the_phone("toggle_roaming", on=True),
        _on_the_phone("toggle_data_saver_mode", on=False),
        _on_the_phone("set_network_mode_preference", mode="4g_5g_preferred"),
        _on_the_phone("disconnect_vpn"),
        _on_the_phone("toggle_wifi_calling", on=False),
        _on_the_phone("grant_app_permission", app_name="messaging", permission="storage"),
        _on_the_phone("grant_app_permission", app_name="messaging", permission="sms"),
        _pay(case),
        _resume,
        _enable_roaming,
        _more_data(case),
    ]


def perfect(case: Combination) -> World | None:
    """What is left of phone and account when the problem is gone after the fewest moves; None if no moves help."""
    start = World(case.phone, case.account)
    queue, seen, moves = deque([start]), {astuple(start)}, _moves(case)
    while queue:
        world = queue.popleft()
        line = world.account.line
        match case.complaint:
            case "no_service":
                gone = service(world.phone, line)
            case "data" | "slow":
                gone = speed(world.phone, line) == "excellent"
            case "mms":
                gone = sends_pictures(world.phone, line)
        if gone:
            return world
        for then in (move(world) for move in moves):
            if astuple(then) not in seen:
                seen.add(astuple(then))
                queue.append(then)
    return None


REFUSALS: tuple[Refusal, ...] = ("nothing", "payment_request", "paying", "more_data", "price")


def combinations(size: int) -> Iterator[Combination]:
    return (Combination(complaint, faults) for complaint in COMPLAINTS for faults in every(size))


@pytest.mark.parametrize("size", [0, 1, 2])
def test_the_oracle_wants_what_a_perfect_agent_leaves_behind(size: int) -> None:
    for case in combinations(size):
        world = perfect(case)
        assert (expected(case).outcome == "solved") == (world is not None), str(case)
        if world:
            assert not mistakes(case, world.phone, world.account), str(case)


def test_the_oracle_is_right_about_random_combinations_with_decoys_and_refusals() -> None:
    rng = Random(4)
    for case in (some(rng) for _ in range(150)):
        if len(case.faults) > 6:
            continue
        world = perfect(case)
        assert (expected(case).outcome == "solved") == (world is not None), str(case)
        if world:
            assert not mistakes(case, world.phone, world.account), str(case)


@pytest.mark.parametrize("size", [1, 2])
def test_leaving_out_a_mend_is_a_mistake_and_so_is_one_too_many(size: int) -> None:
    """Where something has to be mended, phone and account as they were are not good enough; what is off the path stays."""
    for case in combinations(size):
        wanted = expected(case)
        if wanted.mended:
            assert mistakes(case, case.phone, replace(case.account, hand_offs=account_at_the_end(case).hand_offs)), str(
                case
            )
        for off in (
            fault for fault in case.faults if fault in ("vpn_on", "data_saver_on") and fault not in wanted.mended
        ):
            touched = replace(perfect_or_start(case), **({"vpn": False} if off == "vpn_on" else {"data_saver": False}))  # type: ignore[arg-type]
            assert any("phone" in one for one in mistakes(case, touched, account_at_the_end(case))), str(case)


def perfect_or_start(case: Combination) -> Phone:
    world = perfect(case)
    return world.phone if world else case.phone


@pytest.mark.parametrize(
    ("faults", "refuses", "stops"),
    [
        ({"sim_locked_pin"}, "nothing", "sim_locked_pin"),
        ({"sim_locked_puk", "airplane_on"}, "nothing", "sim_locked_puk"),
        ({"contract_ended"}, "nothing", "contract_ended"),
        ({"contract_ended_bill_overdue"}, "nothing", "contract_ended_bill_overdue"),
        ({"bill_overdue"}, "paying", "bill_overdue"),
        ({"bills_overdue"}, "payment_request", "bills_overdue"),
        ({"data_exceeded"}, "more_data", "data_exceeded"),
        ({"data_exceeded"}, "price", "data_exceeded"),
        ({"data_exceeded"}, "paying", None),
        ({"bill_overdue"}, "more_data", None),
    ],
)
def test_a_human_is_needed_exactly_where_the_rules_say(faults: set[str], refuses: Refusal, stops: str | None) -> None:
    case = Combination("data", frozenset(faults), refuses=refuses)  # type: ignore[arg-type]
    assert expected(case).stops == stops
    assert expected(case).outcome == ("escalated" if stops else "solved")


def test_faults_met_before_the_one_that_stops_are_mended() -> None:
    case = Combination("mms", frozenset({"airplane_on", "contract_ended", "vpn_on", "data_off"}))
    assert expected(case).mended == {"airplane_on"}


def test_combinations_hold_together() -> None:
    rng = Random(1)
    for case in (some(rng) for _ in range(500)):
        assert possible(case.faults)
        assert case.phone.abroad == case.abroad and case.account.line.active != case.phone.stale
        assert ("data_exceeded" in case.faults) == case.account.line.exceeded


def caller(case: Combination, persona: str = "terse") -> Caller:
    carrier = Carrier(case.account.line, PaymentRequest("payment-1", "bill-1", 60.13))
    return Caller(case, PERSONAS[persona], Handset(case.phone, carrier), "555-123-2002", Random(3))


def says(one: Caller, text: str, *options: str) -> str:
    answer = one.answer(Reply(text, "needs_info", options))
    assert answer is not None
    return str(answer["message"])


def test_a_caller_understands_what_is_asked() -> None:
    home = Combination("data", frozenset({"data_exceeded"}), gigabytes=5)
    one = caller(home)
    digits = "".join(filter(str.isdigit, says(one, "Which phone number is it about?")))
    assert digits.removeprefix("1") == "5551232002"
    assert says(one, "Are you traveling outside your usual service area?") in caller_words.HOME
    assert says(one, "Would you like to refuel data or change to another plan?") in caller_words.REFUEL
    assert "5" in says(one, "How many GB would you like?")
    assert "2" in says(one, "At most 2 GB are possible. How many GB would you like?")
    assert "50" in says(one, "Which plan would you like?", "Basic, 5 GB", "Premium, 50 GB")
    assert one.notes == []


def test_a_caller_refuses_what_the_case_says_and_nothing_else() -> None:
    mean = caller(Combination("no_service", frozenset({"bill_overdue"}), refuses="payment_request"))
    ask = "Your bill is overdue. Shall I send you a payment request of $60.13?"
    assert says(mean, ask) in caller_words.NO_PAYMENT
    stubborn = caller(Combination("no_service", frozenset({"bill_overdue"}), refuses="paying"))
    assert says(stubborn, ask) in caller_words.YES
    answer = stubborn.answer(Reply("Please pay it.", "needs_info", (), Instruction("make_payment")))
    assert answer and answer["message"] in caller_words.NO_PAYMENT
    assert stubborn.handset.carrier.request()


def test_a_caller_is_content_when_the_phone_works_and_not_when_told_so() -> None:
    one = caller(Combination("no_service", frozenset({"airplane_on"})))
    complaint = one.answer(Reply("All is well again.", "resolved"))
    assert complaint and not one.content()
    one.answer(Reply("Turn it off.", "needs_info", (), Instruction("toggle_airplane_mode", {"on": False})))
    assert one.content() and one.answer(Reply("All is well.", "resolved")) is None


def test_somebody_confused_asks_first_and_then_does_it() -> None:
    one = caller(Combination("no_service", frozenset({"airplane_on"})), "confused")
    one.digresses_at = 0
    told = Reply("Turn it off.", "needs_info", (), Instruction("toggle_airplane_mode", {"on": False}))
    contents = [(one.answer(told), one.content())[1] for _ in range(2)]
    assert contents == [False, True]


def test_reports_name_the_action_they_are_about() -> None:
    for persona, kind in (("app", dict), ("app_native", dict), ("app_text", str)):
        one = caller(Combination("no_service", frozenset({"airplane_on"})), persona)
        answer = one.answer(Reply("Look.", "needs_info", (), Instruction("check_status_bar")))
        report = answer["report"] if answer else None
        assert (
            isinstance(report, dict) and report["action"] == "check_status_bar" and isinstance(report["result"], kind)
        )
