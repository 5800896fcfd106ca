"""The reply follows the customer's language; how often it is told right is measured on sentences that trained nothing."""

import pytest

from frontline.model.text import LOCALES, Locale
from frontline.texts.language import detect

HINGLISH = """mera net bahut slow chal raha hai
recharge kiya tha lekin balance nahi aaya
mere paise kat gaye par recharge nahi hua
bill itna zyada kyu aaya hai
kal se network nahi aa raha
sim band ho gaya hai kya karu
roaming chalu karna hai
mujhe apna plan badalna hai
data khatam ho gaya kaise add karu
call lagte hi kat jata hai
mere area me signal nahi hai
199 wala recharge fail ho gaya
bhai net kab theek hoga
aap log refund kab doge
mera number band kyon kar diya
postpaid se prepaid karna hai
wifi connect hai par internet nahi chalta
otp nahi aa raha hai
kitna balance bacha hai
kaunsa plan sabse sasta hai
new sim chahiye purani kho gayi
bill ka payment kar diya phir bhi line band hai
speed bahut kam hai shaam ko
router ki light laal hai
do din se internet band pada hai
mera naam Rahul hai
haan wahi number hai
nahi mujhe nahi chahiye
customer care se baat karni hai
ye charge kis cheez ka hai
mera plan kab khatam hoga
recharge ka paisa wapas karo
kya aap meri madad kar sakte ho
yaar ye problem roz hoti hai
maine kal UPI se payment kiya tha
kripya jaldi theek karo
validity kitne din ki hai
delhi me rehta hu
phone on hai fir bhi call nahi lagti
samajh nahi aaya dobara bolo""".splitlines()

ENGLISH = """my internet is very slow
I recharged but the balance is not credited
why is my bill so high this month
there is no network in my area since yesterday
my sim is not working
how do I activate roaming
I want to change my plan
calls drop after a few seconds
the payment was deducted twice
please send me the invoice
what is the validity of my pack
can you check the status of my refund
my line has been suspended
I need more data
the router shows a red light
I lost my phone and need a new sim
is there an outage in Mumbai
the speed is bad in the evening
who charged me 50 rupees
I am unable to make calls
we have been waiting for two days
it was working fine until this morning
do you have a cheaper plan
I did not use any of this data
tell me how much I have to pay
it does not connect to the wifi
no one has called me back
just fix it please
I would like to talk to someone about the bill
my name is Rahul
did you get my payment
the app keeps showing an error
which plan is best for me
they said it will be fixed today
I moved to a new house
when will my service be restored
don't call me again
hi, my number is 9876543210 and it is dead
you people never help
so the main problem is the sim""".splitlines()

SHORT_HINGLISH = """otp bhejo
plan badal do
1 gb data dalwa do
bill bhar dunga request bhejo
RICHARGE NAI AAYA ABI TK
sasta plan dikhao
dnd lagao
roaming chalu karo
sim band karo
data khatam
balance batao
recharge wapas karo
paise kat gaye
net band pada
call nahi lagti
plan kab tak
bill zyada aaya
bill bhejo
naya sim chahiye
sim kho gayi
signal gayab
speed bahut kam
2 gb jodo
dnd hatao
line chalu kar do
refund kab milega
mobile ka bill
plan dikhao
sabse sasta wala
pehla wala
599 wala lagao
mera number
validity kitni
otp nai aaya
code dubara bhej do
recharge karwa do
complaint ka status
bill bharna h mujhe
data daal do
internet chal nahi raha""".splitlines()

SHORT_ENGLISH = """send otp
change my plan
add 1 gb data
send a bill request
recharge not received
show cheap plans
activate dnd
start roaming
block my sim
data finished
check balance
refund my recharge
money was deducted
broad band is down
call failed
plan validity
bill too high
send the bill
need a new sim
lost my sim
no signal
speed is low
add 2 gb
remove dnd
reactivate my line
where is my refund
pay the mobile bill
list the plans
the cheapest one
the first one
take the 599 plan
my number
what validity
no otp came
send the code again
do a recharge for me
complaint status
I want to pay
more data please
internet is not working""".splitlines()

HINDI = """मेरा नेट धीमा है
रिचार्ज नहीं हुआ
मेरा bill ज़्यादा आया है
हाँ
मेरा नंबर 9876543210 है
Airtel का नेटवर्क नहीं आ रहा""".splitlines()


def test_hinglish_is_told_from_english_nearly_always() -> None:
    recall = sum(detect(said, "en") == "hinglish" for said in HINGLISH) / len(HINGLISH)
    false_alarms = sum(detect(said, "en") == "hinglish" for said in ENGLISH) / len(ENGLISH)
    assert recall >= 0.95
    assert false_alarms <= 0.03


def test_a_few_words_are_enough_to_tell_hinglish_from_english() -> None:
    assert [said for said in SHORT_HINGLISH if detect(said, "en") != "hinglish"] == []
    assert [said for said in SHORT_ENGLISH if detect(said, "en") == "hinglish"] == []


def test_english_is_told_whatever_was_spoken_before() -> None:
    assert sum(detect(said, "hi") == "en" for said in ENGLISH) / len(ENGLISH) >= 0.95


@pytest.mark.parametrize("said", HINDI)
def test_devanagari_is_hindi_even_with_a_foreign_word(said: str) -> None:
    assert detect(said, "en") == "hi"


def test_one_hindi_name_does_not_make_an_english_sentence_hindi() -> None:
    assert detect("my name is राहुल and my internet is slow", "hinglish") == "en"


@pytest.mark.parametrize("fallback", LOCALES)
@pytest.mark.parametrize(
    "said", ["ok", "9876543210", "९८७६", "Rahul Sharma", "Mumbai", "👍", "", "recharge", "prepaid", "₹199", "।"]
)
def test_what_could_be_any_language_keeps_the_one_spoken(said: str, fallback: Locale) -> None:
    assert detect(said, fallback) == fallback
