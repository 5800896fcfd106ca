"""docs/operator.md says what a real operator must serve: no more than the adapter asks for, and no less."""

import re
from collections import defaultdict
from pathlib import Path

import httpx

from frontline.adapters.offices import Entry
from frontline.adapters.operator import Outside, TmfOperator
from frontline.trades.telecom.ports import Operator
from local.operator import SandboxOperator
from tests.support.every_call import use_everything

PAGE = (Path(__file__).parents[3] / "docs" / "operator.md").read_text()
PAGING = {"offset", "limit"}
Operations = dict[str, set[frozenset[str]]]


def documented() -> Operations:
    """Each operation, and the sets of filters it is asked by."""
    found: Operations = {}
    for operation, asked in re.findall(r"^\| TMF\d+ `([A-Z]+ /tmf-api/[^`]+)` \|([^|]*)\|", PAGE, re.MULTILINE):
        ways = [frozenset(re.findall(r"`([^`]+)`", way)) for way in asked.split(";")]
        found[operation] = {way for way in ways if way}
    return found


def asked_for(sandbox: SandboxOperator) -> Operations:
    """What the adapter really sends when every method of the port is used."""
    heard: Operations = defaultdict(set)

    def remember(request: httpx.Request) -> None:
        api, _, what = request.url.path.partition("/v4/")
        resource, _, id_ = what.partition("/")
        operation = f"{request.method} {api}/v4/{resource}" + ("/{id}" if id_ else "")
        heard[operation] |= {frozenset(request.url.params) - PAGING} - {frozenset()}

    outside = Outside(client=lambda: httpx.Client(event_hooks={"request": [remember]}, trust_env=False))
    operator = TmfOperator(sandbox.url, outside=outside)
    use_everything(operator, sandbox)
    operator.close()
    return dict(heard)


def test_the_page_lists_what_is_asked_of_an_operator_and_nothing_else(sandbox: SandboxOperator) -> None:
    sandbox.switch("reset")
    asked = asked_for(sandbox)
    sandbox.switch("reset")
    assert asked == documented()


def test_every_method_of_the_port_is_used_to_find_out(sandbox: SandboxOperator) -> None:
    sandbox.switch("reset")
    used: set[str] = set()

    class Watched(TmfOperator):
        def __getattribute__(self, name: str) -> object:
            used.add(name)
            return super().__getattribute__(name)

    operator = Watched(sandbox.url)
    use_everything(operator, sandbox)
    operator.close()
    sandbox.switch("reset")
    assert {name for name in vars(Operator) if not name.startswith("_")} <= used


def test_the_page_names_every_field_of_an_operators_entry() -> None:
    fields = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", PAGE, re.MULTILINE)
    assert {name for row in fields for name in re.findall(r"[a-z_]+", row)} == set(Entry.model_fields)
