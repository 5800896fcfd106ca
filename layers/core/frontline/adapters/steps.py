"""How a step meets the outside world: the organisation's operator, and a memory of what was already changed."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import Field

from frontline.adapters.approvals import Approvals
from frontline.adapters.fates import Fates
from frontline.adapters.line_guard import LineGuard, Sender, TableTallies
from frontline.adapters.operators import Operators
from frontline.adapters.orders import TableOrders, by_reference
from frontline.adapters.settings import Settings
from frontline.model.base import Frozen
from frontline.model.errors import ChangeUnderWay, Invalid, OperatorUnavailable, OrderStopped
from frontline.trades.telecom.steps import STEPS, Step

if TYPE_CHECKING:
    from frontline.adapters.announcer import Announcer
    from frontline.adapters.wiring import Wiring

DAYS_REMEMBERED = 7


class Call(Frozen):
    """One task of an execution. `key` is the execution's and the state's name: the same for every retry of it. An order's
    task names its `conversation`, where its inputs lie; an inquiry's brings them along."""

    step: str
    organisation: str
    key: str
    conversation: str = ""
    input: dict[str, Any] = Field(default_factory=dict)

    @property
    def order(self) -> str:
        return self.key.partition("/")[0]


class Runner:
    """One per environment."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def run(self, call: Call, context: LambdaContext) -> dict[str, Any]:
        """A step that changes something is run once for its key; a second call gets the first one's output."""
        step = STEPS.get(call.step)
        if step is None:
            raise Invalid(
                f"there is no step {call.step!r}; steps are named in frontline.trades.telecom.steps", where="step"
            )
        return self._once(step, call, context) if step.changes else self._now(step, call)

    def _now(self, step: Step, call: Call) -> dict[str, Any]:
        operator = self._operators.of(call.organisation)
        guard = self._guard(call.organisation)
        kept_in, announcer = self._settings.step_results_table_name, self._announcer if step.asks else None
        approvals = Approvals(self._table, kept_in, call.organisation, announcer)

        def run(given: dict[str, Any]) -> dict[str, Any]:
            output = step(given, operator, guard, f"{call.organisation}/{call.key}", approvals)
            return output.model_dump(mode="json", exclude_none=True)

        if not call.conversation:
            return run(call.input)
        return by_reference(step, call.input, self._orders, (call.organisation, call.conversation, call.order), run)

    def _guard(self, organisation: str) -> LineGuard:
        tallies = TableTallies(self._table, self._settings.step_results_table_name)
        return LineGuard(tallies, organisation, self._sender)

    def _once(self, step: Step, call: Call, context: LambdaContext) -> dict[str, Any]:
        """Guarded by Powertools; the operator gets the same key, for the case that we fail between its commit and ours. From
        here on the order cannot be stopped, unless it was before."""
        if not step.recallable and not self._fates.begin(call.organisation, call.order):
            raise OrderStopped("the customer called this order off before it began")
        from aws_lambda_powertools.utilities.idempotency import IdempotencyConfig, idempotent_function
        from aws_lambda_powertools.utilities.idempotency.exceptions import (
            IdempotencyAlreadyInProgressError,
            IdempotencyPersistenceLayerError,
        )

        config = IdempotencyConfig(expires_after_seconds=DAYS_REMEMBERED * 24 * 60 * 60, lambda_context=context)

        def change(*, key: str) -> dict[str, Any]:
            del key
            return self._now(step, call)

        once = idempotent_function(change, data_keyword_argument="key", persistence_store=self._memory, config=config)
        try:
            done: dict[str, Any] = once(key=f"{call.organisation}/{call.key}")
        except IdempotencyAlreadyInProgressError as exc:
            raise ChangeUnderWay("this very change is being made by another call") from exc
        except IdempotencyPersistenceLayerError as exc:
            raise OperatorUnavailable("what was already changed cannot be looked up") from exc
        return done

    @cached_property
    def _wiring(self) -> "Wiring":
        from frontline.adapters.wiring import Wiring

        return Wiring(self._settings)

    @cached_property
    def _table(self) -> Any:
        return self._wiring.table

    @cached_property
    def _announcer(self) -> "Announcer":
        from frontline.adapters.announcer import Announcer

        wiring = self._wiring
        return Announcer(wiring.store, lambda: wiring.client("events"), self._settings.bus_name)

    @cached_property
    def _orders(self) -> TableOrders:
        return self._wiring.orders

    @cached_property
    def _fates(self) -> Fates:
        return Fates(self._table, self._settings.step_results_table_name)

    @cached_property
    def _sender(self) -> Sender | None:
        return Sender(self._settings.sender_url) if self._settings.sender_url else None

    @cached_property
    def _operators(self) -> Operators:
        return Operators(self._settings, self._wiring.organisations)

    @cached_property
    def _memory(self) -> Any:
        from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer

        return DynamoDBPersistenceLayer(table_name=self._settings.step_results_table_name)
