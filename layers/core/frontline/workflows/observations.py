"""What a customer can read off their phone when a flow asks for it, and a few answers that flows share. Every flow knows
these slots; their values are the few that matter."""

from frontline.model.text import LOCALES, Text
from frontline.model.workflow import Option, Slot

_VALUES: dict[str, tuple[str, ...]] = {
    "signal": ("none", "poor", "fair", "good", "excellent"),
    "airplane_mode": ("on", "off"),
    "network_type": ("2g", "3g", "4g", "5g", "none"),
    "mobile_data": ("on", "off"),
    "data_roaming": ("on", "off"),
    "sim_status": ("active", "missing", "locked"),
    "data_saver": ("on", "off"),
    "network_mode": ("2g", "3g", "4g", "5g"),
    "vpn": ("on", "off"),
    "wifi_calling": ("on", "off"),
    "storage_permission": ("granted", "missing"),
    "sms_permission": ("granted", "missing"),
    "mmsc": ("set", "missing"),
    "speed": ("none", "very_poor", "poor", "fair", "good", "excellent", "unknown"),
    "mms": ("works", "fails"),
    "payment_request": ("present", "absent"),
    "done": ("done", "cannot"),
}


def _same(words: str) -> Text:
    return Text(**dict.fromkeys(LOCALES, words))


def _observation(name: str, values: tuple[str, ...]) -> Slot:
    """A flow's instruction asks for it in its own words, so its own question is only its name."""
    called = _same(name.replace("_", " "))
    options = tuple(Option(value=value, label=_same(value.replace("_", " "))) for value in values)
    return Slot(name=name, type=name, label=called, question=called, help=called, options=options, tries=5)


AWAY = Slot(
    name="away",
    type="away",
    label=Text(en="travelling", hi="यात्रा", hinglish="safar"),
    options=(
        Option(
            value="abroad", label=Text(en="Yes, I am travelling", hi="हाँ, सफ़र में हूँ", hinglish="Haan, safar mein hun")
        ),
        Option(value="home", label=Text(en="No, I am at home", hi="नहीं, घर पर हूँ", hinglish="Nahi, ghar par hun")),
    ),
    question=Text(
        en="Are you travelling, that is, outside your usual service area right now?",
        hi="क्या आप अभी सफ़र में हैं, यानी अपने सामान्य सेवा क्षेत्र से बाहर?",
        hinglish="Kya aap abhi safar mein hain, yaani apne usual service area se bahar?",
    ),
    help=Text(
        en="Abroad, or anywhere your own operator has no network, a phone needs roaming for mobile data. Yes if you are away, no if you are at home.",
        hi="विदेश में, या जहाँ आपके ऑपरेटर का नेटवर्क नहीं है, मोबाइल डेटा के लिए रोमिंग चाहिए। बाहर हैं तो हाँ, घर पर हैं तो नहीं।",
        hinglish="Videsh mein, ya jahan aapke operator ka network nahi hai, mobile data ke liye roaming chahiye. Bahar hain to haan, ghar par hain to nahi.",
    ),
    tries=4,
)

MORE_DATA = Slot(
    name="more_data",
    type="more_data",
    label=Text(en="more data", hi="और डेटा", hinglish="aur data"),
    options=(
        Option(value="refuel", label=Text(en="Add data", hi="डेटा जोड़ना", hinglish="Data add karna")),
        Option(value="plan", label=Text(en="Change the plan", hi="प्लान बदलना", hinglish="Plan badalna")),
        Option(value="neither", label=Text(en="Neither", hi="कुछ नहीं", hinglish="Kuch nahi")),
    ),
    question=Text(
        en="The data of your plan is used up. Would you like to refuel data (up to 2 GB), or to change to another plan?",
        hi="आपके प्लान का डेटा ख़त्म हो गया है। डेटा जोड़ना चाहेंगे (2 जीबी तक), या प्लान बदलना?",
        hinglish="Aapke plan ka data khatam ho gaya hai. Data add karna chahenge (2 GB tak), ya plan badalna?",
    ),
    help=Text(
        en="Refuelling adds up to 2 GB to this month for a price per GB. Another plan has more data every month. I tell you the price before anything is done.",
        hi="डेटा जोड़ने पर इस महीने 2 जीबी तक मिलता है, प्रति जीबी क़ीमत पर। दूसरे प्लान में हर महीने ज़्यादा डेटा है। कुछ करने से पहले क़ीमत बताऊँगा।",
        hinglish="Data add karne par is mahine 2 GB tak milta hai, per GB keemat par. Doosre plan mein har mahine zyada data hai. Kuch karne se pehle keemat bataunga.",
    ),
    tries=4,
)

TROUBLE = Slot(
    name="trouble",
    type="trouble",
    label=Text(en="what does not work", hi="क्या नहीं चल रहा", hinglish="kya nahi chal raha"),
    options=(
        Option(value="service", label=Text(en="No service", hi="सिग्नल नहीं", hinglish="Signal nahi")),
        Option(value="internet", label=Text(en="Mobile data", hi="मोबाइल डेटा", hinglish="Mobile data")),
        Option(value="pictures", label=Text(en="Picture messages", hi="फोटो संदेश", hinglish="Photo message")),
        Option(value="nothing", label=Text(en="Everything works", hi="सब ठीक है", hinglish="Sab theek hai")),
    ),
    question=Text(
        en="Is there anything on your phone that still does not work: the service, the mobile data, picture messages?",
        hi="क्या फ़ोन पर अब भी कुछ नहीं चल रहा: सिग्नल, मोबाइल डेटा, फोटो संदेश?",
        hinglish="Kya phone par ab bhi kuch nahi chal raha: signal, mobile data, photo message?",
    ),
    help=Text(
        en="Tell me which of them gives you trouble, or that everything works.",
        hi="बताइए कि इनमें से किसमें दिक्कत है, या कि सब ठीक है।",
        hinglish="Bataiye ki inmein se kismein dikkat hai, ya ki sab theek hai.",
    ),
    tries=3,
)

OBSERVATIONS: tuple[Slot, ...] = (*(_observation(*one) for one in _VALUES.items()), AWAY, MORE_DATA, TROUBLE)
