"""Which request asks for what, by the table of DESIGN section 7. What is under /sandbox is in `switches`."""

import re
from collections.abc import Callable

from local.operator import orders, rules
from local.operator.query import select, shown
from local.operator.resources import Resource, State
from local.operator.switches import Answer, Request, World, flip

_APIS = {
    "productInventory/v4/product": None,
    "customerManagement/v4/customer": None,
    "customerBillManagement/v4/customerBill": None,
    "customerBillManagement/v4/appliedCustomerBillingRate": None,
    "prepayBalanceManagement/v4/bucket": None,
    "prepayBalanceManagement/v4/topupBalance": rules.create_top_up,
    "serviceProblemManagement/v4/serviceProblem": None,
    "payment/v4/payment": rules.create_payment,
    "productOrderingManagement/v4/productOrder": orders.create_order,
    "troubleTicket/v4/troubleTicket": rules.create_ticket,
}
_PATH = re.compile(r"/tmf-api/(?P<api>\w+/v4/\w+)(?:/(?P<id>[^/]+))?")


class Routes:
    """Answers every request with an answer, whatever it asks."""

    def __init__(self, world: World) -> None:
        self.world = world

    def answer(self, request: Request) -> Answer:
        try:
            with self.world.state.lock:
                if request.path.startswith("/sandbox/"):
                    return flip(self.world, request)
                return self._resource(request)
        except rules.Rejected as no:
            return Answer(no.status, {"code": no.code, "reason": str(no), "status": str(no.status)})
        except (ValueError, TypeError, AttributeError, KeyError, IndexError) as exc:
            return Answer(400, {"code": "unreadable", "reason": f"this request makes no sense here: {exc!r}"})

    def _resource(self, request: Request) -> Answer:
        match = _PATH.fullmatch(request.path)
        if match is None or match["api"] not in _APIS:
            raise rules.Rejected(404, "not_found", "nothing is served here")
        table = match["api"].rsplit("/", 1)[-1]
        create = _APIS[match["api"]]
        if request.method == "GET" and match["id"]:
            return Answer(200, shown(rules.find(self.world.state, table, match["id"]), request.params.get("fields")))
        if request.method == "GET":
            rows, total = select(self.world.state.table(table).values(), request.params)
            counts = {"X-Total-Count": str(total), "X-Result-Count": str(len(rows))}
            return Answer(200 if len(rows) == total else 206, rows, counts)
        if request.method != "POST" or create is None or match["id"]:
            raise rules.Rejected(405, "method_not_allowed", "not offered here")
        return Answer(201, self._once(table, request, create))

    def _once(self, table: str, request: Request, create: Callable[[State, Resource], Resource]) -> Resource:
        """A key seen before is answered with what it made, as that is now."""
        names = {request.key, request.body.get("externalId"), request.body.get("correlatorId")} - {None}
        known = [
            self.world.state.keys[f"{table}:{name}"] for name in names if f"{table}:{name}" in self.world.state.keys
        ]
        made = self.world.state.table(table)[known[0]] if known else create(self.world.state, request.body)
        made.setdefault("href", f"{request.path}/{made['id']}")
        self.world.state.keys |= {f"{table}:{name}": made["id"] for name in names}
        return made
