"""Which of our languages a message is in: by its script, or by small words that only one of them has."""

import re

from frontline.model.text import Locale

_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[a-z]+")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HINGLISH = _words("""
    hai hain hei nahi nahin nhi nai nahee naa kya kyu kyun kyon kyo mera meri mere mujhe mujhko mujko muje mereko
    merko humara hamara hamari hamare humari humko hame humein apna apne apni karo karna kar karke kardo karde kare
    krke kro kre kr kijiye kijie kijye dijiye dijie raha rahi rahe gaya gayi gaye gya gyi gye hua hui huwa hogaya
    hogya hogayi kab kabse kabtak kaise kese kaun kon kaunsa konsa kaunsi konsi kahan kaha kidhar kitna kitne kitni
    aur bhi abhi paise paisa paisay rupaye rupay rupiya chahiye chaiye chahie chiye batao btao bataye bataiye batana
    bta bata bolo bol boliye tha thi toh bahut bohot bhot bhut theek thik accha acha achha haan haa haanji hanji
    sirf wala wali wale vala pehle pahle kal aaj parso liye lekin agar phir mein mai hoon hun hu aap aapka aapki
    aapke aapko apko apka tum tumhara yeh isme usme isko usko inko iska uska uski uske matlab krna krdo krte krta
    krti krwa rha rhi rhe karao karwao karwa karwana karwani karni karta karti karte karunga karungi baat insaan
    kisi kisko kiska kiski doosra dusra dusri galat mujhse samjhao samajh samjha suno suniye milega milegi milta
    mila mili hota hoti hote hoga hogi honge jaldi daal dal daalo dalo dalwa dalwao dalwana daalna dalna daalta bhej
    bhejo bhejna bhejiye bhejdo bheja laga lagao lagana lagwa lagwao lagado lagta lagti lage badal badlo badalna
    badalwa badlna badlwa badli dikhao dikha dikhana dikhaiye dikhta dikhata dekho dekhna dekhiye dekh bhar bharna
    bharo bhara bharwa bharwana bharunga dunga dungi dun lunga lungi hatao hata hatana hatado hatwa bandh chalu
    chaalu chalao chala chal chalta chalti chalte chalega chlta chl aaya aayi aaye aya ayi aata aati aate aayega
    aaega aarha ata ati aarahi jaa jata jati jate jayega jaega jana lelo lena lene leni dena dene deni dedo dijiyega
    dilao dilwa kaam khatam khatm zyada jyada zada thoda thodi sasta saste sasti mehnga mehenga mahanga mehngi
    purana purani naya nayi naye sabse sabhi kuchh bilkul turant ruko rukiye rok roko rokna hamesha kabhi tak wapas
    vapas waapas vapis wapis lautao lauta paas dost bhai bhaiya yaar kripya kripaya krupaya madad sahi ghar gaon
    shehar sheher mahina mahine hafte ghante saal roz roj raat shaam subah dopahar nikal nikalo jodo jod jodna
    badhao badha badhana ghatao ghata jaise waise vaise tarah dikkat pareshan pareshani samasya shikayat bataya
    btaya puchna pucho poochna dheema dhima dheere tez tej kharab khrab gayab katgaya kat kata kta kaat katna katti
    pata chuka chuki chuke paaya paa payi paya rehne rahne rehta rehti chod chhod chodo khol kholo kholna kharid
    kharidna bacha bachi bache baki baaki abtak isiliye isliye kyunki kyuki unka inka wahi yahi yahan yaha wahan
    waha idhar udhar apan tumko uljhan namaste shukriya dhanyavaad dhanyawad abi apki apke sunao jawab bhejdijiye
    bhejde krdijiye batado btado hataye lagaye dikhaye badle badliye karvao karva karvana krwao krwana krao kraya
    karaya krwaya dalwado tarika jankari jaankari ka ki ke pada padi pade padega
""")
"""One is enough: none is an English word of telephones."""

_MAYBE_HINGLISH = _words("""
    ko ho hi na ji ek din ye wo pe par ab kuch koi ya do sab bas me de di diya diye dijo le lo li liya
    teen char paanch sau aa se fir hum band kam mat tk abtk lag khata log
""")
"""Two make a message Hinglish: alone each may be a name, a typo or English."""

_ENGLISH = _words("""
    the is are was were am im my i you your it its this that these we our they not dont doesnt didnt isnt cant wont
    and or but of to in on for with from at by as have has had been be being do does did will would can could
    should may why how what when where which who there here please want need working work works since after
    before again still any some no get got getting went gone very too much than then about because if so just
    only all every help know like tell give check stopped failed coming showing today yesterday an a me made
    paid said see lost keeps
""")


def detect(text: str, fallback: Locale) -> Locale:
    """A message too short or too mixed to tell ("ok", a number, a name) keeps the language spoken so far."""
    if not text.isascii():
        hindi = len(_DEVANAGARI.findall(text))
        if hindi and hindi * 2 >= len(_LATIN.findall(text)):
            return "hi"
    words = _WORD.findall(text.lower().replace("'", "").replace("’", ""))
    english = sum(word in _ENGLISH for word in words)
    hinglish = sum(word in _HINGLISH for word in words)
    weak = sum(word in _MAYBE_HINGLISH for word in words)
    if (hinglish and (hinglish + weak) * 3 >= english) or (weak >= 2 and weak > english):
        return "hinglish"
    return "en" if english >= 2 else fallback
