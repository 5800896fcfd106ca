"""What turns call, and what those calls cost on AWS: the sample conversations of the tests, counted."""

from benchmarks.people import ACME, Nobody, NoTrouble, OneRow, message
from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.decision import Decision
from frontline.ports import World
from frontline.trades.telecom import TRADE
from frontline.turn import take_turn

DIALOGUES: tuple[tuple[str, ...], ...] = (
    ("my internet is very slow", "Jaipur", "mobile"),
    ("mera net bahut slow hai", "Jaipur mein hoon", "mobile"),
    ("मेरा इंटरनेट धीमा है", "जयपुर", "मोबाइल"),
    ("my internet is very slow", "what do you mean?", "Jaipur", "mobile", "thanks"),
)

WRITE_PER_KB = 0.625e-6
READ_PER_4KB = 0.125e-6
HTTP_REQUEST = 1.0e-6
LAMBDA_GB_SECOND = 0.0000166667
LAMBDA_REQUEST = 0.2e-6
EXPRESS_REQUEST = 1.0e-6
EXPRESS_GB_SECOND = 0.00001667
STREAM_READ = 0.02e-6
EVENT = 1.0e-6
"""US dollars, us-east-1 list prices on demand (DynamoDB after its price cut of November 2024)."""


def measure() -> dict[str, object]:
    """Turns without the model's own price and without Standard transitions, as the budget says."""
    reads = writes = kilobytes = turns = model_calls = inquiries = events = 0
    for dialogue in DIALOGUES:
        store, workflows = OneRow(), NoTrouble()
        model = ScriptedModel(otherwise=Decision(intent="slow_internet", confidence=0.9))
        place = World(ACME, TRADE, store, [model], Nobody(), workflows)
        for number, text in enumerate(dialogue):
            events += len(take_turn(message(text, number), place).events)
            kilobytes += -(-store.bytes_written // 1024)
        turns += len(dialogue)
        reads, writes = reads + store.reads, writes + store.writes
        model_calls, inquiries = model_calls + len(model.calls), inquiries + workflows.inquiries
    tables = kilobytes * WRITE_PER_KB + reads * 2 * READ_PER_4KB
    dollars = {
        "dynamodb": tables,
        "stream_and_events": turns * STREAM_READ + events * EVENT,
        "api_gateway": turns * HTTP_REQUEST,
        "express": inquiries * EXPRESS_REQUEST,
    }
    return {
        "per_turn": {"reads": reads / turns, "writes": writes / turns},
        "model_calls_per_resolved_ticket": model_calls / len(DIALOGUES),
        "dollars_per_1000_turns": {name: round(cost / turns * 1000, 5) for name, cost in dollars.items()},
        "total_dollars_per_1000_turns": round(sum(dollars.values()) / turns * 1000, 5),
        "budget": 0.02,
    }
