"""What can go wrong, as a tree. Adapters translate every vendor's error into one of these at the edge.

FrontlineError
├── Unavailable             it may work later; nothing is known to have happened
│   ├── StoreUnavailable        the table did not answer
│   ├── ModelUnavailable        a model did not answer in time, is pausing, or has no quota left
│   ├── WorkflowsUnavailable    Step Functions did not take the call
│   ├── OperatorUnavailable     the back office did not answer, or asked for patience
│   └── ChangeUnderWay          another call makes this very change, or did until it crashed
├── LostRace                another message of this conversation was committed first: load and decide again
├── Refused                 the request was understood and may not be done; the reason is in `code`
│   ├── OperatorRefused         the back office said no, for a business reason
│   └── WorkflowsRefused        Step Functions will never start this order, however often it is asked
├── OrderStopped            the customer called it off before anything was changed
├── NotFound                what was asked for is not there
├── ConditionFailed         an expression in a flow came to nothing that can be used
├── Invalid                 the request itself is wrong, and `where` says which part
└── Misbehaved              the other side broke its contract; nothing it said is used
    ├── OperatorMisbehaved
    └── TooNew                  a newer release wrote it so that this one must not read it; Unavailable too: that one may come
"""


class FrontlineError(Exception):
    """The root: whatever else escapes is a bug."""


class Unavailable(FrontlineError):
    """It may work later."""


class StoreUnavailable(Unavailable):
    """The table did not answer."""


class ModelUnavailable(Unavailable):
    """A model did not answer in time, is pausing, or has no quota left."""


class WorkflowsUnavailable(Unavailable):
    """Step Functions did not take the call."""


class OperatorUnavailable(Unavailable):
    """The back office did not answer, or asked for patience."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ChangeUnderWay(Unavailable):
    """Another call makes this very change, or did until it crashed: nobody knows which before its time is up."""


class LostRace(FrontlineError):
    """Another message of this conversation was committed first."""


class Refused(FrontlineError):
    """Understood, and may not be done."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class OperatorRefused(Refused):
    """The back office said no, for a business reason."""


class WorkflowsRefused(Refused):
    """Step Functions will never start this order, however often it is asked."""


class OrderStopped(FrontlineError):
    """Called off before anything was changed."""


class NotFound(FrontlineError):
    """What was asked for is not there."""


class Invalid(FrontlineError):
    """The request itself is wrong."""

    def __init__(self, message: str, *, where: str) -> None:
        super().__init__(message)
        self.where = where


class ConditionFailed(FrontlineError):
    """An expression in a flow came to nothing that can be used."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TookTooLong(ConditionFailed):
    """An expression was stopped; the next one may be no quicker."""


class Misbehaved(FrontlineError):
    """The other side broke its contract."""


class OperatorMisbehaved(Misbehaved):
    """The back office answered with something it must not answer with."""


class TooNew(Unavailable):
    """A newer release wrote it, and this one must not read it."""
