"""A duty of ours: wait until an outage is over, once for everyone who was told of it, and tell each of them."""

from frontline.model.text import Text
from frontline.model.workflow import Result, Workflow

OUTAGE_WATCH = Workflow(
    name="outage_watch",
    kind="duty",
    title=Text(en="the outage", hi="नेटवर्क की ख़राबी", hinglish="network ki kharabi"),
    slots=(),
    results={
        "over": Result(
            says=Text(
                en="Good news: the outage I told you about is over. If your network is still down, just write to me.",
                hi="अच्छी ख़बर: जिस ख़राबी के बारे में मैंने बताया था वह ठीक हो गई है। अगर नेटवर्क अब भी बंद है, तो मुझे लिखिए।",
                hinglish="Achhi khabar: jis kharabi ke baare mein maine bataya tha woh theek ho gayi hai. Agar network ab bhi band hai, to mujhe likhiye.",
            )
        ),
        "still_there": Result(
            says=Text(
                en="I could not follow the outage any longer. Write to me and I look how things are.",
                hi="मैं उस ख़राबी पर आगे नज़र नहीं रख सका। मुझे लिखिए, मैं देखता हूँ कि क्या हाल है।",
                hinglish="Main us kharabi par aage nazar nahi rakh saka. Mujhe likhiye, main dekhta hoon ki kya haal hai.",
            )
        ),
    },
)
