"""The device the trouble shows on."""

from frontline.slots.choices.vocabulary import NamedValue

_ON_A_PHONE = ["my", "on my", "in my", "mere", "apne", "इस", "मेरे", "अपने"]

device = NamedValue(
    anywhere={
        "phone": "iphone|smartphone|smart phone|android phone|handset|cell phone|cellphone|samsung phone|redmi|"
        "realme|oneplus|"
        + "|".join(f"{before} {phone}" for before in _ON_A_PHONE for phone in ("phone", "mobile", "फोन", "मोबाइल"))
        + "|phone mein|phone me|phone par|mobile mein|mobile par|फोन में|फोन पर|मोबाइल में|मोबाइल पर|आईफोन|"
        "स्मार्टफोन|हैंडसेट",
        "router": "router|routers|modem|wifi router|wi fi router|onu|राउटर|मॉडेम",
        "dongle": "dongle|usb dongle|data card|datacard|mifi|jiofi|wifi hotspot device|डोंगल|डाटा कार्ड|डेटा कार्ड",
        "tablet": "tablet|ipad|टैबलेट|आईपैड",
        "laptop": "laptop|lap top|macbook|notebook|chromebook|लैपटॉप",
        "desktop": "desktop|desktop computer|pc|computer|imac|डेस्कटॉप|कंप्यूटर|कम्प्यूटर",
        "tv": "tv|television|smart tv|set top box|set top|settop box|settopbox|stb|fire stick|टीवी|टेलीविजन|"
        "सेट टॉप बॉक्स|सेटटॉप बॉक्स",
        "": "|".join(
            f"{before} {phone} {after}".strip()
            for before in ("my", "mere", "apne", "मेरे", "on my", "in my")
            for phone, after in [
                *(
                    (phone, after)
                    for phone in ("phone", "mobile")
                    for after in (
                        "number",
                        "no",
                        "bill",
                        "recharge",
                        "plan",
                        "data",
                        "internet",
                        "network",
                        "connection",
                        "account",
                        "call",
                        "calls",
                        "line",
                        "service",
                        "banking",
                        "app",
                    )
                ),
                ("फोन", "नंबर"),
                ("मोबाइल", "नंबर"),
                ("मोबाइल", "डेटा"),
                ("मोबाइल", "डाटा"),
                ("मोबाइल", "रिचार्ज"),
            ]
        ),
    },
    answering={
        "phone": "phone|mobile|mobile phone|cell|android|samsung|vivo|oppo|xiaomi|nokia|motorola|pixel|"
        "feature phone|mobile device|"
        "फोन|मोबाइल|मोबाइल फोन|स्मार्ट फोन",
        "router": "wifi|wi fi|wifi box|wifi device|fiber box|fibre box|वाईफाई",
        "tablet": "tab",
        "tv": "dth|firestick|android tv|डीटीएच",
        "": "phone number|mobile number|phone bill|फोन नंबर|मोबाइल नंबर",
    },
)
