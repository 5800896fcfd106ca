"""Charges nobody expected: explain what of the newest bill does not recur, and with the customer's consent dispute it."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

CHARGES_LOOKUP = Workflow(
    name="charges_lookup",
    kind="inquiry",
    title=Text(en="your charges", hi="आपके शुल्क", hinglish="aapke charges"),
    slots=(PHONE_NUMBER,),
    results={
        "unusual": Result(
            says=Text(
                en="Your bill of {billed} is {total}. Beyond what recurs it holds: {unusual}. Together that is {disputed}.",
                hi="{billed} का आपका बिल {total} का है। नियमित शुल्क के अलावा उसमें है: {unusual}। कुल {disputed}।",
                hinglish="{billed} ka aapka bill {total} ka hai. Regular charges ke alawa usmein hai: {unusual}. Kul {disputed}.",
            ),
            then="go_on",
        ),
        "already_disputed": Result(
            says=Text(
                en="The charges beyond what recurs ({unusual}, together {disputed}) are being looked into already; the case has the number {case}.",
                hi="नियमित शुल्क के अलावा जो लगा है ({unusual}, कुल {disputed}), उसकी जाँच पहले से चल रही है; मामले का नंबर {case} है।",
                hinglish="Regular charges ke alawa jo laga hai ({unusual}, kul {disputed}), uski jaanch pehle se chal rahi hai; case ka number {case} hai.",
            )
        ),
        "nothing_unusual": Result(
            says=Text(
                en="I see no unusual charge in your bill of {billed} ({total}). It holds: {positions}.",
                hi="{billed} के आपके बिल ({total}) में मुझे कोई असामान्य शुल्क नहीं दिखता। उसमें है: {positions}।",
                hinglish="{billed} ke aapke bill ({total}) mein mujhe koi unusual charge nahi dikhta. Usmein hai: {positions}.",
            )
        ),
        "no_bill": Result(
            says=Text(
                en="There is no bill for this number, so I cannot see here what was deducted.",
                hi="इस नंबर का कोई बिल नहीं है, इसलिए मैं यहाँ नहीं देख सकता कि क्या काटा गया।",
                hinglish="Is number ka koi bill nahi hai, isliye main yahan nahi dekh sakta ki kya kaata gaya.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

CHARGE_DISPUTE = Workflow(
    name="charge_dispute",
    kind="order",
    title=Text(en="your charges", hi="आपके शुल्क", hinglish="aapke charges"),
    intents=(
        Intent(
            name="unexpected_charges",
            means="money was charged or deducted for something the customer does not know or did not want",
            offer=Text(en="Unexpected charges", hi="अनजान शुल्क", hinglish="Anjaan charges"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="charges_lookup",
    contests=True,
    agreeing=(
        "dispute raise file lodge complain complaint challenge them these those both all charge charges "
        "wrong incorrect false galat ye yeh sab dono aapatti darj आपत्ति शिकायत दर्ज गलत ग़लत ये सब दोनों चार्ज"
    ),
    confirm=Text(
        en="Shall I dispute {disputed} ({unusual})? A colleague then examines it, and it costs you nothing. A larger amount has to be approved first, which takes up to three days.",
        hi="क्या मैं {disputed} ({unusual}) पर आपत्ति दर्ज करूँ? फिर एक सहकर्मी जाँच करेंगे, और इसका कोई शुल्क नहीं है। बड़ी रकम के लिए पहले मंज़ूरी चाहिए, जिसमें तीन दिन तक लगते हैं।",
        hinglish="Kya main {disputed} ({unusual}) par aapatti darj karun? Phir ek sahkarmi jaanch karenge, aur iska koi charge nahi hai. Badi rakam ke liye pehle manzoori chahiye, jismein teen din tak lagte hain.",
    ),
    results={
        "filed": Result(
            says=Text(
                en="Done: {disputed} of your bill of {billed} is disputed. Your case has the number {case}.",
                hi="हो गया: {billed} के आपके बिल के {disputed} पर आपत्ति दर्ज है। आपके मामले का नंबर {case} है।",
                hinglish="Ho gaya: {billed} ke aapke bill ke {disputed} par aapatti darj hai. Aapke case ka number {case} hai.",
            )
        ),
        "declined": Result(
            says=Text(
                en="A colleague looked at it and did not approve the dispute of {disputed}, so nothing was filed. If you see it differently, write “human”.",
                hi="एक सहकर्मी ने देखा और {disputed} की आपत्ति मंज़ूर नहीं की, इसलिए कुछ दर्ज नहीं हुआ। आप सहमत न हों तो “इंसान से बात” लिखिए।",
                hinglish="Ek sahkarmi ne dekha aur {disputed} ki aapatti manzoor nahi ki, isliye kuch darj nahi hua. Aap sehmat na hon to “human” likhiye.",
            )
        ),
        "no_decision": Result(
            says=Text(
                en="Nobody has decided about your dispute of {disputed} in time, and I am sorry. Nothing was filed yet.",
                hi="{disputed} की आपकी आपत्ति पर समय रहते फ़ैसला नहीं हुआ, माफ़ कीजिए। अभी कुछ दर्ज नहीं हुआ है।",
                hinglish="{disputed} ki aapki aapatti par samay rehte faisla nahi hua, maaf kijiye. Abhi kuch darj nahi hua hai.",
            ),
            then="hand_off",
        ),
        "refused": Result(
            says=Text(
                en="The dispute of {disputed} could not be filed.",
                hi="{disputed} की आपत्ति दर्ज नहीं की जा सकी।",
                hinglish="{disputed} ki aapatti darj nahi ki ja saki.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that the dispute of {disputed} was filed. It will not be filed twice.",
                hi="मैं यह पक्का नहीं कर सका कि {disputed} की आपत्ति दर्ज हुई। वह दो बार दर्ज नहीं होगी।",
                hinglish="Main yeh pakka nahi kar saka ki {disputed} ki aapatti darj hui. Woh do baar darj nahi hogi.",
            ),
            then="hand_off",
        ),
    },
)
