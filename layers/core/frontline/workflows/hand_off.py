"""The hand-off as duties of our own: file the packet with the operator, then watch until a human has closed it."""

from frontline.model.text import Text
from frontline.model.workflow import Result, Workflow

HAND_OFF = Workflow(
    name="hand_off",
    kind="duty",
    title=Text(en="your case", hi="आपका मामला", hinglish="aapka case"),
    slots=(),
    results={
        "filed": Result(
            says=Text(
                en="A colleague has your case and everything you told me; its number is {case}. I will tell you when it is closed.",
                hi="आपका मामला और आपकी बताई हर बात एक सहकर्मी के पास है; इसका नंबर {case} है। बंद होने पर मैं बताऊँगा।",
                hinglish="Aapka case aur aapki batayi har baat ek sahkarmi ke paas hai; iska number {case} hai. Band hone par main bataunga.",
            )
        ),
        "refused": Result(
            says=Text(
                en="I could not hand your case over yet, and I am sorry. Write to me and I try again.",
                hi="माफ़ कीजिए, मैं आपका मामला अभी आगे नहीं भेज सका। मुझे लिखिए, मैं फिर कोशिश करूँगा।",
                hinglish="Maaf kijiye, main aapka case abhi aage nahi bhej saka. Mujhe likhiye, main phir koshish karunga.",
            )
        ),
        "not_filed": Result(
            says=Text(
                en="I could not make sure that a colleague has your case, and I am sorry. Write to me and I try again; there will be only one case.",
                hi="माफ़ कीजिए, मैं यह पक्का नहीं कर सका कि आपका मामला सहकर्मी तक पहुँचा। मुझे लिखिए, मैं फिर कोशिश करूँगा; मामला एक ही रहेगा।",
                hinglish="Maaf kijiye, main yeh pakka nahi kar saka ki aapka case sahkarmi tak pahuncha. Mujhe likhiye, main phir koshish karunga; case ek hi rahega.",
            )
        ),
    },
)

HAND_OFF_WATCH = Workflow(
    name="hand_off_watch",
    kind="duty",
    title=Text(en="your case", hi="आपका मामला", hinglish="aapka case"),
    slots=(),
    results={
        "closed": Result(
            says=Text(
                en="A colleague has closed your case {case}. {note} If anything is left, just write to me.",
                hi="एक सहकर्मी ने आपका मामला {case} बंद कर दिया है। {note} कुछ बाकी हो तो मुझे लिखिए।",
                hinglish="Ek sahkarmi ne aapka case {case} band kar diya hai. {note} Kuch baaki ho to mujhe likhiye.",
            )
        ),
        "still_open": Result(
            says=Text(
                en="Your case {case} is still with a colleague, and I cannot watch it any longer. Ask me about it any time.",
                hi="आपका मामला {case} अब भी एक सहकर्मी के पास है, और मैं उस पर आगे नज़र नहीं रख सकता। उसके बारे में मुझसे कभी भी पूछिए।",
                hinglish="Aapka case {case} ab bhi ek sahkarmi ke paas hai, aur main us par aage nazar nahi rakh sakta. Uske baare mein mujhse kabhi bhi poochiye.",
            )
        ),
    },
)
