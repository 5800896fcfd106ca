"""What came of scripted customers: one by one, and in all."""

from collections import Counter
from dataclasses import dataclass, field

from tests.support.account import Account
from tests.support.caller import Persona
from tests.support.expected import Expected
from tests.support.faults import Combination
from tests.support.phone import Phone


@dataclass
class Report:
    """`wrong` is empty when all is as the rules want it. `notes` are no mistakes: what a customer had to put up with."""

    case: Combination
    persona: Persona
    expected: Expected
    status: str = ""
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: int = 0
    turns: int = 0
    model_calls: int = 0
    phone: Phone | None = None
    account: Account | None = None
    transcript: list[str] = field(default_factory=list)

    @property
    def solved(self) -> bool:
        return self.status == "resolved"

    @property
    def escalated(self) -> bool:
        return self.status == "escalated"

    def __str__(self) -> str:
        told = "\n".join(f"    {line}" for line in self.transcript)
        wrong = "".join(f"\n  ! {mistake}" for mistake in self.wrong) + "".join(f"\n  ~ {note}" for note in self.notes)
        wanted = self.expected.outcome + (f" because of {self.expected.stops}" if self.expected.stops else "")
        return f"{self.case}\n  {self.persona.name}; to be {wanted}{wrong}\n{told}"


def summary(reports: list[Report]) -> str:
    wrong = [report for report in reports if report.wrong]
    turns, count = sorted(report.turns for report in reports), max(1, len(reports))
    asked, models = (sum(getattr(report, name) for report in reports) for name in ("questions", "model_calls"))
    solved, escalated = (sum(getattr(report, name) for report in reports) for name in ("solved", "escalated"))
    lines = [
        f"{len(reports)} runs, {len(reports) - len(wrong)} right, {len(wrong)} wrong",
        f"solved {solved} ({_wanted(reports, 'solved')} should be), escalated {escalated} ({_wanted(reports, 'escalated')})",
        f"customer's turns {sum(turns) / count:.1f} on average, {turns[-1] if turns else 0} at most",
        f"questions {asked / count:.1f} a ticket, model calls {models / count:.2f} a ticket",
    ]
    for what, name in (("complaint", lambda one: one.case.complaint), ("persona", lambda one: one.persona.name)):
        seen, bad = Counter(map(name, reports)), Counter(map(name, wrong))
        lines.append(f"wrong by {what}: " + ", ".join(f"{key} {bad[key]}/{all_}" for key, all_ in sorted(seen.items())))
    faults = Counter(fault for report in wrong for fault in report.case.faults)
    lines += (
        [f"faults of wrong runs: {', '.join(f'{name} {many}' for name, many in faults.most_common())}"]
        if faults
        else []
    )
    noted = Counter(note.split(":")[0] for report in reports for note in report.notes)
    lines += [f"  ~ {many}x {note}" for note, many in noted.most_common(10)]
    return "\n".join(lines)


def _wanted(reports: list[Report], outcome: str) -> int:
    return sum(report.expected.outcome == outcome for report in reports)
