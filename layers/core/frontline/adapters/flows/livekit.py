"""LiveKit: which server an organisation has, and the token with which somebody joins a room there."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping

from aws_lambda_powertools.utilities import parameters
from pydantic import ValidationError

from frontline.model.base import Frozen
from frontline.model.errors import Unavailable

REMEMBERED_SECONDS = 300


class Livekit(Frozen):
    """A SecureString `<prefix><organisation>`: the server, and the key that signs for it."""

    url: str
    key: str
    secret: str


def livekit_of(prefix: str, organisation: str) -> Livekit | None:
    """None where the organisation, or the whole installation, has none."""
    if not prefix:
        return None
    try:
        found = parameters.get_parameter(prefix + organisation, decrypt=True, max_age=REMEMBERED_SECONDS)
        return Livekit.model_validate_json(str(found))
    except parameters.exceptions.GetParameterError as exc:
        if "ParameterNotFound" in str(exc) or type(exc.__cause__).__name__ == "ParameterNotFound":
            return None
        raise Unavailable("which LiveKit server this organisation has cannot be looked up") from exc
    except ValidationError as exc:
        raise Unavailable(f"parameter {prefix}{organisation} is not a LiveKit entry; see docs/flows.md") from exc


def room_token(
    livekit: Livekit, identity: str, room: str, *, at_seconds: int, ttl: int, metadata: Mapping[str, str]
) -> str:
    """A JSON web token, signed with HMAC-SHA256: this person may join this room, speak and listen, for so long."""
    claims = {
        "iss": livekit.key,
        "sub": identity,
        "nbf": at_seconds,
        "exp": at_seconds + ttl,
        "video": {"roomJoin": True, "room": room, "canPublish": True, "canSubscribe": True, "canPublishData": True},
        "metadata": json.dumps(dict(metadata), separators=(",", ":")),
    }
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    signature = hmac.new(livekit.secret.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_encoded(signature)}"


def _part(claims: Mapping[str, object]) -> str:
    return _encoded(json.dumps(claims, separators=(",", ":")).encode())


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
