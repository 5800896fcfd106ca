"""What can be asked of an operator over TM Forum Open APIs v4, and which resource answers. Filters go with every
question and are applied again here: what does not say that it belongs to the answer does not."""

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.spellings import places, same_number, same_place, spellings
from frontline.adapters.operator.tmf import read_lines, read_orders, read_service
from frontline.adapters.operator.tmf.accounts import Accounts, one
from frontline.adapters.operator.tmf.paths import (
    CUSTOMERS,
    ORDERS,
    PROBLEMS,
    PRODUCTS,
    TICKETS,
)
from frontline.adapters.operator.tmf.plans import offered
from frontline.model.errors import Invalid, NotFound, OperatorMisbehaved
from frontline.trades.telecom.nouns import (
    Customer,
    Line,
    Order,
    Plan,
    Problem,
    Ticket,
)

_SCANNED = 500
_PLAN_FIELDS = "id,status,productOffering,productPrice,productCharacteristic"
_CATEGORIES = ("outage", "congestion", "other")


class Questions(Accounts):
    """The half of the port that changes nothing."""

    def find_line(self, number: str) -> Line:
        for spelling in spellings(number, self._country_code):
            asked = {"productCharacteristic.name": "msisdn", "productCharacteristic.value": spelling}
            products = self._http.list(PRODUCTS, asked)
            found = [self._read_line(p) for p in products if same_number(read_lines.number_of(p) or "", number)]
            in_use = [line for line in found if line.status != "closed"]
            if len(in_use) > 1:
                raise OperatorMisbehaved("product has several open lines of one number")
            if found:
                return min(in_use or found, key=lambda line: line.id)
        raise NotFound("no line has this number")

    def line(self, line_id: str) -> Line:
        """By its own address, or for operators that serve only the collection, by its id."""
        try:
            return self._read_line(self._http.get(one(PRODUCTS, line_id)))
        except (NotFound, Invalid):
            rows = [row for row in self._http.list(PRODUCTS, {"id": line_id}) if row.need("id") == line_id]
            if not rows:
                raise
            return self._read_line(rows[0])

    def lines_of(self, customer_id: str) -> tuple[Line, ...]:
        products = self._http.list(PRODUCTS, {"relatedParty.id": customer_id})
        mine = [p for p in products if customer_id in read_lines.party_ids(p) and read_lines.number_of(p)]
        return tuple(sorted((self._read_line(product) for product in mine), key=lambda line: line.id))

    def customer(self, customer_id: str) -> Customer:
        return read_service.read_customer(self._http.get(one(CUSTOMERS, customer_id)))

    def problems(self, region: str) -> tuple[Problem, ...]:
        for spelling in places(region):
            rows = self._http.list(PROBLEMS, {"affectedLocation.name": spelling, "status": "inProgress"})
            read = [read_service.read_problem(row, region) for row in rows]
            there = [problem for problem in read if problem.open and same_place(problem.region, region)]
            if there:
                return tuple(sorted(there, key=lambda problem: (_CATEGORIES.index(problem.category), problem.id)))
        return ()

    def problem(self, problem_id: str) -> Problem:
        return read_service.read_problem(self._http.get(one(PROBLEMS, problem_id)))

    def plans(self, line_id: str) -> tuple[Plan, ...]:
        line = self.line(line_id)
        rows = () if self._plans else self._http.list(PRODUCTS, {"fields": _PLAN_FIELDS}, enough=_SCANNED)
        return offered(line, self._plans, rows, self._currency)

    def order(self, order_id: str) -> Order:
        return read_orders.read_order(self._http.get(one(ORDERS, order_id)))

    def ticket(self, ticket_id: str) -> Ticket:
        return read_orders.read_ticket(self._http.get(one(TICKETS, ticket_id)))

    def tickets_of(self, customer_id: str) -> tuple[Ticket, ...]:
        rows = self._http.list(TICKETS, {"relatedParty.id": customer_id})
        mine = [read_orders.read_ticket(row) for row in rows if customer_id in read_lines.party_ids(row)]
        return tuple(sorted(mine, key=lambda ticket: (str(ticket.opened or ""), ticket.id), reverse=True))

    def _read_line(self, product: Document) -> Line:
        return read_lines.read_line(product, self._currency)
