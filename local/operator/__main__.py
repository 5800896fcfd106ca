"""`python -m local.operator [--port N] [--now 2025-02-25T12:00:00+05:30] [--api-key KEY]`: serves until stopped.

With `--country IN --country US` it is an operator for each, with books and a port of its own.
"""

import argparse
import contextlib
import signal
import sys
import threading
from datetime import UTC, datetime

from local.operator import SandboxOperator
from local.operator.beginning import CURRENCIES


def main() -> None:
    """Without --now the sandbox lives in the real time, as the turns of the embedded stack do."""
    parser = argparse.ArgumentParser(prog="python -m local.operator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 finds a free one")
    parser.add_argument("--now", type=datetime.fromisoformat, help="stands still at this moment until advanced")
    parser.add_argument("--api-key", help="refuse whoever does not send it as X-API-Key")
    parser.add_argument("--country", action="append", choices=CURRENCIES, help="only its customers; may be given again")
    options = parser.parse_args()
    now = options.now.replace(tzinfo=options.now.tzinfo or UTC) if options.now else None
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    try:
        with contextlib.ExitStack() as served:
            urls = []
            for at, country in enumerate(options.country or (None,)):
                operator = SandboxOperator(now, options.api_key, country).serve(options.port if at == 0 else 0)
                urls.append(f"operator{f'.{country}' if country else ''}={served.enter_context(operator).url}")
            sys.stdout.write(f"READY {' '.join(urls)}\n")
            sys.stdout.flush()
            stopped.wait()
    except OSError as exc:
        sys.exit(f"The sandbox operator cannot use port {options.port}: {exc.strerror}. Choose another with --port.")


if __name__ == "__main__":
    main()
