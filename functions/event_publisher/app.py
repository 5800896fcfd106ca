"""The table's stream in, events on the bus out; and an order whose start was lost is started, by the same name."""

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from frontline.adapters.publisher import Publisher
from frontline.adapters.settings import Settings
from frontline.model.errors import Unavailable

logger = Logger()


@cache
def publisher() -> Publisher:
    """Made when the first record arrives, so that importing this file does nothing."""
    return Publisher.of(Settings.of())


class InOrder:
    """Publishes the records of one batch. After a failure nothing of the same conversation passes: events never overtake."""

    def __init__(self) -> None:
        self._stuck: set[str] = set()

    def __call__(self, record: DynamoDBRecord) -> None:
        image = record.dynamodb.new_image if record.dynamodb else None
        if not image or "body" not in image:
            return
        conversation = str(image["pk"])
        if conversation in self._stuck:
            raise Unavailable("waits behind a turn of the same conversation")
        try:
            publisher().publish(image["body"])
        except Exception as error:
            self._stuck.add(conversation)
            logger.error("turn not published", error=type(error).__name__, reason=str(error))  # noqa: TRY400  no values
            raise


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Records that failed are named, and delivered again from the first of them on."""
    processor = BatchProcessor(event_type=EventType.DynamoDBStreams, raise_on_entire_batch_failure=False)
    return dict(process_partial_response(event=event, record_handler=InOrder(), processor=processor, context=context))
