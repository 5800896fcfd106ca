"""The operator that the fault matrix talks to fails as the sandbox does over a real socket, so that it cannot drift."""

from dataclasses import replace

import pytest

from frontline.adapters.operator import Limits, TmfOperator
from frontline.model.errors import FrontlineError
from frontline.trades.telecom.nouns import Roaming
from local.operator import SandboxOperator
from local.operator.switches import World
from tests.support.failing import FAULTS
from tests.support.office import Office


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_operator_without_a_socket_fails_as_one_with_a_socket_does(kind: str, method: str) -> None:
    fault = replace(FAULTS[kind], method=method, path="productOrder", seconds=0.6, times=2)
    without = Office(limits=Limits(tries=2))
    without.world.faults.add(replace(fault))
    with SandboxOperator().serve() as sandbox:
        sandbox.switch("faults", **vars(fault))
        real = TmfOperator(sandbox.url, limits=Limits(read=0.05, tries=2, backoff=0.01))
        assert roams(without.operator, without.world) == roams(real, sandbox.world)
        real.close()


def roams(operator: TmfOperator, world: World) -> tuple[str, int]:
    """How ordering something ends, and how much of it there is then."""
    ended: str
    try:
        ended = operator.order_change("line-0006", Roaming(on=True), "key-1").state
    except FrontlineError as error:
        ended = type(error).__name__
    return ended, len(world.state.table("productOrder"))
