"""Slots and knowledge that several workflows share, declared once."""

from frontline.model.text import Text
from frontline.model.workflow import Knowledge, Option, Slot

PHONE_NUMBER = Slot(
    name="phone_number",
    type="phone",
    stable=True,
    label=Text(en="phone number", hi="फ़ोन नंबर", hinglish="phone number"),
    question=Text(
        en="Which phone number is it about?",
        hi="यह किस फ़ोन नंबर के बारे में है?",
        hinglish="Yeh kis phone number ke baare mein hai?",
    ),
    help=Text(
        en="I mean the number of the line you are writing about, like 98765 43210.",
        hi="मेरा मतलब उस लाइन का नंबर है जिसके बारे में आप लिख रहे हैं, जैसे 98765 43210।",
        hinglish="Mera matlab us line ka number hai jiske baare mein aap likh rahe hain, jaise 98765 43210.",
    ),
)

REGION = Slot(
    name="region",
    type="region",
    stable=True,
    label=Text(en="city", hi="शहर", hinglish="shehar"),
    question=Text(
        en="Which city are you in?",
        hi="आप किस शहर में हैं?",
        hinglish="Aap kis shehar mein hain?",
    ),
    help=Text(
        en="I need the city or the nearest larger city, to see how the network is doing there.",
        hi="मुझे शहर या पास का बड़ा शहर चाहिए, ताकि वहाँ के नेटवर्क का हाल देख सकूँ।",
        hinglish="Mujhe shehar ya paas ka bada shehar chahiye, taaki wahan ke network ka haal dekh sakun.",
    ),
)

CONNECTION = Slot(
    name="connection",
    type="connection",
    inferable=True,
    label=Text(en="connection", hi="कनेक्शन", hinglish="connection"),
    options=(
        Option(value="mobile", label=Text(en="Mobile (SIM)", hi="मोबाइल (सिम)", hinglish="Mobile (SIM)")),
        Option(
            value="fixed_line",
            label=Text(en="Fixed line (fibre)", hi="फिक्स्ड लाइन (फाइबर)", hinglish="Fixed line (fibre)"),
        ),
    ),
    question=Text(
        en="Is it your mobile connection or your fixed line?",
        hi="बात मोबाइल कनेक्शन की है या फिक्स्ड लाइन की?",
        hinglish="Baat mobile connection ki hai ya fixed line ki?",
    ),
    help=Text(
        en="Mobile means the SIM in your phone; fixed line means fibre or broadband at home.",
        hi="मोबाइल यानी फ़ोन की सिम; फिक्स्ड लाइन यानी घर का फाइबर या ब्रॉडबैंड।",
        hinglish="Mobile yaani phone ki SIM; fixed line yaani ghar ka fibre ya broadband.",
    ),
)

ACCESS = Knowledge(
    name="access",
    type="access",
    label=Text(en="access", hi="एक्सेस", hinglish="access"),
)
DEVICE = Slot(
    name="device",
    type="device",
    label=Text(en="device", hi="डिवाइस", hinglish="device"),
    options=(
        Option(value="phone", label=Text(en="Phone", hi="फ़ोन", hinglish="Phone")),
        Option(value="router", label=Text(en="Router", hi="राउटर", hinglish="Router")),
        Option(value="dongle", label=Text(en="Dongle", hi="डोंगल", hinglish="Dongle")),
    ),
    question=Text(
        en="Which device is it about?",
        hi="यह किस डिवाइस के बारे में है?",
        hinglish="Yeh kis device ke baare mein hai?",
    ),
    help=Text(
        en="I mean the device that gives trouble: a phone, a router, a dongle, a computer or a TV box.",
        hi="मेरा मतलब उस डिवाइस से है जिसमें दिक्कत है: फ़ोन, राउटर, डोंगल, कंप्यूटर या टीवी बॉक्स।",
        hinglish="Mera matlab us device se hai jismein dikkat hai: phone, router, dongle, computer ya TV box.",
    ),
)
SWITCH_OFF = Knowledge(
    name="switch_off",
    type="switch_off",
    label=Text(en="to be switched off", hi="बंद करना है", hinglish="band karna hai"),
)
SIM_TROUBLE = Knowledge(
    name="sim_trouble",
    type="sim_trouble",
    label=Text(en="trouble with the SIM", hi="सिम की दिक्कत", hinglish="SIM ki dikkat"),
)
PERIOD = Knowledge(
    name="period",
    type="period",
    label=Text(en="time of day", hi="समय", hinglish="samay"),
)
ACCOUNT_TYPE = Knowledge(
    name="account_type",
    type="account_type",
    stable=True,
    label=Text(en="kind of account", hi="खाते का प्रकार", hinglish="account ka prakaar"),
)
AMOUNT = Knowledge(
    name="amount",
    type="amount",
    label=Text(en="amount", hi="रकम", hinglish="rakam"),
)
DATE = Knowledge(
    name="paid_on",
    type="date",
    label=Text(en="date", hi="तारीख", hinglish="tareekh"),
)

NO_SUCH_LINE = Text(
    en="I cannot find a line with the number {phone_number}.",
    hi="मुझे {phone_number} नंबर की कोई लाइन नहीं मिली।",
    hinglish="Mujhe {phone_number} number ki koi line nahi mili.",
)
