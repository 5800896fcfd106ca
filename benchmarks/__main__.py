"""`make bench`: every budget, measured side by side in one run, as one JSON document."""

import json
import sys

from benchmarks import cold_start, cost, layer, warm_turn


def main() -> None:
    """Ratios and counts only: seconds of a shared machine mean nothing by themselves. Progress goes to stderr."""
    figures: dict[str, object] = {}
    for name, measure in (
        ("cold_start", cold_start.measure),
        ("warm_turn", warm_turn.measure),
        ("turn_500", warm_turn.measure_growth),
        ("calls_and_cost", cost.measure),
        ("layer", layer.measure),
    ):
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        figures[name] = measure()
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
