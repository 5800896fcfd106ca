"""What may be concluded of a customer's connection and trouble."""

from frontline.model.rule import Rule, one_of

METROS = ("delhi", "mumbai", "kolkata", "chennai")
"""Where an evening slowdown is more likely congestion than a fault."""

RULES: tuple[Rule, ...] = (
    Rule("fibre_is_a_fixed_line", (("access", one_of("fibre", "broadband")),), "connection", "fixed_line", 0.95),
    Rule("a_sim_is_mobile", (("access", one_of("sim", "mobile_data")),), "connection", "mobile", 0.9),
    Rule("a_phone_is_mobile", (("device", one_of("phone", "tablet", "dongle")),), "connection", "mobile", 0.8),
    Rule("signal_and_calls_are_mobile", (), "connection", "mobile", 0.8, intents=("no_signal", "call_drop")),
    Rule(
        "slow_metro_evenings_are_congestion",
        (("region", one_of(*METROS)), ("period", one_of("evening", "night"))),
        "hypothesis",
        "congestion",
        0.6,
        intents=("slow_internet",),
    ),
)
