"""The template holds what the code relies on: its wiring, its rights, and the care for what is kept."""

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from aws_lambda_powertools.utilities.idempotency.persistence import dynamodb as dynamodb_layer

from frontline.adapters.publisher import PATIENCE
from local import build

ROOT = Path(__file__).parent.parent
EVENTS = sorted((ROOT / "events").glob("*.json"))
GLOBAL_VARIABLES = {"POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_LOG_LEVEL"}
VARIABLES = {
    "TurnHandler": {
        "TABLE_NAME",
        "STEP_RESULTS_TABLE_NAME",
        "STATE_MACHINE_PREFIX",
        "GEMINI_API_KEY_PARAMETER",
        "GEMINI_MODEL",
        "GEMINI_URL",
        "LIVEKIT_PARAMETERS",
        "OLLAMA_URL",
        "OLLAMA_MODEL",
        "SESSION_MINUTES",
        "RETENTION_DAYS",
        "CONFIGURATION",
        "POWERTOOLS_SERVICE_NAME",
    },
    "DeskHandler": {
        "TABLE_NAME",
        "STATE_MACHINE_PREFIX",
        "STEP_RESULTS_TABLE_NAME",
        "RETENTION_DAYS",
        "CONFIGURATION",
        "POWERTOOLS_SERVICE_NAME",
    },
    "WorkflowRunner": {
        "TABLE_NAME",
        "BUS_NAME",
        "STEP_RESULTS_TABLE_NAME",
        "OPERATOR_URL",
        "OPERATOR_PARAMETERS",
        "SENDER_URL",
        "CONFIGURATION",
        "POWERTOOLS_SERVICE_NAME",
    },
    "EventPublisher": {
        "BUS_NAME",
        "TABLE_NAME",
        "STEP_RESULTS_TABLE_NAME",
        "STATE_MACHINE_PREFIX",
        "SESSION_MINUTES",
        "RETENTION_DAYS",
        "CONFIGURATION",
        "POWERTOOLS_SERVICE_NAME",
    },
}

Resource = dict[str, Any]


class CloudFormation(yaml.SafeLoader):
    """Reads the short forms of intrinsic functions as `{tag: value}`."""


