"""Decides what of the installed packages the layer leaves behind: everything no function of ours ever reads.

Lambda unpacks and imports what is here on every cold start, so the layer holds 35 MB at most.
"""

import ast
import shutil
import struct
import sys
from pathlib import Path

SERVICES = {"dynamodb", "events", "ssm", "stepfunctions", "sts"}
"""The AWS services the functions call; a new one is added here, or its client fails with UnknownServiceError."""

SHARED_DATA = {"_retry.json", "endpoints.json", "partitions.json", "sdk-default-configuration.json"}
UNUSED_FOLDERS = {"__pycache__", "bin", "examples", "test", "tests"}
UNUSED_FILES = {".pyi", ".so.debug", ".typed", ".js", ".css"}
UNUSED_UTILITIES = {"auth_alpha", "circuit_breaker", "data_masking", "feature_flags", "kafka", "streaming"}
"""Of Powertools; nothing else in it imports them."""
LAZY = ("aws_lambda_powertools/event_handler", "aws_lambda_powertools/utilities/data_classes")
"""Packages that import all they have, asyncio with it, when one name of them is asked for."""
_LAZILY = '''"""What this package has, imported when it is asked for (`layers/core/trim.py`)."""

from importlib import import_module

_MODULES = {modules!r}


def __getattr__(name):
    if name not in _MODULES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    return getattr(import_module(_MODULES[name], __name__), name)
'''


def trim(root: Path) -> None:
    """Remove from the installed packages under `root` what is never read."""
    keep_only(root / "botocore" / "data", SERVICES | SHARED_DATA)
    keep_only(root / "boto3" / "data", SERVICES)
    for utility in UNUSED_UTILITIES:
        shutil.rmtree(root / "aws_lambda_powertools" / "utilities" / utility, ignore_errors=True)
    for folder in [path for path in root.rglob("*") if path.is_dir() and path.name in UNUSED_FOLDERS]:
        shutil.rmtree(folder, ignore_errors=True)
    for file in [path for path in root.rglob("*") if path.suffix in UNUSED_FILES]:
        file.unlink()
    for package in LAZY:
        init = root / package / "__init__.py"
        init.write_text(lazily(init.read_text()))
    for library in root.rglob("*.so"):
        library.write_bytes(loaded(library.read_bytes()))


def lazily(source: str) -> str:
    """A package's `__init__` that imports names from modules, as one that imports each when somebody asks for it."""
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
    return _LAZILY.format(
        modules={one.name: f"{'.' * node.level}{node.module}" for node in imports for one in node.names}
    )


def loaded(library: bytes) -> bytes:
    """A shared library without what the loader never reads: debugger's notes, at the end of the file (QuickJS: 7 of 8 MB).
    The table of sections points there, so it goes too. Anything but a 64-bit little-endian ELF stays as it is."""
    if library[:6] != b"\x7fELF\x02\x01":
        return library
    (table,), (size, count) = struct.unpack_from("<Q", library, 32), struct.unpack_from("<HH", library, 54)
    ends = [table + size * count]
    for number in range(count):
        _, _, start, _, _, length, _, _ = struct.unpack_from("<IIQQQQQQ", library, table + number * size)
        ends.append(start + length)
    kept = bytearray(library[: max(ends)])
    struct.pack_into("<Q", kept, 40, 0)
    struct.pack_into("<HHH", kept, 58, 0, 0, 0)
    return bytes(kept)


def keep_only(folder: Path, names: set[str]) -> None:
    """Remove all of `folder` but the entries called `names`, packed (`.gz`) or not."""
    for entry in folder.iterdir():
        if entry.name.removesuffix(".gz") in names:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


if __name__ == "__main__":
    trim(Path(sys.argv[1]))
