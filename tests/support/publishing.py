"""An author's desk over a table in moto: what is kept is published, and what is published is read."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from frontline.adapters.flows.published import Published
from frontline.adapters.flows.publishing import Publishing
from frontline.adapters.flows.versions import Versions
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.organisations import Organisations
from tests.support.aws import a_table, in_moto
from tests.support.graphs import ACME_US, Json


class Desk(NamedTuple):
    """An author's: what was published, and the table it lies in."""

    client: Any
    publishing: Publishing
    published: Published

    def publish(self, flow: str, document: Json) -> str:
        self.publishing.versions.keep_draft(ACME_US.id, flow, document)
        return self.publishing.publish(ACME_US.id, flow).hash

    def body(self, flow: str, content: str) -> Json:
        item = self.client.get_item(TableName="conversations", Key=self._key(flow, content))["Item"]
        body: Json = json.loads(item["body"]["S"])
        return body

    def by_a_newer_release(self, flow: str, content: str, change: Any) -> Json:
        """The stored version, with something in its document that only a newer release knows."""
        body = self.body(flow, content)
        change(body["document"])
        self.client.put_item(
            TableName="conversations", Item={**self._key(flow, content), "body": {"S": json.dumps(body)}}
        )
        return body

    def _key(self, flow: str, content: str) -> Any:
        return {"pk": {"S": f"FLOWS#{ACME_US.id}"}, "sk": {"S": f"VERSION#{flow}#{content}"}}

    @property
    def organisation(self) -> Any:
        return self.publishing._organisations.fresh(ACME_US.id).organisation


@contextmanager
def an_authors_desk(classifier: Classifier | None = None) -> Iterator[Desk]:
    """Nothing published yet; the organisation is `ACME_US`. Without a `classifier` nobody can be taught anything."""
    with in_moto():
        client = a_table("conversations")
        organisations = Organisations(client, "conversations", lambda: 0.0)
        client.put_item(
            TableName="conversations",
            Item={
                "pk": {"S": f"ORGANISATION#{ACME_US.id}"},
                "sk": {"S": "PROFILE"},
                "body": {"S": json.dumps({**ACME_US.model_dump(mode="json"), "tier": {"of": "tomorrow"}})},
            },
        )
        teacher = classifier or Classifier()
        published = Published(Versions(client, "conversations"), teacher)
        publishing = Publishing(Versions(client, "conversations"), published, organisations, lambda: 7, teacher)
        yield Desk(client, publishing, published)
