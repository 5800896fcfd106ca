"""A device that gives trouble, and what the customer can try on it."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import DEVICE


def _advice(en: str, hi: str, hinglish: str) -> Result:
    """What to try, and the way to a human when it does not help."""
    return Result(
        says=Text(
            en=f"{en} If that does not help, write “human” and a colleague takes over.",
            hi=f"{hi} इससे ठीक न हो तो “इंसान से बात” लिखिए, सहकर्मी देखेंगे।",
            hinglish=f"{hinglish} Isse theek na ho to “human” likhiye, sahkarmi dekhenge.",
        )
    )


DEVICE_ADVICE = Workflow(
    name="device_advice",
    kind="inquiry",
    title=Text(en="your device", hi="आपका डिवाइस", hinglish="aapka device"),
    intents=(
        Intent(
            name="device_issue",
            means="a phone, router, dongle, computer or TV box itself gives trouble, or needs settings or a Wi-Fi password",
            offer=Text(en="Trouble with a device", hi="डिवाइस की समस्या", hinglish="Device ki samasya"),
        ),
    ),
    slots=(DEVICE,),
    results={
        "phone": _advice(
            "Please restart the phone and install pending updates. Then set mobile network to automatic, and reset the access point (APN) in its network settings.",
            "कृपया फ़ोन रीस्टार्ट करें और बाकी अपडेट कर लें। फिर नेटवर्क सेटिंग में मोबाइल नेटवर्क ऑटोमैटिक रखें और एपीएन रीसेट करें।",
            "Kripya phone restart karein aur baaki update kar lein. Phir network settings mein mobile network automatic rakhein aur APN reset karein.",
        ),
        "router": _advice(
            "Please unplug the router for half a minute, check that its cables sit tight, and wait two minutes until its lights are steady. Its Wi-Fi name and first password are on the sticker underneath.",
            "कृपया राउटर आधे मिनट के लिए बंद करें, देखें कि तार ठीक से लगे हैं, और दो मिनट रुकें जब तक बत्तियाँ स्थिर न हों। वाई-फ़ाई का नाम और पहला पासवर्ड नीचे के स्टिकर पर है।",
            "Kripya router aadhe minute ke liye band karein, dekhein ki taar theek se lage hain, aur do minute rukein jab tak lights steady na hon. Wi-Fi ka naam aur pehla password neeche ke sticker par hai.",
        ),
        "dongle": _advice(
            "Please pull the dongle out for ten seconds and put it into another USB port. Then check that its SIM sits right, and try it on another computer if you can.",
            "कृपया डोंगल दस सेकंड के लिए निकालें और दूसरे यूएसबी पोर्ट में लगाएँ। फिर देखें कि उसकी सिम ठीक से लगी है, और हो सके तो दूसरे कंप्यूटर पर आज़माएँ।",
            "Kripya dongle das second ke liye nikaalein aur doosre USB port mein lagayein. Phir dekhein ki uski SIM theek se lagi hai, aur ho sake to doosre computer par aazmayein.",
        ),
        "computer": _advice(
            "Please switch its Wi-Fi off and on, let it forget our network and join it again with the password, then restart it. If other devices do not connect either, restart the router too.",
            "कृपया उसका वाई-फ़ाई बंद करके चालू करें, हमारे नेटवर्क को हटाकर पासवर्ड से फिर जोड़ें, फिर रीस्टार्ट करें। दूसरे डिवाइस भी न जुड़ें तो राउटर भी रीस्टार्ट करें।",
            "Kripya uska Wi-Fi off karke on karein, hamare network ko hatakar password se phir jodein, phir restart karein. Doosre device bhi na judein to router bhi restart karein.",
        ),
        "tv": _advice(
            "Please unplug the TV box for half a minute, check the cable between box and TV, and choose the right input on the TV.",
            "कृपया टीवी बॉक्स आधे मिनट के लिए बंद करें, बॉक्स और टीवी के बीच का तार देखें, और टीवी पर सही इनपुट चुनें।",
            "Kripya TV box aadhe minute ke liye band karein, box aur TV ke beech ka taar dekhein, aur TV par sahi input chunein.",
        ),
    },
)
