"""How programs on this machine reach the emulator's AWS services."""

from typing import Any

import boto3
from botocore.config import Config

REGION = "ap-south-1"


def client(service: str, endpoint: str) -> Any:
    """A boto3 client of the emulator: it gives up fast, and sends no call to a host of another name."""
    config = Config(retries={"max_attempts": 1}, inject_host_prefix=False, read_timeout=120)
    session: Any = boto3.Session("test", "test", region_name=REGION)
    return session.client(service, endpoint_url=endpoint, config=config)
