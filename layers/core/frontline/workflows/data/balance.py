"""What is left of a line's data and other allowances, and until when."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER

DATA_BALANCE = Workflow(
    name="data_balance",
    kind="inquiry",
    title=Text(en="your balance", hi="आपका बैलेंस", hinglish="aapka balance"),
    intents=(
        Intent(
            name="data_balance",
            means="how much data, minutes, messages or money is left, or was used",
            offer=Text(en="My data and balance", hi="मेरा डेटा और बैलेंस", hinglish="Mera data aur balance"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "left": Result(
            says=Text(
                en="On {phone_number} you have left: {allowances}. The data is valid until {until}.",
                hi="{phone_number} पर बाकी है: {allowances}। डेटा {until} तक वैध है।",
                hinglish="{phone_number} par baaki hai: {allowances}. Data {until} tak valid hai.",
            )
        ),
        "left_undated": Result(
            says=Text(
                en="On {phone_number} you have left: {allowances}.",
                hi="{phone_number} पर बाकी है: {allowances}।",
                hinglish="{phone_number} par baaki hai: {allowances}.",
            )
        ),
        "used_up": Result(
            says=Text(
                en="The data of {phone_number} is used up ({allowances}). I can add up to 2 GB right away: just write “add data”.",
                hi="{phone_number} का डेटा ख़त्म हो गया है ({allowances})। मैं अभी 2 जीबी तक जोड़ सकता हूँ: बस “डेटा जोड़ो” लिखिए।",
                hinglish="{phone_number} ka data khatam ho gaya hai ({allowances}). Main abhi 2 GB tak add kar sakta hoon: bas “data add karo” likhiye.",
            )
        ),
        "empty": Result(
            says=Text(
                en="The data of {phone_number} is used up ({allowances}). If you need more, write “human” and a colleague helps.",
                hi="{phone_number} का डेटा ख़त्म हो गया है ({allowances})। और चाहिए तो “इंसान से बात” लिखिए, सहकर्मी मदद करेंगे।",
                hinglish="{phone_number} ka data khatam ho gaya hai ({allowances}). Aur chahiye to “human” likhiye, sahkarmi madad karenge.",
            )
        ),
        "no_allowance": Result(
            says=Text(
                en="I see nothing on {phone_number} that is still valid: no data and no balance. A new recharge or plan brings it back.",
                hi="{phone_number} पर मुझे कुछ भी वैध नहीं दिख रहा: न डेटा, न बैलेंस। नया रिचार्ज या प्लान लेने पर मिलेगा।",
                hinglish="{phone_number} par mujhe kuch bhi valid nahi dikh raha: na data, na balance. Naya recharge ya plan lene par milega.",
            )
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
