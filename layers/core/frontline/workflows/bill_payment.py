"""An overdue bill: find it, ask the customer to pay it, wait until it is settled, and resume the line it cost."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

REQUEST_OPEN = Result(
    says=Text(
        en="A payment request for your bill of {billed} ({owed}) is already open. Please accept that one; only one can be open at a time.",
        hi="{billed} के आपके बिल ({owed}) का एक भुगतान अनुरोध पहले से खुला है। कृपया उसी को स्वीकार करें; एक समय में एक ही खुला हो सकता है।",
        hinglish="{billed} ke aapke bill ({owed}) ki ek payment request pehle se khuli hai. Kripya usi ko accept karein; ek samay mein ek hi khuli ho sakti hai.",
    ),
    stays=Text(
        en="A payment request of {owed} is open: you need not accept it, and nothing is charged unless you do.",
        hi="{owed} का एक भुगतान अनुरोध खुला है: उसे स्वीकार करना ज़रूरी नहीं, और आपके स्वीकार किए बिना कुछ नहीं कटेगा।",
        hinglish="{owed} ki ek payment request khuli hai: use accept karna zaroori nahi, aur aapke accept kiye bina kuch nahi katega.",
    ),
)

REQUEST_LEFT = Text(
    en="I stopped it. The payment request may still reach you, or stay open in your payment app: you need not accept it, and nothing is charged unless you do.",
    hi="मैंने इसे रोक दिया है। भुगतान अनुरोध फिर भी आ सकता है, या आपके पेमेंट ऐप में खुला रह सकता है: उसे स्वीकार करना ज़रूरी नहीं, और आपके स्वीकार किए बिना कुछ नहीं कटेगा।",
    hinglish="Maine ise rok diya hai. Payment request phir bhi aa sakti hai, ya aapke payment app mein khuli reh sakti hai: use accept karna zaroori nahi, aur aapke accept kiye bina kuch nahi katega.",
)
"""Nobody can take a request back: TMF676 knows no such call."""

OVERDUE_LOOKUP = Workflow(
    name="overdue_lookup",
    kind="inquiry",
    title=Text(en="what you owe", hi="आपका बकाया", hinglish="aapka bakaya"),
    slots=(PHONE_NUMBER,),
    results={
        "overdue": Result(
            says=Text(
                en="Your bill of {billed} is overdue: {owed}.",
                hi="{billed} का आपका बिल बकाया है: {owed}।",
                hinglish="{billed} ka aapka bill overdue hai: {owed}.",
            ),
            then="go_on",
        ),
        "request_open": REQUEST_OPEN,
        "nothing_overdue": Result(
            says=Text(
                en="Nothing is overdue for this number, so there is nothing you have to pay now.",
                hi="इस नंबर पर कुछ भी बकाया नहीं है, इसलिए अभी आपको कुछ नहीं देना है।",
                hinglish="Is number par kuch bhi overdue nahi hai, isliye abhi aapko kuch nahi dena hai.",
            )
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

PAYING = {
    "paid_and_resumed": Result(
        says=Text(
            en="Thank you: your bill of {billed} ({owed}) is paid, and {phone_number} is active again. Please restart the phone.",
            hi="धन्यवाद: {billed} का आपका बिल ({owed}) चुक गया है, और {phone_number} फिर से चालू है। कृपया फ़ोन रीस्टार्ट करें।",
            hinglish="Dhanyavaad: {billed} ka aapka bill ({owed}) pay ho gaya hai, aur {phone_number} phir se chalu hai. Kripya phone restart karein.",
        )
    ),
    "paid": Result(
        says=Text(
            en="Thank you: your bill of {billed} ({owed}) is paid.",
            hi="धन्यवाद: {billed} का आपका बिल ({owed}) चुक गया है।",
            hinglish="Dhanyavaad: {billed} ka aapka bill ({owed}) pay ho gaya hai.",
        )
    ),
    "paid_more_due": Result(
        says=Text(
            en="Thank you: your bill of {billed} ({owed}) is paid. {phone_number} stays suspended until the bill of {more_billed} ({more_owed}) is paid too. Write “pay my bill” and I send the request.",
            hi="धन्यवाद: {billed} का आपका बिल ({owed}) चुक गया है। {more_billed} का बिल ({more_owed}) चुकने तक {phone_number} बंद रहेगा। “बिल भरना है” लिखिए, मैं अनुरोध भेजूँगा।",
            hinglish="Dhanyavaad: {billed} ka aapka bill ({owed}) pay ho gaya hai. {more_billed} ka bill ({more_owed}) pay hone tak {phone_number} band rahega. “Bill bharna hai” likhiye, main request bhejunga.",
        )
    ),
    "paid_contract_ended": Result(
        says=Text(
            en="Thank you: your bill of {billed} ({owed}) is paid. The contract of {phone_number} has ended, so I may not resume the line.",
            hi="धन्यवाद: {billed} का आपका बिल ({owed}) चुक गया है। {phone_number} का अनुबंध समाप्त हो चुका है, इसलिए मैं लाइन चालू नहीं कर सकता।",
            hinglish="Dhanyavaad: {billed} ka aapka bill ({owed}) pay ho gaya hai. {phone_number} ka contract khatm ho chuka hai, isliye main line chalu nahi kar sakta.",
        ),
        then="hand_off",
    ),
    "paid_not_resumed": Result(
        says=Text(
            en="Thank you: your bill of {billed} ({owed}) is paid. But I could not make sure that {phone_number} is active again.",
            hi="धन्यवाद: {billed} का आपका बिल ({owed}) चुक गया है। पर मैं यह पक्का नहीं कर सका कि {phone_number} फिर से चालू है।",
            hinglish="Dhanyavaad: {billed} ka aapka bill ({owed}) pay ho gaya hai. Par main yeh pakka nahi kar saka ki {phone_number} phir se chalu hai.",
        ),
        then="hand_off",
    ),
    "not_paid": Result(
        says=Text(
            en="The payment of {owed} for your bill of {billed} has not arrived, so the bill is still open. You can still accept the request, or write to me again.",
            hi="{billed} के आपके बिल का {owed} का भुगतान नहीं आया, इसलिए बिल अब भी बाकी है। आप अब भी अनुरोध स्वीकार कर सकते हैं, या मुझे फिर लिखिए।",
            hinglish="{billed} ke aapke bill ka {owed} ka payment nahi aaya, isliye bill ab bhi baaki hai. Aap ab bhi request accept kar sakte hain, ya mujhe phir likhiye.",
        )
    ),
    "request_open": REQUEST_OPEN,
    "refused": Result(
        says=Text(
            en="I was not allowed to do that for {phone_number}. Nothing was changed.",
            hi="{phone_number} के लिए मुझे इसकी अनुमति नहीं मिली। कुछ नहीं बदला गया।",
            hinglish="{phone_number} ke liye mujhe iski anumati nahi mili. Kuch nahi badla gaya.",
        ),
        then="hand_off",
        stays=Text(
            en="I was not allowed to do that for {phone_number}.",
            hi="{phone_number} के लिए मुझे इसकी अनुमति नहीं मिली।",
            hinglish="{phone_number} ke liye mujhe iski anumati nahi mili.",
        ),
    ),
    "unclear": Result(
        says=Text(
            en="I could not make sure how this ended for {phone_number}. Nothing is done or charged twice.",
            hi="मैं यह पक्का नहीं कर सका कि {phone_number} के लिए यह कैसे पूरा हुआ। कुछ भी दो बार नहीं होगा, न कटेगा।",
            hinglish="Main yeh pakka nahi kar saka ki {phone_number} ke liye yeh kaise poora hua. Kuch bhi do baar nahi hoga, na katega.",
        ),
        then="hand_off",
    ),
}
"""How getting a bill paid can end, for whichever reason it was begun."""

TO_A_REQUEST = "send bhej bhejo bhejiye bhejdo bhijwa bhijwao request payment link pay भेज भेजो भेजिए अनुरोध रिक्वेस्ट भुगतान"
BILL_PAYMENT = Workflow(
    name="bill_payment",
    kind="order",
    title=Text(en="your payment", hi="आपका भुगतान", hinglish="aapka payment"),
    intents=(
        Intent(
            name="pay_overdue_bill",
            means="wants to pay a bill that is due or overdue",
            offer=Text(en="Pay my bill", hi="बिल भरना", hinglish="Bill bharna"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="overdue_lookup",
    agreeing=TO_A_REQUEST,
    confirm=Text(
        en="Shall I send you a payment request of {owed} for the bill of {billed}? You then accept it in your payment app; I wait for it up to 24 hours, and nothing is charged without you.",
        hi="क्या मैं {billed} के बिल के लिए आपको {owed} का भुगतान अनुरोध भेजूँ? फिर आप उसे अपने पेमेंट ऐप में स्वीकार करें; मैं 24 घंटे तक इंतज़ार करूँगा, और आपके बिना कुछ नहीं कटेगा।",
        hinglish="Kya main {billed} ke bill ke liye aapko {owed} ki payment request bhejun? Phir aap use apne payment app mein accept karein; main 24 ghante tak intezaar karunga, aur aapke bina kuch nahi katega.",
    ),
    results=PAYING,
    stopped=REQUEST_LEFT,
)

PAYMENT_REQUEST = Workflow(
    name="payment_request",
    kind="order",
    title=BILL_PAYMENT.title,
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="overdue_lookup",
    agreeing=TO_A_REQUEST,
    confirm=Text(
        en="Shall I send you a payment request of {owed} for the bill of {billed}? Nothing is charged before you accept it.",
        hi="क्या मैं {billed} के बिल के लिए आपको {owed} का भुगतान अनुरोध भेजूँ? आपके स्वीकार करने से पहले कुछ नहीं कटेगा।",
        hinglish="Kya main {billed} ke bill ke liye aapko {owed} ki payment request bhejun? Aapke accept karne se pehle kuch nahi katega.",
    ),
    results={
        "requested": Result(
            says=Text(
                en="I have sent you a payment request of {owed}.",
                hi="मैंने आपको {owed} का भुगतान अनुरोध भेज दिया है।",
                hinglish="Maine aapko {owed} ki payment request bhej di hai.",
            ),
            stays=Text(
                en="The payment request of {owed} has been sent. If it is still open, you need not accept it, and nothing is charged unless you do.",
                hi="{owed} का भुगतान अनुरोध भेजा जा चुका है। अगर वह अब भी खुला है, तो उसे स्वीकार करना ज़रूरी नहीं, और आपके स्वीकार किए बिना कुछ नहीं कटेगा।",
                hinglish="{owed} ki payment request bheji ja chuki hai. Agar woh ab bhi khuli hai, to use accept karna zaroori nahi, aur aapke accept kiye bina kuch nahi katega.",
            ),
        ),
        "settled": Result(
            says=Text(
                en="The bill of {billed} has been paid in the meantime.",
                hi="{billed} का बिल इस बीच चुक गया है।",
                hinglish="{billed} ka bill is beech pay ho gaya hai.",
            )
        ),
        "request_open": REQUEST_OPEN,
        "refused": PAYING["refused"],
        "unclear": PAYING["unclear"],
    },
    stopped=REQUEST_LEFT,
)
"""The request alone, for a conversation that goes through the payment with the customer."""
