"""Who is writing: the second fact beside a phone number, checked by the operator's books or by a code sent to the phone."""

from frontline.model.text import Text
from frontline.model.workflow import Result, Slot, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

IDENTITY_PROOF = Slot(
    name="identity_proof",
    type="proof",
    label=Text(en="name and date of birth", hi="नाम और जन्म तिथि", hinglish="naam aur janm tithi"),
    question=Text(
        en="To protect your account: what is your full name and date of birth? Or write “code” and I send one to your phone.",
        hi="आपके खाते की सुरक्षा के लिए: आपका पूरा नाम और जन्म तिथि क्या है? या “कोड” लिखिए, मैं आपके फ़ोन पर एक कोड भेजूँगा।",
        hinglish="Aapke account ki suraksha ke liye: aapka poora naam aur janm tithi kya hai? Ya “code” likhiye, main aapke phone par ek code bhejunga.",
    ),
    help=Text(
        en="I ask so that no stranger sees or changes what is yours, and I may not say which part does not agree. I need both, like: Kiran Bose, 3 June 1984.",
        hi="मैं इसलिए पूछता हूँ कि कोई अजनबी आपकी जानकारी न देखे और न बदले, और मैं यह नहीं बता सकता कि कौन सा हिस्सा मेल नहीं खाता। मुझे दोनों चाहिए, जैसे: किरण बोस, 3 जून 1984।",
        hinglish="Main isliye poochta hoon ki koi ajnabi aapki jaankari na dekhe aur na badle, aur main yeh nahi bata sakta ki kaun sa hissa mel nahi khaata. Mujhe dono chahiye, jaise: Kiran Bose, 3 June 1984.",
    ),
)

ONE_TIME_CODE = Slot(
    name="one_time_code",
    type="code",
    label=Text(en="code", hi="कोड", hinglish="code"),
    question=Text(
        en="Which code did you get?",
        hi="आपको कौन सा कोड मिला?",
        hinglish="Aapko kaun sa code mila?",
    ),
    help=Text(
        en="It has six digits and came as a message to the number we talk about. If it did not, write “resend”, or your full name and date of birth instead.",
        hi="इसमें छह अंक हैं और यह उसी नंबर पर संदेश में आया है जिसकी हम बात कर रहे हैं। नहीं आया तो “फिर से भेजो” लिखिए, या इसकी जगह अपना पूरा नाम और जन्म तिथि।",
        hinglish="Ismein chhah ank hain aur yeh usi number par message mein aaya hai jiski hum baat kar rahe hain. Nahi aaya to “resend” likhiye, ya iski jagah apna poora naam aur janm tithi.",
    ),
)

_IDENTIFIED = Result(
    says=Text(en="Thank you.", hi="धन्यवाद।", hinglish="Dhanyavaad."), then="go_on", establishes=("identified",)
)

