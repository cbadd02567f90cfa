"""A package begun from the one before: what came with the child, or went with her the last time, is not written twice."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from samling.contact.models import place
from samling.people.models import Capacity, Child

from ..rules import State
from .packages import Package, packages_of
from .parts import PackagePart


@transaction.atomic
def begun(child: Child, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> tuple[Package, Package | None]:
    """Begin one, once, with the words of the latest before it, as far as one reads and writes them. Raises Refused."""
    made = Package.prepare(child, told, by=by, at=at, pk=pk)
    before = next((one for one in packages_of(child.pk) if one.pk != pk and one.state is not State.PREPARED), None)
    words = [one for one in before.told() if place(child.pk, one.prompt.category)] if before else []
    for one in words:
        PackagePart.write(made, one.code, one.text, by=by, at=at, pk=uuid5(pk, one.code))
    return made, before if words else None
