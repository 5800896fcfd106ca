"""Another plan: list what the line can change to, let the customer choose, say what it costs, and change it."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Knowledge, Result, Slot, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

NAMED_PLAN = Knowledge(
    name="named_plan",
    type="plan_name",
    label=Text(en="plan asked for", hi="माँगा गया प्लान", hinglish="maanga gaya plan"),
)
PLAN = Slot(
    name="plan",
    type="choice",
    options_from="plan_options",
    named_by=NAMED_PLAN.name,
    label=Text(en="plan", hi="प्लान", hinglish="plan"),
    question=Text(
        en="Which plan would you like?",
        hi="आपको कौन सा चाहिए?",
        hinglish="Aapko kaun sa chahiye?",
    ),
    help=Text(
        en="Tell me its number in the list, or its name.",
        hi="सूची में उसका नंबर बताइए, या उसका नाम।",
        hinglish="List mein uska number bataiye, ya uska naam.",
    ),
)

_TITLE = Text(en="your plan", hi="आपका प्लान", hinglish="aapka plan")
_NO_SUCH_LINE = Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number")

PLAN_OPTIONS = Workflow(
    name="plan_options",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    results={
        "listed": Result(
            says=Text(
                en="You have {plan_now}. You can change to: {plans}.",
                hi="आपका प्लान है: {plan_now}। आप इनमें बदल सकते हैं: {plans}।",
                hinglish="Aapka plan hai: {plan_now}. Aap inmein badal sakte hain: {plans}.",
            ),
            then="go_on",
        ),
        "no_other": Result(
            says=Text(
                en="You have {plan_now}, and there is no other plan for this line at the moment.",
                hi="आपका प्लान है: {plan_now}। इस लाइन के लिए अभी कोई दूसरा प्लान नहीं है।",
                hinglish="Aapka plan hai: {plan_now}. Is line ke liye abhi koi doosra plan nahi hai.",
            )
        ),
        "closed": Result(
            says=Text(
                en="{phone_number} is closed, so its plan cannot be changed.",
                hi="{phone_number} हमेशा के लिए बंद है, इसलिए उसका प्लान नहीं बदला जा सकता।",
                hinglish="{phone_number} hamesha ke liye band hai, isliye uska plan nahi badla ja sakta.",
            ),
            then="hand_off",
        ),
        "no_such_line": _NO_SUCH_LINE,
    },
)

PLAN_PRICE = Workflow(
    name="plan_price",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER, PLAN),
    results={
        "priced": Result(
            says=Text(
                en="{plan_name} costs {price}; your plan today costs {price_now}.",
                hi="{plan_name} की क़ीमत {price} है; आपके आज के प्लान की {price_now}।",
                hinglish="{plan_name} ki keemat {price} hai; aapke aaj ke plan ki {price_now}.",
            ),
            then="go_on",
        ),
        "not_on_offer": Result(
            says=Text(
                en="That plan is not on offer for this line.",
                hi="वह प्लान इस लाइन के लिए नहीं है।",
                hinglish="Woh plan is line ke liye nahi hai.",
            ),
            then="go_on",
            corrects="plan",
        ),
        "no_such_line": _NO_SUCH_LINE,
    },
)

PLAN_CHANGE = Workflow(
    name="plan_change",
    kind="order",
    title=_TITLE,
    intents=(
        Intent(
            name="plan_change",
            means="wants another plan: to see what there is, to upgrade, downgrade or switch",
            offer=Text(en="Change my plan", hi="प्लान बदलना", hinglish="Plan badalna"),
        ),
    ),
    slots=(PHONE_NUMBER, PLAN),
    listens=(NAMED_PLAN,),
    personal=True,
    preview="plan_price",
    agreeing=(
        "change switch upgrade move migrate shift plan badal badlo badle badaldo badalwa laga lagao "
        "activate बदल बदलो बदलें प्लान लगा"
    ),
    confirm=Text(
        en="Shall I change {phone_number} to {plan_name}? You then pay {price} instead of {price_now} ({difference}).",
        hi="क्या मैं {phone_number} को {plan_name} में बदल दूँ? फिर आप {price_now} की जगह {price} देंगे ({difference})।",
        hinglish="Kya main {phone_number} ko {plan_name} mein badal dun? Phir aap {price_now} ki jagah {price} denge ({difference}).",
    ),
    results={
        "changed": Result(
            says=Text(
                en="Done: {phone_number} is now on {plan_name} for {price}.",
                hi="हो गया: {phone_number} अब {plan_name} पर है, क़ीमत {price}।",
                hinglish="Ho gaya: {phone_number} ab {plan_name} par hai, keemat {price}.",
            )
        ),
        "refused": Result(
            says=Text(
                en="{phone_number} could not be changed to {plan_name}. The reason given: {reason}. You keep the plan you have.",
                hi="{phone_number} को {plan_name} में नहीं बदला जा सका। बताया गया कारण: {reason}। आपका प्लान वही रहेगा।",
                hinglish="{phone_number} ko {plan_name} mein nahi badla ja saka. Bataya gaya kaaran: {reason}. Aapka plan wahi rahega.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that {phone_number} is on {plan_name} now. It will not be changed twice.",
                hi="मैं यह पक्का नहीं कर सका कि {phone_number} अब {plan_name} पर है। बदलाव दो बार नहीं होगा।",
                hinglish="Main yeh pakka nahi kar saka ki {phone_number} ab {plan_name} par hai. Badlaav do baar nahi hoga.",
            ),
            then="hand_off",
        ),
    },
)
