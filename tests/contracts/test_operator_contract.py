"""What every operator behind the port does. Run against the one in memory, and against our adapter and the sandbox."""

from collections.abc import Iterator
from datetime import date

import pytest

from frontline.model.errors import Invalid, NotFound, OperatorRefused
from frontline.trades.telecom.nouns import DoNotDisturb, HandOff, PlanChange, Related, Resume, Roaming, SimReplacement
from tests.contracts.operator_bench import Bench, in_memory, over_http

TODAY = date(2025, 2, 25)


@pytest.fixture(params=[in_memory, over_http])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with request.param() as made:
        yield made


def line_of(bench: Bench, number: str) -> str:
    return bench.operator.find_line(number).id


@pytest.mark.parametrize("number", ["+919800000004", "919800000004", "9800000004", "+91 98000 00004"])
def test_a_line_is_found_however_its_number_is_written(bench: Bench, number: str) -> None:
    line = bench.operator.find_line(number)
    assert (line.id, line.number, line.status, line.account_type) == (
        "line-0004",
        "+919800000004",
        "suspended",
        "postpaid",
    )


@pytest.mark.parametrize("number", ["555-123-2002", "5551232002", "+15551232002", "(555) 123-2002"])
def test_an_american_line_is_found_however_its_number_is_written(bench: Bench, number: str) -> None:
    line = bench.operator.find_line(number)
    assert line.id == "line-2002"
    assert line.plan is not None
    assert str(line.plan.price) == "$55"
    assert str(line.topup_price) == "$2"


def test_a_number_nobody_has_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.operator.find_line("+919999999999")
    with pytest.raises(NotFound):
        bench.operator.line("line-none")


def test_what_an_operator_does_not_say_stays_unknown(bench: Bench) -> None:
    line = bench.operator.find_line("+919800000021")
    assert (line.roaming, line.contract_end, line.sim_status, line.topup_price) == (None, None, None, None)
    assert not line.contract_ended(TODAY)
    assert bench.operator.customer(line.customer_id).born is None


def test_a_customer_has_a_name_a_birthday_and_all_their_lines(bench: Bench) -> None:
    customer = bench.operator.customer("customer-11")
    assert (customer.name, customer.born) == ("Lakshmi Menon", date(1980, 6, 25))
    assert [line.id for line in bench.operator.lines_of("customer-11")] == ["line-0011", "line-0012", "line-0013"]
    assert bench.operator.lines_of("customer-none") == ()


def test_bills_come_newest_first_and_add_up(bench: Bench) -> None:
    newest, paid = bench.operator.bills("customer-3")
    assert (newest.state, newest.overdue(TODAY), paid.state, paid.overdue(TODAY)) == ("issued", False, "paid", False)
    charges = bench.operator.charges(newest.id)
    total = charges[0].amount + charges[1].amount + charges[2].amount
    assert total == newest.amount_due == newest.remaining
    assert [charge.amount.amount for charge in charges] == ["599", "107.82", "-20"]


def test_an_overdue_bill_is_known_by_its_amount_and_date(bench: Bench) -> None:
    assert [bill.overdue(TODAY) for bill in bench.operator.bills("customer-4")] == [True]


def test_data_and_money_are_what_is_left(bench: Bench) -> None:
    data = bench.operator.buckets("line-0001", "data")
    money = bench.operator.buckets("line-0001", "money")
    assert [(bucket.remaining, bucket.units) for bucket in (*data, *money)] == [("12.5", "GB"), ("120", "INR")]
    assert bench.operator.buckets("line-0003", "money") == ()


def test_only_open_problems_of_the_region_are_told_outages_first(bench: Bench) -> None:
    assert [problem.category for problem in bench.operator.problems("mumbai")] == ["outage", "congestion"]
    assert [problem.category for problem in bench.operator.problems("Delhi")] == ["congestion"]
    assert bench.operator.problems("karnataka") == ()
    bench.resolve("problem-1")
    assert [problem.id for problem in bench.operator.problems("mumbai")] == ["problem-4"]
    assert not bench.operator.problem("problem-1").open


def test_a_recharge_that_was_paid_and_not_credited_is_credited_once(bench: Bench) -> None:
    newest, older = bench.operator.recharges("line-0002")
    assert (newest.credited, older.credited, str(newest.amount)) == (False, True, "₹299")
    first = bench.operator.credit_recharge("line-0002", newest.payment_id, "key-1")
    again = bench.operator.credit_recharge("line-0002", newest.payment_id, "key-1")
    another = bench.operator.credit_recharge("line-0002", newest.payment_id, "key-2")
    assert first == again == another
    assert (first.state, first.amount, first.units) == ("done", "299", "INR")
    assert bench.operator.buckets("line-0002", "money")[0].remaining == "303.5"
    assert all(recharge.credited for recharge in bench.operator.recharges("line-0002"))


def test_of_two_equal_recharges_the_missing_one_is_missing(bench: Bench) -> None:
    recharges = bench.operator.recharges("line-0020")
    assert sorted(recharge.credited for recharge in recharges) == [False, True]
    assert {recharge.amount.amount for recharge in recharges} == {"199"}  # the failed payment is no recharge


def test_what_was_not_paid_is_not_credited(bench: Bench) -> None:
    with pytest.raises(OperatorRefused) as refused:
        bench.operator.credit_recharge("line-0001", "payment-none", "key-1")
    assert refused.value.code == "not_paid"


