"""A suspended line: why it is, and with the customer's consent lifting it, after what is overdue has been paid."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.bill_payment import PAYING, REQUEST_LEFT, REQUEST_OPEN, TO_A_REQUEST
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

SUSPENSION_LOOKUP = Workflow(
    name="suspension_lookup",
    kind="inquiry",
    title=Text(en="your suspended line", hi="आपकी बंद लाइन", hinglish="aapki band line"),
    slots=(PHONE_NUMBER,),
    results={
        "not_suspended": Result(
            says=Text(
                en="{phone_number} is not suspended: the line is active. If it still does not work, please restart the phone, and write to me what you see.",
                hi="{phone_number} बंद नहीं है: लाइन चालू है। अगर फिर भी काम न करे, तो फ़ोन रीस्टार्ट करें और लिखें कि क्या दिखता है।",
                hinglish="{phone_number} suspend nahi hai: line chalu hai. Agar phir bhi kaam na kare, to phone restart karein aur likhein ki kya dikhta hai.",
            )
        ),
        "not_activated": Result(
            says=Text(
                en="{phone_number} is not suspended; it has not been activated yet.",
                hi="{phone_number} बंद नहीं किया गया है; वह अभी तक चालू ही नहीं हुआ है।",
                hinglish="{phone_number} suspend nahi kiya gaya hai; woh abhi tak activate hi nahi hua hai.",
            ),
            then="hand_off",
        ),
        "closed": Result(
            says=Text(
                en="{phone_number} is closed, which is more than a suspension; I may not open it again.",
                hi="{phone_number} हमेशा के लिए बंद है, यह सिर्फ़ रोक नहीं है; मैं उसे फिर से नहीं खोल सकता।",
                hinglish="{phone_number} hamesha ke liye band hai, yeh sirf suspension nahi hai; main use phir se nahi khol sakta.",
            ),
            then="hand_off",
        ),
        "contract_ended": Result(
            says=Text(
                en="{phone_number} is suspended because its contract ended on {ended}. I may not lift that.",
                hi="{phone_number} बंद है क्योंकि उसका अनुबंध {ended} को समाप्त हो गया। मैं यह रोक नहीं हटा सकता।",
                hinglish="{phone_number} suspend hai kyunki uska contract {ended} ko khatm ho gaya. Main yeh rok nahi hata sakta.",
            ),
            then="hand_off",
        ),
        "request_open": REQUEST_OPEN,
        "overdue": Result(
            says=Text(
                en="{phone_number} is suspended because your bill of {billed} is overdue: {owed}. I can send you a payment request for it, and resume the line once nothing is overdue.",
                hi="{phone_number} बंद है क्योंकि {billed} का आपका बिल बकाया है: {owed}। मैं उसका भुगतान अनुरोध भेज सकता हूँ, और कुछ बकाया न रहने पर लाइन चालू कर दूँगा।",
                hinglish="{phone_number} suspend hai kyunki {billed} ka aapka bill overdue hai: {owed}. Main uski payment request bhej sakta hun, aur kuch bakaya na rehne par line chalu kar dunga.",
            ),
            then="go_on",
        ),
        "nothing_overdue": Result(
            says=Text(
                en="{phone_number} is suspended, and I may resume it.",
                hi="{phone_number} बंद है, और मैं उसे चालू कर सकता हूँ।",
                hinglish="{phone_number} suspend hai, aur main use chalu kar sakta hun.",
            ),
            then="go_on",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

TO_A_RESTART = "resume restart reactivate activate active make back again start chalu chaalu shuru phir चालू शुरू फिर"

FREE = Text(
    en="Shall I make {phone_number} active again? It costs nothing.",
    hi="क्या मैं {phone_number} फिर से चालू कर दूँ? इसका कोई शुल्क नहीं है।",
    hinglish="Kya main {phone_number} phir se chalu kar dun? Iska koi charge nahi hai.",
)

LINE_RESUMPTION = Workflow(
    name="line_resumption",
    kind="order",
    title=Text(en="your suspended line", hi="आपकी बंद लाइन", hinglish="aapki band line"),
    intents=(
        Intent(
            name="line_suspended",
            means="the operator suspended, barred or disconnected the line; the customer wants it resumed",
            offer=Text(en="My line is suspended", hi="मेरी लाइन बंद कर दी गई", hinglish="Meri line band kar di gayi"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="suspension_lookup",
    agreeing=f"{TO_A_RESTART} {TO_A_REQUEST}",
    confirm=Text(
        en="Shall I get {phone_number} active again? To be paid for it first, by a payment request that you accept within 24 hours: {owed}. Resuming the line itself is free.",
        hi="क्या मैं {phone_number} फिर से चालू करवा दूँ? उसके लिए पहले देना है, 24 घंटे में स्वीकार किए जाने वाले भुगतान अनुरोध से: {owed}। लाइन चालू करने का कोई शुल्क नहीं है।",
        hinglish="Kya main {phone_number} phir se chalu karwa dun? Uske liye pehle dena hai, 24 ghante mein accept ki jaane wali payment request se: {owed}. Line chalu karne ka koi charge nahi hai.",
    ),
    free=FREE,
    results=PAYING
    | {
        "resumed": Result(
            says=Text(
                en="Done: {phone_number} is active again. Please restart the phone.",
                hi="हो गया: {phone_number} फिर से चालू है। कृपया फ़ोन रीस्टार्ट करें।",
                hinglish="Ho gaya: {phone_number} phir se chalu hai. Kripya phone restart karein.",
            )
        ),
    },
    stopped=REQUEST_LEFT,
)

LINE_RESTART = Workflow(
    name="line_restart",
    kind="order",
    title=LINE_RESUMPTION.title,
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="suspension_lookup",
    agreeing=TO_A_RESTART,
    confirm=FREE,
    results={
        "resumed": LINE_RESUMPTION.results["resumed"],
        "refused": PAYING["refused"],
        "unclear": PAYING["unclear"],
    },
)
"""The resuming alone, for a conversation that has gone through the payment with the customer."""
