"""The phrases that are a move when they are all that is said, in English, Hinglish and Hindi."""

from frontline.speech.plain import word_set

PHRASES: dict[str, str] = {
    "human": (
        "human|koi insaan hai kya|a human|human being|human agent|live agent|agent|real agent|real person|real human|person|"
        "representative|executive|operator|customer care|customer care executive|customer service|"
        "customer support|support team|supervisor|manager|call centre|call center|insaan|insan|koi insaan|"
        "asli insaan|इंसान|एजेंट|कस्टमर केयर|असली इंसान|प्रतिनिधि|मैनेजर"
    ),
    "cancel": (
        "cancel|cancel it|cancel this|cancel that|cancel request|cancel my request|cancel the request|stop|"
        "stop it|stop this|abort|quit|exit|never mind|nevermind|nvm|forget it|forget about it|forget this|"
        "leave it|drop it|dont bother|let it be|i changed my mind|changed my mind|start over|"
        "dont want to continue|dont do anything|rehne do|rehne dijiye|rahne do|rehne de|chhodo|chodo|chhod do|"
        "chod do|chhodiye|jaane do|jane do|cancel karo|cancel kar do|cancel kardo|cancel kar dijiye|"
        "cancel karna hai|cancel kijiye|band karo ye|nahi karna hai|रहने दो|रहने दीजिए|छोड़ो|छोड़ दो|छोड़िए|"
        "जाने दो|कैंसल|कैंसिल|कैंसल करो|कैंसिल करो|कैंसल कर दो|कैंसिल कर दो|रद्द करो|रद्द कर दो|रद्द करें|रुक जाओ"
    ),
    "repeat": (
        "repeat|repeat that|repeat it|repeat please|say again|say that again|say it again|come again|once more|"
        "one more time|again please|pardon|pardon me|what did you say|what was that|what was the question|"
        "what were you asking|what did you ask|i missed that|didnt catch that|i didnt catch that|"
        "can you repeat that|could you repeat that|can you repeat|could you repeat|sorry what|phir se bolo|"
        "fir se bolo|phir se boliye|fir se boliye|phir se bataiye|phir se batao|fir se batao|fir se bataiye|"
        "dobara bolo|dubara bolo|dobara batao|dobara boliye|phir se|fir se|dobara|dubara|ek baar phir|"
        "ek baar aur|ek baar aur bolo|kya bola|kya kaha|kya kaha aapne|kya bola aapne|aapne kya kaha|"
        "aapne kya pucha|repeat karo|repeat kariye|repeat kijiye|फिर से|फिर से बोलो|फिर से बोलिए|फिर से बताओ|"
        "फिर से बताइए|दोबारा|दोबारा बोलो|दोबारा बोलिए|दोबारा बताइए|क्या कहा|क्या बोला|आपने क्या कहा|एक बार फिर|"
        "एक बार और|दोहराइए|दोहराओ|रिपीट करो"
    ),
    "help": (
        "i dont know|i do not know|no idea|not sure|dont know|what|why|pata nahi|nahi pata|mujhe nahi pata|malum nahi|kya|kyun|मुझे नहीं पता|पता नहीं|नहीं पता|क्या|क्यों|help|madad|madad karo|madad kijiye|help me|what do you mean|what does that mean|what does it mean|"
        "what does this mean|what is that|what is this|meaning|i dont understand|i do not understand|"
        "dont understand|do not understand|didnt understand|i didnt understand|i dont get it|i didnt get it|"
        "didnt get you|i didnt get you|not clear|its not clear|i am confused|im confused|confused|explain|"
        "please explain|can you explain|explain that|huh|why do i have to do that|why do i have to do this|why do i need to do that|"
        "why do i have to|why should i|why do you need it|why do you want that|why do you want to know|how do i do that|"
        "how do i do this|how do i do it|how can i do that|where do i find that|where do i find it|where can i find that|"
        "where can i find it|where do i see that|where is that|how do i check that|how do i find that|how do i find out|"
        "can you walk me through it|walk me through it|im not good with phones|i am not good with phones|"
        "im not good with this|im not good at this|im not very technical|what do you need|what do you want to know|"
        "what should i say|what should i write|what should i answer|"
        "what do i say|how do i answer|i dont understand the question|i didnt understand the question|"
        "what are you asking|what are you saying|why do you ask|why do you need this|why do you need that|"
        "why are you asking|what can you do|what are my options|what are the options|matlab|matlab kya|"
        "matlab kya hai|kya matlab|kya matlab hai|iska matlab|iska matlab kya hai|iska kya matlab|"
        "iska kya matlab hai|samajh nahi aaya|samajh nahi aya|samjh nahi aaya|samajh nhi aaya|"
        "samajh me nahi aaya|samajh mein nahi aaya|nahi samjha|nahi samjhi|main nahi samjha|mai nahi samjha|"
        "samjha nahi|samjhi nahi|samjhao|samjhaiye|samjha do|kya bol rahe ho|kya bol rahe hain|kya puch rahe ho|"
        "kya pooch rahe ho|kya kehna chahte ho|ye kya hai|yeh kya hai|kya likhu|kya bolu|kya batau|मतलब|"
        "मतलब क्या|मतलब क्या है|क्या मतलब|क्या मतलब है|इसका मतलब|इसका मतलब क्या है|इसका क्या मतलब है|"
        "समझ नहीं आया|समझ में नहीं आया|समझ नही आया|नहीं समझा|मैं नहीं समझा|मैं नहीं समझी|समझाओ|समझाइए|"
        "क्या बोल रहे हो|क्या पूछ रहे हो|यह क्या है|ये क्या है|मदद|मदद करो|मदद कीजिए"
    ),
    "wait": (
        "wait|please wait|wait a minute|wait a second|wait a moment|one moment|one sec|one second|one minute|a moment|"
        "just a moment|just a sec|just a second|just a minute|hold on|hang on|give me a minute|give me a moment|"
        "give me a second|give me a sec|ill check|let me check|let me see|checking|checking now|looking|working on it|"
        "im on it|let me check that|let me check that for you|let me check it|let me look|let me try|let me try that|ill try that|ill try it|ill do that|ill do it|ill do that now|ill do it now|doing it now|trying it now|trying now|will do|will check|on it|give me some time|give me a few minutes|be right back|brb|hmm|hm|umm|bear with me|im looking for it|looking for it|im looking|its loading|loading|its still loading|its taking a while|taking a while|let me go to settings|going to settings|let me open settings|let me find it|let me get my phone|typing with one hand|ill try|i will try|trying|im driving|i am driving|im driving right now|i am driving right now|im driving at the moment|im at work|im busy|im busy right now|i am busy|can we do this later|can i do this later|can i do it later|ill do it later|ill do this later|later|not now|i cant look at my phone|cant look at my phone|cant look at my phone right now|baad mein|baad me|baad me karta hu|abhi nahi|gaadi chala raha hu|ruko|rukiye|ek minute|ek min|ek second|thoda ruko|thoda rukiye|dekhta hu|dekhta hoon|dekhti hu|"
        "रुको|रुकिए|एक मिनट|एक सेकंड|देखता हूं|देखती हूं"
    ),
    "who": (
        "are you a bot|are you bot|are you a robot|are you robot|are you a human|are you human|are you a person|are you real|"
        "are you a real person|are you a real human|are you a machine|are you an ai|are you ai|are you a chatbot|"
        "are you automated|is this a bot|is this a robot|is this a human|is this a real person|is this an ai|is this ai|"
        "is this automated|is this a chatbot|am i talking to a bot|am i talking to a robot|am i talking to a human|"
        "am i talking to a machine|am i talking to a person|am i talking to a real person|am i talking to an ai|"
        "am i chatting with a bot|am i chatting with a human|am i speaking to a bot|am i speaking to a human|"
        "am i speaking to a real person|am i speaking with a human|who are you|what are you|who am i talking to|"
        "who is this|whos this|whats your name|what is your name|your name|kya aap bot ho|kya aap robot ho|kya aap insaan ho|"
        "aap bot ho|aap robot ho|aap insaan ho|aap insaan hain|aap bot hain|tum bot ho|tum robot ho|tum insaan ho|"
        "aap kaun ho|aap kaun hain|kaun ho aap|kaun ho tum|tum kaun ho|aapka naam kya hai|aapka naam|kaun bol raha hai|"
        "आप कौन हैं|आप कौन हो|कौन हो आप|तुम कौन हो|क्या आप रोबोट हैं|क्या आप बॉट हैं|क्या आप इंसान हैं|आप इंसान हैं|"
        "आप रोबोट हैं|आप बॉट हैं|आपका नाम क्या है|कौन बोल रहा है"
    ),
    "thanks": (
        "thanks|for your help|for the help|for all your help|for helping|for helping me|thank you|thankyou|thanx|"
        "thnx|thx|ty|tysm|thank u|thanks a lot|thanks a ton|thank you so much|thank you very much|many thanks|"
        "thanks for your help|thanks for the help|thank you for your help|thanks for helping|"
        "thanks for helping me|appreciate it|much appreciated|cheers|great help|dhanyavaad|dhanyavad|dhanyawad|"
        "dhanyawaad|shukriya|shukriyaa|bahut dhanyavaad|bahut shukriya|meherbani|धन्यवाद|शुक्रिया|बहुत धन्यवाद|"
        "बहुत बहुत धन्यवाद|बहुत शुक्रिया|आभार|थैंक यू|थैंक्स|थैंक्यू"
    ),
    "greeting": (
        "hi|hii|hiii|hello|helo|hellow|hallo|hey|heya|hi there|hello there|hey there|yo|good morning|"
        "good afternoon|good evening|gm|greetings|how are you|how are you doing|whats up|sup|anyone there|"
        "is anyone there|are you there|namaste|namaskar|namaskaar|pranam|ram ram|salaam|salam|adaab|sat sri akal|"
        "suprabhat|kaise ho|kaise hain|kaise hain aap|aap kaise hain|aap kaise ho|kya haal hai|koi hai|नमस्ते|"
        "नमस्कार|प्रणाम|राम राम|सलाम|हैलो|हेलो|हाय|सुप्रभात|कैसे हो|कैसे हैं|आप कैसे हैं|शुभ प्रभात|गुड मॉर्निंग|"
        "कोई है"
    ),
    "goodbye": (
        "bye|bye bye|goodbye|good bye|see you|see ya|see you later|take care|good night|gn|tata|ta ta|cya|"
        "have a nice day|have a good day|have a great day|thats all|that is all|that will be all|thatll be all|"
        "nothing else|nothing more|no more questions|im done|i am done|we are done|alvida|phir milenge|"
        "fir milenge|chalta hu|chalta hoon|chalti hu|bas itna hi|bas itna hi tha|itna hi tha|bas ho gaya|"
        "aur kuch nahi|kuch nahi bas|अलविदा|फिर मिलेंगे|चलता हूं|बस इतना ही|बस इतना ही था|और कुछ नहीं|शुभ रात्रि|"
        "बाय|बाय बाय|गुड नाइट|टाटा"
    ),
}

