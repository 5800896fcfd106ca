"""What every parser of a phone's state promises, whatever is written, and what a device's report becomes."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.model.base import Value
from frontline.model.reading import Found, Hearing
from frontline.speech.names import table_of
from frontline.speech.readers import speech
from frontline.speech.report import flatten
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.slots.phone_state.claims import claims
from frontline.trades.telecom.slots.phone_state.clauses import clauses, mended
from frontline.trades.telecom.slots.phone_state.lexicon import KINDS, meanings
from frontline.trades.telecom.workflows.observations import OBSERVATIONS
from tests.support.chance import examples, some

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
VALUES = {
    slot.name: {option.value for option in slot.options}
    for slot in OBSERVATIONS
    if slot.name in TRADE.slot_types and slot.type == slot.name
}
PHONE = sorted(VALUES.keys() - {"away", "more_data", "trouble"})
WORDS = sorted({" ".join(spelling) for kind in KINDS for spelling in table_of(kind)})
THINGS = set(table_of("handset.things").values())
MARKS = [
    ":",
    ",",
    ".",
    "\n",
    "|",
    "?",
    "!",
    "-",
    "/",
    "and",
    "but",
    "yes",
    "no",
    "2",
    "Mbps",
    "📶⁴",
    "✈️",
    "275",
    "(",
    ")",
    '""',
    "=",
]
SENTENCES = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=16).map(" ".join)


@pytest.mark.parametrize("slot", PHONE)
@given(said=st.one_of(SENTENCES, st.text(max_size=120)), asked=st.booleans())
@examples(200)
def test_whatever_is_said_only_a_known_value_is_found_and_it_reads_back_as_itself(
    slot: str, said: str, asked: bool
) -> None:
    reading = TRADE.slot_types[slot].read(Hearing(said, AT, asked))
    if reading is not None:
        assert isinstance(reading, Found)
        assert reading.value in VALUES[slot]
        assert TRADE.slot_types[slot].read(Hearing(str(reading.value), AT, asked=True)) == reading


@pytest.mark.parametrize("slot", PHONE)
def test_every_value_of_an_observation_can_be_told_by_its_own_name(slot: str) -> None:
    for value in VALUES[slot]:
        assert TRADE.slot_types[slot].read(Hearing(value, AT, asked=True)) == Found(value)


PIECES = [
    "on ",
    "not ",
    "no ",
    "yes: ",
    "vpn ",
    "vpn excellent ",
    "signal 4 of ",
    "4/4",
    "mms.",
    "http://",
    ": ",
    ":\n",
    ":\n\n",
    '"',
    "a-",
    "1.",
    "1,1",
    "airplane mode is off but ",
    "and ",
    "data and ",
    "storage, ",
    "5g/",
    "aB",
    "ABc",
    "✈",
    "mmsc-mmsc.",
    "speed is ",
    "download 1",
    "permission ",
    "allowed ",
    "|",
    "nothing is ",
    "x",
    "was on, ",
    "? ",
    "if ",
    "cant find ",
    "not a b ",
    "नहीं ",
    "12 ",
    "mbps ",
    "good for ",
    "status bar ",
    "\n- a",
    "\n(",
    "give me ",
]


@pytest.mark.parametrize("piece", some(PIECES, 5))
def test_the_time_to_read_grows_with_the_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        best = float("inf")
        for turn in range(2):
            said = (f"{turn} " + piece * length)[:length]
            begun = time.process_time()
            for slot in PHONE:
                TRADE.slot_types[slot].read(Hearing(said, AT, asked=True))
            best = min(best, time.process_time() - begun)
        return best

    small, large = seconds(500), seconds(4_000)
    assert large < 24 * small + 1.0


def test_every_state_that_has_a_meaning_can_be_said() -> None:
    said = {state for states in table_of("handset.states").values() for state in states.split()}
    said |= {"mentioned", "had", "something"} | {fact.split()[1] for fact in table_of("handset.facts").values()}
    assert {state for thing in THINGS for state in meanings(thing)} <= said
    assert {fact.split()[0] for fact in table_of("handset.facts").values()} <= THINGS
    meant = {reader.removeprefix("handset.means.") for reader in speech().names if reader.startswith("handset.means.")}
    assert meant <= THINGS | {"anything_else"}


@pytest.mark.parametrize(
    "word",
    [
        "there",
        "three",
        "looked",
        "blocked",
        "single",
        "texts",
        "sensed",
        "deleted",
        "connect",
        "quests",
        "waiting",
        "corrected",
    ],
)
def test_an_ordinary_word_is_no_typing_error(word: str) -> None:
    assert mended(word) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("airplne", "airplane"),
        ("exellent", "excellent"),
        ("singal", "signal"),
        ("enabeld", "enabled"),
        ("serivce", "service"),
        ("disbaled", "disabled"),
    ],
)
def test_one_slip_in_a_telling_word_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@given(st.text(max_size=200))
def test_clauses_and_claims_are_total(text: str) -> None:
    assert all(clause.words for clause in clauses(text))
    assert all(claim.subject is None or claim.subject in THINGS for claim in claims(text))


VALUE: st.SearchStrategy[Value] = st.one_of(
    st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=20)
)
NESTED = st.recursive(
    VALUE | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=12), NESTED, max_size=6))
def test_any_report_becomes_text_and_a_text_stays_itself(report: dict[str, object]) -> None:
    said = flatten(report)
    assert said == flatten(said)
    assert len(said.split(": ")) > len(report)


@given(st.dictionaries(st.from_regex(r"\A[a-z]{2,8}(?:_[a-z]{2,8}){0,3}\Z"), st.booleans(), max_size=6))
def test_snake_case_and_camel_case_keys_read_the_same(report: dict[str, bool]) -> None:
    def camel(name: str) -> str:
        first, *others = name.split("_")
        return first + "".join(word.title() for word in others)

    assert flatten({camel(name): value for name, value in report.items()}) == flatten(report)
    assert flatten(report) == "\n".join(
        f"{name.replace('_', ' ')}: {'yes' if value else 'no'}" for name, value in report.items()
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ({"airplane_mode": False, "signal": "none"}, "airplane mode: no\nsignal: none"),
        ({"isVPNConnected": True, "mmscURL": ""}, "is vpn connected: yes\nmmsc url: "),
        ({"permissions": ["sms", "storage"]}, "permissions: sms, storage"),
        ({"permissions": []}, "permissions: none"),
        ({"permissions": {"sms": True, "storage": False}}, "permissions sms: yes\npermissions storage: no"),
        ({"payment_request": None}, "payment request: none"),
        ({"requests": [{"bill": "B1", "amount": 75.5}]}, "requests: bill B1, amount 75.5"),
        ({"speed_mbps": 275.0}, "speed mbps: 275.0"),
    ],
)
def test_a_report_is_flattened_to_a_line_a_value(report: dict[str, object], said: str) -> None:
    assert flatten(report) == said


@pytest.mark.parametrize(
    ("slot", "report", "value"),
    [
        ("airplane_mode", {"airplane_mode": False}, "off"),
        ("airplane_mode", {"airplaneMode": True}, "on"),
        ("airplane_mode", {"success": True, "message": "Airplane Mode is now OFF."}, "off"),
        ("signal", {"signal_strength": "none", "wifi": {"connected": True, "signal": "excellent"}}, "none"),
        ("signal", {"signal": {"strength": "good", "bars": 3}}, "good"),
        ("signal", {"bars": 2}, "fair"),
        ("signal", {"signal_bars": 0}, "none"),
        ("mobile_data", {"data_enabled": "yes", "data_saver": False}, "on"),
        ("sim_status", {"sim_card_status": "locked_pin"}, "locked"),
        ("sim_status", {"sim": "absent"}, "missing"),
        ("sms_permission", {"permissions": ["sms"]}, "granted"),
        ("storage_permission", {"permissions": ["sms"]}, "missing"),
        ("storage_permission", {"permissions": {"sms": True, "storage": False}}, "missing"),
        ("storage_permission", {"app": "messaging", "permissions": "sms, storage"}, "granted"),
        ("mmsc", {"apn": "internet", "mmsc_url": None}, "missing"),
        ("mmsc", {"apn": "internet", "mmsc_url": ""}, "missing"),
        ("mmsc", {"apn_name": "internet", "mmsc_url": "http://mms.carrier.com"}, "set"),
        ("mms", {"can_send_mms": False}, "fails"),
        ("mms", {"canSend": True}, "works"),
        ("mms", {"can_send": "no", "reason": "mobile data is off"}, "fails"),
        ("vpn", {"vpn": {"enabled": True, "connected": True, "performance": "poor"}}, "on"),
        ("vpn", {"vpn_connected": False}, "off"),
        ("speed", {"download_mbps": 1.5}, "poor"),
        ("speed", {"speed_mbps": 275.0, "description": "Excellent"}, "excellent"),
        ("speed", {"speed": None, "description": "No Connection"}, "none"),
        ("speed", {"speed_mbps": 30.2, "rating": "good", "wifi": False}, "good"),
        ("network_mode", {"network_mode_preference": "4g_5g_preferred"}, "5g"),
        ("network_type", {"type": "4G", "generation": "lte"}, "4g"),
        ("payment_request", {"payment_request": {"bill_id": "B123", "amount": 75.5}}, "present"),
        ("payment_request", {"payment_requests": []}, "absent"),
        ("payment_request", {"has_payment_request": False}, "absent"),
        ("done", {"success": True}, "done"),
        ("done", {"status": "ok"}, "done"),
        ("done", {"result": "done"}, "done"),
        ("done", {"success": False, "error": "not permitted"}, "cannot"),
        ("done", {"success": True, "error": None}, "done"),
        ("done", {"airplane_mode": False}, "done"),
        ("done", {"ok": True}, "done"),
    ],
)
def test_a_report_is_read_like_any_other_answer(slot: str, report: dict[str, object], value: str) -> None:
    assert TRADE.slot_types[slot].read(Hearing(flatten(report), AT, asked=True)) == Found(value)
