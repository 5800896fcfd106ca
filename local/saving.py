"""Decides when the emulator's state reaches the disk, so that no client was told what a kill then takes back.

A change of a table or an execution is in the log before it is answered; see `local/changes.py`. From time to time, and
whenever a deployment changed it, the state itself is saved, and the log begins anew. A save that failed changes nothing:
what was saved before stays, the log grows on, and the save is tried again. The emulator by itself saves only on its way out.
"""

import copy
import json
import logging
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from local.changes import ChangeLog, Json, changes_in, drop, write_whole

logger = logging.getLogger("saving")
SECONDS = 1.0
LARGEST_LOG = 20_000_000
OLDEST_LOG = 60.0
"""Seconds after which what was overwritten or erased is gone from the log too."""
BUSY = ("dynamodb", "stepfunctions")
"""The services whose changes are logged."""
TRIES = 5
States = dict[str, Callable[[], Json | None]]


class SaveFailed(Exception):
    """The state could not be saved; the message says which part and why. The log still has every change."""


class Keeper:
    """Keeps the emulator's state in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = ChangeLog(folder)
        self.stopping = threading.Event()
        self.failed = False
        self._saving = threading.Lock()
        self._thread = threading.Thread(target=self._keep_saving, daemon=True)

    def install(self) -> None:
        """Take over from the emulator what it loads, what it saves on its way out, and every change between."""
        from ministack import app
        from ministack.services import dynamodb, eventbridge, lambda_svc, stepfunctions

        for service in (dynamodb, stepfunctions, eventbridge, lambda_svc):
            service.copy = SimpleNamespace(**{**vars(copy), "deepcopy": steady_copy})
        load = app.load_state
        app.load_state = lambda name: with_changes(name, load(name), self.folder)
        app.save_all = self._save_at_the_end
        self._log_items(dynamodb)
        self._log_stream(dynamodb)
        self._log_executions(stepfunctions)

    def begin(self) -> None:
        """Save from now on. Called when the old state has been loaded."""
        self._thread.start()

    def stop(self) -> None:
        """Save no more, but for once at the very end."""
        self.stopping.set()
        if self._thread.ident is not None:
            self._thread.join()

    def save(self, states: States) -> None:
        """Save these services, of which those that are logged must be two, and begin the log anew; or SaveFailed."""
        with self._saving:
            try:
                logged = self.log.rotate()
                for name, state_of in states.items():
                    save_one(self.folder / f"{name}.json", name, state_of)
                drop(logged)
            except Exception as error:
                raise SaveFailed(f"{type(error).__name__}: {error}") from error

    def save_everything(self) -> None:
        """Save all services; SaveFailed if that is not possible."""
        from ministack import app

        self.save(app._build_persistence_save_dict())

    def _keep_saving(self) -> None:
        deployed, saved_at = None, time.monotonic()
        while not self.stopping.wait(SECONDS):
            try:
                if (now := deployments()) != deployed:
                    self.save_everything()
                    deployed, saved_at = now, time.monotonic()
                elif self.log.size > LARGEST_LOG or (self.log.size and time.monotonic() - saved_at > OLDEST_LOG):
                    self._save_busy()
                    saved_at = time.monotonic()
            except Exception:  # whatever it was, the next second tries again
                logger.exception("NOT SAVED, trying again")

    def _save_busy(self) -> None:
        from ministack import app

        states = app._build_persistence_save_dict()
        self.save({name: states[name] for name in BUSY if name in states})

    def _save_at_the_end(self, states: States) -> None:
        for attempt in range(TRIES):
            try:
                return self.save(states)
            except SaveFailed:
                logger.exception("NOT SAVED, try %s of %s", attempt + 1, TRIES)
                time.sleep(0.2)
        self.failed = True
        return None

    def _log_items(self, dynamodb: Any) -> None:
        put, remove, transact = dynamodb._set_item, dynamodb._remove_item, dynamodb._transact_write_items

        def put_logged(table: Json, pk: str, sk: str, item: Json) -> Any:
            with self.log.lock:
                self._append({"table": table["TableArn"], "pk": pk, "sk": sk, "item": item})
                return put(table, pk, sk, item)

        def remove_logged(table: Json, pk: str, sk: str) -> Any:
            with self.log.lock:
                self._append({"table": table["TableArn"], "pk": pk, "sk": sk, "item": None})
                return remove(table, pk, sk)

        def transact_logged(data: Json) -> Any:
            with self.log.together():
                return transact(data)

        dynamodb._set_item, dynamodb._remove_item = put_logged, remove_logged
        dynamodb._transact_write_items = transact_logged

    def _log_stream(self, dynamodb: Any) -> None:
        build = dynamodb._build_change_record

        def build_logged(table: Json, *args: Any) -> Json:
            record: Json = build(table, *args)
            self._append({"stream": table["TableArn"], "record": record})
            return record

        dynamodb._build_change_record = build_logged

    def _log_executions(self, stepfunctions: Any) -> None:
        tell = stepfunctions._emit_execution_status_event

        def tell_logged(execution: Json) -> None:
            if not execution.get("sync"):
                with suppress(OSError):  # what is under way cannot be refused
                    self._append({"execution": execution["executionArn"], "state": steady_copy(execution)})
            tell(execution)

        stepfunctions._emit_execution_status_event = tell_logged

    def _append(self, change: Json) -> None:
        from ministack.core.persistence import _json_default

        self.log.append(change, _json_default)


def save_one(file: Path, name: str, state_of: Callable[[], Json | None]) -> None:
    """One service's state as the emulator reads it. What changes while it is read is read again."""
    from ministack.core.persistence import _json_default, _state_format_version

    for attempt in range(TRIES):
        try:
            if (state := state_of()) is not None:
                wrapped = {"__ministack_format__": _state_format_version(name), "payload": state}
                write_whole(file, json.dumps(wrapped, default=_json_default))
        except RuntimeError:  # "dictionary changed size during iteration"
            if attempt == TRIES - 1:
                raise
            time.sleep(0.05)
        else:
            return


