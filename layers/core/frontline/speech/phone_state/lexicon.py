"""The words of phones: what is spoken of, and what is said of it. Long because it is a table. Names are joined by `|`; one
name may stand in several rows."""

from collections.abc import Mapping

OFTEN_MISSPELT = frozenset(
    [
        "airplane",
        "aeroplane",
        "excellent",
        "enabled",
        "disabled",
        "connected",
        "disconnected",
        "signal",
        "service",
        "roaming",
        "network",
        "cellular",
        "granted",
        "denied",
        "storage",
        "permission",
        "permissions",
        "messaging",
        "mobile",
        "working",
        "restarted",
        "rebooted",
        "switched",
        "emergency",
        "detected",
        "inserted",
        "payment",
        "configured",
        "performance",
        "preferred",
        "delivered",
        "searching",
        "activated",
        "deactivated",
        "request",
    ]
)
"""Words that nothing else in a customer's vocabulary resembles."""


def _with(names: str, *endings: str) -> str:
    return "|".join(f"{name} {ending}".strip() for name in names.split("|") for ending in ("", *endings))


_ICON = ("mode", "icon", "symbol", "sign", "logo", "indicator", "mode icon", "mode symbol")
_KNOB = ("status", "setting", "switch", "toggle", "option", "feature")

SUBJECTS: Mapping[str, str] = {
    "airplane_mode": _with(
        "airplane|aeroplane|air plane|areoplane|aero plane|airoplane|plane|flight|aircraft|एयरप्लेन|एरोप्लेन|हवाई जहाज|फ्लाइट",
        *_ICON,
        "मोड",
        "का निशान",
    ),
    "mobile_data": _with(
        "mobile data|cellular data|data|cell data|mobile internet|data connection|mobile data connection|मोबाइल डेटा|मोबाइल डाटा|डेटा|डाटा",
        "icon",
        *_KNOB,
    ),
    "data_roaming": _with("data roaming|roaming|international roaming|roaming data|डेटा रोमिंग|रोमिंग", *_ICON, *_KNOB),
    "data_saver": _with(
        "data saver|datasaver|data saving|low data|data sever|data safer|saver|data restriction|data restrictions|restriction|restrictions|डेटा सेवर|डाटा सेवर",
        *_ICON,
        *_KNOB,
        "मोड",
    ),
    "vpn": _with(
        "vpn|v p n|virtual private network|वीपीएन",
        *_ICON,
        *_KNOB,
        "connection",
        "app",
        "key",
        "server",
        "service",
        "profile",
    ),
    "wifi_calling": _with(
        "wifi calling|wi fi calling|wifi call|wi fi call|wifi calls|wi fi calls|wificalling|vowifi|calling over wifi"
        "|calling over wi fi|calls over wifi|calls over wi fi|वाईफाई कॉलिंग|वाई फाई कॉलिंग",
        *_KNOB,
    ),
    "wifi": _with(
        "wifi|wi fi|wireless|wlan|5g wifi|5g wi fi|5ghz|5 ghz|वाईफाई|वाई फाई",
        "radio",
        "signal",
        "signal strength",
        "strength",
        "icon",
        "network",
        "connection",
        "status",
    ),
    "signal": _with(
        "signal|cellular signal|mobile signal|cell signal|network signal|phone signal|सिग्नल|reception|cell reception|coverage|sig",
        *("strength", "level", "bars", "icon", "icons", "indicator", "quality", "strength level"),
    )
    + "|service|cell service|cellular service|mobile service|phone service|network service|service state|service status|cellular"
    "|cellular connection|cellular network|cellular connection status|network connection|network connection status|network status"
    "|network|mobile network|mobile connection|connection status|bars|bar|नेटवर्क|strength",
    "network_type": _with(
        "network type|cellular network type|mobile network type|type of network|network technology", "icon"
    )
    + "|radio technology|connection type|cellular network technology",
    "network_mode": "network mode|network mode preference|preferred network mode|preferred network type|preferred network"
    "|network preference|network preferences|mode preference|preference|preferred mode|network setting|network mode setting"
    "|mode|prefers|prefer|preferred|नेटवर्क मोड",
    "sim": _with(
        "sim|simcard|sim card|e sim|esim|sim 1|sim1|physical sim|सिम|सिम कार्ड",
        "status",
        "state",
        "itself",
        "tray",
        "slot",
    ),
    "storage": _with(
        "storage|storeage|files|file|files and media|files media|media|photos and videos|external storage|स्टोरेज",
        *("permission", "access", "permissions"),
    ),
    "sms": _with("sms|s m s|text messages|text messaging|texts|texting|एसएमएस", "permission", "access", "permissions"),
    "permissions": "permission|permissions|access|परमिशन|अनुमति|anumati|इजाज़त|ijazat|app permissions|any permission|any permissions",
    "both": "both|both of them|both permissions|the two|all of them|all permissions|all the permissions|दोनों|dono|neither of them|neither"
    "|none of them|either of them|either|them both|everything",
    "other_permission": "camera|contacts|contact|location|microphone|mic|phone calls|calendar|call logs|call log|notifications",
    "mmsc": _with(
        "mmsc|mms c|mms center|mms centre|mms url|mms server|url|web address|mmsc server",
        "url",
        "field",
        "setting",
        "address",
        "entry",
        "line",
        "value",
        "part",
    ),
    "apn": "apn|apn name|apn settings|current apn name|access point|access point name|mms proxy|mms port|mmsc proxy|mmsc port|mcc|mnc",
    "speed": _with(
        "speed|download speed|internet speed|speed test|speedtest|data speed|connection speed|download|test",
        *("result", "results", "rating", "status", "quality"),
    )
    + "|internet|connection|quality|connection quality|description|rating|grade|category|net|इंटरनेट|स्पीड|नेट",
    "upload": "upload|upload speed|ping|latency|jitter",
    "mms": _with(
        "mms|m m s|picture message|picture messages|picture messaging|picture|pictures|photo|photos|pic|pics|image|images|message"
        "|messages|msg|media message|multimedia message|multimedia messages|video|gif|mms message|mms messages|group message"
        "|एमएमएस|फोटो|तस्वीर|selfie",
        "sending",
        "message",
        "messages",
    ),
    "payment_request": _with(
        "payment request|payment requests|request for payment|request to pay|bill request|payment link|payment notification"
        "|पेमेंट रिक्वेस्ट|request|requests|pending payment|pending payments|payment prompt|bill payment request",
        "status",
    ),
    "success": "success|succeeded",
    "bluetooth": "bluetooth|blue tooth|hotspot|hot spot|gps|location services|nfc|dnd|do not disturb|auto rotate|flashlight"
    "|power saver|power saving|battery saver|power saving mode|low power mode",
    "battery": "battery|battery level|charge",
    "performance": "performance|vpn performance",
    "background": "background data|background data usage|background usage|background data restriction|restricted|data usage"
    "|background data usage restricted|data limit|data plan|data allowance|data warning",
    "screen": "screen lock|phone lock|screen|phone",
}
"""By the name of what is spoken of. Those no parser asks for are here so that what is said of them is not taken for another."""

