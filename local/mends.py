"""Decides where the emulator is bent to what AWS does, because the core relies on it.

One function a fault, each written against the pinned release; tests/local/test_mends.py fails when a later release
needs one no longer. `local/emulator.py` applies them before the emulator starts.
"""

import copy
import hashlib
import json
import os
import tempfile
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import dynamodb, eventbridge, lambda_svc, stepfunctions
from ministack.services.cloudformation import provisioners

Json = dict[str, Any]
WORKERS = min(8, max(4, os.cpu_count() or 1))
"""Processes of one function, at most; and of one that takes the outcomes of orders besides."""
OUTCOMES = 2


def keep_exception_class() -> None:
    """A failed function reports its exception's class, so that Retry and Catch match by name; one whose process ended
    `Runtime.ExitError`, and one that was throttled what Step Functions calls that."""
    reported = threading.local()
    invoke, execute = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm
    lambda_runtime._PYTHON_WORKER_SCRIPT = lambda_runtime._PYTHON_WORKER_SCRIPT.replace(
        '"error": str(e), "trace"', '"error": str(e), "class": type(e).__name__, "trace"'
    )

    def invoke_and_note(self: Any, *args: Any, **named: Any) -> Json:
        response: Json = invoke(self, *args, **named)
        reported.name = response.get("class")
        return response

    def execute_and_tell(func: Json, event: Any, request_id: str) -> Json:
        reported.name = None
        result: Json = execute(func, event, request_id)
        if result.get("throttle"):
            result["body"]["errorType"] = "Lambda.TooManyRequestsException"
        elif result.get("error") and result["body"].get("errorType") != "Sandbox.Timedout":
            result["body"]["errorType"] = reported.name or "Runtime.ExitError"
        return result

    lambda_runtime.Worker.invoke = invoke_and_note
    lambda_svc._execute_function_warm = execute_and_tell


def keep_environments() -> None:
    """A function that raised keeps its process, as on AWS: only a timeout or an exit costs a cold start."""
    invoke = lambda_runtime.Worker.invoke
    lambda_runtime._PYTHON_WORKER_SCRIPT = lambda_runtime._PYTHON_WORKER_SCRIPT.replace(
        '{"status": "error", "error": str(e), ', '{"status": "ok", "raised": True, "error": str(e), '
    )

    def invoke_and_keep(self: Any, *args: Any, **named: Any) -> Json:
        response: Json = invoke(self, *args, **named)
        return {**response, "status": "error"} if response.get("raised") else response

    lambda_runtime.Worker.invoke = invoke_and_keep


def honour_batch_item_failures() -> None:
    """A stream batch with `batchItemFailures` is delivered again, whole and in order, instead of passing for done."""
    execute: Callable[[Json, Any], Json] = lambda_svc._execute_function

    def execute_strictly(func: Json, event: Any, *args: Any, **named: Any) -> Json:
        result = execute(func, event, *args, **named)
        body = result.get("body")
        if is_stream_batch(event) and isinstance(body, dict) and body.get("batchItemFailures"):
            return {"error": True, "body": {"errorType": "BatchItemFailures", "errorMessage": str(body)}}
        return result

    lambda_svc._execute_function = execute_strictly


def is_stream_batch(event: Any) -> bool:
    """Whether the event of an invocation is a batch of table changes."""
    records = event.get("Records", []) if isinstance(event, dict) else []
    return any(record.get("eventSource") == "aws:dynamodb" for record in records)


def keep_stream_records() -> None:
    """Table changes not yet delivered survive a restart, as their reader's position does; delivered ones reach no disk, so
    that what was erased is in no file."""
    state, restore = dynamodb.get_state, dynamodb.load_persisted_state
    kept = {"stream_records": dynamodb._stream_records, "stream_trimmed": dynamodb._stream_trimmed}

    def state_with_stream() -> Json:
        streams = {name: copy.deepcopy(store) for name, store in kept.items()}
        forget_delivered(streams["stream_records"], streams["stream_trimmed"])
        return {**state(), **streams}

    def restore_with_stream(data: Json) -> None:
        restore(data)
        for name, store in kept.items():
            store.update(data.get(name, {}))

    dynamodb.get_state = state_with_stream
    dynamodb.load_persisted_state = restore_with_stream


def forget_delivered(records: Any, trimmed: Any) -> None:
    """Drop from each table's stream what all its readers have had."""
    sources = {esm["UUID"]: esm.get("EventSourceArn", "") for _, _, esm in lambda_svc._iter_all_esms()}
    positions = lambda_svc._dynamodb_stream_positions.all_items()
    for (account, region, table), kept in records.all_items():
        read = [at for (_, _, esm), at in positions if f":table/{table}/stream/" in sources.get(esm, "")]
        before = trimmed.get_scoped(account, region, table, 0)
        if read and (delivered := min(read) - before) > 0:
            del kept[:delivered]
            trimmed.set_scoped(account, region, table, before + delivered)


