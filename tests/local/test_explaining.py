"""What the tools for languages and flows tell whoever tries them out."""

from pathlib import Path

import pytest

from frontline.speech.readers import speech
from local import flows
from local.speech import explained


def lexemes(sentence: str) -> dict[str, str]:
    told = [line.split(maxsplit=1)[1] for line in explained(sentence, speech()) if line.startswith("lexemes")]
    return {stretch: names for stretch, _, names in (line.partition(": ") for line in told)}


def test_half_a_spelling_is_no_lexeme() -> None:
    """ "i do" is no half of "do not"."""
    assert "<dont>" not in str(lexemes("i do"))
    assert "<dont>" in lexemes("please do not")["do not"]
    assert "<why>" in lexemes("kis liye chahiye")["kis liye"]


@pytest.mark.parametrize("name", ["missing.json", ""])
def test_a_document_that_is_not_there_is_told_in_a_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert flows.main(["check", str(tmp_path / name)]) == 2
    (line,) = capsys.readouterr().out.splitlines()
    assert str(tmp_path) in line and "docs/flows.md" in line


def test_a_document_that_is_no_text_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe")
    assert flows.main(["check", str(tmp_path / "x.json")]) == 2
    assert len(capsys.readouterr().out.splitlines()) == 1
