"""How the world begins: seeds become resources. The same every time for the same clock."""

import pickle
from datetime import datetime
from functools import lru_cache

from local.operator import seeds
from local.operator.clock import Clock, text
from local.operator.history import add_bill, add_complaint, add_problem, add_recharge
from local.operator.resources import Resource, State, characteristic, customer_ref, money

CURRENCIES = {"IN": "INR", "US": "USD"}


def seeded(clock: Clock, country: str | None = None) -> State:
    """The customers of one country, or all of them."""
    tables, keys, messages, counters = pickle.loads(_begun(clock.now(), country))  # noqa: S301  our own
    return State(clock, tables, keys, messages, counters)


@lru_cache(maxsize=8)
def _begun(now: datetime, country: str | None) -> bytes:
    """The books at that time: made once, as tests begin anew hundreds of times."""
    state = State(Clock(now))
    for plan in seeds.PLANS:
        state.add("product", _offer(plan))
    for customer in seeds.CUSTOMERS:
        if country in (None, customer.country):
            add_customer(state, customer)
    for problem in seeds.PROBLEMS:
        add_problem(state, problem)
    return pickle.dumps((state.tables, state.keys, state.messages, state.counters))


def priced(plan: seeds.Plan) -> Resource:
    """What a plan contributes to a product: the offering and its price."""
    price = {"taxIncludedAmount": money(plan.price, plan.currency)}
    return {
        "productOffering": {"id": plan.id, "name": plan.name, "@referredType": "ProductOffering"},
        "productPrice": [{"priceType": "recurring", "recurringChargePeriod": "month", "price": price}],
    }


def _offer(plan: seeds.Plan) -> Resource:
    """A plan on offer: an entry of the inventory that has no number."""
    traits = [characteristic("accountType", plan.account_type), characteristic("topupPrice", plan.per_gb, "number")]
    return {
        "id": f"offer-{plan.id}",
        "@type": "Product",
        "name": plan.name,
        "status": "active",
        "productCharacteristic": traits,
        **priced(plan),
    }


def add_customer(state: State, seed: seeds.Customer) -> None:
    customer_id = f"customer-{seed.number}"
    contact = {"phoneNumber": seed.lines[0].number, "emailAddress": f"{customer_id}@example.com", "city": seed.region}
    known: Resource = {
        "contactMedium": [{"mediumType": "phone", "preferred": True, "characteristic": contact}],
        "characteristic": [characteristic("birthDate", seed.born, "date")],
    }
    state.add(
        "customer",
        {
            "id": customer_id,
            "@type": "Customer",
            "name": seed.name,
            "status": "Active",
            "engagedParty": {"id": f"party-{seed.number}", "name": seed.name, "@referredType": "Individual"},
            **({} if seed.bare else known),
        },
    )
    for line in seed.lines:
        _add_line(state, seed, customer_id, line)
    for index, bill in enumerate(seed.bills, 1):
        add_bill(state, customer_id, f"bill-{seed.number}-{index}", bill, CURRENCIES[seed.country])
    for recharge in seed.recharges:
        add_recharge(state, customer_id, line_id(seed.lines[0].number), recharge)
    if seed.complaint:
        add_complaint(state, customer_id, seed.complaint)


def line_id(number: str) -> str:
    return "line-" + "".join(filter(str.isdigit, number))[-4:]


def _add_line(state: State, seed: seeds.Customer, customer_id: str, line: seeds.Line) -> None:
    plan = next((plan for plan in seeds.PLANS if plan.id == line.plan), None)
    if plan is None:
        raise ValueError(f"there is no plan {line.plan!r}; there are {', '.join(plan.id for plan in seeds.PLANS)}")
    product = {
        "id": line.id or line_id(line.number),
        "@type": "Product",
        "name": plan.name,
        "status": line.status,
        "productCharacteristic": _traits(state, seed, line, plan),
        "relatedParty": [customer_ref(customer_id)],
        "billingAccount": {"id": f"account-{seed.number}", "@referredType": "BillingAccount"},
        "place": [{"name": seed.region, "role": "service", "@referredType": "GeographicAddress"}],
        **priced(plan),
    }
    if line.plan_until is not None:
        product["productTerm"] = [{"name": "validity", "validFor": {"endDateTime": text(state.day(line.plan_until))}}]
    state.add("product", product)
    until = text(state.day(28 if line.plan_until is None else line.plan_until))
    state.add("bucket", _bucket(product, "data", {"amount": line.data_gb, "units": "GB"}, until))
    if line.balance is not None:
        state.add("bucket", _bucket(product, "monetary", {"amount": line.balance, "units": plan.currency}, until))


def _traits(state: State, seed: seeds.Customer, line: seeds.Line, plan: seeds.Plan) -> list[Resource]:
    """A bare customer's line has only what no line can be without."""
    traits = [characteristic("msisdn", line.number), characteristic("accountType", plan.account_type)]
    if not seed.bare:
        traits += [
            characteristic("roaming", line.roaming, "boolean"),
            characteristic("doNotDisturb", line.dnd, "boolean"),
            characteristic("simStatus", line.sim),
            characteristic("topupPrice", plan.per_gb, "number"),
        ]
    if line.contract_end is not None:
        end = state.day(line.contract_end).date().isoformat()
        traits.append(characteristic("contractEndDate", end, "date"))
    return traits


def _bucket(product: Resource, usage: str, left: Resource, until: str) -> Resource:
    return {
        "id": f"bucket-{usage}-{product['id']}",
        "@type": "Bucket",
        "name": "Data allowance" if usage == "data" else "Main balance",
        "status": "active",
        "usageType": usage,
        "isShared": False,
        "remainingValue": left,
        "product": [{"id": product["id"], "@referredType": "Product"}],
        "partyAccount": {"id": product["billingAccount"]["id"], "@referredType": "PartyAccount"},
        "validFor": {"endDateTime": until},
    }
