"""The log of what changed in the emulator since its state was last saved: written before a change is answered, so that
what a client was told is there after a kill.

A log is a row of segments, `changes.1`, `changes.2`, ... of JSON lines. A save begins a new segment and, once it is on
disk, drops those before it. Only the last line of a segment can be torn, and a torn line was never answered.
"""

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PRIVATE = 0o600


class ChangeLog:
    """Changes in the order in which they are appended. `lock` is held by who appends a change and then makes it."""

    def __init__(self, folder: Path) -> None:
        self.lock = threading.RLock()
        self.size = 0
        self._folder = folder
        self._file: int | None = None
        self._number = max((number_of(segment) for segment in segments(folder)), default=0)
        self._appended = self._synced = 0
        self._syncing = threading.Lock()
        self._held: list[bytes] | None = None

    def append(self, change: Json, default: Callable[[Any], Any] | None = None) -> None:
        """Give a change to the operating system, where it survives us. OSError: it was not kept, and must not be made."""
        with self.lock:
            line = json.dumps(change, default=default).encode() + b"\n"
            if self._held is None:
                self._write(line)
            else:
                self._held.append(line)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """What is appended meanwhile is kept whole or not at all, as far as one write is."""
        with self.lock:
            held: list[bytes] = []
            self._held = held
            try:
                yield
            finally:
                self._held = None
                if held:
                    self._write(b"".join(held))

    def settled(self) -> bool:
        """Whether every change is on the disk."""
        return self._synced == self._appended

    def settle(self) -> None:
        """Return when every change made so far is on the disk; who waits at the same time is served by one sync."""
        wanted = self._appended
        with self._syncing:
            if self._synced >= wanted:
                return
            with self.lock:
                reached, file = self._appended, os.dup(self._file) if self._file is not None else None
            if file is not None:
                try:
                    os.fsync(file)
                finally:
                    os.close(file)
            self._synced = max(reached, self._synced)

    def rotate(self) -> list[Path]:
        """Begin a new segment; return all those whose changes have been made by now."""
        with self.lock:
            if self._file is not None:
                os.fsync(self._file)
            self._synced = self._appended
            self._close()
            return segments(self._folder)

    def _write(self, lines: bytes) -> None:
        """A write that failed may have torn a line, so the next one goes to a segment of its own."""
        if self._file is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._number += 1
            name = self._folder / f"changes.{self._number}"
            self._file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
            sync_folder(self._folder)
        try:
            write_all(self._file, lines)
        except OSError:
            self._close()
            raise
        self._appended += 1
        self.size += len(lines)

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self.size = 0


def write_all(file: int, content: bytes) -> None:
    """Write it, in as many pieces as the system takes."""
    while content:
        content = content[os.write(file, content) :]


def segments(folder: Path) -> list[Path]:
    """The segments in a folder, oldest first."""
    return sorted(folder.glob("changes.*"), key=number_of)


def number_of(segment: Path) -> int:
    """Its place in the log."""
    return int(segment.suffix[1:])


def changes_in(folder: Path, hook: Callable[[Json], Any] | None = None) -> Iterator[Json]:
    """Every change in a folder's log, oldest first. `hook` is json's `object_hook`, as `default` is of `append`."""
    for segment in segments(folder):
        for line in segment.read_bytes().splitlines(keepends=True):
            with contextlib.suppress(ValueError):
                yield json.loads(line, object_hook=hook)


def drop(these: Iterable[Path]) -> None:
    """Delete segments whose changes are saved."""
    for segment in these:
        segment.unlink(missing_ok=True)


def write_whole(file: Path, text: str) -> None:
    """Put a text where a file is: all of it or, after whatever happens, what was there. On disk when this returns."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(descriptor)
    draft.replace(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """A new name is on disk when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
