"""How bills, recharges, complaints and problems that are older than the sandbox look."""

from datetime import timedelta

from local.operator import seeds
from local.operator.clock import text
from local.operator.resources import Resource, State, customer_ref, money


def add_bill(state: State, customer_id: str, bill_id: str, seed: seeds.Bill, currency: str) -> None:
    """A bill and its positions, which add up to it."""
    total = sum(amount for _, amount, _ in seed.charges)
    account = "account-" + customer_id.removeprefix("customer-")
    state.add(
        "customerBill",
        {
            "id": bill_id,
            "@type": "CustomerBill",
            "billNo": bill_id.removeprefix("bill-"),
            "category": "normal",
            "state": "settled" if seed.paid else "sent",
            "billDate": text(state.day(seed.issued)),
            "paymentDueDate": text(state.day(seed.due)),
            "billingPeriod": {
                "startDateTime": text(state.day(seed.issued - 30)),
                "endDateTime": text(state.day(seed.issued)),
            },
            "amountDue": money(total, currency),
            "remainingAmount": money(0 if seed.paid else total, currency),
            "billingAccount": {"id": account, "@referredType": "BillingAccount"},
            "relatedParty": [customer_ref(customer_id)],
        },
    )
    for index, (name, amount, kind) in enumerate(seed.charges, 1):
        rate = {
            "id": f"rate-{bill_id}-{index}",
            "@type": "AppliedCustomerBillingRate",
            "name": name,
            "type": kind,
            "taxIncludedAmount": money(amount, currency),
        }
        _add_rate(state, bill_id, text(state.day(seed.issued)), rate)


def _add_rate(state: State, bill_id: str, day: str, rate: Resource) -> None:
    bill = {"id": bill_id, "@referredType": "CustomerBill"}
    state.add("appliedCustomerBillingRate", {**rate, "date": day, "isBilled": True, "bill": bill})


def add_recharge(state: State, customer_id: str, line: str, seed: seeds.Recharge) -> None:
    """A payment for the line and, if it was credited, the top-up that names it."""
    payment_id = state.next_id("payment")
    when = text(state.day(seed.days))
    payment = {
        "id": payment_id,
        "@type": "Payment",
        "status": seed.status,
        "statusDate": when,
        "paymentDate": when,
        "account": {"id": "account-" + customer_id.removeprefix("customer-"), "@referredType": "BillingAccount"},
        "payer": customer_ref(customer_id),
        "paymentMethod": {"name": "UPI", "@type": "PaymentMethod"},
        "totalAmount": money(seed.amount, "INR"),
        "amount": money(seed.amount, "INR"),
        "paymentItem": [{"id": "1", "item": {"id": line, "@referredType": "Product"}}],
    }
    state.add("payment", payment)
    if seed.credited:
        state.add("topupBalance", given_for(state, payment, when))


def given_for(state: State, payment: Resource, when: str) -> Resource:
    """The top-up an operator makes by itself when a recharge is paid."""
    line = payment["paymentItem"][0]["item"]["id"]
    amount = payment["totalAmount"]
    return {
        "id": state.next_id("topup"),
        "@type": "TopupBalance",
        "status": "completed",
        "usageType": "monetary",
        "amount": {"amount": amount["value"], "units": amount["unit"]},
        "reason": f"payment {payment['id']}",
        "requestedDate": when,
        "confirmationDate": when,
        "bucket": {"id": f"bucket-monetary-{line}", "@referredType": "Bucket"},
        "partyAccount": {**payment["account"], "@referredType": "PartyAccount"},
        "product": [{"id": line, "@referredType": "Product"}],
    }


def add_complaint(state: State, customer_id: str, about: str) -> None:
    state.add(
        "troubleTicket",
        {
            "id": state.next_id("ticket"),
            "@type": "TroubleTicket",
            "name": about,
            "description": about,
            "severity": "minor",
            "ticketType": "complaint",
            "status": "inProgress",
            "creationDate": text(state.day(-2)),
            "expectedResolutionDate": text(state.day(2)),
            "relatedParty": [customer_ref(customer_id)],
            "note": [{"id": "1", "author": "Field team", "text": "A technician visits the cell tomorrow."}],
        },
    )


def add_problem(state: State, seed: tuple[str, str, str, str, int]) -> None:
    problem_id, category, region, what, hours = seed
    now = state.clock.now()
    state.add(
        "serviceProblem",
        {
            "id": problem_id,
            "@type": "ServiceProblem",
            "category": category,
            "name": what,
            "description": what,
            "status": "inProgress",
            "priority": 1,
            "creationDate": text(now - timedelta(hours=2)),
            "resolutionDate": text(now + timedelta(hours=hours)),
            "affectedLocation": [{"id": region.casefold(), "name": region, "role": "affected"}],
        },
    )
