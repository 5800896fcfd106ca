"""TMF629 customers, TMF654 buckets and TMF656 problems as our nouns."""

from decimal import Decimal
from typing import Literal

from frontline.adapters.operator.document import Document, characteristic, currency_code
from frontline.adapters.operator.spellings import same_place
from frontline.trades.telecom.nouns import Bucket, Customer, Problem, Usage, plain

_USAGE: dict[str, Usage] = {"data": "data", "voice": "voice", "sms": "sms", "monetary": "money"}
_PER_GB = {
    "TB": Decimal(1) / 1024,
    "GB": Decimal(1),
    "MB": Decimal(1024),
    "KB": Decimal(1024**2),
    "B": Decimal(1024**3),
}
_OVER = {"resolved", "closed", "cancelled", "rejected"}


def read_customer(document: Document) -> Customer:
    media = [medium.child("characteristic") for medium in document.children("contactMedium")]
    contacts = [contact for contact in media if contact]

    def contact(field: str) -> str | None:
        return next((text for text in (one.text(field) for one in contacts) if text), None)

    born = characteristic(document, "characteristic", "birthDate", "dateOfBirth")
    party = document.child("engagedParty")
    name = document.text("name") or (party.text("name") if party else None)
    if name is None:
        raise document.wrong("name", "is missing")
    return Customer(
        id=document.need("id"),
        name=name,
        status=document.text("status"),
        born=born.day("value") if born else None,
        phone=contact("phoneNumber"),
        email=contact("emailAddress"),
        city=contact("city"),
    )


def read_bucket(document: Document, line_id: str, currency: str | None) -> Bucket:
    """Data is counted in GB, whatever the operator counts in."""
    usage = _USAGE.get((document.text("usageType") or "").casefold(), "other")
    value = document.child("remainingValue")
    amount = value.number("amount") if value else None
    if value is None or amount is None:
        raise document.wrong("remainingValue", "has no amount")
    units = value.text("units") or (currency if usage == "money" else None)
    if units is None:
        raise document.wrong("remainingValue", "has no units")
    if usage == "data":
        amount, units = plain(Decimal(amount) / units_per_gb(document, units)), "GB"
    account = document.child("partyAccount")
    period = document.child("validFor")
    return Bucket(
        id=document.need("id"),
        line_id=line_id,
        usage=usage,
        remaining=amount,
        units=currency_code(units) if usage == "money" else units,
        name=document.text("name"),
        valid_until=period.moment("endDateTime") if period else None,
        account_id=account.text("id") if account else None,
    )


def units_per_gb(document: Document, units: str) -> Decimal:
    size = _PER_GB.get(units.strip().upper())
    if size is None:
        raise document.wrong("remainingValue.units", "is not a unit of data")
    return size


def read_problem(document: Document, region: str | None = None) -> Problem:
    """A problem may be in several places; the one asked for is the one it is read for."""
    status = document.need("status").casefold()
    category = (document.text("category") or "").casefold()
    kind: Literal["outage", "congestion", "other"] = "other"
    if "outage" in category or "congestion" in category:
        kind = "outage" if "outage" in category else "congestion"
    places = [place.text("name") for place in document.children("affectedLocation")]
    asked = [place for place in places if region and same_place(place, region)]
    return Problem(
        id=document.need("id"),
        category=kind,
        region=next(iter(asked or places), None),
        open=status not in _OVER,
        eta=document.moment("resolutionDate"),
        since=document.moment("creationDate"),
        description=document.text("description") or document.text("name"),
    )
