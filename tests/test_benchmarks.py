"""The budgets that are counted hold, and the ones that are timed can be measured; how long things take is no test."""

from benchmarks import cold_start, cost, layer
from benchmarks.__main__ import over
from local.build import build


def test_a_turn_is_one_read_and_one_write_and_costs_what_the_budget_allows() -> None:
    figures = cost.measure()
    assert figures["per_turn"] == {"reads": 1.0, "writes": 1.0}
    assert not over(figures)


def test_the_layer_is_as_light_as_the_budget_allows() -> None:
    assert not over(layer.measure())


def test_the_first_reply_of_a_new_environment_can_be_measured() -> None:
    build()
    with cold_start.table() as port:
        assert cold_start.cpu_of("ours", port) > 0


def test_a_figure_over_its_budget_is_told() -> None:
    assert over({"ratio": 2.0, "budget": 1.5})
    assert not over({"ratio": 1.5, "budget": 1.5})
