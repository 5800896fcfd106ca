"""Moves are told when a message is one, and left alone when it carries something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.moves import Move, corrected, recognise

MOVES: dict[Move, list[str]] = {
    "human": [
        "I want to talk to a human about my bill",
        "human",
        "Agent please",
        "operator",
        "connect me to an agent",
        "can I speak to someone",
        "let me talk to your manager",
        "please put me through to customer service",
        "I need a real person",
        "this is useless, connect me to an agent",
        "customer care se baat karni hai",
        "insaan se baat karao",
        "kisi insaan se baat karwa do",
        "mujhe kisi se baat karni hai",
        "mujhe agent chahiye",
        "agent se connect karo",
        "इंसान से बात",
        "इंसान से बात करनी है",
        "मुझे कस्टमर केयर से बात करनी है",
        "एजेंट चाहिए",
    ],
    "who": [
        "are you a bot?",
        "Hi, who are you?",
        "is this a human",
        "am I talking to a real person?",
        "ok, are you a robot",
        "aap kaun hain?",
        "kya aap robot ho",
        "आप कौन हैं?",
        "क्या आप रोबोट हैं",
    ],
    "cancel": [
        "cancel",
        "Cancel it please",
        "stop",
        "never mind",
        "forget it",
        "ok cancel",
        "rehne do",
        "cancel kar do",
        "nahi karna hai",
        "छोड़ो",
        "रहने दो",
        "कैंसिल कर दो",
    ],
    "repeat": [
        "repeat",
        "say again",
        "what did you say?",
        "pardon?",
        "sorry, what?",
        "can you please repeat that",
        "phir se bolo",
        "ek baar aur bolo please",
        "kya kaha?",
        "फिर से बताइए",
        "क्या कहा?",
    ],
    "help": [
        "why do I have to do that?",
        "huh? how do I do that",
        "I don't understand, where do I find that?",
        "I'm not good with phones, can you walk me through it",
        "what do you mean",
        "I don't understand",
        "I didn’t understand the question",
        "help",
        "what is that?",
        "matlab?",
        "samajh nahi aaya",
        "iska kya matlab hai",
        "समझ नहीं आया",
        "मतलब?",
    ],
    "thanks": [
        "thanks",
        "Thank you so much!",
        "ok thanks",
        "thanks a lot for your help",
        "great, thank you",
        "hi, thanks",
        "dhanyavaad",
        "shukriya ji",
        "धन्यवाद",
        "बहुत बहुत धन्यवाद",
    ],
    "greeting": [
        "hi",
        "Hello!",
        "hello sir",
        "good morning",
        "hi, how are you?",
        "namaste",
        "kaise ho",
        "नमस्ते",
        "नमस्कार जी",
    ],
    "goodbye": [
        "bye",
        "ok bye",
        "thanks, bye",
        "that's all, thank you",
        "nothing else, thanks",
        "good night",
        "bas itna hi",
        "अलविदा",
    ],
    "abuse": [
        "you idiot",
        "stupid bot",
        "shut up you moron",
        "fuck you",
        "chutiya company",
        "madarchod recharge kar",
        "tum log chor ho",
        "बेवकूफ",
    ],
    "correct": [
        "sorry, postpaid, not prepaid",
        "sorry postpaid",
        "I meant 9876543210",
        "actually it's postpaid",
        "actually I'm in Pune",
        "it's 9876543210, not 9765432109",
        "not Delhi, Mumbai",
        "Mumbai not Delhi",
        "no, postpaid",
        "oh no wait, the other number, 9800000003",
        "no no, 9800000003",
        "wait, it is 9800000003",
        "no sorry the other number 9800000003",
        "no wait sorry i moved, kochi",
        "no wait, I'm in Kochi",
        "nahi nahi ye nahi, 9800000003 wala",
        "ye nahi, 9800000003 wala",
        "9800000003 wala, ye nahi",
        "arre nahi nahi, mumbai",
        "ये नहीं, 9800000003",
        "oops I meant Mumbai",
        "I gave you the wrong number",
        "change my number",
        "change my number to 9876543210",
        "galat number diya",
        "my number is not 9876543210 it's 9765432109",
        "prepaid nahi, postpaid",
        "prepaid nahi postpaid hai",
        "dilli nahi mumbai",
        "mera matlab postpaid tha",
        "गलत नंबर दे दिया",
        "मेरा मतलब पोस्टपेड था",
        "नहीं, पोस्टपेड",
        "दिल्ली नहीं, मुंबई",
    ],
}

NOT_MOVES = [
    "cancel my recharge plan",
    "how do I stop roaming",
    "stop my service",
    "thanks but my net is still slow",
    "hi my net is slow",
    "good morning, my bill is wrong",
    "my agent number is 1234",
    "is this a human error?",
    "I don't want to talk to a human",
    "I talked to an agent yesterday and he said wait",
    "agent se baat hui thi",
    "agent ne galat bola",
    "customer care number kya hai",
    "I want to port to another operator",
    "I want someone to fix my router",
    "dont talk to me like an agent",
    "what is an APN?",
    "what is this charge",
    "help me with my bill",
    "can you help me recharge",
    "phir se recharge karo",
    "mera recharge phir se fail ho gaya",
    "hello tune kaise set kare",
    "this stupid internet is slow",
    "sorry, my net is slow",
    "sorry for the delay",
    "actually it's not working",
    "my recharge is not done",
    "recharged wrong number",
    "galat number pe recharge ho gaya",
    "I gave the wrong number while doing the recharge",
    "no network in Mumbai",
    "no no network in Mumbai",
    "wait, there is no network in Mumbai either",
    "nahi, ye Mumbai me bhi nahi chal raha",
    "wait, explain my bill 9800000003",
    "no not this",
    "prepaid not working",
    "router nahi chal raha",
    "network nahi hai",
    "not prepaid",
    "is it prepaid or not?",
    "why is my bill not 199 but 299",
    "yes",
    "no",
    "ok",
    "no thanks",
    "yes thanks",
    "postpaid",
    "Delhi",
    "9876543210",
    "my number is 9876543210",
    "मेरा नेट नहीं चल रहा",
    "बात नहीं हो रही",
    "call kat jata hai",
    "👍",
    "...",
    "",
]


@pytest.mark.parametrize(("text", "move"), [(text, move) for move, texts in MOVES.items() for text in texts])
def test_a_message_that_is_a_move_is_told(text: str, move: Move) -> None:
    assert recognise(text) == move


@pytest.mark.parametrize("text", NOT_MOVES)
def test_a_message_that_carries_anything_else_is_not_swallowed(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("sorry, postpaid, not prepaid", "sorry, postpaid"),
        ("sorry not prepaid postpaid", "postpaid"),
        ("it's 9876543210, not 9765432109", "it's 9876543210"),
        ("not Delhi, Mumbai", "Mumbai"),
        ("my number is not 9876543210 it's 9765432109", "my number is 9765432109"),
        ("Mumbai not Delhi", "Mumbai"),
        ("not ₹12.50, ₹15.00", "₹15.00"),
        ("I said prepaid but it's postpaid, not prepaid", "I said prepaid, it's postpaid"),
        ("prepaid nahi, postpaid", "postpaid"),
        ("prepaid nahi postpaid hai", "postpaid hai"),
        ("दिल्ली नहीं, मुंबई", "मुंबई"),
        ("9876543210 galat hai, 9765432109 sahi hai", "9765432109 sahi hai"),
        ("change my number from 9876543210 to 9765432109", "change my number to 9765432109"),
        ("actually it's postpaid", "actually it's postpaid"),
    ],
)
def test_only_the_new_value_of_a_correction_is_left(text: str, left: str) -> None:
    assert corrected(text) == left


@pytest.mark.parametrize(
    "text",
    ["galat number diya", "I gave you the wrong number", "change my number", "not prepaid", "", "गलत नंबर दे दिया"],
)
def test_a_correction_that_names_no_new_value_leaves_nothing(text: str) -> None:
    assert corrected(text) is None


@given(st.text(max_size=200))
def test_any_text_is_a_move_or_none(text: str) -> None:
    assert recognise(text) in {None, *MOVES}
    assert corrected(text) != ""


@pytest.mark.parametrize(
    "piece",
    ["not ", "nahi ", "talk to ", "from a ", "sorry 1 not ", "i gave you the ", "galat ", "hi ", ", ", "agent se "],
)
def test_a_hostile_message_is_read_like_any_other(piece: str) -> None:
    text = (piece * 4000)[:4000]
    assert recognise(text) in {None, *MOVES}
    assert corrected(text) != ""
