"""Lets schemathesis make requests from the served contract, good and bad, against the local stack.

Every answer has a status, a content type and a body that the contract names for the call, and none is a 5xx. The seed is
fixed, so that a finding can be had again: `make contract`. What it asks beside conformance is in CHECKS.
"""
# ruff: noqa: INP001

import subprocess
import sys
import tempfile
from pathlib import Path

from local.stack import Stack

SEED, EXAMPLES = "8", "15"
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
    "use_after_free",
)
"""Not `positive_data_acceptance`: a draft that is well formed and not sound may not be published."""


def main() -> int:
    """Try it with the key of the organisation that has flows; return schemathesis's exit status."""
    with tempfile.TemporaryDirectory() as folder, Stack(state_dir=Path(folder) / "state") as stack:
        program = Path(sys.executable).parent / "schemathesis"
        command = [
            program,
            "run",
            f"{stack.endpoint}/v1/openapi.json",
            "--header",
            f"x-api-key: {stack.keys['acme-us']}",
        ]
        options = ["--seed", SEED, "--max-examples", EXAMPLES, "--checks", ",".join(CHECKS), "--no-color"]
        quiet = ["--generation-database", "none", "--warnings", "off", "--continue-on-failure"]
        return subprocess.run([*command, *options, *quiet], cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
