"""What in a child's story tells of support: every chapter that gives support says so of its own."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet


class Given(NamedTuple):
    """The events that tell of a chapter's support, and the question for the notes about these subjects that do."""

    events: tuple[str, ...]
    notes: Callable[[list[UUID]], QuerySet]


SUPPORT: list[Given] = []
