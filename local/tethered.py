"""Runs a module that ends when its standard input does: `python -m local.tethered local.operator --port 0`.

Whoever started it holds the other end, so that a program of the stack never outlives a `make run` that was killed.
"""

import os
import runpy
import sys
import threading


def end_with_parent() -> None:
    """Wait for the end of standard input, then leave at once."""
    while os.read(0, 1024):
        pass
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