STATES: Mapping[str, str] = {
    "on": "on|turned on|switched on|turned it on|switched it on|toggled on|enabled|activated|chalu|ticked|checked|engaged|lit|lit up|glowing|highlighted|blue|green|चालू|ऑन"
    "|turned on the|switched on the|turned on my|enabled the",
    "active": "active|ready|provisioned|fine|all good|good|unlocked",
    "working": "working|works|work|worked|chal raha|chal rahi|chal gaya|चल रहा|चल रही",
    "off": "off|turned off|switched off|turned it off|switched it off|toggled off|disabled|deactivated|inactive|band|bandh|out of"
    "|disconnected|exited|unticked|unchecked|turned off the|switched off the|turned off my|disabled the|बंद|बन्द|ऑफ|greyed|grayed|grey|gray",
    "seen": "see it|see one|see that|got it|got one|have it|have one|has one|see them|saw it|saw one|spot it|spot one|there is one|there are some",
    "gone": "gone|disappeared|vanished|went away|lost|dropped|removed|uninstalled|deleted|chala gaya|gayab|unavailable|down|dead|offline|गायब",
    "yes": "yes|yeah|yea|yep|yup|yess|y|true|haan|haanji|han|haa|हां|हा|जी|ji|affirmative|indeed|of course|correct",
    "ok": "ok|okay|success|successful|successfully|normal|theek|thik|sahi|ठीक|fine|good",
    "no": "no|nope|nah|naa|false|n|नो",
    "connected": "connected|running|using|use|in use|established|registered|attached|in service",
    "excellent": "excellent|full|max|maximum|perfect|superb|amazing|awesome|outstanding|very strong|really strong|super strong"
    "|very good|really good|fantastic|बहुत अच्छा|पूरा|बढ़िया|badhiya",
    "good": "good|strong|great|decent|pretty good|solid|nice|accha|acha|achha|अच्छा",
    "fair": "fair|moderate|average|medium|so so|alright|mediocre|acceptable|reasonable|not bad|not too bad|not great|meh|ok|okay"
    "|okayish|theek thak|ठीक ठाक|middling",
    "poor": "poor|weak|bad|low|spotty|faint|lousy|not good|not very good|not so good|not strong|patchy|kamzor|kharab|खराब|कमजोर",
    "very_poor": "very poor|very bad|terrible|awful|horrible|extremely poor|really bad|really poor|abysmal|very weak|really weak"
    "|very low|pathetic|super poor|bahut kharab|बहुत खराब|बहुत कमजोर",
    "slow": "slow|sluggish|slowish|laggy|crawling|dheema|dheere|धीमा|slower|slowly",
    "very_slow": "very slow|super slow|really slow|extremely slow|so slow|painfully slow|bahut slow|bahut dheema|crazy slow|snail",
    "fast": "fast|quick|pretty fast|quite fast|faster|tez|तेज",
    "very_fast": "very fast|super fast|superfast|really fast|blazing|blazing fast|lightning fast|extremely fast|so fast|bahut tez|बहुत तेज",
    "unknown": "unknown|undetermined|could not be measured|cannot be determined|not available|not measured|inconclusive",
    "2g": "2g|2 g|edge|gprs|gsm|2जी",
    "3g": "3g|3 g|hspa|h+|hsdpa|umts|wcdma|3जी",
    "4g": "4g|4 g|lte|4g lte|4glte|4g+|lte+|lte a|volte|4जी",
    "5g": "5g|5 g|5guc|5guw|5ge|5g+|5g uc|5g uw|nr|5g nr|5g nsa|5g sa|5जी",
    "automatic": "automatic|auto|automatically",
    "locked": "locked|blocked|pin|puk|pin code|puk code|pin lock|puk lock|pin locked|puk locked|pin required|puk required|lock|पिन|लॉक",
    "unlocked": "unlocked",
    "missing": "missing|absent|lacking|undetected|unrecognized|unrecognised|invalid|empty slot",
    "present": "present|detected|inserted|recognized|recognised|found|seated|visible|available|there|showing|shown|shows|appears"
    "|appeared|arrived|received|came|came through|popped up|waiting|pending|awaiting|aaya|aayi|mila|mili|आया|आई|मिला|मिली|dikh|in place|on the list|in the list|on there|in there|listed",
    "back": "back|returned|restored|wapas|aa gaya|aa gayi|वापस|recovered|aa gaya hai|आ गया",
    "none": "none|nothing|nada|zilch|naught|null|nil|undefined|zero|0|kuch nahi|kuch nahin|कुछ नहीं|neither"
    "|kuch bhi nahi|kuch bhi nahin|कुछ भी नहीं|koi nahi|koi nahin|koi bhi nahi|koi bhi nahin|कोई नहीं|कोई भी नहीं|ek bhi nahi"
    "|ek bhi nahin|एक भी नहीं|not a single one|not one",
    "empty": "empty|blank|unset|unfilled|unspecified|khali|खाली",
    "set": "set|configured|populated|filled|filled in|entered|correct|defined|specified|weburl|address|a value|a url|a link|http|https|भरा|सेट",
    "incorrect": "incorrect|wrong|broken|galat|गलत",
    "granted": "granted|allowed|permitted|approved|authorised|authorized|given|allow|has permission",
    "denied": "denied|refused|rejected|disallowed|revoked|forbidden|deny|blocked",
    "sent": "sent|can be sent|can now be sent|could be sent|delivered|went|went through|goes through|went out|goes out|gone through|going through|can send|could send|can now send"
    "|can also send|was able to send|were able to send|able to send|managed to send|did send|sends|sends fine|got through|gaya|gayi|ja raha|ja rahi|जा रहा|जा रही|bhej diya|चला गया|भेज दिया"
    "|can send and receive|goes|able to",
    "send": "send|deliver|go|go through|go out|going|sending|be sent|bhej|भेज|get through|finish|complete",
    "failed": "failed|fail|fails|failing|failure|error|errors|undelivered|bounced|stuck|timed out|times out|timeout|spinning|hangs"
    "|hanging|crashed|aborted|interrupted|declined",
    "start": "start|run|load|begin|complete|finish|open|connect|connecting|reach|started|completed|loads|connects",
}

