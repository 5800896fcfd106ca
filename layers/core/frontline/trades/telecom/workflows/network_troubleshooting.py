"""Network trouble: is something wrong in the customer's region, which is told first, and if not, what can they try?"""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import ACCESS, CONNECTION, DEVICE, PERIOD, REGION
from frontline.trades.telecom.workflows.texts import text

NETWORK_TROUBLESHOOTING = Workflow(
    name="network_troubleshooting",
    kind="inquiry",
    title=text("network_troubleshooting.title"),
    intents=(
        Intent(
            name="network_issue",
            means="the network or internet has trouble, without saying what exactly",
            offer=text("offer.network_issue"),
        ),
        Intent(
            name="slow_internet",
            means="internet or mobile data works but is slow",
            offer=text("offer.slow_internet"),
        ),
        Intent(
            name="no_data",
            means="mobile data does not connect at all on a phone that has signal, or only Wi-Fi works",
            offer=text("offer.no_data"),
        ),
        Intent(
            name="no_signal",
            means="the phone shows no signal or no service",
            offer=text("offer.no_signal"),
        ),
        Intent(
            name="call_drop",
            means="calls break off, do not connect or cannot be heard",
            offer=text("offer.call_drop"),
        ),
    ),
    slots=(REGION,),
    listens=(CONNECTION, ACCESS, DEVICE, PERIOD),
    results={
        "outage": Result(
            says=text("network_troubleshooting.outage"),
            follow="outage_watch",
        ),
        "outage_open_end": Result(
            says=text("network_troubleshooting.outage_open_end"),
            follow="outage_watch",
        ),
        "congestion": Result(says=text("network_troubleshooting.congestion")),
        "which_connection": Result(
            says=text("network_troubleshooting.which_connection"),
            then="go_on",
            needs=CONNECTION.name,
        ),
        "try_phone": Result(says=text("network_troubleshooting.try_phone")),
        "try_router": Result(says=text("network_troubleshooting.try_router")),
    },
)
