"""Whether two spellings are one name, be it across scripts."""

from pathlib import Path

import pytest
import yaml

from frontline.speech.sounds import same_name
from local.operator.seeds import CUSTOMERS

IN_DEVANAGARI = yaml.safe_load(Path(__file__).with_name("same_name.hi.yaml").read_text())


@pytest.mark.parametrize("known", [customer.name for customer in CUSTOMERS])
def test_every_customer_of_the_sandbox_is_known_in_devanagari_and_nobody_else_is_taken_for_them(known: str) -> None:
    said = IN_DEVANAGARI[known]
    assert [name for name in IN_DEVANAGARI if same_name(said, name)] == [known]


def test_within_one_script_every_letter_counts() -> None:
    assert same_name("meena IYER", "Meena Iyer")
    assert same_name("Meena K. Iyer", "Meena Iyer")
    assert same_name("Mary OBrien", "Mary O'Brien")
    assert not same_name("Meena Ayer", "Meena Iyer")
    assert not same_name("Meena", "Meena Iyer")
