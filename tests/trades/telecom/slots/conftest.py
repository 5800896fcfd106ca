"""What a slot hears, as in the tests of the engine's own slots."""

from tests.speech.conftest import hear

__all__ = ["hear"]