def test_added_data_is_there_once(bench: Bench) -> None:
    added = [bench.operator.add_data("line-0007", "1.5", "key-1") for _ in range(2)]
    assert added[0] == added[1]
    assert (added[0].amount, added[0].units, added[0].state) == ("1.5", "GB", "done")
    assert bench.operator.buckets("line-0007", "data")[0].remaining == "1.5"
    bench.operator.add_data("line-0007", "1", "key-2")
    assert bench.operator.buckets("line-0007", "data")[0].remaining == "2.5"


def test_no_data_cannot_be_added(bench: Bench) -> None:
    with pytest.raises(Invalid):
        bench.operator.add_data("line-0007", "0", "key-1")


def test_a_paid_request_settles_the_bill_and_the_line_can_be_resumed(bench: Bench) -> None:
    operator = bench.operator
    refused = operator.order_change("line-0004", Resume(), "key-early")
    assert (refused.state, operator.line("line-0004").status) == ("refused", "suspended")
    bill = operator.bills("customer-4")[0]
    asked = operator.request_payment(bill, "key-1")
    assert (asked.state, asked.amount, asked.for_id) == ("pending", bill.remaining, bill.id)
    assert operator.request_payment(bill, "key-1").id == asked.id
    bench.pay(asked.id)
    assert operator.payment(asked.id).state == "done"
    assert operator.bills("customer-4")[0].state == "paid"
    order = operator.order_change("line-0004", Resume(), "key-2")
    assert (order.state, operator.order(order.id).state, operator.line("line-0004").status) == (
        "done",
        "done",
        "active",
    )


def test_a_second_payment_request_is_refused_while_one_is_open(bench: Bench) -> None:
    newest, older = bench.operator.bills("customer-16")
    bench.operator.request_payment(older, "key-1")
    with pytest.raises(OperatorRefused) as refused:
        bench.operator.request_payment(newest, "key-2")
    assert refused.value.code == "payment_pending"
    assert [payment.state for payment in bench.operator.payments_for(older.id)] == ["pending"]
    assert not bench.operator.payments_for(newest.id)


def test_a_settled_bill_needs_no_payment(bench: Bench) -> None:
    with pytest.raises(OperatorRefused) as refused:
        bench.operator.request_payment(bench.operator.bills("customer-3")[1], "key-1")
    assert refused.value.code == "bill_settled"


def test_a_line_whose_contract_has_ended_is_not_resumed(bench: Bench) -> None:
    bill = bench.operator.bills("customer-5")[0]
    bench.pay(bench.operator.request_payment(bill, "key-1").id)
    order = bench.operator.order_change("line-0005", Resume(), "key-2")
    assert order.state == "refused"
    assert "contract" in (order.reason or "")
    assert bench.operator.line("line-0005").status == "suspended"


def test_roaming_and_do_not_disturb_can_be_switched(bench: Bench) -> None:
    line = line_of(bench, "+919800000006")
    assert bench.operator.order_change(line, Roaming(on=True), "key-1").state == "done"
    assert bench.operator.order_change(line, DoNotDisturb(on=True), "key-2").state == "done"
    changed = bench.operator.line(line)
    assert (changed.roaming, changed.do_not_disturb) == (True, True)


def test_a_line_is_offered_plans_of_its_kind_and_gets_the_one_it_chose(bench: Bench) -> None:
    plans = bench.operator.plans("line-0003")
    assert [plan.id for plan in plans] == ["post-399", "post-599", "post-999"]
    assert [plan.id for plan in bench.operator.plans("line-2001")] == ["us-basic", "us-plus", "us-premium"]
    order = bench.operator.order_change("line-0003", PlanChange(plan=plans[2]), "key-1")
    assert (order.state, bench.operator.line("line-0003").plan) == ("done", plans[2])


def test_a_new_sim_is_ordered_once_and_takes_its_time(bench: Bench) -> None:
    order = bench.operator.order_change("line-0010", SimReplacement(), "key-1")
    assert order.state == "pending"
    assert bench.operator.order_change("line-0010", SimReplacement(), "key-1").id == order.id


def test_a_closed_line_is_not_changed(bench: Bench) -> None:
    assert bench.operator.order_change("line-0018", Roaming(on=True), "key-1").state == "refused"


def test_a_change_of_a_line_that_is_not_there_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.operator.order_change("line-none", Resume(), "key-1")


def test_a_hand_off_is_filed_once_and_closed_by_a_human(bench: Bench) -> None:
    packet = HandOff(
        about="Line suspended, contract ended",
        reason="the contract has ended",
        notes=("facts: ...", "asked: ..."),
        related=(Related(id="line-0005", type="Product", role="line"),),
        customer_id="customer-5",
    )
    ticket = bench.operator.file_ticket(packet, "key-1")
    assert (ticket.state, ticket.kind, ticket.about, ticket.last_note) == (
        "open",
        "handoff",
        packet.about,
        "asked: ...",
    )
    assert bench.operator.file_ticket(packet, "key-1").id == ticket.id
    assert [known.id for known in bench.operator.tickets_of("customer-5")] == [ticket.id]
    bench.resolve(ticket.id)
    assert (bench.operator.ticket(ticket.id).state, bench.operator.ticket(ticket.id).last_note) == ("closed", "done")


def test_a_complaint_made_elsewhere_can_be_asked_after(bench: Bench) -> None:
    ticket = bench.operator.tickets_of("customer-19")[0]
    assert (ticket.kind, ticket.state) == ("complaint", "open")
    assert "technician" in (ticket.last_note or "")
