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
    scratch.mkdir(mode=0o700, parents=True)
    os.environ.update(
        {
            "GATEWAY_PORT": str(port),
            "MINISTACK_REGION": REGION,
            "PERSIST_STATE": "1",
            "STATE_DIR": str(state / "emulator"),
            "S3_PERSIST": "0",
            "TMPDIR": str(scratch),
            "LAMBDA_ACCOUNT_CONCURRENCY": "1000",
            "LAMBDA_WARM_TTL_SECONDS": "60",
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "LOG_LEVEL": os.environ.get("EMULATOR_LOG_LEVEL", "INFO"),
        }
    )
    return scratch


async def serve(port: int, state: Path, *, mended: bool) -> bool:
    """Serve until told to stop; return whether the state was saved on the way out."""
    from hypercorn.asyncio import serve as hypercorn_serve
    from hypercorn.config import Config
    from ministack.app import app

    from local import mends
    from local.front_door import FrontDoor
    from local.saving import Keeper

    logging.getLogger("persistence").setLevel(logging.WARNING)
    keeper = Keeper(state / "emulator") if mended else None
    if keeper:
        mends.apply()
        keeper.install()
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
        if keeper:
            await asyncio.to_thread(keeper.stop)

    await hypercorn_serve(FrontDoor(app, keeper), config, shutdown_trigger=told_to_stop)
    return not (keeper and keeper.failed)


def stop_with_parent(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Stop when standard input ends: whoever started the emulator is gone, even if it was killed."""
    while os.read(0, 1024):
        pass
    loop.call_soon_threadsafe(stop.set)


def main(port: int, state: Path, options: list[str]) -> int:
    """Run the emulator; `--unmended` leaves it as it was released, for the tests of the mends. 1 if the end was not saved."""
    os.umask(0o077)
    scratch = configure(port, state)
    saved = asyncio.run(serve(port, state, mended="--unmended" not in options))
    shutil.rmtree(scratch, ignore_errors=True)
    return 0 if saved else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2]).resolve(), sys.argv[3:]))