def intrinsic(loader: CloudFormation, tag: str, node: yaml.Node) -> Resource:
    if isinstance(node, yaml.ScalarNode):
        return {tag: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {tag: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {tag: loader.construct_mapping(node, deep=True)}


CloudFormation.add_multi_constructor("!", intrinsic)


@cache
def template() -> Resource:
    loaded: Resource = yaml.load((ROOT / "template.yaml").read_text(), CloudFormation)  # noqa: S506  # a SafeLoader
    return loaded


def resources(kind: str) -> dict[str, Resource]:
    found = template()["Resources"].items()
    return {name: resource["Properties"] for name, resource in found if resource["Type"] == kind}


def statements() -> Iterator[tuple[str, Resource]]:
    for name, function in resources("AWS::Serverless::Function").items():
        for policy in function["Policies"]:
            for statement in policy["Statement"]:
                yield name, statement["If"][1] if "If" in statement else statement


def test_sam_and_cloudformation_accept_the_template_and_nothing_is_left_in_the_home_directory(tmp_path: Path) -> None:
    sam = build.environment("sam") / "sam"
    settings = {**os.environ, **build.QUIET_SAM, "HOME": str(tmp_path)}
    result = subprocess.run([sam, "validate", "--lint"], cwd=ROOT, env=settings, check=False, capture_output=True)
    assert result.returncode == 0, result.stdout.decode()
    assert list(tmp_path.iterdir()) == []


def test_every_parameter_says_what_it_is_for() -> None:
    assert [name for name, parameter in template()["Parameters"].items() if not parameter.get("Description")] == []


def test_a_function_gets_the_variables_it_uses_and_no_others() -> None:
    assert set(template()["Globals"]["Function"]["Environment"]["Variables"]) == GLOBAL_VARIABLES
    functions = resources("AWS::Serverless::Function")
    assert {name: set(function["Environment"]["Variables"]) for name, function in functions.items()} == VARIABLES


def test_the_runtime_is_the_one_of_python_version() -> None:
    wanted = (ROOT / ".python-version").read_text().strip()
    assert template()["Globals"]["Function"]["Runtime"] == f"python{wanted}"


def test_every_state_machine_has_its_definition_and_every_definition_its_state_machine() -> None:
    machines = resources("AWS::Serverless::StateMachine")
    definitions = {str(path.relative_to(ROOT)) for path in (ROOT / "statemachines").glob("*.asl.json")}
    assert {machine["DefinitionUri"] for machine in machines.values()} == definitions
    for machine in machines.values():
        workflow = Path(machine["DefinitionUri"]).name.removesuffix(".asl.json")
        assert machine["Name"] == {"Sub": f"${{AWS::StackName}}_{workflow}"}
        substitutions = {"WorkflowRunnerArn": {"Ref": "WorkflowRunner.Alias"}, "LookSeconds": {"Ref": "LookSeconds"}}
        used = {name for name in substitutions if f"${{{name}}}" in (ROOT / machine["DefinitionUri"]).read_text()}
        assert machine["DefinitionSubstitutions"] == {name: substitutions[name] for name in used}


def test_only_this_installations_executions_report_their_end_to_the_turn_handler() -> None:
    machines = {"Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}_"}
    detail = resources("AWS::Events::Rule")["OrderEnded"]["EventPattern"]["detail"]
    assert detail["stateMachineArn"] == [{"prefix": machines}]


def test_a_function_starts_only_this_installations_state_machines() -> None:
    for name, statement in statements():
        if str(statement["Action"]).startswith("states:Start"):
            assert statement["Resource"]["Sub"].endswith(":stateMachine:${AWS::StackName}_*"), name


def test_no_function_may_do_a_thing_to_everything() -> None:
    for name, statement in statements():
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        assert not [action for action in actions if "*" in action], name
        assert statement["Resource"] != "*", name


def test_a_function_may_do_only_what_its_code_does() -> None:
    """Lambda itself reads the stream and sets aside what failed; the rest is a call in the layer or in Powertools."""
    lambdas_own = {"DescribeStream", "GetRecords", "GetShardIterator", "ListStreams", "SendMessage"}
    layer = ROOT / "layers" / "core" / "frontline" / "adapters"
    code = "".join(path.read_text() for path in [*layer.rglob("*.py"), Path(dynamodb_layer.__file__)])
    for name, statement in statements():
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        calls = {action.split(":")[1] for action in actions} - lambdas_own
        unused = [call for call in calls if f".{re.sub(r'(?<!^)(?=[A-Z])', '_', call).lower()}(" not in code]
        assert unused == [], name


def test_what_is_kept_is_encrypted_and_can_be_restored() -> None:
    for table in resources("AWS::DynamoDB::Table").values():
        assert table["SSESpecification"] == {"SSEEnabled": True}
        assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert table["TimeToLiveSpecification"]["Enabled"]
    for queue in resources("AWS::SQS::Queue").values():
        assert queue["SqsManagedSseEnabled"]
    assert template()["Resources"]["Conversations"]["DeletionPolicy"] == "Retain"


def test_a_new_release_takes_over_step_by_step_and_an_alarm_stops_it() -> None:
    shared = template()["Globals"]["Function"]
    assert shared["AutoPublishAlias"] == "live"
    assert resources("AWS::Serverless::LayerVersion")["CoreLayer"]["PublishLambdaVersion"], "the code is in the layer"
    assert shared["DeploymentPreference"]["Type"] == {"Ref": "Rollout"}
    assert template()["Parameters"]["Rollout"]["Default"].startswith("Canary")
    stopping = {alarm["Ref"] for alarm in shared["DeploymentPreference"]["Alarms"]}
    assert {f"{name}Errors" for name in resources("AWS::Serverless::Function")} < stopping
    assert stopping <= resources("AWS::CloudWatch::Alarm").keys()
    for function in resources("AWS::Serverless::Function").values():
        assert function["AutoPublishAliasAllProperties"], "a change of anything is a new version"
        assert not {"AutoPublishAlias", "DeploymentPreference"} & function.keys(), "one way for all"


def test_a_parameter_that_changes_publishes_a_version_of_every_function_that_has_it() -> None:
    """The alias would else go on with the version that has the old value."""
    assert template()["Transform"] == ["AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"], "in this order"
    conditions = {name: set(referred(condition)) for name, condition in template()["Conditions"].items()}
    shared = set(referred(template()["Globals"]["Function"]["Environment"]))
    for name, function in resources("AWS::Serverless::Function").items():
        variables = dict(function["Environment"]["Variables"])
        told = {one["Ref"] for one in variables.pop("CONFIGURATION")["Fn::ToJsonString"]}
        used = {one for each in referred(variables) for one in conditions.get(each, {each})} | shared
        assert used & template()["Parameters"].keys() == told, name


def referred(part: object) -> Iterator[str]:
    """The names that a part of the template stands on: of parameters, conditions and resources."""
    if isinstance(part, dict):
        for tag, value in part.items():
            if tag == "Ref":
                yield value
            elif tag == "Sub":
                yield from re.findall(r"\$\{(\w+)\}", value)
            elif tag == "If":
                yield value[0]
                yield from referred(value[1:])
            else:
                yield from referred(value)
    elif isinstance(part, list):
        for one in part:
            yield from referred(one)


def test_whoever_calls_a_function_calls_its_alias() -> None:
    """The one exception are executions that were started before there were aliases."""
    functions = "|".join(resources("AWS::Serverless::Function"))
    text = (ROOT / "template.yaml").read_text()
    assert re.findall(rf"!GetAtt (?:{functions})\.Arn", text) == ["!GetAtt WorkflowRunner.Arn"]
    called = re.findall(r"FunctionName: !Ref (\S+)", text)
    assert called and all(name.endswith(".Alias") for name in called)


def test_every_log_group_forgets() -> None:
    groups = resources("AWS::Logs::LogGroup")
    assert {name for name, group in groups.items() if group["RetentionInDays"] != {"Ref": "LogRetentionDays"}} == set()


def test_the_api_every_function_and_every_dead_letter_queue_has_an_alarm() -> None:
    watched = {
        next(iter(dimension["Value"].values())).removesuffix(".QueueName")
        for alarm in resources("AWS::CloudWatch::Alarm").values()
        for dimension in alarm["Dimensions"]
    }
    kinds = ("AWS::ApiGatewayV2::Api", "AWS::Serverless::Function", "AWS::SQS::Queue")
    assert watched == {name for kind in kinds for name in resources(kind)}


def test_a_server_error_of_the_api_rings() -> None:
    (alarm,) = [alarm for alarm in resources("AWS::CloudWatch::Alarm").values() if alarm["MetricName"] == "5xx"]
    assert (alarm["Namespace"], alarm["Threshold"]) == ("AWS/ApiGateway", 0)
    assert alarm["Dimensions"] == [{"Name": "ApiId", "Value": {"Ref": "Api"}}]


def test_the_stream_brings_new_turns_only_and_loses_none() -> None:
    source = resources("AWS::Lambda::EventSourceMapping")["NewTurns"]
    (pattern,) = (json.loads(filter_["Pattern"]) for filter_ in source["FilterCriteria"]["Filters"])
    assert pattern == {"eventName": ["INSERT"], "dynamodb": {"Keys": {"sk": {"S": [{"prefix": "TURN#"}]}}}}
    assert source["StartingPosition"] == "TRIM_HORIZON"
    assert source["BisectBatchOnFunctionError"]
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert source["DestinationConfig"]["OnFailure"]["Destination"] == {"GetAtt": "UndeliveredEvents.Arn"}


def test_a_record_waits_longer_than_an_order_that_cannot_be_started() -> None:
    source = resources("AWS::Lambda::EventSourceMapping")["NewTurns"]
    assert source["MaximumRecordAgeInSeconds"] > 2 * PATIENCE
    assert source["MaximumRetryAttempts"] == 10_000


@pytest.mark.parametrize("environment", ["default", "local", "prod"])
def test_samconfig_sets_parameters_the_template_has(environment: str) -> None:
    settings = tomllib.loads((ROOT / "samconfig.toml").read_text())[environment]
    overrides = settings["deploy"]["parameters"]["parameter_overrides"]
    assert {pair.split("=")[0] for pair in overrides} <= template()["Parameters"].keys()


@pytest.mark.parametrize("event", EVENTS, ids=lambda path: path.name)
def test_a_sample_event_is_json(event: Path) -> None:
    assert json.loads(event.read_text())
