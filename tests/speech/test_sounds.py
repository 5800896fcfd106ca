"""Whether two spellings are one name, be it across scripts."""

import pytest

from frontline.speech.sounds import same_name
from local.operator.seeds import CUSTOMERS

IN_DEVANAGARI = {
    "Asha Rao": "आशा राव",
    "Ravi Kumar": "रवि कुमार",
    "Meena Iyer": "मीना अय्यर",
    "Vikram Singh": "विक्रम सिंह",
    "Farah Khan": "फ़राह ख़ान",
    "Suresh Patel": "सुरेश पटेल",
    "Divya Nair": "दिव्या नायर",
    "Imran Sheikh": "इमरान शेख",
    "Pooja Gupta": "पूजा गुप्ता",
    "Arjun Das": "अर्जुन दास",
    "Lakshmi Menon": "लक्ष्मी मेनन",
    "Rahul Verma": "राहुल वर्मा",
    "Neha Joshi": "नेहा जोशी",
    "Karan Malhotra": "करण मल्होत्रा",
    "Sunita Devi": "सुनीता देवी",
    "Mohan Lal": "मोहन लाल",
    "Zoya Ali": "ज़ोया अली",
    "Gopal Reddy": "गोपाल रेड्डी",
    "Thomas Mathew": "थॉमस मैथ्यू",
    "John Smith": "जॉन स्मिथ",
    "Sarah Lee": "सारा ली",
    "David Jones": "डेविड जोन्स",
}


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
