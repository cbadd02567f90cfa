"""The desk's tests count and act as those of the day do."""

from samling.day.tests.conftest import asking, me

__all__ = ["asking", "me"]
