"""`make run`: starts the embedded stack, says how to reach it, and talks or waits until it is told to stop."""

import os
import signal
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

from local.build import BuildFailed
from local.chat import chat
from local.processes import EmulatorFailed, PortInUse, say
from local.stack import ROOT, Stack, StackFailed

ORGANISATION = "acme-in"
DEFAULT_PORT = 4600
GEMINI_KEY = "/frontline/local/gemini-api-key"


def main() -> int:
    """Run until Ctrl-C, SIGTERM or the end of the chat; return the exit status."""
    signal.signal(signal.SIGTERM, interrupt)
    port = os.environ.get("PORT", "")
    if port and not (port.isdigit() and int(port) < 65536):
        return complain(f"PORT={port} is not a port.", "Name one below 65536:  make run PORT=4700")
    operator = os.environ.get("OPERATOR_URL", "")
    if operator and not answers(operator):
        return complain(
            f"Nothing answers at OPERATOR_URL={operator}.",
            "Give the base URL of TM Forum APIs, like http://127.0.0.1:4610 (what `make operator` starts), or leave it out.",
        )
    try:
        with the_stack(int(port or DEFAULT_PORT)) as stack:
            announce(stack)
            serve(stack)
            say("\nStopping; tickets are kept ...")
    except PortInUse as error:
        return complain(str(error), "Stop that, or use another port:  make run PORT=4700")
    except (BuildFailed, EmulatorFailed, StackFailed) as error:
        return complain(str(error), "When the cause is mended, run the same command again; it takes up where it was.")
    except KeyboardInterrupt:
        say("\nStopped before it was up. Run the same command again; it takes up where it was.")
        return 130
    say("Stopped.")
    return 0


def answers(url: str) -> bool:
    """Whether something speaks HTTP there, whatever it says."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except (OSError, ValueError):
        return False
    return True


def the_stack(port: int) -> Stack:
    """The stack as the environment variables ask for it: `make run OLLAMA_URL=http://127.0.0.1:11434`."""
    asked = os.environ.get
    known = {"OLLAMA_URL": "OllamaUrl", "GEMINI_MODEL": "GeminiModel", "SESSION_MINUTES": "SessionMinutes"}
    parameters = {parameter: os.environ[name] for name, parameter in known.items() if asked(name)}
    secrets = {}
    if key := asked("GEMINI_API_KEY"):
        secrets[GEMINI_KEY] = key
        parameters["GeminiApiKeyParameter"] = GEMINI_KEY
    return Stack(port, Path(asked("STATE") or ROOT / ".frontline"), asked("OPERATOR_URL"), parameters, secrets)


def announce(stack: Stack) -> None:
    """Print how to reach the stack; the last line is for scripts."""
    key = stack.keys[ORGANISATION]
    say(f"""
Frontline runs at {stack.endpoint}, its operator at {stack.operator_url}
({", ".join(f"{name}'s own at {url}" for name, url in stack.operators.items())})
Logs and tickets: {stack.state_dir}

  curl -s {stack.endpoint}/v1/turns -H 'x-api-key: {key}' -H 'content-type: application/json' \\
    -d '{{"message": "My internet is very slow in the evening"}}'
""")
    keys = " ".join(f"key.{organisation}={key}" for organisation, key in stack.keys.items())
    say(f"READY endpoint={stack.endpoint} {keys}")


def serve(stack: Stack) -> None:
    """Chat when a person is at the terminal, else wait; Ctrl-C, SIGTERM and the end of a program of the stack end both."""
    ended: list[str] = []
    threading.Thread(target=watch, args=(stack, ended), daemon=True).start()
    try:
        if sys.stdin.isatty():
            chat(stack.endpoint, stack.keys[ORGANISATION])
        else:
            threading.Event().wait()
    except KeyboardInterrupt:
        if ended:
            raise StackFailed(ended[0]) from None
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)


def watch(stack: Stack, ended: list[str]) -> None:
    """Note what ended by itself, then end whatever the main thread is doing."""
    ended.append(stack.wait())
    os.kill(os.getpid(), signal.SIGTERM)


def interrupt(*_: object) -> None:
    """Treat SIGTERM like Ctrl-C."""
    raise KeyboardInterrupt


def complain(problem: str, way_on: str) -> int:
    """Say what is wrong and what to do about it."""
    sys.stderr.write(f"\n{problem}\n{way_on}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