def steady_copy(value: Any, memo: Any = None) -> Any:
    """A deep copy of a state that other threads write meanwhile: each container is as it is at one moment."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool:
        return value
    if kind is dict:
        return {key: steady_copy(one) for key, one in list(value.items())}
    if kind is list:
        return [steady_copy(one) for one in list(value)]
    if kind.__name__ in {"AccountRegionScopedDict", "AccountScopedDict"}:
        return kind.from_dict({key: steady_copy(one) for key, one in list(value._data.items())})
    return copy.deepcopy(value, memo)


def with_changes(service: str, state: Json | None, folder: Path) -> Json | None:
    """A service's saved state, brought to where its log ends."""
    from ministack.core.persistence import _json_object_hook

    if state and service in BUSY:
        redo = {"dynamodb": redo_in_tables, "stepfunctions": redo_in_executions}[service]
        redo(state, changes_in(folder, _json_object_hook))
    return state


def redo_in_tables(state: Json, changes: Iterable[Json]) -> None:
    """Items as they were last written or removed, and the records of a stream that readers have not seen."""
    known: dict[str, set[str]] = {}
    for change in changes:
        arn = change.get("table") or change.get("stream")
        if arn is None or (table := state["tables"].get_scoped(*(place := scope_of(arn)))) is None:
            continue
        if "stream" in change:
            records = state["stream_records"].get_scoped(*place) or []
            state["stream_records"].set_scoped(*place, records)
            seen = known.setdefault(arn, {record["eventID"] for record in records})
            if change["record"]["eventID"] not in seen:
                records.append(change["record"])
        elif change["item"] is None:
            table["items"].get(change["pk"], {}).pop(change["sk"], None)
        else:
            table["items"].setdefault(change["pk"], {})[change["sk"]] = change["item"]
    for table in state["tables"].all_values():
        table["items"] = {key: rows for key, rows in table["items"].items() if rows}
        table["ItemCount"] = sum(len(rows) for rows in table["items"].values())


def redo_in_executions(state: Json, changes: Iterable[Json]) -> None:
    """Executions as they last announced themselves."""
    for change in changes:
        if arn := change.get("execution"):
            account, region, _ = scope_of(arn)
            state["executions"].set_scoped(account, region, arn, change["state"])


def scope_of(arn: str) -> tuple[str, str, str]:
    """Account, region and name, as the emulator keeps what an ARN names."""
    _, _, _, region, account, resource = arn.split(":", 5)
    return account, region, resource.partition("/")[2]


def deployments() -> int:
    """A number that changes when a stack has been created or updated, or a table, machine or function made or deleted."""
    from ministack.services import dynamodb, lambda_svc, stepfunctions
    from ministack.services.cloudformation import _stacks

    settled = [stack for stack in _stacks.all_values() if not stack["StackStatus"].endswith("IN_PROGRESS")]
    made = [list(store._data) for store in (dynamodb._tables, stepfunctions._state_machines, lambda_svc._functions)]
    return hash((tuple((stack["StackId"], str(stack.get("LastUpdatedTime"))) for stack in settled), *map(tuple, made)))
