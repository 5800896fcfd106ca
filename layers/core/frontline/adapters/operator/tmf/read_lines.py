"""TMF637 products as lines and plans."""

from datetime import date

from frontline.adapters.operator.document import Document, characteristic
from frontline.trades.telecom.nouns import AccountType, Line, LineStatus, Money, Plan

_STATUS: dict[str, LineStatus] = {
    "active": "active",
    "pendingterminate": "active",  # still in service until the day comes
    "suspended": "suspended",
    "created": "pending",
    "pendingactive": "pending",
    "cancelled": "closed",
    "terminated": "closed",
    "aborted": "closed",
    "closed": "closed",
}


def number_of(product: Document) -> str | None:
    found = characteristic(product, "productCharacteristic", "msisdn")
    return found.text("value") if found else None


def party_ids(document: Document) -> set[str]:
    return {party.need("id") for party in document.children("relatedParty")}


def customer_of(product: Document) -> str:
    """The party whose role is customer; a single party without a role is taken for it."""
    parties = product.children("relatedParty")
    chosen = [party for party in parties if (party.text("role") or "").casefold() == "customer"]
    if not chosen and len(parties) == 1 and parties[0].text("role") is None:
        chosen = list(parties)
    if not chosen:
        raise product.wrong("relatedParty", "has no customer")
    return chosen[0].need("id")


def read_line(product: Document, currency: str | None = None) -> Line:
    number = number_of(product)
    if number is None:
        raise product.wrong("productCharacteristic", "has no msisdn")
    status = _STATUS.get(product.need("status").casefold())
    if status is None:
        raise product.wrong("status", "is not a status of a product")
    plan = read_plan(product, currency)
    account = product.child("billingAccount")

    return Line(
        id=product.need("id"),
        number=number,
        status=status,
        plan=plan,
        customer_id=customer_of(product),
        account_id=account.text("id") if account else None,
        account_type=_account_type(_of(product, "accountType")),
        roaming=_of(product, "roaming").flag("value"),
        do_not_disturb=_of(product, "doNotDisturb", "dnd").flag("value"),
        contract_end=_of(product, "contractEndDate").day("value"),
        plan_until=_plan_until(product),
        sim_status=(_of(product, "simStatus").text("value") or "").casefold() or None,
        topup_price=_of(product, "topupPrice").money("value", plan.price.currency if plan and plan.price else currency),
        region=_region(product),
    )


def _of(product: Document, *names: str) -> Document:
    """The characteristic, or an empty document in its place."""
    return characteristic(product, "productCharacteristic", *names) or Document({}, product.where)


def _account_type(value: Document) -> AccountType | None:
    word = (value.text("value") or "").casefold().replace("-", "")
    if word not in {"", "prepaid", "postpaid"}:
        raise value.wrong("value", "is neither prepaid nor postpaid")
    return "prepaid" if word == "prepaid" else "postpaid" if word else None


def _region(product: Document) -> str | None:
    place = product.child("place")
    named = characteristic(product, "productCharacteristic", "region")
    return (place.text("name") if place else None) or (named.text("value") if named else None)


def _plan_until(product: Document) -> date | None:
    for term in product.children("productTerm"):
        period = term.child("validFor")
        if period and period.raw("endDateTime"):
            return period.day("endDateTime")
    return None


def read_plan(product: Document, currency: str | None = None) -> Plan | None:
    offering = product.child("productOffering")
    if offering is None:
        return None
    plan_id = offering.need("id")
    account_type = _account_type(_of(product, "accountType"))
    return Plan(
        id=plan_id, name=offering.text("name") or plan_id, price=_price(product, currency), account_type=account_type
    )


def _price(product: Document, currency: str | None) -> Money | None:
    prices = product.children("productPrice")
    recurring = [price for price in prices if (price.text("priceType") or "recurring").casefold() == "recurring"]
    for entry in (*recurring, *prices):
        price = entry.child("price")
        if price:
            return price.money("taxIncludedAmount", currency) or price.money("dutyFreeAmount", currency)
    return None