FILLERS = word_set("""
    please pls plz sir madam maam mam bro bhai bhaiya bhaisahab yaar dear team ji sahab buddy friend guys mate
    ok okay sure alright oh ah hmm um uh so well now just all everyone again then and very much a lot really kindly can
    could you u i am its it that this the for me my want to would like abhi zara jara to toh ek aap aapka
    aapko apka ka hai hain ho na ko se main mein mujhe aur bhi kariye karo kijiye dijiye do kar chahiye need
    sorry cool great nice perfect good fine done accha acha theek thik bas haan जी सर मैडम भाई भैया यार
    कृपया प्लीज ठीक है अच्छा और भी आप आपका आपको का तो ज़रा अभी मुझे मैं को से चाहिए दीजिए कीजिए करो बस हां
""")
"""Words that add nothing to a move. Never a noun of ours, and neither "yes", "no" nor "not" by themselves."""

NODS = word_set("""
    for all ok okay k oh ah hmm great nice perfect good fine cool super awesome amazing wow thanks thank you so much now it its is
    that this works work worked working fixed solved sorted resolved back up running again noted understood got theek thik
    hai h accha acha ho gaya gayi gaye hua hogaya chal raha rahi rahe ab sab badhiya samajh sir madam bhai ji
    ठीक है हो गया गई चल रहा रही अब अच्छा समझ
""")
"""Words of somebody who has no wish left."""
