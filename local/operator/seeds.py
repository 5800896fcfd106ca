"""Who the sandbox's customers are and what is the matter with each. Days count from the sandbox's today.

The same people are in docs/operator.md, as a table.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    number: str
    plan: str
    status: str = "active"
    roaming: bool = False
    contract_end: int | None = 400
    plan_until: int | None = None
    sim: str = "active"
    data_gb: float = 12.5
    balance: float | None = None
    dnd: bool = False
    id: str | None = None


@dataclass(frozen=True)
class Bill:
    """`due` and `issued` in days; `charges` as name, amount, type."""

    issued: int
    due: int
    charges: tuple[tuple[str, float, str], ...]
    paid: bool = False


@dataclass(frozen=True)
class Recharge:
    amount: float
    days: int
    credited: bool = True
    status: str = "done"


@dataclass(frozen=True)
class Customer:
    number: int
    name: str
    born: str
    region: str
    lines: tuple[Line, ...]
    bills: tuple[Bill, ...] = ()
    recharges: tuple[Recharge, ...] = ()
    complaint: str | None = None
    country: str = "IN"
    bare: bool = False


@dataclass(frozen=True)
class Plan:
    id: str
    name: str
    price: float
    currency: str
    account_type: str
    per_gb: float
    gb: float | None = None


PLANS = (
    Plan("pre-199", "Prepaid 199, 1.5 GB a day, 24 days", 199, "INR", "prepaid", 15),
    Plan("pre-299", "Prepaid 299, 2 GB a day, 28 days", 299, "INR", "prepaid", 15),
    Plan("pre-599", "Prepaid 599, 2 GB a day, 84 days", 599, "INR", "prepaid", 12),
    Plan("post-399", "Postpaid 399, 40 GB", 399, "INR", "postpaid", 20),
    Plan("post-599", "Postpaid 599, 75 GB", 599, "INR", "postpaid", 18),
    Plan("post-999", "Postpaid 999, 150 GB", 999, "INR", "postpaid", 15),
    Plan("us-basic", "Basic, 5 GB", 40, "USD", "postpaid", 2.5, 5),
    Plan("us-plus", "Plus, 15 GB", 55, "USD", "postpaid", 2, 15),
    Plan("us-premium", "Premium, 50 GB", 75.5, "USD", "postpaid", 1.5, 50),
)


def _usual(plan: str, amount: float, *extra: tuple[str, float, str]) -> tuple[tuple[str, float, str], ...]:
    return (("Monthly rental", amount, "recurringCharge"), *extra, (f"Discount {plan}", -20, "credit"))


CUSTOMERS = (
    Customer(1, "Asha Rao", "1990-04-12", "Karnataka", (Line("+919800000001", "pre-299", plan_until=12, balance=120),)),
    Customer(
        2,
        "Ravi Kumar",
        "1985-01-30",
        "Karnataka",
        (Line("+919800000002", "pre-299", plan_until=1, balance=4.5),),
        recharges=(Recharge(299, -29), Recharge(299, -1, credited=False)),
    ),
    Customer(
        3,
        "Meena Iyer",
        "1978-09-05",
        "Chennai",
        (Line("+919800000003", "post-599", roaming=True),),
        (
            Bill(-10, 8, _usual("loyalty", 599, ("GST 18%", 107.82, "tax"))),
            Bill(-40, -22, _usual("loyalty", 599, ("GST 18%", 107.82, "tax")), paid=True),
        ),
    ),
    Customer(
        4,
        "Vikram Singh",
        "1982-11-17",
        "Punjab",
        (Line("+919800000004", "post-399", "suspended"),),
        (Bill(-50, -20, _usual("autopay", 399, ("GST 18%", 71.82, "tax"))),),
    ),
    Customer(
        5,
        "Farah Khan",
        "1993-07-21",
        "Gujarat",
        (Line("+919800000005", "post-399", "suspended", contract_end=-15),),
        (Bill(-50, -20, _usual("autopay", 399)),),
    ),
    Customer(6, "Suresh Patel", "1969-02-28", "Gujarat", (Line("+919800000006", "post-999"),)),
    Customer(7, "Divya Nair", "1996-12-01", "Kerala", (Line("+919800000007", "post-399", data_gb=0),)),
    Customer(8, "Imran Sheikh", "1988-05-09", "Mumbai", (Line("+919800000008", "pre-199", plan_until=9, balance=60),)),
    Customer(9, "Pooja Gupta", "1999-03-14", "Delhi", (Line("+919800000009", "post-599"),)),
    Customer(
        10,
        "Arjun Das",
        "1975-10-10",
        "West Bengal",
        (Line("+919800000010", "pre-599", sim="locked", plan_until=50, balance=80),),
    ),
    Customer(
        11,
        "Lakshmi Menon",
        "1980-06-25",
        "Kerala",
        (
            Line("+919800000011", "post-999", roaming=True),
            Line("+919800000012", "post-399", data_gb=0.4),
            Line("+919800000013", "post-399", "suspended", contract_end=-40),
        ),
        (Bill(-5, 12, _usual("family", 1797, ("GST 18%", 323.46, "tax"))),),
    ),
    Customer(
        14,
        "Rahul Verma",
        "2001-08-08",
        "Rajasthan",
        (Line("+919800000014", "pre-199", plan_until=-2, balance=0, data_gb=0),),
    ),
    Customer(
        15,
        "Neha Joshi",
        "1991-01-19",
        "Maharashtra",
        (Line("+919800000015", "post-599"),),
        (
            Bill(
                -8,
                10,
                _usual(
                    "loyalty",
                    599,
                    ("Premium SMS service", 499, "usageCharge"),
                    ("International roaming pack", 2998, "oneTimeCharge"),
                ),
            ),
        ),
    ),
    Customer(
        16,
        "Karan Malhotra",
        "1987-04-04",
        "Haryana",
        (Line("+919800000016", "post-599", "suspended"),),
        (Bill(-80, -50, _usual("autopay", 599)), Bill(-50, -20, _usual("autopay", 599, ("Late fee", 100, "fee")))),
    ),
    Customer(
        17,
        "Sunita Devi",
        "1972-12-12",
        "Bihar Jharkhand",
        (Line("+919800000017", "pre-199", "pendingActive", balance=199),),
    ),
    Customer(
        18, "Mohan Lal", "1960-03-03", "Delhi", (Line("+919800000018", "post-399", "terminated", contract_end=-200),)
    ),
    Customer(
        19,
        "Zoya Ali",
        "1994-09-29",
        "Andhra Telangana",
        (Line("+919800000019", "pre-299", plan_until=20, balance=33),),
        complaint="Calls drop at home every evening",
    ),
    Customer(
        20,
        "Gopal Reddy",
        "1983-02-16",
        "Andhra Telangana",
        (Line("+919800000020", "pre-199", plan_until=3, balance=210),),
        recharges=(
            Recharge(199, -3),
            Recharge(199, -3, credited=False),
            Recharge(599, -2, credited=False, status="failed"),
        ),
    ),
    Customer(
        21, "Thomas Mathew", "1965-05-05", "Kerala", (Line("+919800000021", "post-399", contract_end=None),), bare=True
    ),
    Customer(
        31,
        "John Smith",
        "1985-06-15",
        "New York",
        (
            Line("555-123-2001", "us-basic", roaming=True),
            Line("555-123-2002", "us-plus", data_gb=0),
            Line("555-123-2003", "us-basic", "suspended", contract_end=-30),
        ),
        (Bill(-20, 10, (("Monthly plans", 135, "recurringCharge"), ("Taxes", 10.13, "tax"))),),
        country="US",
    ),
    Customer(
        32,
        "Sarah Lee",
        "1990-10-20",
        "California",
        (Line("555-123-2101", "us-premium", "suspended"),),
        (Bill(-55, -25, (("Monthly plan", 75.5, "recurringCharge"), ("Taxes", 5.66, "tax"))),),
        country="US",
    ),
    Customer(
        33,
        "David Jones",
        "1979-01-02",
        "Texas",
        (Line("555-123-2201", "us-plus", "suspended", contract_end=-5),),
        (Bill(-55, -25, (("Monthly plan", 55, "recurringCharge"),)),),
        country="US",
    ),
)

PROBLEMS = (
    ("problem-1", "outage", "Mumbai", "Fibre cut near Andheri", 6),
    ("problem-2", "congestion", "Delhi", "Cells are congested in the evening", 48),
    ("problem-3", "outage", "Texas", "Storm damage", 12),
    ("problem-4", "congestion", "Mumbai", "Traffic moved to neighbouring cells", 8),
)
"""id, category, region, what happened, hours until it ends."""
