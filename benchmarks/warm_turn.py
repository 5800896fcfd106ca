"""What a warm turn costs without I/O, against reading and writing the same row; and whether turn 500 costs what turn 1 does."""

import json
import time
from collections.abc import Callable

from benchmarks.people import OneRow, message, world
from frontline.model.turn import Turn
from frontline.turn import take_turn

ROUNDS = 9
TIMES = 300


def measure() -> dict[str, object]:
    """A slot's answer on an open ticket. The measure is json -> pydantic -> json of the row that the turn loads."""
    store = OneRow()
    take_turn(message("my internet is very slow", 1), world(store))
    body, place = store.body or "", world(store)

    def turn() -> None:
        store.body = body
        take_turn(message("Jaipur", 2), place)

    def plain() -> None:
        json.dumps(Turn.model_validate(json.loads(body)).model_dump(mode="json"))

    def fastest() -> None:
        Turn.model_validate_json(body).model_dump_json()

    took = side_by_side(turn, plain, fastest)
    return {
        "microseconds_cpu": {"turn": took[0], "json_pydantic_json": took[1], "pydantic_own_json": took[2]},
        "ratio": round(took[0] / took[1], 2),
        "ratio_to_pydantic_own_json": round(took[0] / took[2], 2),
        "budget": 4.2,
    }


def measure_growth() -> dict[str, object]:
    """The same two messages again and again: a digression that never ends, in CPU and in bytes written."""
    store = OneRow()
    place = world(store)
    bodies: dict[int, tuple[str, str]] = {}
    sizes: dict[int, int] = {}
    texts = ("my internet is very slow", "cancel")
    for number in range(1, 501):
        before, text = store.body or "", texts[(number + 1) % 2]
        take_turn(message(text, number), place)
        bodies[number], sizes[number] = (before, text), store.bytes_written

    def again(number: int) -> Callable[[], None]:
        before, text = bodies[number]

        def take() -> None:
            store.body = before or None
            take_turn(message(text, 1000 + number), place)

        return take

    took = side_by_side(again(3), again(499))
    return {
        "cpu_ratio_to_turn_3": round(took[1] / took[0], 2),
        "bytes": {str(number): sizes[number] for number in (1, 3, 49, 499)},
        "bytes_ratio_to_turn_49": round(sizes[499] / sizes[49], 2),
        "budget": 1.05,
    }


def side_by_side(*calls: Callable[[], None]) -> list[float]:
    """The least CPU microseconds of each, taken in turns: what a neighbour on the machine adds is nobody's cost."""
    rounds: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, taken in zip(calls, rounds, strict=True):
            start = time.process_time()
            for _ in range(TIMES):
                call()
            taken.append((time.process_time() - start) / TIMES * 1e6)
    return [round(min(taken), 1) for taken in rounds]
