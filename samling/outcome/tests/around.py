"""How tests set a wheel: somebody holds the talk, somebody answers."""

from uuid import UUID, uuid4

from samling.outcome.models import Voices, Wheel, as_said
from samling.outcome.reference import newest, parts
from samling.records.clock import now, today
from samling.views.tests.around import child_of, guardian, me

__all__ = ["child_of", "guardian", "me", "set_wheel"]


def set_wheel(cast, who: str = "petra", speaker: str = "", child: str = "adam", *, at_table: bool = False, step: int = 3,
              on=None, **steps: int) -> UUID:  # fmt: skip
    """Set every part to one step, those named to others (0 is skipped); the school's own voice unless another is said."""
    with cast.acting(who) as acting:
        by, known = me(acting), child_of(cast, child)
        offered = {one.key: one for one in Voices(known, now(), by).speakers}
        said = [steps.get(one.code, step) for one in parts(newest())]
        told = as_said(offered[speaker or f"staff-{by.pk}"], said, on=on or today(), at_table=at_table)
        return Wheel.set(known, told, by=by, at=now(), pk=uuid4()).pk
