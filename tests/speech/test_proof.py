"""Two halves of a proof; what is one, and what is none, is in slots/names.*.yaml."""

from frontline.speech.free.proof import whole

RAVI = "Ravi Kumar|1985-01-30"


def test_what_is_missing_is_taken_from_the_other_half() -> None:
    assert whole("Ravi Kumar|", "|1985-01-30") == RAVI
    assert whole("|1985-01-30", "Ravi Kumar|") == RAVI
    assert whole("|1985-01-30", "Ravi Kumar|1985-01-31") == RAVI
    assert whole("|1985-01-30", RAVI) is None
    assert whole("Ravi Kumar|", "Ravi|") is None
    assert whole("Ravi Kumar|", "line:+919800000003") is None
