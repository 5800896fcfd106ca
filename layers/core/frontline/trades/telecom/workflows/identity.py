"""Who is writing: the second fact beside a phone number, checked by the operator's books or by a code sent to the phone."""

from frontline.model.workflow import Result, Slot, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import beyond, text

IDENTITY_PROOF = Slot(
    name="identity_proof",
    type="proof",
    label=text("slot.identity_proof.label"),
    question=text("slot.identity_proof.question"),
    help=text("slot.identity_proof.help"),
)

ONE_TIME_CODE = Slot(
    name="one_time_code",
    type="code",
    label=text("slot.one_time_code.label"),
    question=text("slot.one_time_code.question"),
    help=text("slot.one_time_code.help"),
)

_IDENTIFIED = Result(says=text("identity_check.identified"), then="go_on", establishes=("identified",))

IDENTITY_CHECK = Workflow(
    name="identity_check",
    kind="inquiry",
    beyond=beyond("fraud", "ownership", "unproven"),
    title=text("identity_check.title"),
    slots=(PHONE_NUMBER, IDENTITY_PROOF),
    results={
        "identified": _IDENTIFIED,
        "code_sent": Result(
            says=text("identity_check.code_sent"),
            then="go_on",
        ),
        "code_still_good": Result(
            says=text("identity_check.code_still_good"),
            then="go_on",
        ),
        "code_later": Result(
            says=text("identity_check.code_later"),
            then="go_on",
            corrects="identity_proof",
        ),
        "code_unsent": Result(
            says=text("identity_check.code_unsent"),
            then="go_on",
            corrects="identity_proof",
        ),
        "mismatch": Result(
            says=text("identity_check.mismatch"),
            then="go_on",
            corrects="identity_proof",
        ),
        "not_vouched_for": Result(
            says=text("identity_check.not_vouched_for"),
            then="go_on",
            corrects="identity_proof",
        ),
        "cannot_verify": Result(
            says=text("identity_check.cannot_verify"),
            then="hand_off",
        ),
        "tried_too_often": Result(
            says=text("identity_check.tried_too_often"),
            then="go_on",
            corrects="identity_proof",
        ),
        "line_tried_too_often": Result(
            says=text("identity_check.line_tried_too_often"),
            then="go_on",
            corrects="identity_proof",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

IDENTITY_CODE = Workflow(
    name="identity_code",
    kind="inquiry",
    title=text("identity_code.title"),
    slots=(PHONE_NUMBER, ONE_TIME_CODE),
    results={
        "identified": _IDENTIFIED,
        "wrong_code": Result(
            says=text("identity_code.wrong_code"),
            then="go_on",
            corrects="one_time_code",
        ),
        "code_over": Result(
            says=text("identity_code.code_over"),
            then="go_on",
        ),
    },
)
