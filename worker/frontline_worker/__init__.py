"""The thin client for channel workers. All flow logic is in the backend; here are only words in and words out."""

from frontline_worker.client import KEPT, FlowExecutor, Patience
from frontline_worker.texts import LOCALES, SORRY, Locale
from frontline_worker.wire import DeviceAction, FlowRefused, Json, Reply, Report

__all__ = [
    "KEPT",
    "LOCALES",
    "SORRY",
    "DeviceAction",
    "FlowExecutor",
    "FlowRefused",
    "Json",
    "Locale",
    "Patience",
    "Reply",
    "Report",
]
