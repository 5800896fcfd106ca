"""A SIM that gives trouble or is gone: a new card, unless the old one is locked or stolen, which is a human's business."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SIM_TROUBLE

_TITLE = Text(en="your SIM", hi="आपकी सिम", hinglish="aapki SIM")

SIM_STATUS = Workflow(
    name="sim_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SIM_TROUBLE,),
    results={
        "stolen": Result(
            says=Text(
                en="I am sorry to hear that. Only a colleague can block {phone_number} and its SIM, so that nobody else can use it.",
                hi="यह सुनकर अफ़सोस हुआ। {phone_number} और उसकी सिम को सहकर्मी ही ब्लॉक कर सकते हैं, ताकि कोई और उसे इस्तेमाल न करे।",
                hinglish="Yeh sunkar afsos hua. {phone_number} aur uski SIM ko sahkarmi hi block kar sakte hain, taaki koi aur use na kare.",
            ),
            then="hand_off",
        ),
        "puk": Result(
            says=Text(
                en="For your security only a colleague gives out the PUK of {phone_number}. Please do not guess it: a SIM with ten wrong tries is lost.",
                hi="आपकी सुरक्षा के लिए {phone_number} का पीयूके सहकर्मी ही देते हैं। कृपया अंदाज़े से न डालें: दस ग़लत कोशिशों के बाद सिम बेकार हो जाती है।",
                hinglish="Aapki suraksha ke liye {phone_number} ka PUK sahkarmi hi dete hain. Kripya andaze se na daalein: das galat koshishon ke baad SIM bekaar ho jati hai.",
            ),
            then="hand_off",
        ),
        "in_order": Result(
            says=Text(
                en="I see no lock on the SIM of {phone_number}, so a new card should help if yours is lost or broken. If it was stolen, or it is about a PUK or an eSIM, write “human”.",
                hi="{phone_number} की सिम पर मुझे कोई लॉक नहीं दिखता, इसलिए सिम खोई या ख़राब हो तो नई सिम से काम बनेगा। चोरी हुई हो, या बात पीयूके या ई-सिम की हो, तो “इंसान से बात” लिखिए।",
                hinglish="{phone_number} ki SIM par mujhe koi lock nahi dikhta, isliye SIM khoyi ya kharab ho to nayi SIM se kaam banega. Chori hui ho, ya baat PUK ya eSIM ki ho, to “human” likhiye.",
            ),
            then="go_on",
        ),
        "locked": Result(
            says=Text(
                en="The SIM of {phone_number} is locked. For your security only a colleague may unlock or replace it.",
                hi="{phone_number} की सिम लॉक है। आपकी सुरक्षा के लिए उसे सहकर्मी ही खोल या बदल सकते हैं।",
                hinglish="{phone_number} ki SIM locked hai. Aapki suraksha ke liye use sahkarmi hi khol ya badal sakte hain.",
            ),
            then="hand_off",
        ),
        "on_its_way": Result(
            says=Text(
                en="A new SIM for {phone_number} is already on its way to the address we have on file.",
                hi="{phone_number} की नई सिम पहले से हमारे पास दर्ज पते पर भेजी जा रही है।",
                hinglish="{phone_number} ki nayi SIM pehle se hamare paas darj pate par bheji ja rahi hai.",
            )
        ),
        "other": Result(
            says=Text(
                en="The SIM of {phone_number} is not in order ({sim_status}).",
                hi="{phone_number} की सिम ठीक नहीं है ({sim_status})।",
                hinglish="{phone_number} ki SIM theek nahi hai ({sim_status}).",
            ),
            then="hand_off",
        ),
        "not_active": Result(
            says=Text(
                en="The line {phone_number} is not in service at the moment, so a new SIM would not help.",
                hi="लाइन {phone_number} अभी चालू नहीं है, इसलिए नई सिम से काम नहीं बनेगा।",
                hinglish="Line {phone_number} abhi chalu nahi hai, isliye nayi SIM se kaam nahi banega.",
            ),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

SIM_REPLACEMENT = Workflow(
    name="sim_replacement",
    kind="order",
    title=_TITLE,
    intents=(
        Intent(
            name="sim_issue",
            means="the SIM card is lost, broken, locked, not recognised or not active, or a new one is wanted",
            offer=Text(en="SIM trouble", hi="सिम की समस्या", hinglish="SIM ki samasya"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SIM_TROUBLE,),
    preview="sim_status",
    agreeing=(
        "send order post new one sim replace replacement bhej bhejo bhejiye address pate mangwa mangwao manga mangao "
        "nayi nai naya भेज भेजो मँगवा मंगवा मँगा मंगा नई सिम"
    ),
    confirm=Text(
        en="Shall I order a new SIM for {phone_number}? It is posted to the address we have on file. I cannot see from here whether it costs anything.",
        hi="क्या मैं {phone_number} के लिए नई सिम मँगवा दूँ? वह हमारे पास दर्ज पते पर डाक से आएगी। उसका कोई शुल्क है या नहीं, यह मुझे यहाँ नहीं दिखता।",
        hinglish="Kya main {phone_number} ke liye nayi SIM mangwa dun? Woh hamare paas darj pate par post se aayegi. Uska koi charge hai ya nahi, yeh mujhe yahan nahi dikhta.",
    ),
    results={
        "ordered": Result(
            says=Text(
                en="Done: a new SIM for {phone_number} is ordered ({order_id}) and will be posted to the address we have on file.",
                hi="हो गया: {phone_number} की नई सिम मँगवा दी है ({order_id}), वह हमारे पास दर्ज पते पर भेजी जाएगी।",
                hinglish="Ho gaya: {phone_number} ki nayi SIM mangwa di hai ({order_id}), woh hamare paas darj pate par bheji jayegi.",
            )
        ),
        "refused": Result(
            says=Text(
                en="A new SIM could not be ordered for {phone_number}.",
                hi="{phone_number} के लिए नई सिम नहीं मँगवाई जा सकी।",
                hinglish="{phone_number} ke liye nayi SIM nahi mangwayi ja saki.",
            ),
            then="hand_off",
        ),
        "unclear": Result(
            says=Text(
                en="I could not make sure that the new SIM is ordered. It will not be ordered twice.",
                hi="मैं यह पक्का नहीं कर सका कि नई सिम का ऑर्डर हो गया। ऑर्डर दो बार नहीं होगा।",
                hinglish="Main yeh pakka nahi kar saka ki nayi SIM ka order ho gaya. Order do baar nahi hoga.",
            ),
            then="hand_off",
        ),
    },
)
