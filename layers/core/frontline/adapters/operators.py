"""Which back office an organisation has: the installation's own, or what its entry in SSM Parameter Store says."""

from functools import cached_property
from typing import TYPE_CHECKING

from aws_lambda_powertools.utilities import parameters
from pydantic import ValidationError, model_validator

from frontline.adapters.operator import ApiKey, ClientCredentials, Credentials, Profile, TmfOperator
from frontline.adapters.settings import Settings
from frontline.model.base import Frozen
from frontline.model.errors import OperatorUnavailable
from frontline.model.operator import Plan
from frontline.ports import Operator

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SSMProvider

SECONDS_REMEMBERED = 300


class Entry(Frozen):
    """A SecureString `<prefix><organisation>`: where its operator is, how we show who we are, and what it leaves unsaid."""

    url: str
    api_key: str | None = None
    api_key_header: str = "X-API-Key"
    token_url: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    scope: str | None = None
    currency: str | None = None
    country_code: str | None = None
    plans: tuple[Plan, ...] = ()

    @model_validator(mode="after")
    def _one_kind_of_credentials(self) -> "Entry":
        """Half a credential would be none, and an operator asked without one."""
        parts = [bool(part) for part in (self.token_url, self.client_id, self.client_secret)]
        if any(parts) and (not all(parts) or self.api_key):
            raise ValueError("give an api_key, or token_url with client_id and client_secret, or none of them")
        return self


class Operators:
    """One client per organisation and environment; it keeps its connections."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[Entry, TmfOperator] = {}

    def of(self, organisation: str) -> Operator:
        entry = self._entry(organisation)
        if entry not in self._known:
            profile = Profile(entry.currency, entry.country_code, entry.plans)
            self._known[entry] = TmfOperator(entry.url, _credentials(entry), profile=profile)
        return self._known[entry]

    def _entry(self, organisation: str) -> Entry:
        if not self._settings.operator_parameters:
            return self._default()
        name = self._settings.operator_parameters + organisation
        try:
            return Entry.model_validate_json(self._parameter(name))
        except parameters.exceptions.GetParameterError as exc:
            if type(exc.__cause__).__name__ == "ParameterNotFound" or "ParameterNotFound" in str(exc):
                return self._default()
            raise OperatorUnavailable("which operator this organisation has cannot be looked up") from exc
        except ValidationError:
            # Its own words would quote the entry, secrets and all.
            raise OperatorUnavailable(f"parameter {name} is not an operator entry; see docs/operator.md") from None

    def _default(self) -> Entry:
        if not self._settings.operator_url:
            raise OperatorUnavailable("no operator is configured: set OperatorUrl or the organisation's parameter")
        return Entry(url=self._settings.operator_url)

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
