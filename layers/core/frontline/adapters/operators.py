"""Which back office an organisation has: the installation's own, or what its entry in SSM Parameter Store says."""

from aws_lambda_powertools.utilities import parameters
from pydantic import ValidationError

from frontline.adapters.operator import ApiKey, ClientCredentials, Credentials, TmfOperator
from frontline.adapters.settings import Settings
from frontline.model.base import Frozen
from frontline.model.errors import OperatorUnavailable
from frontline.ports import Operator

SECONDS_REMEMBERED = 300


class Entry(Frozen):
    """A SecureString `<prefix><organisation>`: where its operator is, and how we show who we are."""

    url: str
    api_key: str | None = None
    token_url: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    scope: str | None = None


class Operators:
    """One client per organisation and environment; it keeps its connections."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[Entry, TmfOperator] = {}

    def of(self, organisation: str) -> Operator:
        entry = self._entry(organisation)
        if entry not in self._known:
            self._known[entry] = TmfOperator(entry.url, _credentials(entry))
        return self._known[entry]

    def _entry(self, organisation: str) -> Entry:
        if not self._settings.operator_parameters:
            return self._default()
        name = self._settings.operator_parameters + organisation
        try:
            return Entry.model_validate_json(_parameter(name))
        except parameters.exceptions.GetParameterError as exc:
            if type(exc.__cause__).__name__ == "ParameterNotFound" or "ParameterNotFound" in str(exc):
                return self._default()
            raise OperatorUnavailable("which operator this organisation has cannot be looked up") from exc
        except ValidationError as exc:
            raise OperatorUnavailable(f"parameter {name} is not an operator entry; see docs/operator.md") from exc

    def _default(self) -> Entry:
        if not self._settings.operator_url:
            raise OperatorUnavailable("no operator is configured: set OperatorUrl or the organisation's parameter")
        return Entry(url=self._settings.operator_url)


def _parameter(name: str) -> str:
    """Decrypted, remembered for five minutes."""
    return str(parameters.get_parameter(name, decrypt=True, max_age=SECONDS_REMEMBERED))


def _credentials(entry: Entry) -> Credentials | None:
    if entry.api_key:
        return ApiKey(entry.api_key)
    if entry.token_url and entry.client_id and entry.client_secret:
        return ClientCredentials(entry.token_url, entry.client_id, entry.client_secret, entry.scope or "")
    return None
