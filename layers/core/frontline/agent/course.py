"""What a turn comes to: the ticket as it will be, what is said on the way, and the action. Decisions return one."""

from frontline.model.action import Action
from frontline.model.base import Frozen
from frontline.model.fact import Facts
from frontline.model.text import Line
from frontline.model.ticket import Run, Ticket


class Course(Frozen):
    """`learned` is what was known once the message was heard, before a matter's end let go of any of it; `runs` are the
    inquiries made so far, and the order this turn begins or settles; `stop` an order to be stopped if it still can be;
    `broken` the flow nodes whose expression failed."""

    ticket: Ticket
    action: Action
    lines: tuple[Line, ...] = ()
    runs: tuple[Run, ...] = ()
    stop: Run | None = None
    learned: Facts = Facts()
    broken: tuple[str, ...] = ()

    def preceded_by(self, *lines: Line) -> "Course":
        """The same course, with something said before it."""
        return self.but(lines=(*lines, *self.lines))