IDENTITY_CHECK = Workflow(
    name="identity_check",
    kind="inquiry",
    title=Text(en="who you are", hi="आपकी पहचान", hinglish="aapki pehchaan"),
    slots=(PHONE_NUMBER, IDENTITY_PROOF),
    results={
        "identified": _IDENTIFIED,
        "code_sent": Result(
            says=Text(
                en="I have sent a code to your phone.",
                hi="मैंने आपके फ़ोन पर एक कोड भेजा है।",
                hinglish="Maine aapke phone par ek code bheja hai.",
            ),
            then="go_on",
        ),
        "code_still_good": Result(
            says=Text(
                en="The code I sent to your phone is still good. Should it not be there, I can send another in {minutes} min.",
                hi="जो कोड मैंने आपके फ़ोन पर भेजा है, वह अब भी चलेगा। वह न आया हो तो {minutes} मिनट बाद दूसरा भेज सकता हूँ।",
                hinglish="Jo code maine aapke phone par bheja hai, woh ab bhi chalega. Woh na aaya ho to {minutes} minute baad doosra bhej sakta hoon.",
            ),
            then="go_on",
        ),
        "code_later": Result(
            says=Text(
                en="Many codes were sent to this number; I can send the next one in {minutes} min. A name and date of birth will do now, or write “human”.",
                hi="इस नंबर पर बहुत कोड भेजे जा चुके हैं; अगला {minutes} मिनट बाद भेज सकता हूँ। अभी नाम और जन्म तिथि से भी होगा, या “इंसान” लिखिए।",
                hinglish="Is number par bahut code bheje ja chuke hain; agla {minutes} minute baad bhej sakta hoon. Abhi naam aur janm tithi se bhi hoga, ya “human” likhiye.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "code_unsent": Result(
            says=Text(
                en="I cannot send a code right now.",
                hi="मैं अभी कोड नहीं भेज सकता।",
                hinglish="Main abhi code nahi bhej sakta.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "mismatch": Result(
            says=Text(
                en="That does not agree with what I have for this number.",
                hi="यह इस नंबर की जानकारी से मेल नहीं खाता।",
                hinglish="Yeh is number ki jaankari se mel nahi khaata.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "not_vouched_for": Result(
            says=Text(
                en="I cannot tell yet whether this number is yours.",
                hi="मुझे अभी पता नहीं कि यह नंबर आपका है या नहीं।",
                hinglish="Mujhe abhi pata nahi ki yeh number aapka hai ya nahi.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "cannot_verify": Result(
            says=Text(
                en="I have no way to check that for this number.",
                hi="इस नंबर के लिए मैं इसकी जाँच नहीं कर सकता।",
                hinglish="Is number ke liye main iski jaanch nahi kar sakta.",
            ),
            then="hand_off",
        ),
        "tried_too_often": Result(
            says=Text(
                en="That was tried too often here, so I look at no name and date for {minutes} min. A code works now: write “code”. Or write “human”.",
                hi="यहाँ बहुत बार कोशिश हो चुकी है, इसलिए {minutes} मिनट तक मैं नाम और तारीख़ नहीं देखता। कोड अभी चलेगा: “कोड” लिखिए। या “इंसान” लिखिए।",
                hinglish="Yahan bahut baar koshish ho chuki hai, isliye {minutes} minute tak main naam aur tareekh nahi dekhta. Code abhi chalega: “code” likhiye. Ya “human” likhiye.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "line_tried_too_often": Result(
            says=Text(
                en="Names and dates were tried too often for this number, so I look at none for {minutes} min. A code works now: write “code”, and I send it to that phone.",
                hi="इस नंबर के लिए नाम और तारीख़ की बहुत बार कोशिश हो चुकी है, इसलिए {minutes} मिनट तक मैं कोई नहीं देखता। कोड अभी चलेगा: “कोड” लिखिए, मैं उसे उसी फ़ोन पर भेजूँगा।",
                hinglish="Is number ke liye naam aur tareekh ki bahut baar koshish ho chuki hai, isliye {minutes} minute tak main koi nahi dekhta. Code abhi chalega: “code” likhiye, main use usi phone par bhejunga.",
            ),
            then="go_on",
            corrects="identity_proof",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

IDENTITY_CODE = Workflow(
    name="identity_code",
    kind="inquiry",
    title=Text(en="your code", hi="आपका कोड", hinglish="aapka code"),
    slots=(PHONE_NUMBER, ONE_TIME_CODE),
    results={
        "identified": _IDENTIFIED,
        "wrong_code": Result(
            says=Text(
                en="That is not the code I sent.",
                hi="यह वह कोड नहीं है जो मैंने भेजा था।",
                hinglish="Yeh woh code nahi hai jo maine bheja tha.",
            ),
            then="go_on",
            corrects="one_time_code",
        ),
        "code_over": Result(
            says=Text(
                en="I have no code that is still good: each works once, for ten minutes, and three wrong ones use it up. Write “code” for a new one.",
                hi="अब कोई कोड नहीं चलेगा: हर कोड एक बार और दस मिनट तक चलता है, और तीन ग़लत कोड के बाद नहीं। नए के लिए “कोड” लिखिए।",
                hinglish="Ab koi code nahi chalega: har code ek baar aur das minute tak chalta hai, aur teen galat code ke baad nahi. Naye ke liye “code” likhiye.",
            ),
            then="go_on",
        ),
    },
)
