"""`make bench`: every budget, measured side by side in one run, as one JSON document."""

import json
import sys

from benchmarks import cold_start, cost, layer, model_calls, warm_turn


def main() -> None:
    """Ratios and counts only: seconds of a shared machine mean nothing by themselves. Progress goes to stderr."""
    figures: dict[str, object] = {}
    for name, measure in (
        ("cold_start", cold_start.measure),
        ("warm_turn", warm_turn.measure),
        ("turn_500", warm_turn.measure_growth),
        ("calls_and_cost", cost.measure),
        ("model_calls", model_calls.measure),
        ("layer", layer.measure),
    ):
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        figures[name] = measure()
    figures["over_budget"] = [name for name, figure in figures.items() if over(figure)]
    print(json.dumps(figures, indent=2))


def over(figure: object) -> bool:
    """Whether the figure that has a budget misses it. A miss is printed, not hidden; docs/decisions tells its cause."""
    if not isinstance(figure, dict):
        return False
    names = (
        "ratio",
        "cpu_ratio_to_turn_3",
        "total_dollars_per_1000_turns",
        "model_calls_per_resolved_matter",
        "unzipped_mb",
    )
    if figure.get("ratio_to_plain_with_bytecode", 0) > figure.get("budget_with_bytecode", 0):
        return True
    return any(figure[name] > figure["budget"] for name in names if name in figure)


if __name__ == "__main__":
    main()