def keep_no_inquiries() -> None:
    """An Express execution leaves nothing behind."""
    start: Callable[[Json], Any] = stepfunctions._start_sync_execution

    def start_and_forget(data: Json) -> Any:
        answer = start(data)
        stepfunctions._executions.pop(json.loads(answer[2]).get("executionArn", ""), None)
        return answer

    stepfunctions._start_sync_execution = start_and_forget


def announce_interrupted_executions() -> None:
    """An execution that a restart cut off is announced as FAILED, so that whoever waits for its outcome is told."""
    restore = stepfunctions.load_persisted_state

    def restore_and_announce(data: Json) -> None:
        running = {arn for (_, _, arn), run in data["executions"].all_items() if run.get("status") == "RUNNING"}
        restore(data)
        cut_off = [run for run in stepfunctions._executions.all_values() if run["executionArn"] in running]
        timer = threading.Timer(2, lambda: [stepfunctions._emit_execution_status_event(run) for run in cut_off])
        timer.daemon = True
        timer.start()

    stepfunctions.load_persisted_state = restore_and_announce


def start_executions_at_once() -> None:
    """An execution does not wait 150 ms before its first state."""
    real = stepfunctions.time

    def sleep(seconds: float) -> None:
        if seconds != 0.15:
            real.sleep(seconds)

    stepfunctions.time = SimpleNamespace(**{**vars(real), "sleep": sleep})


def know_event_archives() -> None:
    """CloudFormation creates an event bus's archive."""

    def create(logical_id: str, properties: Json, stack: str) -> tuple[str, Json]:
        name = properties.get("ArchiveName", f"{stack}-{logical_id}")
        kept = {"RetentionDays": int(properties.get("RetentionDays", 0)), "EventSourceArn": properties["SourceArn"]}
        eventbridge._archives.pop(name, None)
        eventbridge._create_archive({"ArchiveName": name, "Description": properties.get("Description", ""), **kept})
        return name, {"Arn": eventbridge._archives[name]["ArchiveArn"]}

    def delete(name: str, _properties: Json) -> None:
        eventbridge._archives.pop(name, None)

    provisioners._RESOURCE_HANDLERS["AWS::Events::Archive"] = {"create": create, "delete": delete}


def bound_workers() -> None:
    """Calls beyond what the machine can do at once wait for a process instead of starting one more, which is 70 MB each.

    An order's outcome has places of its own: the calls that wait for it may hold all the others.
    """
    execute = lambda_svc._execute_function_warm
    places: dict[tuple[str, bool], threading.Semaphore] = {}
    taking = threading.Lock()

    def execute_in_turn(func: Json, event: Any, request_id: str) -> Json:
        name = (func.get("config") or func).get("FunctionName", "")
        outcome = isinstance(event, dict) and event.get("source") == "aws.states"
        with taking:
            place = places.setdefault((name, outcome), threading.Semaphore(OUTCOMES if outcome else WORKERS))
        with place:
            result: Json = execute(func, event, request_id)
            return result

    lambda_svc._execute_function_warm = execute_in_turn


def share_layers() -> None:
    """Processes share one copy of a function's code and layer, read-only as on AWS: unpacking was most of a cold start."""
    unpacking = threading.Lock()

    class Shared(zipfile.ZipFile):
        def extractall(self, path: Any = None, members: Any = None, pwd: Any = None) -> None:
            content = repr([(entry.filename, entry.CRC) for entry in self.infolist()])
            shared = Path(tempfile.gettempdir()) / f"unpacked-{hashlib.sha256(content.encode()).hexdigest()}"
            with unpacking:
                if not shared.exists():
                    draft = Path(tempfile.mkdtemp())
                    super().extractall(draft, members, pwd)
                    draft.rename(shared)
            target = Path(path)
            target.rmdir()
            target.symlink_to(shared, target_is_directory=True)

    lambda_runtime.zipfile = SimpleNamespace(**{**vars(zipfile), "ZipFile": Shared})


def know_deployments() -> None:
    """CloudFormation creates what CodeDeploy shifts traffic with. Nothing is shifted here: an alias has its newest version at
    once."""

    def create(logical_id: str, properties: Json, stack: str) -> tuple[str, Json]:
        return properties.get("ApplicationName") or f"{stack}-{logical_id}", {}

    def delete(_name: str, _properties: Json) -> None:
        """Nothing was made."""

    for kind in ("Application", "DeploymentGroup"):
        provisioners._RESOURCE_HANDLERS[f"AWS::CodeDeploy::{kind}"] = {"create": create, "delete": delete}


MENDS = (
    know_event_archives,
    bound_workers,
    share_layers,
    know_deployments,
    keep_exception_class,
    keep_environments,
    honour_batch_item_failures,
    keep_stream_records,
    keep_no_inquiries,
    announce_interrupted_executions,
    start_executions_at_once,
)


def apply() -> None:
    """Mend the emulator in this process. Called once, before it serves."""
    for mend in MENDS:
        mend()
