"""Runs one step of a workflow: {"step", "input", "organisation", "key"} in, the step's output out. No decisions here."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from frontline.adapters.settings import Settings
from frontline.adapters.steps import Call, Runner
from frontline.model.errors import FrontlineError, Misbehaved

logger = Logger()


@cache
def runner() -> Runner:
    """Made when the first step arrives, so that importing this file does nothing."""
    return Runner(Settings.of())


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """An error keeps its class name, by which the state machine retries or catches it, and nothing else: an execution's
    history, and Lambda's log, would keep its words. What a newer state machine tells beside is not for this release."""
    call = Call.model_validate(event, extra="ignore")
    logger.append_keys(step=call.step, organisation=call.organisation, key=call.key)
    try:
        output = runner().run(call, context)
    except FrontlineError as error:
        logger.warning("step failed", error=type(error).__name__)
        error.args = (f"in {call.step}",)
        raise error from None
    except Exception as error:  # noqa: BLE001  whatever it is, its words stay here
        logger.error("step broke", error=type(error).__name__)  # noqa: TRY400  no values
        raise Misbehaved(f"{type(error).__name__} in {call.step}") from None
    logger.info("step done")
    return output
