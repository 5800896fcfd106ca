"""Runs the AWS emulator, mended, on one port of 127.0.0.1, until SIGTERM, SIGINT or the end of its standard input.

Run with the emulator's own interpreter: `python -m local.emulator PORT STATE_FOLDER`.
"""

import asyncio
import logging
import os
import shutil
import signal
import sys
import threading
from pathlib import Path

from local.aws import REGION


def configure(port: int, state: Path) -> Path:
    """Set what the emulator reads from the environment when it is imported; return its scratch folder."""
    scratch = state / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    os.environ.update(
        {
            "GATEWAY_PORT": str(port),
            "MINISTACK_REGION": REGION,
            "PERSIST_STATE": "1",
            "STATE_DIR": str(state / "emulator"),
            "S3_PERSIST": "0",
            "TMPDIR": str(scratch),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "LOG_LEVEL": os.environ.get("EMULATOR_LOG_LEVEL", "INFO"),
        }
    )
    return scratch


async def serve(port: int, *, mended: bool) -> None:
    """Serve until told to stop; the emulator saves its state on the way out."""
    from hypercorn.asyncio import serve as hypercorn_serve
    from hypercorn.config import Config
    from ministack.app import app

    from local import mends
    from local.front_door import FrontDoor
    from local.saving import STOPPING, keep_saving

    logging.getLogger("persistence").setLevel(logging.WARNING)
    if mended:
        mends.apply()
    saving = threading.Thread(target=keep_saving, daemon=True)
    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 5
    config.loglevel = "WARNING"
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    threading.Thread(target=stop_with_parent, args=(loop, stop), daemon=True).start()

    async def told_to_stop() -> None:
        await stop.wait()
        STOPPING.set()
        if saving.ident is not None:
            await asyncio.to_thread(saving.join)

    await hypercorn_serve(
        FrontDoor(app, saving.start if mended else lambda: None), config, shutdown_trigger=told_to_stop
    )


def stop_with_parent(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Stop when standard input ends: whoever started the emulator is gone, even if it was killed."""
    while os.read(0, 1024):
        pass
    loop.call_soon_threadsafe(stop.set)


def main(port: int, state: Path, options: list[str]) -> None:
    """Run the emulator; `--unmended` leaves it as it was released, for the tests of the mends."""
    scratch = configure(port, state)
    asyncio.run(serve(port, mended="--unmended" not in options))
    shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]).resolve(), sys.argv[3:])
