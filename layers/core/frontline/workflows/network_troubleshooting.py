"""Network trouble: is something wrong in the customer's region, and if not, what can they try?"""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Result, Workflow
from frontline.workflows.slots import ACCESS, CONNECTION, DEVICE, PERIOD, REGION

NETWORK_TROUBLESHOOTING = Workflow(
    name="network_troubleshooting",
    kind="inquiry",
    title=Text(en="your network problem", hi="आपकी नेटवर्क की समस्या", hinglish="aapki network ki samasya"),
    intents=(
        Intent(
            name="network_issue",
            means="the network or internet has trouble, without saying what exactly",
            offer=Text(en="Network trouble", hi="नेटवर्क की समस्या", hinglish="Network ki samasya"),
        ),
        Intent(
            name="slow_internet",
            means="internet or mobile data works but is slow",
            offer=Text(en="Slow internet", hi="धीमा इंटरनेट", hinglish="Slow internet"),
        ),
        Intent(
            name="no_data",
            means="mobile data does not connect at all on a phone that has signal, or only Wi-Fi works",
            offer=Text(en="No mobile data", hi="मोबाइल डेटा नहीं", hinglish="Mobile data nahi"),
        ),
        Intent(
            name="no_signal",
            means="the phone shows no signal or no service",
            offer=Text(en="No signal", hi="सिग्नल नहीं", hinglish="Signal nahi"),
        ),
        Intent(
            name="call_drop",
            means="calls break off, do not connect or cannot be heard",
            offer=Text(en="Calls break off", hi="कॉल कट जाती है", hinglish="Call kat jaati hai"),
        ),
    ),
    slots=(REGION, CONNECTION),
    listens=(ACCESS, DEVICE, PERIOD),
    results={
        "outage": Result(
            says=Text(
                en="There is a known outage in {region}. We expect it to be over by {until}. You need not do anything.",
                hi="{region} में नेटवर्क बंद होने की जानकारी हमारे पास है। {until} तक ठीक होने की उम्मीद है। आपको कुछ नहीं करना है।",
                hinglish="{region} mein network band hone ki jaankari hamare paas hai. {until} tak theek hone ki ummeed hai. Aapko kuch nahi karna hai.",
            ),
            follow="outage_watch",
        ),
        "outage_open_end": Result(
            says=Text(
                en="There is a known outage in {region}. We are working on it and cannot say yet when it will be over.",
                hi="{region} में नेटवर्क बंद होने की जानकारी हमारे पास है। काम चल रहा है, पर कब तक ठीक होगा यह अभी नहीं कह सकते।",
                hinglish="{region} mein network band hone ki jaankari hamare paas hai. Kaam chal raha hai, par kab tak theek hoga yeh abhi nahi keh sakte.",
            ),
            follow="outage_watch",
        ),
        "congestion": Result(
            says=Text(
                en="The network in {region} is overloaded at the moment, so it is slow. It usually gets better outside busy hours.",
                hi="{region} में इस समय नेटवर्क पर बहुत भार है, इसलिए वह धीमा है। व्यस्त समय के बाद आम तौर पर ठीक हो जाता है।",
                hinglish="{region} mein is samay network par bahut load hai, isliye woh slow hai. Busy samay ke baad aam taur par theek ho jaata hai.",
            )
        ),
        "try_phone": Result(
            says=Text(
                en="I see no fault in {region}. Please switch airplane mode on for ten seconds and off again, then restart the phone. If that does not help, write “human” and a colleague takes over.",
                hi="{region} में मुझे कोई ख़राबी नहीं दिख रही। कृपया दस सेकंड के लिए एयरप्लेन मोड चालू करके बंद करें, फिर फ़ोन रीस्टार्ट करें। इससे ठीक न हो तो “इंसान से बात” लिखिए, सहकर्मी देखेंगे।",
                hinglish="{region} mein mujhe koi kharabi nahi dikh rahi. Kripya das second ke liye airplane mode on karke off karein, phir phone restart karein. Isse theek na ho to “human” likhiye, sahkarmi dekhenge.",
            )
        ),
        "try_router": Result(
            says=Text(
                en="I see no fault in {region}. Please unplug the router for half a minute and check that its cables sit tight. If that does not help, write “human” and a colleague takes over.",
                hi="{region} में मुझे कोई ख़राबी नहीं दिख रही। कृपया राउटर को आधे मिनट के लिए बंद करें और देखें कि तार ठीक से लगे हैं। इससे ठीक न हो तो “इंसान से बात” लिखिए, सहकर्मी देखेंगे।",
                hinglish="{region} mein mujhe koi kharabi nahi dikh rahi. Kripya router ko aadhe minute ke liye band karein aur dekhein ki taar theek se lage hain. Isse theek na ho to “human” likhiye, sahkarmi dekhenge.",
            )
        ),
    },
)
