"""Numbers written as words, in English and in Hindi of either script: "do sau", "two hundred", "डेढ़ सौ"."""

from collections.abc import Sequence

from frontline.speech.plain import fold

_ENGLISH = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_ROMAN = """
shunya|zero ek|aik do teen|tin chaar|char paanch|panch|paach chhe|chhah|chhai|che saat|sat aath|aat nau das|dus
gyarah|gyara barah|bara terah|tera chaudah|chauda pandrah|pandra solah|sola satrah|satra atharah|athara unnis
bees|bis ikkis baais|bais teis chaubis pachis|pachchis chhabbis|chabbis sattais atthais|athais untis|unattis
tees|tis ikattis battis taintis chauntis paintis chhattis saintis adtis untalis|unchalis chalis|chaalis iktalis
bayalis taintalis chauvalis paintalis chhiyalis saintalis adtalis unchas|unanchas pachas|pachaas ikyavan bavan
tirpan chauvan pachpan chhappan sattavan atthavan unsath saath|sath iksath basath tirsath chaunsath painsath
chhiyasath sadsath adsath unhattar sattar ikhattar bahattar tihattar chauhattar pachhattar chhihattar satattar
athhattar unasi|unnasi assi ikyasi bayasi tirasi chaurasi pachasi chhiyasi sattasi athasi navasi nabbe|nabbey
ikyanve banve tiranve chauranve pachanve|panchanve chhiyanve sattanve atthanve|anthanve ninyanve|ninanve|nadyanve"""
_DEVANAGARI = """
शून्य|जीरो एक दो तीन चार पांच|पाँच छह|छः|छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह
उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस
सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन
बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर
इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी
छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"""


def _table(words: str) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(words.split()) for name in names.split("|")}


UNITS: dict[str, float] = {
    **_table(_ROMAN),
    **_table(_DEVANAGARI),
    **_table(_ENGLISH),
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "saath": 60, "dedh": 1.5, "dhai": 2.5, fold("डेढ़"): 1.5, fold("ढाई"): 2.5,
}  # fmt: skip
SCALES: dict[str, int] = {
    "hundred": 100, "sau": 100, "sou": 100, "सौ": 100, "thousand": 1000, "hazar": 1000, "hazaar": 1000, "hajar": 1000,
    "हजार": 1000, "lakh": 100_000, "lac": 100_000, "लाख": 100_000,
}  # fmt: skip
DIGITS: dict[str, str] = {word: str(value) for word, value in UNITS.items() if value in range(10)} | {
    "oh": "0",
    "saat": "7",
}
_HALVES = {"sadhe": 0.5, "saadhe": 0.5, fold("साढ़े"): 0.5, "sava": 0.25, "sawa": 0.25, "सवा": 0.25}
STARTS = frozenset(UNITS) | frozenset(_HALVES) | frozenset(SCALES)


def number_at(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The whole number that begins at `start`, and where it ends: "do sau pachas" is 250."""
    total, current, position, bonus = 0.0, 0.0, start, 0.0
    open_to_unit = True
    while position < len(words):
        word = words[position]
        if word in _HALVES and position == start:
            bonus = _HALVES[word]
        elif word in UNITS and (open_to_unit or (_tens(current) and UNITS[word] in range(1, 10))):
            current, open_to_unit, bonus = current + UNITS[word] + bonus, False, 0.0
        elif word in SCALES and current < SCALES[word]:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
            open_to_unit = True
        elif not (
            word == "and"
            and position > start
            and open_to_unit
            and position + 1 < len(words)
            and words[position + 1] in UNITS
        ):
            break
        position += 1
    value = total + current
    return (int(value), position) if position > start and value == int(value) and value < 10**9 else None


def _tens(value: float) -> bool:
    """After "twenty" a unit may follow; Hindi says every number below a hundred in one word."""
    return value % 100 in range(20, 100, 10)
