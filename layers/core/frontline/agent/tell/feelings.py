"""A feeling is met in half a sentence before a question or a hand-over; in front of news there is none."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.model.action import HandOff, Question
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.texts import WORDINGS

_KINDS = ("sadness", "worry", "money", "anger", "hurry")
"""The readers `feels.<kind>`; of several feelings the first is met."""
_LOST = frozenset({"again", "not_understood", "out_of_scope", "unplaced"})
"""What is not said to somebody who told how they feel."""


def met(course: Course, heard: Heard, desk: Desk) -> Course:
    """The course with a word for how they feel, another one each turn; and not for the same feeling twice in a row, unless
    there is nothing else to say."""
    kind = next((one for one in _KINDS if f"feels.{one}" in heard.readers), None)
    told_something = any(run.outcome for run in course.runs)
    if kind is None or told_something or not isinstance(course.action, Question | HandOff):
        return course
    lines = tuple(line for line in course.lines if line.key not in _LOST)
    name, transcript = f"feeling.{kind}", course.ticket.transcript
    before = transcript[-1].told if transcript else ()
    if lines and any(key.startswith(name) for key in before):
        return course.but(lines=lines)
    number = desk.seq % len(WORDINGS[name])
    return course.but(lines=(Line(key=f"{name}.{number + 1}" if number else name), *lines))
