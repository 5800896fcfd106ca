"""How customers say what is wrong, what they do not understand, and what has nothing to do with it."""

from collections.abc import Mapping, Sequence

from tests.support.faults import Complaint

OPENINGS: Mapping[Complaint, Sequence[str]] = {
    "no_service": (
        "My phone has no service",
        "I have no signal on my phone since this morning",
        "I can't make or receive any calls, my phone says No Service",
        "no service",
        "My phone doesn't connect to the network any more",
        "Where the bars should be it just says no signal. Can you help me?",
        "I cannot call anybody, there's no network at all",
        "my cell phone lost its signal and it won't come back",
        "There is no reception on my phone, I've been waiting for hours",
        "hey, phone shows no bars, can't text or call",
        "I've been unable to use my phone for a couple of hours, it says no service",
    ),
    "data": (
        "My mobile data is not working",
        "I have no internet on my phone",
        "The internet does not work on my phone when I'm not on wifi",
        "mobile data not working",
        "I can't open any websites on my phone, mobile data seems dead",
        "My data connection has stopped working, nothing loads",
        "cellular data doesn't work, please help",
        "My phone won't go online with mobile data",
        "none of my apps can reach the internet over mobile data",
        "I can't get online with my phone unless there's Wi-Fi around",
    ),
    "slow": (
        "My mobile data is very slow",
        "The internet on my phone is extremely slow",
        "slow data",
        "Pages take forever to load on my phone, the mobile data is so slow",
        "My internet speed on mobile data is terrible",
        "Videos keep buffering on mobile data, it's really slow",
        "my phone's data connection has become a crawl",
        "Why is my mobile internet so slow? I want it fast again",
        "the data speed on my phone is really bad lately",
    ),
    "mms": (
        "I can't send picture messages",
        "My MMS messages are not going through",
        "Sending photos by text message does not work",
        "mms not working",
        "I cannot send or receive pictures with my messaging app",
        "Picture messages fail every time I try to send one",
        "My phone won't send group messages with photos",
        "I'm trying to text a photo to my mom and it just fails",
        "I can't send MMS using my messaging app for the past few hours",
    ),
}
GREETINGS = ("Hi", "Hello", "Good morning", "Hey there")
WITH_NUMBER = ("{problem}. My number is {number}", "{problem}, the number is {number}.", "{number}: {problem}")
PREFACES = ("Hi there. ", "Hello! ", "Good morning, ", "I hope you can help me. ", "")
NUMBERS = ("{number}", "my number is {number}", "It's {number}", "{number}, that's my number")

THINGS: Mapping[str, Sequence[str]] = {
    "check_status_bar": ("the status bar",),
    "check_network_status": ("the network status",),
    "check_network_mode_preference": ("a network mode",),
    "check_sim_status": ("a SIM", "the SIM status"),
    "check_data_restriction_status": ("data saver",),
    "check_apn_settings": ("an APN", "MMSC"),
    "check_wifi_calling_status": ("Wi-Fi calling",),
    "check_vpn_status": ("a VPN",),
    "check_app_permissions": ("a permission",),
    "check_app_status": ("the app status",),
    "run_speed_test": ("a speed test",),
    "can_send_mms": ("an MMS",),
    "check_payment_request": ("a payment request",),
    "set_network_mode_preference": ("the network mode",),
    "toggle_airplane_mode": ("airplane mode",),
    "reseat_sim_card": ("a SIM card", "reseating"),
    "toggle_data": ("mobile data",),
    "toggle_roaming": ("data roaming", "roaming"),
    "toggle_data_saver_mode": ("data saver",),
    "reset_apn_settings": ("an APN", "APN"),
    "toggle_wifi_calling": ("Wi-Fi calling",),
    "disconnect_vpn": ("a VPN",),
    "grant_app_permission": ("a permission",),
    "reboot_device": ("rebooting",),
    "make_payment": ("a payment request",),
}
PUZZLED = (
    "I don't understand, what is {thing}?",
    "Sorry, what is {thing}?",
    "What do you mean? I don't know what {thing} is",
    "How do I do that? I'm not good with phones",
    "I don't know how to do that",
    "Where do I find that?",
    "Can you explain that step by step please?",
    "huh? what's that",
)
DIGRESSIONS = (
    "By the way, do you also sell cars?",
    "What's the weather like where you are?",
    "Sorry, my dog is barking, one moment",
    "You know, my old phone never had any of these problems",
    "How long have you been doing this job?",
    "Who won the game yesterday?",
)
WHERE = ("- I'm in France at the moment", "and I am traveling in Mexico", "(I'm abroad on vacation)")
HOME = (
    "no",
    "No, I'm at home",
    "no, I am not traveling",
    "I'm at home",
    "nope, I'm in my usual area",
    "no I'm not abroad",
)
AWAY = (
    "yes",
    "Yes, I'm in France right now",
    "yes, I am traveling abroad",
    "I'm on vacation in Mexico",
    "yeah, I'm outside the country",
    "Yes I am abroad",
)
YES = ("yes", "Yes, please", "yes, go ahead", "sure", "ok", "yes do it", "Okay, yes")
NO_PAYMENT = ("no, I don't want to pay that", "No. I won't pay", "no", "No, I am not going to pay this bill now")
NO_DATA = ("neither", "no, I don't want to pay for more data", "I don't want either of those", "none of that, thanks")
NO_PRICE = ("no, that is too expensive", "no", "No, I don't want to pay that", "no thanks")
REFUEL = ("refuel", "I'd like to refuel", "refuel my data please", "Add more data please", "just refuel the data")
PLAN = ("change my plan", "I would like to change to another plan", "another plan please", "a different plan")
AMOUNTS = ("{amount} GB", "{amount}", "{amount} GB please", "I'd like {amount} GB")
STILL = {
    "no_service": ("there is still no service", "no, still no signal"),
    "data": ("it still isn't working properly", "no, my mobile data is still not right"),
    "slow": ("it is still slow", "no, it's not fast yet"),
    "mms": ("I still can't send picture messages", "no, pictures still fail"),
}
GOOD = ("yes, it works now", "Yes! It works again, thank you", "it's working now, thanks")
FAREWELLS = ("no, that's all, thank you", "No thanks, that was it", "that's all, bye")