FACTS: Mapping[str, str] = {
    "signal none": "crossed out triangle|triangle with a line|triangle is crossed out|triangle is empty|just an empty triangle|signal is crossed out|signal icon is crossed out"
    "|bars are crossed out|bars crossed out|line through the bars|slash through the bars|no signal|no sig|no service|no network|no bars|zero bars|no signal bars|sos|sos only|sos mode|emergency calls"
    "|emergency calls only|emergency only|emergency call only|only emergency calls|out of service|out of coverage|not registered"
    "|searching|searching for service|searching for network|searching for signal|no cell service|no cellular service"
    "|no mobile service|no reception|no coverage|no cellular signal|no cell signal|no mobile signal|no mobile network"
    "|no cellular network|no cellular connection|no service available|limited service|no phone service|nosignal|noservice"
    "|bars are empty|x next to the signal|x on the signal|x over the signal|x by the signal|x next to the bars|x over the bars|x on the bars|cross over the bars|empty bars|network not available|network nahi|network nahin|network nai|network nhi|signal nahi|signal nahin"
    "|signal nhi|नेटवर्क नहीं|सिग्नल नहीं|bars0",
    "signal poor": "bars1|a bar|single bar",
    "signal fair": "bars2|couple bars|couple of bars|half the bars|half bars|half signal|few bars|some bars",
    "signal good": "bars3",
    "signal excellent": "bars4|full bars|all bars|full signal|bars full|max bars|all the bars|all four bars|bars are full|all my bars",
    "signal back": "have service|got service|have signal|got signal|have a signal|got a signal|have network|got network"
    "|network aa gaya|signal aa gaya|network hai|signal hai|with service|नेटवर्क है|सिग्नल है|have bars|got bars|in service",
    "sim missing": "no sim|no sim card|no simcard|nosim|insert sim|insert sim card|insert a sim|sim failure|sim card failure|invalid sim"
    "|invalid sim card|sim error|sim card error|without sim|without a sim|no active sim|no valid sim|sim nahi|sim card nahi|bina sim"
    "|सिम नहीं|सिम कार्ड नहीं",
    "sim active": "no sim lock|no sim pin|no sim error|no sim problem|no sim issue|no sim issues",
    "sim locked": "enter pin|enter sim pin|enter puk|sim pin|sim puk|sim card pin|sim network unlock pin",
    "speed none": "no connection|no internet|no internet connection|no data connection|no network connection|no net"
    "|no connectivity|no data available|no data service|network error|connection error|internet nahi|net nahi|इंटरनेट नहीं|नेट नहीं",
}
"""Phrases that say of what they speak."""

