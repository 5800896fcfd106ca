"""Which adapter stands behind which port, for each function. Everything is made once per environment, on first use."""

import math
import time
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from frontline.adapters.deadline import PATIENCES, Deadline, InTime
from frontline.adapters.settings import Settings
from frontline.model.organisation import Organisation
from frontline.ports import LanguageModel, World
from frontline.trades import trade_of

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SSMProvider

    from frontline.adapters.approvals import Approvals
    from frontline.adapters.erasure import Erasure
    from frontline.adapters.fates import Fates
    from frontline.adapters.flows.published import Published
    from frontline.adapters.flows.sessions import Sessions
    from frontline.adapters.followers import Followers
    from frontline.adapters.llm.classifier import Classifier
    from frontline.adapters.llm.guard import Budget, Timed
    from frontline.adapters.orders import TableOrders
    from frontline.adapters.organisations import Organisations
    from frontline.adapters.stepfunctions import StepFunctions
    from frontline.model.turn import Turn
    from frontline.ports import Store


class Wiring:
    """The outside world of one function's environment."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._hurried: dict[int, StepFunctions] = {}

    @cached_property
    def _session(self) -> Any:
        from botocore.session import get_session

        return get_session()

    def client(self, service: str, *, read_timeout: float = 3.0, attempts: int = 2) -> Any:
        """Short timeouts and few retries: a turn has an answer for a service that does not respond."""
        from botocore.config import Config

        config = Config(
            connect_timeout=1.0,
            read_timeout=read_timeout,
            retries={"total_max_attempts": attempts, "mode": "standard"},
            tcp_keepalive=True,
        )
        return self._session.create_client(service, config=config)

    @cached_property
    def table(self) -> Any:
        return self.client("dynamodb", read_timeout=2.0)

    @cached_property
    def organisations(self) -> "Organisations":
        from frontline.adapters.organisations import Organisations

        return Organisations(self.table, self.settings.table_name, time.monotonic)

    @cached_property
    def store(self) -> "Store":
        from frontline.adapters.fallback import FallbackStore

        return FallbackStore(self._rows)

    @cached_property
    def _rows(self) -> "Store":
        """As the table has them, and not as this environment remembers them."""
        from frontline.adapters.dynamodb import DynamoStore

        return DynamoStore(self.table, self.settings.table_name, self.settings.retention_days)

    def erased(self, turn: "Turn") -> bool:
        """Whether the table has nothing of this committed turn any more."""
        return self._rows.turn(turn.message.organisation, turn.message.conversation, turn.seq) is None

    @cached_property
    def states(self) -> Any:
        return self._states(max(PATIENCES))

    def _states(self, patience: int) -> Any:
        return self.client("stepfunctions", read_timeout=float(patience), attempts=1)

    def approvals(self, organisation: str) -> "Approvals":
        from frontline.adapters.approvals import Approvals

        return Approvals(self.table, self.settings.step_results_table_name, organisation)

    @cached_property
    def workflows(self) -> "StepFunctions":
        return self._workflows_over(self.states)

    def workflows_within(self, patience: int) -> "StepFunctions":
        """The same state machines, asked for so many seconds at most."""
        if patience == max(PATIENCES):
            return self.workflows
        if patience not in self._hurried:
            self._hurried[patience] = self._workflows_over(self._states(patience))
        return self._hurried[patience]

    def _workflows_over(self, states: Any) -> "StepFunctions":
        from frontline.adapters.stepfunctions import StepFunctions

        return StepFunctions(states, self.settings.state_machine_prefix, self.fates, self.followers, self.orders)

    @cached_property
    def fates(self) -> "Fates":
        from frontline.adapters.fates import Fates

        return Fates(self.table, self.settings.step_results_table_name)

    @cached_property
    def orders(self) -> "TableOrders":
        from frontline.adapters.orders import TableOrders

        return TableOrders(self._rows, self.table, self.settings.step_results_table_name)

    @cached_property
    def erasure(self) -> "Erasure":
        from frontline.adapters.erasure import Erasure

        kept = (self.orders, self.followers, self.sessions, self.approvals)
        return Erasure(self.store, self.workflows, self.fates, *kept)

    @cached_property
    def followers(self) -> "Followers":
        from frontline.adapters.followers import Followers

        return Followers(self.table, self.settings.table_name, self.settings.retention_days)

    @cached_property
    def classifier(self) -> "Classifier":
        from frontline.adapters.llm.classifier import Classifier

        return Classifier()

    @cached_property
    def budget(self) -> "Budget":
        from frontline.adapters.llm.guard import Budget

        return Budget(self.settings.models_budget_seconds, time.monotonic)

    @cached_property
    def models(self) -> dict[str, LanguageModel]:
        """The rungs that are configured, best first. The classifier needs no network, so nothing guards it."""
        models: dict[str, LanguageModel] = {}
        if self.settings.gemini_api_key_parameter:
            models["gemini"] = self._guarded(self._gemini(), deadline=6.0)
        if self.settings.ollama_url:
            models["phi3"] = self._guarded(self._phi3(), deadline=8.0)
        return {**models, "classifier": self.classifier}

    def world(self, organisation: Organisation, deadline: Deadline | None = None) -> World:
        """What one turn of this organisation may reach, by its deadline if it has one. The models' time budget starts now."""
        self.budget.start(deadline.to_spend() if deadline else math.inf)
        return World(
            organisation=organisation,
            trade=trade_of(organisation),
            store=self.store,
            models=[self.models[name] for name in organisation.models if name in self.models],
            classifier=self.classifier,
            workflows=InTime(self.workflows_within, deadline) if deadline else self.workflows,
            session_minutes=self.settings.session_minutes,
            flows=self.flows,
        )

    @cached_property
    def sessions(self) -> "Sessions":
        from frontline.adapters.flows.sessions import Sessions

        return Sessions(self.table, self.settings.table_name)

    @cached_property
    def flows(self) -> "Published":
        from frontline.adapters.flows.published import Published
        from frontline.adapters.flows.versions import Versions

        return Published(Versions(self.table, self.settings.table_name), self.classifier)

    def _guarded(self, model: "Timed", *, deadline: float) -> LanguageModel:
        from frontline.adapters.llm.guard import Guarded

        return Guarded(model, budget=self.budget, clock=time.monotonic, deadline=deadline)

    def _gemini(self) -> "Timed":
        from frontline.adapters.llm.gemini import GOOGLE, Gemini

        return Gemini(key=self._gemini_key, model=self.settings.gemini_model, url=self.settings.gemini_url or GOOGLE)

    def _phi3(self) -> "Timed":
        from frontline.adapters.llm.ollama import Ollama

        return Ollama(url=self.settings.ollama_url, model=self.settings.ollama_model)

    def _gemini_key(self) -> str:
        """From SSM, decrypted, kept five minutes by Powertools."""
        return str(self._parameters.get(self.settings.gemini_api_key_parameter, decrypt=True, max_age=300))

    @cached_property
    def _parameters(self) -> "SSMProvider":
        """Over a client of ours, which is not patient: a turn waits for it."""
        from aws_lambda_powertools.utilities.parameters import SSMProvider

        return SSMProvider(boto3_client=self.client("ssm", read_timeout=2.0, attempts=1))


def utc_offset(organisation: Organisation, at: int) -> int:
    """Minutes the organisation's clocks are ahead of UTC at that moment."""
    moment = datetime.fromtimestamp(at / 1000, ZoneInfo(organisation.time_zone))
    return int((moment.utcoffset() or moment - moment).total_seconds() // 60)
