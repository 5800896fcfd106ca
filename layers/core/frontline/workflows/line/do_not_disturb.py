"""Do-not-disturb, switched on for a line against advertising calls and messages."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SWITCH_OFF

_TITLE = Text(en="do-not-disturb", hi="डीएनडी", hinglish="DND")

DO_NOT_DISTURB_STATUS = Workflow(
    name="do_not_disturb_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SWITCH_OFF,),
    results={
        "off": Result(
            says=Text(
                en="Do-not-disturb is off for {phone_number}.",
                hi="{phone_number} पर डीएनडी बंद है।",
                hinglish="{phone_number} par DND band hai.",
            ),
            then="go_on",
        ),
        "not_told": Result(
            says=Text(
                en="I cannot see whether do-not-disturb is on for {phone_number}; ordering it does no harm.",
                hi="मुझे नहीं दिख रहा कि {phone_number} पर डीएनडी चालू है या नहीं; चालू कराने में कोई नुकसान नहीं।",
                hinglish="Mujhe nahi dikh raha ki {phone_number} par DND chalu hai ya nahi; chalu karane mein koi nuksaan nahi.",
            ),
            then="go_on",
        ),
        "already_on": Result(
            says=Text(
                en="Do-not-disturb is already on for {phone_number}. If advertising still reaches you, write “human” and a colleague takes your complaint.",
                hi="{phone_number} पर डीएनडी पहले से चालू है। फिर भी प्रचार के कॉल या मैसेज आते हों तो “इंसान से बात” लिखिए, सहकर्मी शिकायत लेंगे।",
                hinglish="{phone_number} par DND pehle se chalu hai. Phir bhi promotional call ya message aate hon to “human” likhiye, sahkarmi complaint lenge.",
            )
        ),
        "already_off": Result(
            says=Text(
                en="Do-not-disturb is off for {phone_number} already; there is nothing to do.",
                hi="{phone_number} पर डीएनडी पहले से बंद है; कुछ करना नहीं है।",
                hinglish="{phone_number} par DND pehle se band hai; kuch karna nahi hai.",
            )
        ),
        "wants_off": Result(
            says=Text(
                en="Only a colleague can switch do-not-disturb off for {phone_number}.",
                hi="{phone_number} पर डीएनडी बंद करना मेरे सहकर्मी ही कर सकते हैं।",
                hinglish="{phone_number} par DND band karna mere sahkarmi hi kar sakte hain.",
            ),
            then="hand_off",
        ),
        "not_active": Result(
            says=Text(
                en="The line {phone_number} is not in service at the moment, so I cannot change anything about it.",
                hi="लाइन {phone_number} अभी चालू नहीं है, इसलिए मैं उसमें कुछ बदल नहीं सकता।",
                hinglish="Line {phone_number} abhi chalu nahi hai, isliye main usmein kuch badal nahi sakta.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

DO_NOT_DISTURB = Workflow(
    name="do_not_disturb",
    kind="order",
    title=_TITLE,
    intents=(
        Intent(
            name="do_not_disturb",
            means="unwanted advertising or spam calls and messages; do-not-disturb on or off",
            offer=Text(en="Stop advertising calls", hi="प्रचार के कॉल बंद करना", hinglish="Promotional calls band karna"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SWITCH_OFF,),
    preview="do_not_disturb_status",
    agreeing=(
        "turn switch activate enable start dnd stop block band calls messages sms ads them those ye laga lagao chalu chaalu "
        "shuru चालू शुरू ऑन डीएनडी लगा लगाओ"
    ),
    confirm=Text(
        en="Shall I switch do-not-disturb on for {phone_number}, against advertising calls and messages? It is free of charge.",
        hi="क्या मैं प्रचार के कॉल और मैसेज रोकने के लिए {phone_number} पर डीएनडी चालू कर दूँ? इसका कोई शुल्क नहीं है।",
        hinglish="Kya main promotional calls aur messages rokne ke liye {phone_number} par DND chalu kar dun? Iska koi charge nahi hai.",
    ),
    results={
        "switched_on": Result(
            says=Text(
                en="Done: do-not-disturb is on for {phone_number}.",
                hi="हो गया: {phone_number} पर डीएनडी चालू है।",
                hinglish="Ho gaya: {phone_number} par DND chalu hai.",
            )
        ),
        "refused": Result(
            says=Text(
                en="Do-not-disturb could not be switched on for {phone_number}.",
                hi="{phone_number} पर डीएनडी चालू नहीं हो सका।",
                hinglish="{phone_number} par DND chalu nahi ho saka.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that do-not-disturb is on for {phone_number}.",
                hi="मैं यह पक्का नहीं कर सका कि {phone_number} पर डीएनडी चालू हो गया।",
                hinglish="Main yeh pakka nahi kar saka ki {phone_number} par DND chalu ho gaya.",
            ),
            then="hand_off",
        ),
    },
)
