"""The back office of an organisation: over TM Forum Open APIs, or in memory for tests."""

from frontline.adapters.operator.memory import MemoryOperator
from frontline.adapters.operator.tmf import TmfOperator
from frontline.adapters.operator.tmf.accounts import Profile
from frontline.adapters.operator.transport.credentials import ApiKey, ClientCredentials, Credentials
from frontline.adapters.operator.transport.settings import Limits, Outside

__all__ = [
    "ApiKey",
    "ClientCredentials",
    "Credentials",
    "Limits",
    "MemoryOperator",
    "Outside",
    "Profile",
    "TmfOperator",
]
