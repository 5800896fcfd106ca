"""Roaming, switched on for a line so that it works abroad."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SWITCH_OFF

_TITLE = Text(en="roaming", hi="रोमिंग", hinglish="roaming")

ROAMING_STATUS = Workflow(
    name="roaming_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SWITCH_OFF,),
    results={
        "off": Result(
            says=Text(
                en="Roaming is off for {phone_number}, so it does not work abroad.",
                hi="{phone_number} पर रोमिंग बंद है, इसलिए विदेश में नहीं चलेगा।",
                hinglish="{phone_number} par roaming band hai, isliye videsh mein nahi chalega.",
            ),
            then="go_on",
        ),
        "not_told": Result(
            says=Text(
                en="I cannot see whether roaming is on for {phone_number}; ordering it does no harm.",
                hi="मुझे नहीं दिख रहा कि {phone_number} पर रोमिंग चालू है या नहीं; चालू कराने में कोई नुकसान नहीं।",
                hinglish="Mujhe nahi dikh raha ki {phone_number} par roaming chalu hai ya nahi; chalu karane mein koi nuksaan nahi.",
            ),
            then="go_on",
        ),
        "already_on": Result(
            says=Text(
                en="Roaming is already on for {phone_number}. Please switch on “data roaming” in the phone's settings and restart it. If that does not help, write “human” and a colleague takes over.",
                hi="{phone_number} पर रोमिंग पहले से चालू है। कृपया फ़ोन की सेटिंग में “डेटा रोमिंग” चालू करें और फ़ोन रीस्टार्ट करें। इससे ठीक न हो तो “इंसान से बात” लिखिए, सहकर्मी देखेंगे।",
                hinglish="{phone_number} par roaming pehle se chalu hai. Kripya phone ki settings mein “data roaming” on karein aur phone restart karein. Isse theek na ho to “human” likhiye, sahkarmi dekhenge.",
            )
        ),
        "already_off": Result(
            says=Text(
                en="Roaming is off for {phone_number} already; there is nothing to do.",
                hi="{phone_number} पर रोमिंग पहले से बंद है; कुछ करना नहीं है।",
                hinglish="{phone_number} par roaming pehle se band hai; kuch karna nahi hai.",
            )
        ),
        "wants_off": Result(
            says=Text(
                en="Only a colleague can switch roaming off for {phone_number}.",
                hi="{phone_number} पर रोमिंग बंद करना मेरे सहकर्मी ही कर सकते हैं।",
                hinglish="{phone_number} par roaming band karna mere sahkarmi hi kar sakte hain.",
            ),
            then="hand_off",
        ),
        "not_active": Result(
            says=Text(
                en="The line {phone_number} is not in service at the moment, so roaming would not help.",
                hi="लाइन {phone_number} अभी चालू नहीं है, इसलिए रोमिंग से काम नहीं बनेगा।",
                hinglish="Line {phone_number} abhi chalu nahi hai, isliye roaming se kaam nahi banega.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

ROAMING_ACTIVATION = Workflow(
    name="roaming_activation",
    kind="order",
    title=_TITLE,
    intents=(
        Intent(
            name="roaming",
            means="the phone is to work, or does not work, abroad; switching roaming on or off",
            offer=Text(en="Roaming abroad", hi="विदेश में रोमिंग", hinglish="Videsh mein roaming"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SWITCH_OFF,),
    preview="roaming_status",
    agreeing="turn switch activate enable start roaming international chalu chaalu shuru चालू शुरू ऑन रोमिंग",
    confirm=Text(
        en="Shall I switch roaming on for {phone_number}? Switching it on is free of charge.",
        hi="क्या मैं {phone_number} पर रोमिंग चालू कर दूँ? चालू करने का कोई शुल्क नहीं है।",
        hinglish="Kya main {phone_number} par roaming chalu kar dun? Chalu karne ka koi charge nahi hai.",
    ),
    results={
        "switched_on": Result(
            says=Text(
                en="Done: roaming is on for {phone_number}. Please switch on “data roaming” in the phone's settings and restart the phone.",
                hi="हो गया: {phone_number} पर रोमिंग चालू है। कृपया फ़ोन की सेटिंग में “डेटा रोमिंग” चालू करें और फ़ोन रीस्टार्ट करें।",
                hinglish="Ho gaya: {phone_number} par roaming chalu hai. Kripya phone ki settings mein “data roaming” on karein aur phone restart karein.",
            )
        ),
        "refused": Result(
            says=Text(
                en="Roaming could not be switched on for {phone_number}.",
                hi="{phone_number} पर रोमिंग चालू नहीं हो सकी।",
                hinglish="{phone_number} par roaming chalu nahi ho saki.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that roaming is on for {phone_number}.",
                hi="मैं यह पक्का नहीं कर सका कि {phone_number} पर रोमिंग चालू हो गई।",
                hinglish="Main yeh pakka nahi kar saka ki {phone_number} par roaming chalu ho gayi.",
            ),
            then="hand_off",
        ),
    },
)
