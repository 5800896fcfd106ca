"""Which back office an organisation has: the installation's own, or what its entry in SSM Parameter Store says."""

import math
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from aws_lambda_powertools.utilities import parameters
from pydantic import ValidationError

from frontline.adapters.offices import Entry, Offices
from frontline.adapters.operator import ApiKey, ClientCredentials, Credentials, Profile, TmfOperator
from frontline.adapters.organisations import Organisations
from frontline.adapters.settings import Settings
from frontline.model.errors import NotFound, OperatorUnavailable, Refused, StoreUnavailable
from frontline.trades.telecom.ports import Operator

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SSMProvider

SECONDS_REMEMBERED = 300
"""What an organisation has, and that it has none of its own."""


class Operators:
    """One client per organisation and environment; it keeps its connections."""

    def __init__(
        self, settings: Settings, organisations: Organisations, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings = settings
        self._organisations = organisations
        self._clock = clock
        self._without: dict[str, float] = {}
        self._shared = Entry(url=settings.operator_url) if settings.operator_url else None
        self._known: dict[Entry, TmfOperator] = {}

    def of(self, organisation: str) -> Operator:
        entry = self._entry(organisation)
        if self._shared and entry.leads_where(self._shared):
            self._refuse_unless_proved(organisation)
        if entry not in self._known:
            profile = Profile(entry.currency, entry.country_code, entry.plans)
            self._known[entry] = TmfOperator(entry.url, _credentials(entry), profile=profile)
        return self._known[entry]

    def _refuse_unless_proved(self, organisation: str) -> None:
        """Whose customers are known by a number alone gets nothing from the operator that all share."""
        try:
            known = self._organisations.get(organisation)
            Offices(self._shared, prefix=self._settings.operator_parameters).refuse_second_door(
                known, self._organisations.get
            )
        except StoreUnavailable as exc:
            raise OperatorUnavailable("who asks for the shared operator cannot be looked up") from exc
        except (NotFound, Refused) as exc:
            raise OperatorUnavailable(f"the shared operator is not for {organisation}: {exc}") from exc

    def _entry(self, organisation: str) -> Entry:
        if not self._settings.operator_parameters:
            return self._default()
        name = self._settings.operator_parameters + organisation
        if self._without.get(organisation, -math.inf) > self._clock():
            return self._default()
        try:
            return Entry.model_validate_json(self._parameter(name))
        except parameters.exceptions.GetParameterError as exc:
            if type(exc.__cause__).__name__ == "ParameterNotFound" or "ParameterNotFound" in str(exc):
                self._without[organisation] = self._clock() + SECONDS_REMEMBERED
                return self._default()
            raise OperatorUnavailable("which operator this organisation has cannot be looked up") from exc
        except ValidationError:
            # Its own words would quote the entry, secrets and all.
            raise OperatorUnavailable(f"parameter {name} is not an operator entry; see docs/operator.md") from None

    def _default(self) -> Entry:
        if self._shared is None:
            raise OperatorUnavailable("no operator is configured: set OperatorUrl or the organisation's parameter")
        return self._shared

    def _parameter(self, name: str) -> str:
        """Decrypted, remembered for five minutes."""
        return str(self._parameters.get(name, decrypt=True, max_age=SECONDS_REMEMBERED))

    @cached_property
    def _parameters(self) -> "SSMProvider":
        """Impatient: a step has seconds."""
        from botocore.config import Config

        patience = Config(connect_timeout=1.0, read_timeout=2.0, retries={"total_max_attempts": 2, "mode": "standard"})
        return parameters.SSMProvider(boto_config=patience)


def _credentials(entry: Entry) -> Credentials | None:
    if entry.api_key:
        return ApiKey(entry.api_key, entry.api_key_header)
    if entry.token_url and entry.client_id and entry.client_secret:
        return ClientCredentials(entry.token_url, entry.client_id, entry.client_secret, entry.scope or "")
    return None
