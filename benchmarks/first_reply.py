"""Run in an interpreter of its own: answers one request and prints the CPU seconds it took, imports included."""

import json
import os
import sys
import time
from types import SimpleNamespace

EVENT = {
    "version": "2.0",
    "routeKey": "$default",
    "rawPath": "/v1/turns",
    "rawQueryString": "",
    "headers": {"x-api-key": os.environ["KEY"], "content-type": "application/json"},
    "requestContext": {
        "requestId": "bench",
        "stage": "$default",
        "http": {"method": "POST", "path": "/v1/turns", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1"},
    },
    "body": json.dumps({"message": "my internet is very slow"}),
    "isBase64Encoded": False,
}
CONTEXT = SimpleNamespace(
    function_name="bench",
    memory_limit_in_mb=1024,
    invoked_function_arn="arn:bench",
    aws_request_id="bench",
    get_remaining_time_in_millis=lambda: 29_000,
)


def ours() -> dict[str, object]:
    """The built function on the built layer, as a Lambda loads them."""
    sys.path[:0] = [os.environ["FUNCTION"], os.environ["LAYER"]]
    import app  # type: ignore[import-not-found]  # found on the path above

    answer: dict[str, object] = app.handler(EVENT, CONTEXT)
    return answer


def plain() -> dict[str, object]:
    """What one would write first: three clients, Logger, HTTP resolver, pydantic, httpx; one read and one write."""
    sys.path.insert(0, os.environ["LAYER"])
    import boto3
    import httpx
    from aws_lambda_powertools import Logger
    from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
    from pydantic import BaseModel

    class Request(BaseModel):
        message: str

    class Reply(BaseModel):
        text: str

    logger, app = Logger(), APIGatewayHttpResolver()
    table, machines, bus = boto3.client("dynamodb"), boto3.client("stepfunctions"), boto3.client("events")
    model = httpx.Client()

    @app.post("/v1/turns")
    def turn() -> dict[str, object]:
        request = Request.model_validate_json(app.current_event.decoded_body or "")
        table.query(TableName="bench", KeyConditionExpression="pk = :pk", ExpressionAttributeValues={":pk": {"S": "x"}})
        table.put_item(TableName="bench", Item={"pk": {"S": "x"}, "body": {"S": request.model_dump_json()}})
        logger.info("turn")
        return Reply(text=request.message).model_dump()

    answer: dict[str, object] = app.resolve(EVENT, CONTEXT)  # type: ignore[arg-type]
    del machines, bus, model
    return answer


if __name__ == "__main__":
    reply = {"ours": ours, "plain": plain}[sys.argv[1]]()
    taken = time.process_time()
    if reply["statusCode"] != 200:
        sys.exit(f"the benchmark's request failed: {reply}")
    print(taken)
