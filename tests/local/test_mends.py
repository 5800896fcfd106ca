"""Each mend of the emulator: the fault is there without it and gone with it.

When a later release has no such fault, `without` fails: then the mend goes.
"""

import contextlib
import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from local import aws, build, processes
from local.aws import REGION

ROLE = "arn:aws:iam::000000000000:role/any"


class Emulator:
    """An emulator with or without the mends, that can be stopped, killed and started again."""

    def __init__(self, state: Path, mended: bool) -> None:
        self.options = () if mended else ("--unmended",)
        self.state = state
        self.start()

    def start(self) -> None:
        self.port = processes.free_port()
        python = build.environment("emulator") / "python"
        with (self.state / "log").open("a") as log:
            self.process = processes.start_emulator(python, build.ROOT, self.port, self.state, log, *self.options)

    def stop(self) -> None:
        processes.stop(self.process)

    def kill(self) -> None:
        self.process.kill()
        processes.stop(self.process)

    def save(self) -> int:
        """Have everything saved; the status of the answer."""
        return httpx.put(f"http://127.0.0.1:{self.port}/_frontline/saved/", timeout=60, trust_env=False).status_code

    def client(self, service: str) -> Any:
        return aws.client(service, f"http://127.0.0.1:{self.port}")

    def function(self, code: str) -> str:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("app.py", code)
        created = self.client("lambda").create_function(
            FunctionName="probe",
            Runtime="python3.13",
            Role=ROLE,
            Handler="app.handler",
            Code={"ZipFile": packed.getvalue()},
        )
        return str(created["FunctionArn"])

    def machine(self, state: dict[str, Any]) -> str:
        definition = json.dumps({"StartAt": "Only", "States": {"Only": {**state, "End": True}}})
        created = self.client("stepfunctions").create_state_machine(name="probe", definition=definition, roleArn=ROLE)
        return str(created["stateMachineArn"])

    def table_read_by(self, function: str) -> None:
        dynamodb = self.client("dynamodb")
        table = dynamodb.create_table(
            TableName="probe",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
        )
        self.client("lambda").create_event_source_mapping(
            EventSourceArn=table["TableDescription"]["LatestStreamArn"],
            FunctionName=function,
            StartingPosition="TRIM_HORIZON",
            FunctionResponseTypes=["ReportBatchItemFailures"],
        )
        dynamodb.put_item(TableName="probe", Item={"id": {"S": "1"}})


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[bool], Emulator]]:
    started: list[Emulator] = []

    def start_one(mended: bool) -> Emulator:
        state = tmp_path / str(mended)
        state.mkdir()
        started.append(Emulator(state, mended))
        return started[-1]

    yield start_one
    for emulator in started:
        emulator.kill()


Start = Callable[[bool], Emulator]


