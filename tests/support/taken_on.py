"""Run by the interpreter alone, with another release's layer first on the path: each line of the input is an organisation, a
row, and a turn that was taken after such a row; each line of the output is the row that the release makes of that turn."""

import json
import sys

sys.path[:] = sys.argv[1:]

from frontline.adapters.flows.library import Library  # noqa: E402
from frontline.journal import rows  # noqa: E402  the path comes first
from frontline.journal.replay import replayed  # noqa: E402
from frontline.model.organisation import Organisation  # noqa: E402

if not str(rows.__file__).startswith(sys.argv[1]):
    sys.exit("this is not the other release's layer")


def taken_on(organisation: str, before: str, body: str) -> str:
    whose = Organisation.model_validate(organisation)
    earlier, turn = rows.from_body(before), rows.from_body(body)
    return rows.to_body(replayed(earlier, turn, whose, Library(), digest=rows.digest(before)))


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(taken_on(*json.loads(line))))
