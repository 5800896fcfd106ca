"""The latest bill, explained position by position, and whether it is still to be paid."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import ACCOUNT_TYPE, NO_SUCH_LINE, PHONE_NUMBER

BILLING_EXPLANATION = Workflow(
    name="billing_explanation",
    kind="inquiry",
    title=Text(en="your bill", hi="आपका बिल", hinglish="aapka bill"),
    intents=(
        Intent(
            name="billing_issue",
            means="a question about a bill: its amount, its positions, when it is due",
            offer=Text(en="My bill", hi="मेरा बिल", hinglish="Mera bill"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(ACCOUNT_TYPE,),
    results={
        "explained": Result(
            says=Text(
                en="Your bill of {billed} is {total}: {positions}. {remaining} is left to pay, due on {due}.",
                hi="{billed} का आपका बिल {total} का है: {positions}। {remaining} बाकी है, अंतिम तारीख {due}।",
                hinglish="{billed} ka aapka bill {total} ka hai: {positions}. {remaining} baaki hai, aakhri tareekh {due}.",
            )
        ),
        "paid": Result(
            says=Text(
                en="Your bill of {billed} is {total}: {positions}. It is paid; thank you.",
                hi="{billed} का आपका बिल {total} का है: {positions}। उसका भुगतान हो चुका है, धन्यवाद।",
                hinglish="{billed} ka aapka bill {total} ka hai: {positions}. Uska bhugtaan ho chuka hai, dhanyavaad.",
            )
        ),
        "overdue": Result(
            says=Text(
                en="Your bill of {billed} is {total}: {positions}. {remaining} was due on {due} and is overdue.",
                hi="{billed} का आपका बिल {total} का है: {positions}। {remaining} का भुगतान {due} तक होना था और अब बकाया है।",
                hinglish="{billed} ka aapka bill {total} ka hai: {positions}. {remaining} ka bhugtaan {due} tak hona tha aur ab overdue hai.",
            )
        ),
        "no_bill": Result(
            says=Text(
                en="There is no bill for this number. A prepaid line gets none; it only uses what was recharged.",
                hi="इस नंबर का कोई बिल नहीं है। प्रीपेड लाइन पर बिल नहीं बनता, सिर्फ़ रिचार्ज ख़र्च होता है।",
                hinglish="Is number ka koi bill nahi hai. Prepaid line par bill nahi banta, sirf recharge kharch hota hai.",
            )
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