FLAGS: Mapping[str, str] = {
    "not": "not|isnt|arent|wasnt|werent|dont|doesnt|didnt|cant|cannot|couldnt|wont|wouldnt|havent|hasnt|hadnt|aint|never|without"
    "|unable|unable to|no longer|isn|doesn|nahi|nahin|nai|nhi|nahee|नहीं|नही|नहि|refuses to|refused to|non|neither|neither of them"
    "|none of them|lacks",
    "any": "no|zero|without any|no sign of",
    "past": "was|were|had been|used to be|earlier|before|previously|initially|at first|originally|tha|thi|था|थी|formerly",
    "still": "was able|was able to send|were able to send|was already|were able|as before|it was already",
    "supposed": "if|unless|whether|let me|lemme|ill|i will|we will|gonna|going to|want to|would like|id like|should i|shall i|wish"
    "|supposed to|might|not sure|dont know|do not know|no idea|dont understand|unsure|wondering|cant tell|dunno|idk|pata nahi"
    "|pata nahin|पता नहीं|about to|to turn|to switch|to toggle|to enable|to disable|to disconnect|cant turn|cannot turn|couldnt turn"
    "|can turn|could turn|wont turn|wont let me|dont turn|didnt turn|cant switch|dont want|do you want|you want|can you|could you"
    "|would you|please turn|please switch|when i turn|you said|you told|agar|अगर|maybe|perhaps|cant disable|cant enable|cant find"
    "|cannot find|couldnt find|options are|other options|available options|should|shouldnt|not able to turn|unable to turn",
    "did": "had to turn|managed to turn|able to turn|did turn|remembered to turn|had to switch|managed to switch|able to switch"
    "|had to enable|had to disable|had to toggle|how it",
    "asks": "how|where|what|whats|wheres|why|whys|which|who|would|kaise|kya|kahan|कैसे|क्या|कहां|kyun|क्यों",
    "telling": "what i see|what it says|what it shows|what i have|what it reads|what i get|which is|which says|which shows|which means",
    "act": "check|checking|look|looking|find|finding|open|opening|tap|press|click|toggle|toggling|settings|slow|problem|problems|issue"
    "|issues|trouble|reset|help|mean|means|tell|explain|understand|about|question|ticket|fix|price|plan|turn|switch|work|working",
    "has": "has|have|got|see|sees|seeing|there is|theres|there are|shows|showing|show|get|getting|gets|with|says|reads|hai|है|there s|it has|using|on",
    "only": "only|just|solely|sirf|केवल|सिर्फ|bas",
    "filler": "is|are|its|it|the|a|an|my|your|now|currently|right now|at the moment|still|already|say|said|it says|that|this|i|ive|im"
    "|he|she|we|they|of|in|to|at|for|status|state|value|result|answer|response|details|detail|current|hain|ho|kar|diya|kiya|और|हैं|हो"
    "|device|handset|app|messaging app|messages app|app messaging|messaging|well|hmm|um|uh|oh|ah|hey|hi|hello|please|thanks|sir|really"
    "|actually|also|too|again|all|any|some|little|small|tiny|big|sign|icon|symbol|top|up|status bar|statusbar|corner|be|been|as|from|by"
    "|me|displayed|seems|seem|looks like|indicates|off of|field|setting|page|menu|under|next to|here|feature|limits|usage|wow"
    "|great news|good news|finally|yay|turned|switched|anymore|any more|at all|yet|can|could|will|did|do|does|ka|ki|ke|mera|meri|mere"
    "|mein|par|pe|main|मेरा|मेरी|में|का|की|पर|ok great|alright so|ok so|all right|no problem|no worries|no issue|no issues"
    "|not sure why|thank god|working on it|good for|okay for|ok for|fine for|good enough|enough"
    "|sign in|log in|one|ones|those|these|anything|save data|saving data|uses data|use data|type|generation|kind|output|report|reading|info|note|from|text|hold on|hang on|come on|going on|working on|based on|depends on|click on|tap on|later on|on hold|moving on|phones|mobile phone|mean|not only",
}
"""What a word does in its clause besides."""
