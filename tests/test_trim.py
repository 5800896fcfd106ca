"""What the layer leaves behind is never missed."""

import subprocess
import sys
from pathlib import Path

import _quickjs
import pytest

from trim import lazily, loaded

LIBRARY = Path(_quickjs.__file__ or "")


def test_a_library_without_its_debugging_notes_still_works(tmp_path: Path) -> None:
    trimmed = tmp_path / LIBRARY.name
    whole = LIBRARY.read_bytes()
    trimmed.write_bytes(loaded(whole))
    assert (trimmed.stat().st_size < len(whole) / 2) == whole.startswith(b"\x7fELF")
    code = "import _quickjs; print(_quickjs.__file__, _quickjs.Context().eval('[1, 2].map(x => x / 2).join()'))"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == [str(trimmed), "0.5,1"]


def test_a_library_is_trimmed_once() -> None:
    once = loaded(LIBRARY.read_bytes())
    assert loaded(once) == once


@pytest.mark.parametrize("library", [b"", b"\xcf\xfa\xed\xfe and so on", b"MZ", b"\x7fELF\x01\x01"])
def test_what_is_no_such_library_stays_as_it_is(library: bytes) -> None:
    assert loaded(library) == library


def test_a_package_that_imports_all_it_has_imports_what_is_asked_for(tmp_path: Path) -> None:
    package = tmp_path / "shop"
    package.mkdir()
    (package / "__init__.py").write_text(lazily("from .bread import Bread\nfrom shop.cake import (\n    Cake,\n)\n"))
    (package / "bread.py").write_text("class Bread: ...")
    (package / "cake.py").write_text("class Cake: ...")
    program = """
import sys
from shop import Bread, bread
print(Bread.__name__, 'shop.cake' in sys.modules)
import shop
print(shop.Cake.__name__, shop.Pie)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert ran.stdout.split() == ["Bread", "False"]
    assert ran.stderr.splitlines()[-1] == "AttributeError: module 'shop' has no attribute 'Pie'"
