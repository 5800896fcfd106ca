"""A recharge that was paid but never arrived: find it, say so, and with the customer's consent credit it once."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import AMOUNT, DATE, NO_SUCH_LINE, PHONE_NUMBER

RECHARGE_LOOKUP = Workflow(
    name="recharge_lookup",
    kind="inquiry",
    title=Text(en="your recharge", hi="आपका रिचार्ज", hinglish="aapka recharge"),
    slots=(PHONE_NUMBER,),
    listens=(AMOUNT, DATE),
    results={
        "missing": Result(
            says=Text(
                en="I found it: your recharge of {paid} on {paid_day} was paid but never credited.",
                hi="मिल गया: {paid_day} को {paid} का आपका रिचार्ज भुगतान हुआ, पर जमा नहीं हुआ।",
                hinglish="Mil gaya: {paid_day} ko {paid} ka aapka recharge pay hua, par credit nahi hua.",
            ),
            then="go_on",
        ),
        "credited": Result(
            says=Text(
                en="Your recharge of {paid} on {paid_day} was credited to your line. If it has not shown yet, please restart the phone.",
                hi="{paid_day} को {paid} का आपका रिचार्ज आपकी लाइन में जमा हो चुका है। अगर अब तक नहीं दिखा, तो फ़ोन रीस्टार्ट करें।",
                hinglish="{paid_day} ko {paid} ka aapka recharge aapki line mein credit ho chuka hai. Agar ab tak nahi dikha, to phone restart karein.",
            )
        ),
        "not_found": Result(
            says=Text(
                en="I find no payment for a recharge of this number that fits.",
                hi="इस नंबर के रिचार्ज का कोई मेल खाता भुगतान मुझे नहीं मिला।",
                hinglish="Is number ke recharge ka koi mel khaata payment mujhe nahi mila.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

RECHARGE_RESOLUTION = Workflow(
    name="recharge_resolution",
    kind="order",
    title=Text(en="your recharge", hi="आपका रिचार्ज", hinglish="aapka recharge"),
    intents=(
        Intent(
            name="recharge_issue",
            means="a recharge was paid but did not arrive, failed, or went wrong",
            offer=Text(en="Recharge not received", hi="रिचार्ज नहीं आया", hinglish="Recharge nahi aaya"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(AMOUNT, DATE),
    preview="recharge_lookup",
    agreeing=(
        "credit add recharge paise balance amount daal dal dalo daalo daaldo dalwa daalwa jama डाल डालो जमा क्रेडिट पैसे"
    ),
    confirm=Text(
        en="Shall I credit {paid} to {phone_number} now? It costs you nothing.",
        hi="क्या मैं अभी {phone_number} में {paid} जमा कर दूँ? इसका कोई शुल्क नहीं है।",
        hinglish="Kya main abhi {phone_number} mein {paid} credit kar dun? Iska koi charge nahi hai.",
    ),
    results={
        "credited": Result(
            says=Text(
                en="Done: {paid} has been credited to {phone_number}.",
                hi="हो गया: {phone_number} में {paid} जमा कर दिए गए हैं।",
                hinglish="Ho gaya: {phone_number} mein {paid} credit kar diye gaye hain.",
            )
        ),
        "refused": Result(
            says=Text(
                en="The credit of {paid} could not be made.",
                hi="{paid} जमा नहीं किए जा सके।",
                hinglish="{paid} credit nahi kiye ja sake.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that {paid} arrived. Nothing will be credited twice.",
                hi="मैं यह पक्का नहीं कर सका कि {paid} जमा हुए। कुछ भी दो बार जमा नहीं होगा।",
                hinglish="Main yeh pakka nahi kar saka ki {paid} credit hue. Kuch bhi do baar credit nahi hoga.",
            ),
            then="hand_off",
        ),
    },
)
