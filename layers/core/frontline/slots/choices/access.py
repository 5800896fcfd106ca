"""How the line reaches the network: fibre, another broadband line, a SIM, or mobile data on one."""

from frontline.slots.choices.vocabulary import NamedValue

access = NamedValue(
    anywhere={
        "fibre": "fibre|fiber|fibre broadband|fiber broadband|broadband fibre|broadband fiber|fibre wifi|"
        "fiber wifi|optical fibre|optical fiber|ftth|fibernet|jiofiber|jio fiber|airfiber|"
        "xstream fiber|bharat fibre|bharat fiber|फाइबर|जियोफाइबर|जियो फाइबर|"
        "फाइबर ब्रॉडबैंड|फ़ाइबर",
        "broadband": "broadband|broad band|dsl|adsl|ethernet|home wifi|wifi broadband|broadband wifi|"
        "home broadband|ब्रॉडबैंड|ब्राडबैंड",
        "sim": "sim|sim card|simcard|esim|e sim|4g sim|5g sim|सिम|सिम कार्ड|ई सिम",
        "mobile_data": "mobile data|mobile internet|cellular data|data pack|sim data|hotspot|4g data|5g data|"
        "मोबाइल डेटा|मोबाइल डाटा|"
        "मोबाइल इंटरनेट|हॉटस्पॉट",
    },
    answering={
        "broadband": "wifi|wi fi|lan|cable|वाईफाई|वाई फाई",
        "mobile_data": "mobile|data|4g|5g|cellular|मोबाइल|डेटा|डाटा",
    },
)
