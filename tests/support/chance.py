"""How many random examples a test takes."""

from hypothesis import settings


def examples(many: int) -> settings:
    """As many, or as few as the run's own profile takes when it is a quick one."""
    quick = settings.get_current_profile_name() == "quick"
    return settings(deadline=None) if quick else settings(deadline=None, max_examples=many)
