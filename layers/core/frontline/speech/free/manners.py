"""What people write around their name: greetings, courtesies, "I am" and "born on", in every language we read."""

import re

from frontline.speech.plain import fold, word_set, words_of

NO_PART_OF_A_NAME = word_set("""
    date of birth birthday birthdate bday dob born and my full name is was were are am the on in here there this that it its
    be been being mine me i im ive you your yours our we us to for with so then well now a an as both below following
    also just only please pls plz kindly thanks thank hi hello hey dear sir madam maam mam yes yeah yep no not ok okay okey k
    fine sure right alright good great correct true actual real sorry same take check see can could will would give giving
    given gave tell told have has had do did does using use verify verification identity proof details detail info customer
    holder owner account registered under per records record documents document aadhaar aadhar card speaking side call called
    mr mrs ms miss mister master dr prof shri shree shrimati smt kumari
    naam nam mera meri mere mai main mein hai hain he h hu hun hoon hoo ho tha thi the aur va or janm janam janamdin janamdivas
    janmdin janmtithi janamtithi janma tithi tithii tarikh tareekh tarik dinank din ko ki ka ke se par pe paida hua hui huaa huyi
    huye ye yeh yah wo woh lo lijiye lijie dekho dekhiye le likho likh bol bola raha rahi haan han ha hanji ji jee theek thik
    tik accha acha bas sirf na namaste namaskar pranam bhai bhaiya yaar didi behen sahab saab shriman kripya aap apka aapka apna
    apni papa pitaji pita father fathers mother mothers mummy mata maa wife wifes husband husbands pati patni beta beti bete
    son sons daughter brother brothers sister sisters bhai bahan unka unki uska uski iska iski liye
    bewakoof bevkoof bewkoof bewaqoof idiot stupid pagal gadha ullu bakwas fool damn
    जन्म तिथि जन्मतिथि जन्मदिन तारीख दिनांक दिन नाम मेरा मेरी मेरे मैं है हैं हूँ हूं और को का की के में हुआ हुई था थी पूरा यह ये वह वो
    लो लीजिए जी हाँ हां ठीक अच्छा बस श्री श्रीमती सुश्री कुमारी डॉ नमस्ते नमस्कार पैदा से पर बोल रहा रही पिता पिताजी माता पापा पति पत्नी
""")
_PLACE = re.compile(r"(?<!\w)(?:in|at|from|near) +(?:[^\W\d_]|[\u0900-\u0963])+")
_INITIALS = re.compile(r"(?<![\w.])d\. ?o\. ?b\.?(?!\w)")
_OLD = re.compile(r"(?<!\w)\d{1,3} ?(?:years?|yrs?|saal|साल)(?: old| ka| ki)?(?!\w)")
_BETWEEN = re.compile(r"[\s,;:()\[\]\"“”/=!?*_<>|]+|(?<=\S\S)\.(?=\s|$)|(?<!\S)[-.]+|[-.]+(?!\S)")


def without_manners(folded: str) -> str:
    """The words that may be a name. "Singh", "Devi" and "Lal" are names; "Miss", "ji" and "mera naam" are none."""
    text = _PLACE.sub(" ", _OLD.sub(" ", _INITIALS.sub(" ", folded)))
    words = (word for word in _BETWEEN.split(text) if word)
    return " ".join(word for word in words if not _manners(word))


def _manners(word: str) -> bool:
    said = words_of(fold(word))
    return not said or NO_PART_OF_A_NAME.issuperset(said)
