"""The log of changes: what was appended is read back, whatever happened to the process or the disk."""

import json
import threading
from pathlib import Path

import pytest

from local.changes import ChangeLog, changes_in, drop, segments, write_whole
from local.saving import steady_copy


def numbers(folder: Path) -> list[int]:
    return [change["n"] for change in changes_in(folder)]


def test_changes_are_read_back_in_order_by_the_next_process(tmp_path: Path) -> None:
    for first in (0, 3):
        log = ChangeLog(tmp_path)
        for n in range(first, first + 3):
            log.append({"n": n})
    assert numbers(tmp_path) == [0, 1, 2, 3, 4, 5]
    assert [segment.name for segment in segments(tmp_path)] == ["changes.1", "changes.2"]


def test_a_line_torn_by_a_kill_is_left_out_and_hides_nothing_else(tmp_path: Path) -> None:
    ChangeLog(tmp_path).append({"n": 0})
    with (tmp_path / "changes.1").open("a") as segment:
        segment.write('{"n": 1, "it')
    ChangeLog(tmp_path).append({"n": 2})
    assert numbers(tmp_path) == [0, 2]


def test_a_full_disk_is_an_error_and_what_comes_after_it_is_kept(tmp_path: Path) -> None:
    log = ChangeLog(tmp_path)
    (tmp_path / "changes.1").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        log.append({"n": 0})
    log.append({"n": 1})
    (tmp_path / "changes.1").unlink()
    assert numbers(tmp_path) == [1]


def test_a_save_drops_only_what_was_logged_before_it(tmp_path: Path) -> None:
    log = ChangeLog(tmp_path)
    log.append({"n": 0})
    before = log.rotate()
    log.append({"n": 1})
    drop(before)
    assert numbers(tmp_path) == [1]


def test_changes_that_belong_together_are_written_at_once(tmp_path: Path) -> None:
    log = ChangeLog(tmp_path)
    with log.together():
        log.append({"n": 0})
        log.append({"n": 1})
        assert numbers(tmp_path) == []
    assert numbers(tmp_path) == [0, 1]


def test_everybody_who_waits_at_once_is_on_disk_afterwards(tmp_path: Path) -> None:
    log = ChangeLog(tmp_path)

    def change(n: int) -> None:
        log.append({"n": n})
        log.settle()

    threads = [threading.Thread(target=change, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log.settled()
    assert sorted(numbers(tmp_path)) == list(range(20))


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    write_whole(file, "old")
    with pytest.raises(UnicodeEncodeError):  # as late as can be: the draft is there
        write_whole(file, "new" * 100_000 + "\ud800")
    assert file.read_text() == "old"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_state_is_copied_while_others_write_to_it() -> None:
    state: dict[str, dict[str, list[int]]] = {str(n): {"rows": []} for n in range(2_000)}
    done = threading.Event()

    def write() -> None:
        n = 0
        while not done.is_set():
            state[f"new {n % 5_000}"] = {"rows": [n]}
            state.pop(f"new {(n - 2_500) % 5_000}", None)
            n += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [steady_copy(state) for _ in range(50)]
    finally:
        done.set()
        writer.join()
    assert all(json.dumps(one) and one["0"] == {"rows": []} for one in copies)
