"""Until when the plan runs; for a monthly plan, until when the contract does."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

PLAN_VALIDITY = Workflow(
    name="plan_validity",
    kind="inquiry",
    title=Text(en="your plan's validity", hi="आपके प्लान की वैधता", hinglish="aapke plan ki validity"),
    intents=(
        Intent(
            name="plan_validity",
            means="until when the current plan, pack, recharge or contract is valid",
            offer=Text(en="My plan's validity", hi="मेरे प्लान की वैधता", hinglish="Mere plan ki validity"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "valid": Result(
            says=Text(
                en="The plan of {phone_number} ({plan}) is valid until {until}. Days left: {days}.",
                hi="{phone_number} का प्लान ({plan}) {until} तक वैध है। बाकी दिन: {days}।",
                hinglish="{phone_number} ka plan ({plan}) {until} tak valid hai. Baaki din: {days}.",
            )
        ),
        "expired": Result(
            says=Text(
                en="The plan of {phone_number} ({plan}) ended on {until}. A new recharge brings it back.",
                hi="{phone_number} का प्लान ({plan}) {until} को ख़त्म हो गया। नया रिचार्ज कराने पर फिर चलेगा।",
                hinglish="{phone_number} ka plan ({plan}) {until} ko khatam ho gaya. Naya recharge karane par phir chalega.",
            )
        ),
        "contract": Result(
            says=Text(
                en="The plan of {phone_number} ({plan}) goes on from month to month; nothing needs recharging. Its contract runs until {until}.",
                hi="{phone_number} का प्लान ({plan}) हर महीने अपने आप चलता रहता है, रिचार्ज की ज़रूरत नहीं। इसका अनुबंध {until} तक है।",
                hinglish="{phone_number} ka plan ({plan}) har mahine apne aap chalta rehta hai, recharge ki zaroorat nahi. Iska contract {until} tak hai.",
            )
        ),
        "contract_ended": Result(
            says=Text(
                en="The contract of {phone_number} ({plan}) ended on {until}. If you want to go on with it, write “human” and a colleague helps.",
                hi="{phone_number} का अनुबंध ({plan}) {until} को ख़त्म हो गया। आगे जारी रखना हो तो “इंसान से बात” लिखिए, सहकर्मी मदद करेंगे।",
                hinglish="{phone_number} ka contract ({plan}) {until} ko khatam ho gaya. Aage jaari rakhna ho to “human” likhiye, sahkarmi madad karenge.",
            )
        ),
        "not_active": Result(
            says=Text(
                en="The line {phone_number} ({plan}) is not in service at the moment, so its plan does not help you. Ask me why it is suspended, and I look into it.",
                hi="लाइन {phone_number} ({plan}) अभी चालू नहीं है, इसलिए प्लान का फ़ायदा नहीं मिलेगा। पूछिए कि लाइन क्यों बंद है, मैं देखता हूँ।",
                hinglish="Line {phone_number} ({plan}) abhi chalu nahi hai, isliye plan ka fayda nahi milega. Poochhiye ki line kyun band hai, main dekhta hoon.",
            )
        ),
        "closed": Result(
            says=Text(
                en="The line {phone_number} is closed, so no plan runs on it any more.",
                hi="लाइन {phone_number} बंद हो चुकी है, इसलिए उस पर अब कोई प्लान नहीं है।",
                hinglish="Line {phone_number} band ho chuki hai, isliye us par ab koi plan nahi hai.",
            )
        ),
        "unknown": Result(
            says=Text(
                en="I cannot see until when the plan of {phone_number} ({plan}) runs.",
                hi="मुझे यह नहीं दिख रहा कि {phone_number} का प्लान ({plan}) कब तक है।",
                hinglish="Mujhe yeh nahi dikh raha ki {phone_number} ka plan ({plan}) kab tak hai.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
