"""Which operator an organisation has: its own entry in Parameter Store, or the installation's."""

import json
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import boto3
import pytest

from frontline.adapters.operators import SECONDS_REMEMBERED, Operators
from frontline.adapters.organisations import Organisations
from frontline.adapters.settings import Settings
from frontline.model.errors import Invalid, OperatorUnavailable
from frontline.trades.telecom.ports import Operator
from local.operator import SandboxOperator
from tests.support.aws import a_table, an_organisation, in_moto
from tests.support.world import ACME

OperatorOf = Callable[..., Operator]
PREFIX = "/frontline/test/operator/"
MEENA = "+919800000003"


@pytest.fixture
def account() -> Iterator[Any]:
    """Acme and Globex have customers prove who they are; Initech knows them by their number."""
    with in_moto():
        table = a_table("conversations")
        for name in ("acme", "globex"):
            an_organisation(table, "conversations", ACME.but(id=name), f"key-of-{name}", ("turns",))
        initech = ACME.but(id="initech", identity="number")
        an_organisation(table, "conversations", initech, "key-of-initech", ("turns",))
        yield table


@pytest.fixture
def guarded() -> Iterator[SandboxOperator]:
    """An operator that asks for a key."""
    with SandboxOperator(datetime.fromisoformat("2026-11-16T12:00:00+00:00"), "the-key").serve() as operator:
        yield operator


def kept(organisation: str, **entry: object) -> None:
    boto3.client("ssm").put_parameter(Name=PREFIX + organisation, Value=json.dumps(entry), Type="SecureString")


@pytest.fixture
def operator_of(account: Any) -> Iterator[OperatorOf]:
    """The operator of an organisation, where the installation's own is at a URL, or nowhere."""
    made: list[Operators] = []

    def find(organisation: str, url: str = "") -> Operator:
        organisations = Organisations(account, "conversations", lambda: 0.0)
        made.append(Operators(Settings(operator_parameters=PREFIX, operator_url=url), organisations))
        return made[-1].of(organisation)

    yield find
    for operator in (known for one in made for known in one._known.values()):
        operator.close()


def test_an_organisation_is_served_by_its_own_operator_with_its_own_key(
    operator_of: OperatorOf, guarded: SandboxOperator
) -> None:
    kept("acme", url=guarded.url, api_key="the-key")
    kept("globex", url=guarded.url, api_key="another")
    assert operator_of("acme").find_line(MEENA).customer_id == "customer-3"
    with pytest.raises(Invalid):
        operator_of("globex").find_line(MEENA)


def test_an_organisation_without_an_entry_has_the_installations_operator(
    operator_of: OperatorOf, sandbox: SandboxOperator
) -> None:
    assert operator_of("acme", sandbox.url).find_line(MEENA).customer_id == "customer-3"
    with pytest.raises(OperatorUnavailable, match="no operator is configured"):
        operator_of("acme")


def test_what_an_operator_leaves_unsaid_is_said_by_its_entry(operator_of: OperatorOf, sandbox: SandboxOperator) -> None:
    plan = {"id": "plan-1", "name": "Light 99", "price": {"amount": "99", "currency": "INR"}}
    kept("acme", url=sandbox.url, currency="INR", country_code="91", api_key_header="X-Key", plans=[plan])
    operator = operator_of("acme")
    assert operator.find_line("9800000003").number == MEENA
    assert "plan-1" in {plan.id for plan in operator.plans("line-0003")}


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"url": "https://bss.example.com", "token_url": "https://bss.example.com/token", "client_id": "we"},
        {"url": "https://b.example.com", "token_url": "t", "client_id": "we", "client_secret": "s", "api_key": "k"},
        {"url": "https://bss.example.com", "apikey": "k"},
    ],
    ids=["no url", "half of the credentials", "two kinds of credentials", "a field nobody knows"],
)
def test_an_entry_that_makes_no_sense_is_not_half_used_and_its_secrets_are_not_told(
    operator_of: OperatorOf, entry: dict[str, object]
) -> None:
    kept("acme", **entry)
    with pytest.raises(OperatorUnavailable, match=r"docs/operator\.md") as told:
        operator_of("acme")
    assert "'s'" not in "".join(traceback.format_exception(told.value))


def test_an_operator_is_kept_with_its_connections(account: Any, sandbox: SandboxOperator) -> None:
    operators = Operators(Settings(operator_url=sandbox.url), Organisations(account, "conversations", lambda: 0.0))
    assert operators.of("globex") is operators.of("acme")


def test_that_an_organisation_has_no_entry_is_asked_once_in_five_minutes(
    account: Any, sandbox: SandboxOperator, guarded: SandboxOperator
) -> None:
    now = [0.0]
    organisations = Organisations(account, "conversations", lambda: now[0])
    settings = Settings(operator_parameters=PREFIX, operator_url=sandbox.url)
    operators = Operators(settings, organisations, lambda: now[0])
    shared = operators.of("acme")
    kept("acme", url=guarded.url, api_key="the-key")
    now[0] = SECONDS_REMEMBERED - 1
    assert operators.of("acme") is shared
    now[0] = SECONDS_REMEMBERED
    assert operators.of("acme") is not shared


def test_who_knows_customers_by_number_gets_nothing_from_the_operator_that_all_share(
    operator_of: OperatorOf, sandbox: SandboxOperator
) -> None:
    with pytest.raises(
        OperatorUnavailable, match=r"initech knows its customers by their number .*test/operator/initech"
    ):
        operator_of("initech", sandbox.url)
    kept("initech", url=sandbox.url.replace("http", "HTTP") + "/")
    with pytest.raises(OperatorUnavailable, match="OperatorUrl"):
        operator_of("initech", sandbox.url)


def test_a_key_that_the_shared_operator_does_not_ask_for_makes_nobody_somebody_else(
    operator_of: OperatorOf, sandbox: SandboxOperator
) -> None:
    kept("initech", url=sandbox.url, api_key="anything")
    with pytest.raises(OperatorUnavailable, match="OperatorUrl"):
        operator_of("initech", sandbox.url)


def test_who_knows_customers_by_number_is_served_by_an_operator_of_their_own(
    operator_of: OperatorOf, sandbox: SandboxOperator, guarded: SandboxOperator
) -> None:
    kept("initech", url=guarded.url, api_key="the-key")
    assert operator_of("initech", sandbox.url).find_line(MEENA).customer_id == "customer-3"


def test_nobody_is_served_by_the_shared_operator_who_cannot_be_looked_up(
    operator_of: OperatorOf, sandbox: SandboxOperator, account: Any
) -> None:
    with pytest.raises(OperatorUnavailable, match="no such"):
        operator_of("nobody", sandbox.url)
    account.delete_table(TableName="conversations")
    with pytest.raises(OperatorUnavailable, match="cannot be looked up"):
        operator_of("acme", sandbox.url)
