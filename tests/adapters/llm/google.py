"""Google's side of the comparison: its answers, and its own client pointed at our server."""

import json

from google import genai
from google.genai import types

from frontline.agent.hear.prompt import message
from tests.adapters.llm.prompts import prompt
from tests.adapters.llm.server import Told

KEY = "AIza-secret-do-not-tell"
MODEL = "gemini-3.5-flash-lite"
PROMPT = prompt('मेरा network "down" hai 🙏 </s>', transcript=(("frontline", "नमस्ते"),), question="Which city?")


def candidate(*parts: object, finish: str | None = "STOP", **more: object) -> dict[str, object]:
    content = {"role": "model", "parts": list(parts)}
    return {"candidates": [{"content": content, **({"finishReason": finish} if finish else {}), "index": 0, **more}]}


def refusal(status: int, name: str, *details: object, text: str = "no") -> Told:
    return Told(status, {"error": {"code": status, "message": text, "status": name, "details": list(details)}})


def oracle(url: str, model: str = MODEL, thinking: types.ThinkingConfig | None = None) -> types.GenerateContentResponse:
    """What Google's client does with the same prompt."""
    client = genai.Client(api_key=KEY, http_options=types.HttpOptions(base_url=url, timeout=5000))
    try:
        return client.models.generate_content(
            model=model,
            contents=[types.Content(role="user", parts=[types.Part(text=message(PROMPT))])],
            config=types.GenerateContentConfig(
                system_instruction=PROMPT.instructions,
                temperature=0,
                max_output_tokens=1024,
                response_mime_type="application/json",
                response_json_schema=json.loads(PROMPT.answer_schema),
                thinking_config=thinking,
            ),
        )
    finally:
        client.close()
