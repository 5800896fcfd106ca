"""Run by the interpreter alone, with another release's layer first on the path: each line of the input is an organisation, a
row, and a turn that was taken after such a row; each line of the output is the row that the release makes of that turn."""

import json
import sys
from importlib import import_module
from importlib.util import find_spec

sys.path[:] = sys.argv[1:]

from frontline.adapters.flows.library import Library  # noqa: E402  the path comes first
from frontline.model.organisation import Organisation  # noqa: E402

ROOM = "journal" if find_spec("frontline.journal") else "adapters"
"""Where a release keeps what reads rows and takes them again."""
rows, replay = (import_module(f"frontline.{ROOM}.{name}") for name in ("rows", "replay"))
TRADE = [import_module("frontline.trades.telecom").TRADE] if find_spec("frontline.model.trade") else []
"""A release without trades knows of telephones by itself."""
if not str(rows.__file__).startswith(sys.argv[1]):
    sys.exit("this is not the other release's layer")


def taken_on(organisation: str, before: str, body: str) -> str:
    whose = Organisation.model_validate(organisation)
    earlier, turn = rows.from_body(before), rows.from_body(body)
    again = replay.replayed(earlier, turn, whose, *TRADE, Library(), digest=rows.digest(before))
    return str(rows.to_body(again))


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(taken_on(*json.loads(line))))
