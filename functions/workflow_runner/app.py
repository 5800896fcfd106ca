"""Runs one step of a workflow: {"step", "input", "organisation", "key"} in, the step's output out. No decisions here."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from frontline.adapters.settings import Settings
from frontline.adapters.steps import Call, Runner

logger = Logger()


@cache
def runner() -> Runner:
    """Made when the first step arrives, so that importing this file does nothing."""
    return Runner(Settings.of())


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """An error keeps its class name, by which the state machine retries or catches it. What a newer state machine tells
    beside is not for this release."""
    call = Call.model_validate(event, extra="ignore")
    logger.append_keys(step=call.step, organisation=call.organisation, key=call.key)
    output = runner().run(call, context)
    logger.info("step done")
    return output
