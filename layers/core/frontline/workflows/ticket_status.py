"""What became of a complaint: the customer's newest case at the operator."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

TICKET_STATUS = Workflow(
    name="ticket_status",
    kind="inquiry",
    title=Text(en="your complaint", hi="आपकी शिकायत", hinglish="aapki complaint"),
    intents=(
        Intent(
            name="ticket_status",
            means="what became of a complaint, ticket or request made earlier",
            offer=Text(en="Status of a complaint", hi="शिकायत की स्थिति", hinglish="Complaint ka status"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "open": Result(
            says=Text(
                en="Your case {case} (“{about}”) was opened on {opened} and is being worked on; it should be solved by {expected}. Latest note: {note}",
                hi="आपका मामला {case} (“{about}”) {opened} को दर्ज हुआ और उस पर काम चल रहा है; {expected} तक हल होने की उम्मीद है। ताज़ा टिप्पणी: {note}",
                hinglish="Aapka case {case} (“{about}”) {opened} ko darj hua aur us par kaam chal raha hai; {expected} tak hal hone ki ummeed hai. Taaza note: {note}",
            )
        ),
        "open_undated": Result(
            says=Text(
                en="Your case {case} (“{about}”) was opened on {opened} and is being worked on; no day is promised yet. Latest note: {note}",
                hi="आपका मामला {case} (“{about}”) {opened} को दर्ज हुआ और उस पर काम चल रहा है; अभी कोई तारीख़ तय नहीं है। ताज़ा टिप्पणी: {note}",
                hinglish="Aapka case {case} (“{about}”) {opened} ko darj hua aur us par kaam chal raha hai; abhi koi tareekh tay nahi hai. Taaza note: {note}",
            )
        ),
        "with_a_colleague": Result(
            says=Text(
                en="Your case {case} of {opened} is with a colleague, with everything you told me, and is not closed yet.",
                hi="{opened} का आपका मामला {case} आपकी बताई हर बात के साथ एक सहकर्मी के पास है और अभी बंद नहीं हुआ है।",
                hinglish="{opened} ka aapka case {case} aapki batayi har baat ke saath ek sahkarmi ke paas hai aur abhi band nahi hua hai.",
            )
        ),
        "closed": Result(
            says=Text(
                en="No case of yours is open. The last one, {case} of {opened}, is closed. Its last note: {note} If it is not solved for you, write “human” and a colleague takes it up again.",
                hi="आपका कोई मामला खुला नहीं है। पिछला मामला, {opened} का {case}, बंद हो चुका है। उसकी आख़िरी टिप्पणी: {note} अगर हल नहीं हुआ तो “इंसान से बात” लिखिए, सहकर्मी फिर देखेंगे।",
                hinglish="Aapka koi case khula nahi hai. Pichhla case, {opened} ka {case}, band ho chuka hai. Uska aakhri note: {note} Agar hal nahi hua to “human” likhiye, sahkarmi phir dekhenge.",
            )
        ),
        "none": Result(
            says=Text(
                en="I find no complaint of yours. Tell me what is wrong and I look into it right away.",
                hi="मुझे आपकी कोई शिकायत नहीं मिली। बताइए क्या परेशानी है, मैं अभी देखता हूँ।",
                hinglish="Mujhe aapki koi complaint nahi mili. Bataiye kya pareshani hai, main abhi dekhta hoon.",
            )
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
