"""Words that stand around a place, and words that show an answer names none."""

from frontline.speech.plain import word_set

LONGEST_ANSWER = 9

AROUND_A_PLACE = word_set("""
    i am im in from at live living lives stay staying my city town area is its it near nearby the a based here we
    are located location place region district dist village state country side of around main mai mein me se
    hoon hun hu ho hai hain rehta rehti rahta rahti rehte rahte ka ki ke mera mere yahan yaha yehi shahar sheher
    shehar gaon ilaka sir madam maam ji please pls ok okay so then and actually sorry just yes मैं में से हूं हु
    है हैं रहता रहती रहते का की के मेरा मेरे यहां शहर गांव इलाका जी जिला
""")
NOT_A_PLACE = word_set("""
    hi hello hey hii helo namaste namaskar good morning evening afternoon night thanks thank thankyou bye welcome
    what why how who whom whose when where which whats hows can could would will shall should do does did dont
    didnt cant wont has have had was were be been being not no nope nah none nothing nowhere anywhere everywhere
    somewhere never know idea sure maybe later skip next want need tell say said ask mean understand help wait
    stop cancel human agent person executive customer care talk speak call calls number phone mobile sim net
    network internet data wifi broadband fibre fiber router signal recharge bill plan pack balance money refund
    payment paid pay amount slow fast down working work works worked fail failed failing problem issue issues
    error complaint service prepaid postpaid roaming today yesterday since again still already all any this that
    these those there you your yours our us he she they them his her one two three first second home office
    house room kitchen india bharat for with without about but or if because very much too also more everything
    old new time day days stupid idiot rubbish useless bad great nice cool fine lol hmm hmmm huh ohh kya kyu
    kyun kyon kaise kaun kab kahan kaha kidhar kitna kitne nahi nahin nhi nai mat haan han haa pata malum maloom
    chahiye karo kar karna karke kijiye do dijiye de batao bolo bol raha rahi rahe gaya gayi tha thi abhi aaj
    kal bhi aur ya lekin par mujhe mujhko hum hume tum tumhara aap aapka aapko yeh ye woh wo sab kuch koi matlab
    samajh chal chalta chalti slow theek thik acha accha bahut bohot jaldi paisa paise ghar dost bhai yaar baat
    insaan क्या क्यों कैसे कौन कब कहां किधर कितना नहीं नही मत हां पता मालूम चाहिए करो कर करना दो दीजिए बताओ बोलो
    रहा रही रहे गया गई था थी अभी आज कल भी और या लेकिन पर मुझे हम तुम आप आपका यह वह सब कुछ कोई मतलब समझ चल ठीक
    अच्छा बहुत पैसा पैसे घर नमस्ते धन्यवाद नेट नेटवर्क इंटरनेट रिचार्ज बिल फोन मोबाइल सिम समस्या मदद भारत धीमा
    बात इंसान
""")
TOO_WIDE = frozenset({("up",), ("u", "p"), ("uttar", "pradesh"), ("yupi",), ("उत्तर", "प्रदेश"), ("यूपी",)})
"""Places we know, but which more than one region serves."""

TOWARDS = word_set("""
    to towards visit visiting travel travelling traveling going trip flight calling reach reaching leaving shifting
    moving
""")
MOVED = word_set("moved shifted relocated settled")
"""Who moved to a place is there."""
ON_THE_WAY = word_set("""
    ja jaa jana jaana jane jaane jaunga jaungi jaaunga jaaungi jaate shift indians capitals super knight royals
    titans dyeing airport जा जाना जाने जाऊंगा जाऊंगी जाते शिफ्ट
""")
MOVED_THERE = frozenset({("shift", "ho"), ("shift", "hua"), ("shift", "hui"), ("shift", "kiya"), ("शिफ्ट", "हो")})
"""What follows a place where somebody has moved."""
FROM_HERE = frozenset({("se",), ("से",)})
PLACED_BY = word_set("in from near")
"""After these a name that also means something else is a place."""
IDIOMS = (
    "kisi surat",
    "kisi bhi surat",
    "kis surat",
    "har surat",
    "हर सूरत",
    "किसी सूरत",
    "किसी भी सूरत",
    *(
        f"{verb} {went}"
        for verbs, went in (("ho aa chala ban", "gaya"), ("हो आ चला बन", "गया"))
        for verb in verbs.split()
    ),
)
"""Phrases that hold the name of a place and name none."""
