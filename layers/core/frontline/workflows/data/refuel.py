"""More data for a line, at its own price per GB, at most 2 GB at a time."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Option, Result, Slot, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

GIGABYTES = Slot(
    name="gigabytes",
    type="gigabytes",
    label=Text(en="amount of data", hi="डेटा की मात्रा", hinglish="kitna data"),
    options=(
        Option(value="1", label=Text(en="1 GB", hi="1 जीबी", hinglish="1 GB")),
        Option(value="2", label=Text(en="2 GB", hi="2 जीबी", hinglish="2 GB")),
    ),
    question=Text(
        en="How much data would you like to add: how many GB? Up to 2 GB are possible.",
        hi="कितने जीबी जोड़ूँ? 2 जीबी तक हो सकता है।",
        hinglish="Kitne GB add karun? 2 GB tak ho sakta hai.",
    ),
    help=Text(
        en="Tell me the amount of data, like 1 GB or 500 MB. You hear the price before anything is added.",
        hi="मुझे डेटा की मात्रा बताइए, जैसे 1 जीबी या 500 एमबी। कुछ भी जोड़ने से पहले मैं दाम बताऊँगा।",
        hinglish="Mujhe data ki matra bataiye, jaise 1 GB ya 500 MB. Kuch bhi jodne se pehle main daam bataunga.",
    ),
)

REFUEL_PRICE = Workflow(
    name="refuel_price",
    kind="inquiry",
    title=Text(en="more data", hi="और डेटा", hinglish="aur data"),
    slots=(PHONE_NUMBER, GIGABYTES),
    results={
        "priced": Result(
            says=Text(
                en="A GB costs {per_gigabyte} on this line.",
                hi="इस लाइन पर एक जीबी {per_gigabyte} का है।",
                hinglish="Is line par ek GB {per_gigabyte} ka hai.",
            ),
            then="go_on",
        ),
        "too_much": Result(
            says=Text(
                en="{gigabytes} GB is too much: I can add at most 2 GB.",
                hi="{gigabytes} जीबी ज़्यादा है: मैं ज़्यादा से ज़्यादा 2 जीबी जोड़ सकता हूँ।",
                hinglish="{gigabytes} GB zyada hai: main zyada se zyada 2 GB add kar sakta hoon.",
            ),
            then="go_on",
            corrects="gigabytes",
        ),
        "not_available": Result(
            says=Text(
                en="I cannot add data to {phone_number} myself.",
                hi="{phone_number} में मैं ख़ुद डेटा नहीं जोड़ सकता।",
                hinglish="{phone_number} mein main khud data add nahi kar sakta.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

DATA_REFUEL = Workflow(
    name="data_refuel",
    kind="order",
    title=Text(en="more data", hi="और डेटा", hinglish="aur data"),
    intents=(
        Intent(
            name="data_refuel",
            means="wants more data added or bought for the line, beyond what its plan gives",
            offer=Text(en="Add data", hi="डेटा जोड़ना", hinglish="Data add karna"),
        ),
    ),
    slots=(PHONE_NUMBER, GIGABYTES),
    personal=True,
    preview="refuel_price",
    agreeing=(
        "add refuel top up recharge buy gb data daal daalo dal dalo dalwa daalwa laga lagao le lo jod "
        "जोड़ जोड़ो डाल डालो लगा जीबी डेटा"
    ),
    confirm=Text(
        en="Shall I add {gigabytes} GB to {phone_number} for {price}?",
        hi="क्या मैं {phone_number} में {gigabytes} जीबी {price} में जोड़ दूँ?",
        hinglish="Kya main {phone_number} mein {gigabytes} GB {price} mein add kar dun?",
    ),
    results={
        "added": Result(
            says=Text(
                en="Done: {gigabytes} GB has been added to {phone_number} for {price}. It now has {left} GB.",
                hi="हो गया: {phone_number} में {gigabytes} जीबी {price} में जुड़ गया है। अब उस पर {left} जीबी है।",
                hinglish="Ho gaya: {phone_number} mein {gigabytes} GB {price} mein add ho gaya hai. Ab us par {left} GB hai.",
            )
        ),
        "refused": Result(
            says=Text(
                en="The {gigabytes} GB could not be added, and nothing was charged by me.",
                hi="{gigabytes} जीबी नहीं जोड़ा जा सका, और मैंने कोई शुल्क नहीं लिया।",
                hinglish="{gigabytes} GB add nahi ho saka, aur maine koi charge nahi liya.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that {gigabytes} GB arrived. Nothing will be added or charged twice.",
                hi="मैं यह पक्का नहीं कर सका कि {gigabytes} जीबी जुड़ा। कुछ भी दो बार नहीं जुड़ेगा और न दो बार शुल्क लगेगा।",
                hinglish="Main yeh pakka nahi kar saka ki {gigabytes} GB add hua. Kuch bhi do baar add nahi hoga, na do baar charge lagega.",
            ),
            then="hand_off",
        ),
    },
)
