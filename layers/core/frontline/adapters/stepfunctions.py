"""The state machines, by name: `<prefix><workflow>`. Inquiries are Express and synchronous, orders Standard."""

from functools import partial
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

from frontline.adapters.executions import STOPPED, execution_input, outcome_of
from frontline.adapters.fates import Fates
from frontline.adapters.followers import Followers
from frontline.adapters.orders import Orders
from frontline.model.action import RunWorkflow
from frontline.model.errors import Unavailable, WorkflowsRefused, WorkflowsUnavailable
from frontline.model.message import Outcome
from frontline.model.organisation import Organisation
from frontline.model.turn import Order

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient


_FINAL = frozenset(
    {
        "StateMachineDoesNotExist",
        "StateMachineDeleting",
        "StateMachineTypeNotSupported",
        "InvalidExecutionInput",
        "InvalidArn",
        "InvalidName",
        "ValidationException",
    }
)
"""What Step Functions says to a start that will not work later either."""
_NO_EXECUTION = frozenset({"ExecutionDoesNotExist", "StateMachineDoesNotExist", "InvalidArn", "InvalidName"})


def _final(error: Exception) -> bool:
    return isinstance(error, ParamValidationError) or (
        isinstance(error, ClientError) and error.response["Error"]["Code"] in _FINAL
    )


class StepFunctions:
    """One execution a name, whoever starts it and however often."""

    def __init__(
        self,
        client: "SFNClient",
        prefix: str,
        fates: Fates | None = None,
        followers: Followers | None = None,
        orders: Orders | None = None,
    ) -> None:
        self._client = client
        self._prefix = prefix
        self._fates = fates
        self._followers = followers
        self._orders = orders

    def inquire(self, organisation: Organisation, run: RunWorkflow, name: str) -> Outcome:
        try:
            ended = self._client.start_sync_execution(
                stateMachineArn=self._prefix + run.workflow,
                name=name,
                input=execution_input(organisation.id, "", run.inputs),
            )
        except (ClientError, BotoCoreError) as exc:
            raise WorkflowsUnavailable(f"{run.workflow} could not be run: {type(exc).__name__}") from exc
        return outcome_of(ended["status"], ended.get("output"))

    def start(self, organisation: str, conversation: str, order: Order) -> None:
        if order.shared and self._followers:
            self._followers.add(organisation, order.name, conversation)
        try:
            self._client.start_execution(
                stateMachineArn=self._prefix + order.workflow,
                name=order.name,
                input=execution_input(organisation, "" if order.shared else conversation, order.inputs),
            )
        except self._client.exceptions.ExecutionAlreadyExists:
            return
        except (ClientError, BotoCoreError) as exc:
            if not _final(exc):
                raise WorkflowsUnavailable(f"{order.workflow} could not be started: {type(exc).__name__}") from exc
            if not self._exists(order):
                raise WorkflowsRefused(f"{order.workflow} can never be started", code=type(exc).__name__) from exc

    def stop(self, organisation: str, order: Order) -> None:
        """The fate is decided first, in one conditional write: who begins a change and who stops it cannot both win."""
        if self._fates is None or not self._fates.stop(organisation, order.name):
            return
        try:
            self._client.stop_execution(
                executionArn=self._execution(order), error=STOPPED, cause="the customer called it off"
            )
        except self._client.exceptions.ExecutionDoesNotExist:
            return
        except (ClientError, BotoCoreError) as exc:
            raise WorkflowsUnavailable(f"{order.workflow} could not be stopped: {type(exc).__name__}") from exc

    def outcome(self, organisation: str, conversation: str, order: Order) -> Outcome | None:
        try:
            execution = self._client.describe_execution(executionArn=self._execution(order))
            if execution["status"] in ("RUNNING", "PENDING_REDRIVE"):
                return None
            known = partial(self._orders.values, organisation, conversation, order.name) if self._orders else dict
            return outcome_of(execution["status"], execution.get("output"), execution.get("error"), known)
        except (ClientError, BotoCoreError, Unavailable):
            return None

    def _exists(self, order: Order) -> bool:
        """A state machine that was taken away since may have taken the order before."""
        try:
            self._client.describe_execution(executionArn=self._execution(order))
        except ClientError as exc:
            if exc.response["Error"]["Code"] in _NO_EXECUTION:
                return False
            raise WorkflowsUnavailable(f"{order.workflow} cannot be looked up: {type(exc).__name__}") from exc
        except BotoCoreError as exc:
            raise WorkflowsUnavailable(f"{order.workflow} cannot be looked up: {type(exc).__name__}") from exc
        return True

    def _execution(self, order: Order) -> str:
        machine = self._prefix + order.workflow
        return f"{machine.replace(':stateMachine:', ':execution:', 1)}:{order.name}"
