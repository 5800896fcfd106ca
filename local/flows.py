"""`make flows`: verifies every shipped flow, with the most questions it can ask and how much of it its own ways cover.
`python -m local.flows draw FLOW` draws one, `… paths FLOW` tells its ways, `… check FILE` verifies a document."""

import sys
from pathlib import Path

from frontline.adapters.flows.library import closure, shipped
from frontline.flows.draw import mermaid
from frontline.flows.paths import paths
from frontline.flows.verify.check import verdict
from frontline.flows.verify.finding import Verdict
from frontline.model.catalogue import Catalogue
from frontline.trades import catalogue_of
from local.processes import say
from local.seed import ORGANISATIONS

USAGE = "python -m local.flows [draw FLOW | paths FLOW | check FILE]"


def main(arguments: list[str]) -> int:
    """The exit status is 1 if a flow has an error."""
    match arguments:
        case []:
            return check_all()
        case ["draw", name] if name in shipped():
            say(mermaid(closure([name])[0]))
        case ["paths", name] if name in shipped():
            for number, way in enumerate(paths(closure([name])[0], catalogue()).ways, 1):
                steps = (f"{step.node} {_told(step.values)}-{step.handle}->" for step in way)
                say(f"{number}. {' '.join(steps)}")
        case ["check", file]:
            try:
                text = Path(file).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
                say(f"{file} cannot be read: {why}. Name a file with a flow's JSON document, as in docs/flows.md.")
                return 2
            return _report(Path(file).stem, verdict(text, Path(file).stem, catalogue()), "")
        case _:
            say(f"Usage: {USAGE}. The flows are: {', '.join(shipped())}")
            return 2
    return 0


def check_all() -> int:
    """Every shipped flow."""
    known, status = catalogue(), 0
    for name, document in shipped().items():
        coverage = paths(closure([name])[0], known)
        told = f", {len(coverage.ways)} ways cover {coverage.share:.0%} of {coverage.edges} edges"
        status |= _report(name, verdict(document.model_dump(mode="json", exclude_none=True), name, known), told)
        for edge in coverage.uncovered:
            say(f"    never taken: {edge}")
            status = 1
    return status


def catalogue() -> Catalogue:
    """What the organisation that uses the library offers."""
    organisation = next(one for one in ORGANISATIONS if one.library)
    return catalogue_of(organisation, closure(tuple(shipped())))


def _report(name: str, given: Verdict, told: str) -> int:
    questions = "without end" if given.questions is None else f"at most {given.questions}"
    say(f"{name}: {'sound' if given.sound else 'UNSOUND'}, questions {questions}{told}")
    for finding in given.findings:
        say(f"    {finding.severity} {finding.code} at {finding.node or '-'} {finding.path}: {finding.reason}")
    return 0 if given.sound else 1


def _told(values: dict[str, object] | object) -> str:
    return "".join(f"{name}={value} " for name, value in values.items()) if isinstance(values, dict) else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
