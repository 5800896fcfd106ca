"""How big the layer is that a Lambda has to load."""

from pathlib import Path

from local.build import BUILT, build


def measure() -> dict[str, object]:
    """Unzipped, as Lambda counts it."""
    build()
    folder: Path = BUILT / "CoreLayer"
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return {"unzipped_mb": round(size / 1_000_000, 1), "budget": 35}
