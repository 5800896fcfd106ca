"""What a function is told by its environment. Read once, when the first event arrives, and never at import."""

import os
from collections.abc import Mapping

from frontline.model.base import Frozen


class Settings(Frozen):
    """The template sets these; what a function does not use stays empty."""

    table_name: str = ""
    step_results_table_name: str = ""
    bus_name: str = ""
    state_machine_prefix: str = ""
    operator_url: str = ""
    operator_parameters: str = ""
    sender_url: str = ""
    livekit_parameters: str = ""
    gemini_api_key_parameter: str = ""
    gemini_model: str = "gemini-3.5-flash-lite"
    gemini_url: str = ""
    ollama_url: str = ""
    ollama_model: str = "phi3"
    session_minutes: int = 30
    retention_days: int = 90
    models_budget_seconds: float = 12.0

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Variables are the fields in capitals; an empty one is as good as none."""
        named = {name: environment.get(name.upper(), "") for name in cls.model_fields}
        return cls.model_validate({name: value for name, value in named.items() if value})