def eventually(holds: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return False


def writing_handler(log: Path, result: str) -> str:
    return f"def handler(event, context):\n    open({str(log)!r}, 'a').write('called\\n')\n    {result}\n"


def calls(log: Path) -> int:
    return len(log.read_text().splitlines()) if log.exists() else 0


def test_a_failed_function_reports_the_class_of_its_exception(start: Start) -> None:
    def reported(emulator: Emulator) -> object:
        emulator.function("class Busy(Exception): pass\ndef handler(event, context): raise Busy('later')")
        return json.load(emulator.client("lambda").invoke(FunctionName="probe")["Payload"])["errorType"]

    assert reported(start(False)) != "Busy", "keep_exception_class is needless now"
    assert reported(start(True)) == "Busy"


def test_a_function_whose_process_ended_reports_an_exit(start: Start) -> None:
    def reported(emulator: Emulator) -> object:
        emulator.function("import os\ndef handler(event, context): os._exit(1)")
        return json.load(emulator.client("lambda").invoke(FunctionName="probe")["Payload"])["errorType"]

    assert reported(start(False)) != "Runtime.ExitError", "keep_exception_class need not know exits now"
    assert reported(start(True)) == "Runtime.ExitError"


def test_a_function_that_raised_is_warm_the_next_time(start: Start) -> None:
    def calls_of_one_process(emulator: Emulator) -> object:
        code = "calls = []\ndef handler(event, context):\n    calls.append(1)\n    raise ValueError(len(calls))"
        emulator.function(code)
        answers = [json.load(emulator.client("lambda").invoke(FunctionName="probe")["Payload"]) for _ in range(2)]
        return answers[-1]["errorMessage"]

    assert calls_of_one_process(start(False)) == "1", "keep_environments is needless now"
    assert calls_of_one_process(start(True)) == "2"


def test_a_batch_with_failed_items_is_delivered_again(start: Start) -> None:
    def redelivered(emulator: Emulator, seconds: float) -> bool:
        log = emulator.state / "calls"
        failures = (
            "return {'batchItemFailures': [{'itemIdentifier': event['Records'][0]['dynamodb']['SequenceNumber']}]}"
        )
        emulator.table_read_by(emulator.function(writing_handler(log, failures)))
        return eventually(lambda: calls(log) == 1) and eventually(lambda: calls(log) > 1, seconds)

    assert not redelivered(start(False), 3), "honour_batch_item_failures is needless now"
    assert redelivered(start(True), 20)


def test_a_change_that_was_not_delivered_is_delivered_after_a_restart(start: Start) -> None:
    def delivered_late(emulator: Emulator, seconds: float) -> bool:
        log = emulator.state / "calls"
        emulator.table_read_by(emulator.function(writing_handler(log, "raise RuntimeError")))
        assert eventually(lambda: calls(log) > 0)
        emulator.stop()
        before = calls(log)
        emulator.start()
        return eventually(lambda: calls(log) > before, seconds)

    assert not delivered_late(start(False), 4), "keep_stream_records is needless now"
    assert delivered_late(start(True), 20)


def test_an_execution_cut_off_by_a_restart_is_announced_as_failed(start: Start) -> None:
    def announced(emulator: Emulator, seconds: float) -> bool:
        queue = emulator.client("sqs").create_queue(QueueName="probe")["QueueUrl"]
        rule = {"source": ["aws.states"], "detail": {"status": ["FAILED"]}}
        emulator.client("events").put_rule(Name="probe", EventPattern=json.dumps(rule))
        target = {"Id": "queue", "Arn": f"arn:aws:sqs:{REGION}:000000000000:probe"}
        emulator.client("events").put_targets(Rule="probe", Targets=[target])
        machine = emulator.machine({"Type": "Wait", "Seconds": 50})
        emulator.client("stepfunctions").start_execution(stateMachineArn=machine)
        emulator.stop()
        emulator.start()
        url = queue.replace(queue.split("/")[2], f"127.0.0.1:{emulator.port}")
        sqs = emulator.client("sqs")
        return eventually(lambda: "Messages" in sqs.receive_message(QueueUrl=url), seconds)

    assert not announced(start(False), 4), "announce_interrupted_executions is needless now"
    assert announced(start(True), 20)


def test_an_express_execution_leaves_nothing_behind(start: Start) -> None:
    def kept(emulator: Emulator) -> int:
        states, machine = emulator.client("stepfunctions"), emulator.machine({"Type": "Pass"})
        assert states.start_sync_execution(stateMachineArn=machine, input='{"name": "Asha"}')["status"] == "SUCCEEDED"
        return len(states.list_executions(stateMachineArn=machine)["executions"])

    assert kept(start(False)) == 1, "keep_no_inquiries is needless now"
    assert kept(start(True)) == 0


def test_an_execution_starts_at_once(start: Start) -> None:
    def shortest(emulator: Emulator) -> float:
        machine = emulator.machine({"Type": "Pass"})
        client = emulator.client("stepfunctions")
        runs = []
        for _ in range(5):
            began = time.monotonic()
            client.start_sync_execution(stateMachineArn=machine)
            runs.append(time.monotonic() - began)
        return min(runs)

    assert shortest(start(False)) >= 0.15, "start_executions_at_once is needless now"
    assert shortest(start(True)) < 0.15


def test_cloudformation_makes_the_archive_of_a_bus(start: Start) -> None:
    bus = {"Type": "AWS::Events::EventBus", "Properties": {"Name": "probe"}}
    kept = {"ArchiveName": "probe", "SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}, "RetentionDays": "7"}
    template = json.dumps({"Resources": {"Bus": bus, "Kept": {"Type": "AWS::Events::Archive", "Properties": kept}}})

    unmended = start(False).client("cloudformation")
    with pytest.raises(unmended.exceptions.ClientError, match="AWS::Events::Archive"):  # else the mend is needless now
        unmended.create_stack(StackName="probe", TemplateBody=template)

    mended = start(True)
    mended.client("cloudformation").create_stack(StackName="probe", TemplateBody=template)
    assert eventually(lambda: bool(mended.client("events").list_archives()["Archives"]))


def test_cloudformation_makes_what_shifts_traffic(start: Start) -> None:
    application = {"Type": "AWS::CodeDeploy::Application", "Properties": {"ComputePlatform": "Lambda"}}
    template = json.dumps({"Resources": {"Application": application}})

    unmended = start(False).client("cloudformation")
    with pytest.raises(unmended.exceptions.ClientError, match="AWS::CodeDeploy"):  # else the mend is needless now
        unmended.create_stack(StackName="probe", TemplateBody=template)

    mended = start(True).client("cloudformation")
    mended.create_stack(StackName="probe", TemplateBody=template)
    assert eventually(lambda: mended.describe_stacks()["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE")


def test_what_was_answered_survives_a_kill_and_names_are_for_their_owner_alone(start: Start) -> None:
    def left(emulator: Emulator) -> list[str]:
        """What a kill leaves of a table's items and of executions, all answered just before it."""
        emulator.table_read_by(emulator.function(writing_handler(emulator.state / "calls", "return None")))
        machine = emulator.machine({"Type": "Wait", "Seconds": 50})
        emulator.save()
        dynamodb, states = emulator.client("dynamodb"), emulator.client("stepfunctions")
        for number in range(300):
            dynamodb.put_item(TableName="probe", Item={"id": {"S": f"{number:03}"}, "text": {"S": "x" * 2_000}})
        dynamodb.delete_item(TableName="probe", Key={"id": {"S": "007"}})
        states.start_execution(stateMachineArn=machine, name="an-order")
        emulator.kill()
        emulator.start()
        if "probe" not in emulator.client("dynamodb").list_tables()["TableNames"]:
            return []
        pages = emulator.client("dynamodb").get_paginator("scan").paginate(TableName="probe")
        orders = emulator.client("stepfunctions").list_executions(stateMachineArn=machine)["executions"]
        return [row["id"]["S"] for page in pages for row in page["Items"]] + [order["name"] for order in orders]

    assert left(start(False)) == [], "local/saving.py is needless now"
    emulator = start(True)
    assert sorted(left(emulator)) == sorted([f"{n:03}" for n in range(300) if n != 7] + ["1", "an-order"])
    kept = emulator.state / "emulator"
    assert {oct(path.stat().st_mode & 0o777) for path in kept.rglob("*") if path.is_file()} == {"0o600"}
    assert oct(kept.stat().st_mode & 0o777) == "0o700"


def test_a_save_that_fails_is_told_and_loses_nothing(start: Start) -> None:
    emulator = start(True)
    emulator.table_read_by(emulator.function("def handler(event, context): return None"))
    assert emulator.save() == 200
    good, aside = emulator.state / "emulator" / "dynamodb.json", emulator.state / "aside"
    good.rename(aside)
    (good / "in the way").mkdir(parents=True)
    emulator.client("dynamodb").put_item(TableName="probe", Item={"id": {"S": "2"}})
    assert emulator.save() == 500
    emulator.stop()
    assert emulator.process.returncode == 1
    assert "NOT SAVED" in (emulator.state / "log").read_text()
    (good / "in the way").rmdir()
    good.rmdir()
    aside.rename(good)
    emulator.start()
    assert "Item" in emulator.client("dynamodb").get_item(TableName="probe", Key={"id": {"S": "2"}})


def test_a_change_that_cannot_be_logged_is_refused(start: Start) -> None:
    """Tried anew where the emulator began a log of its own before the full disk was put in its way."""
    emulator = start(True)
    emulator.table_read_by(emulator.function("def handler(event, context): return None"))
    dynamodb = emulator.client("dynamodb")

    def refused(item: str) -> bool:
        assert emulator.save() == 200
        for number in range(1, 100):
            with contextlib.suppress(FileExistsError):
                (emulator.state / "emulator" / f"changes.{number}").symlink_to("/dev/full")
        try:
            dynamodb.put_item(TableName="probe", Item={"id": {"S": item}})
        except dynamodb.exceptions.ClientError:
            return "Item" not in dynamodb.get_item(TableName="probe", Key={"id": {"S": item}})
        return False

    assert any(refused(item) for item in "23456")


def test_calls_at_once_share_a_bounded_number_of_processes_that_share_one_unpacked_layer(start: Start) -> None:
    def processes_of(emulator: Emulator) -> tuple[int, int]:
        emulator.function("import os, time\ndef handler(event, context):\n    time.sleep(1)\n    return os.getpid()")

        def call(_: int) -> int:
            return int(json.load(emulator.client("lambda").invoke(FunctionName="probe")["Payload"]))

        with ThreadPoolExecutor(12) as pool:
            used = set(pool.map(call, range(12)))
        folders = [path for path in (emulator.state / "scratch").glob("*/code") if not path.is_symlink()]
        return len(used), len(folders)

    used, folders = processes_of(start(False))
    assert used == folders > 8, "bound_workers and share_layers are needless now"
    used, folders = processes_of(start(True))
    assert (used <= 8, folders) == (True, 0)


def test_what_was_written_before_a_stop_is_there_after_it(start: Start) -> None:
    emulator = start(True)
    emulator.table_read_by(emulator.function("def handler(event, context): return None"))
    dynamodb = emulator.client("dynamodb")
    for number in range(150):  # enough for a save to be under way when the stop comes
        dynamodb.put_item(TableName="probe", Item={"id": {"S": str(number)}, "text": {"S": "x" * 200_000}})
    emulator.stop()
    emulator.start()
    assert "Item" in emulator.client("dynamodb").get_item(TableName="probe", Key={"id": {"S": "149"}})
    said = (emulator.state / "log").read_text()
    assert "failed to save" not in said
    assert "NOT SAVED" not in said
