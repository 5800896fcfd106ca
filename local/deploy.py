"""Deploys what `sam build` made into the emulator, and prints the stack's outputs as JSON.

What `sam deploy` would do, without its seconds: artefacts, and the template itself, go to a bucket under the name of their
content, then one CloudFormation create or update. Run with the emulator's own interpreter:
`python -m local.deploy ENDPOINT [Parameter=value ...]`.
"""

import hashlib
import io
import json
import sys
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from samtranslator.yaml_helper import yaml_parse

from local.aws import REGION, client

ROOT = Path(__file__).parent.parent
BUILT = ROOT / ".aws-sam" / "build" / "template.yaml"
BUCKET = "frontline-artefacts"
ARTEFACTS = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::StateMachine": "DefinitionUri",
}
"""The property of a resource that names a local file or folder."""

Template = dict[str, Any]


class DeployFailed(Exception):
    """The emulator refused the template; the message names the resources and reasons."""


def deploy(endpoint: str, built: Path, parameters: dict[str, str]) -> dict[str, str]:
    """Bring the stack to the built template and return its outputs."""
    s3, cloudformation = client("s3", endpoint), client("cloudformation", endpoint)
    if BUCKET not in [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]:
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    template = yaml_parse(built.read_text())
    for resource in template["Resources"].values():
        upload(s3, resource, built.parent)
    stack = settings()["global"]["parameters"]["stack_name"]
    url = f"{endpoint}/{BUCKET}/{put(s3, json.dumps(template).encode())}"
    return bring_up(cloudformation, stack, url, {**configured(), **parameters})


def settings() -> dict[str, Any]:
    """The `local` part of samconfig.toml."""
    local: dict[str, Any] = tomllib.loads((ROOT / "samconfig.toml").read_text())["local"]
    return local


def configured() -> dict[str, str]:
    """The parameters samconfig.toml gives the embedded stack."""
    pairs: list[str] = settings()["deploy"]["parameters"]["parameter_overrides"]
    return dict(pair.split("=", 1) for pair in pairs)


def upload(s3: Any, resource: Template, base: Path) -> None:
    """Put a resource's local artefact into the bucket and let the resource point there."""
    name = ARTEFACTS.get(resource["Type"])
    if name is None:
        return
    source = base / resource["Properties"][name]
    content = zipped(source) if source.is_dir() else source.read_bytes()
    resource["Properties"][name] = f"s3://{BUCKET}/{put(s3, content)}"


def put(s3: Any, content: bytes) -> str:
    """Content into the bucket; its name there."""
    key = hashlib.sha256(content).hexdigest()
    s3.put_object(Bucket=BUCKET, Key=key, Body=content)
    return key


def zipped(folder: Path) -> bytes:
    """A folder as a ZIP that depends on nothing but its content, lightly packed because it travels no distance."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.writestr(zipfile.ZipInfo(str(path.relative_to(folder))), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def bring_up(cloudformation: Any, stack: str, template: str, parameters: dict[str, str]) -> dict[str, str]:
    """Create the stack, or update the one that a former run left, and wait for it. The template is given by its address: in
    the call itself there is room for 51,200 bytes of it."""
    request = {
        "StackName": stack,
        "TemplateURL": template,
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        "Parameters": [{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
    }
    names = [known["StackName"] for known in cloudformation.describe_stacks()["Stacks"]]
    try:
        (cloudformation.update_stack if stack in names else cloudformation.create_stack)(**request)
    except cloudformation.exceptions.ClientError as error:
        if "No updates are to be performed" not in str(error):
            raise DeployFailed(str(error)) from error
    return outputs_when_done(cloudformation, stack)


def outputs_when_done(cloudformation: Any, stack: str) -> dict[str, str]:
    """Wait for the stack to settle and return its outputs."""
    while True:
        found = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
        if not found["StackStatus"].endswith("IN_PROGRESS"):
            break
        time.sleep(0.05)
    if found["StackStatus"] not in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}:
        events = cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
        raise DeployFailed("\n".join(reasons(events)) or found["StackStatus"])
    return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}


def reasons(events: list[dict[str, Any]]) -> list[str]:
    """Which resources failed, and why."""
    failed = (event for event in events if event["ResourceStatus"].endswith("FAILED"))
    return [f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', 'no reason given')}" for event in failed]


if __name__ == "__main__":
    try:
        print(json.dumps(deploy(sys.argv[1], BUILT, dict(pair.split("=", 1) for pair in sys.argv[2:]))))
    except DeployFailed as failure:
        sys.exit(f"The emulator refused the template.\n{failure}")
