"""Decides when the emulator's state reaches the disk: soon after it changed, because a kill leaves no time to save.

The emulator by itself saves only on a graceful stop. The whole is written when a deployment changed it; then, after
every change of a table or an execution, just these two. What is delivered twice after a kill is at least not lost.
"""

import threading

SECONDS = 1.0
STOPPING = threading.Event()
"""Set before the emulator saves by itself on its way out: two writers would take each other's temporary files."""
BUSY = ("dynamodb", "stepfunctions")
"""The services whose state changes with every turn."""


def keep_saving() -> None:
    """Save what changed, once a second, for as long as the process lives. Begins when the old state has been loaded."""
    from ministack import app
    from ministack.core.persistence import save_all

    deployed, used = deployments(), changes()
    while not STOPPING.wait(SECONDS):
        states = app._build_persistence_save_dict()
        if (now := deployments()) != deployed:
            save_all(states)
            deployed, used = now, changes()
        elif (now := changes()) != used:
            save_all({name: states[name] for name in BUSY})
            used = now


def deployments() -> int:
    """A number that changes when a stack has been created or updated."""
    from ministack.services.cloudformation import _stacks

    settled = (stack for stack in _stacks.all_values() if not stack["StackStatus"].endswith("IN_PROGRESS"))
    return hash(tuple((stack["StackId"], str(stack.get("LastUpdatedTime"))) for stack in settled))


def changes() -> int:
    """A number that changes when an item is written or an execution moves on."""
    from ministack.services import dynamodb, lambda_svc, stepfunctions

    executions = tuple(execution["status"] for execution in stepfunctions._executions.all_values())
    delivered = tuple(lambda_svc._dynamodb_stream_positions.all_values())
    return hash((dynamodb._stream_seq_counter, executions, delivered))
