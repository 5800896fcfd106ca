"""HTTP in, HTTP out, for those who work at an organisation: flows, agents, numbers, journals, erasure, approvals."""

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from frontline.adapters.api import authoring, desk, telephones
from frontline.adapters.api.gateway import logger, resolver_of

app = resolver_of(authoring.router, telephones.router, desk.router)


@logger.inject_lambda_context(correlation_id_path="requestContext.requestId", clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """API Gateway's request: what no customer and no channel may ever cause."""
    return app.resolve(event, context)
