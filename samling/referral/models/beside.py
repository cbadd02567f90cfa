"""What stands beside a referral, as far as its reader may read: the checklist, the absence, the school's child row."""

from typing import NamedTuple
from uuid import UUID

from django.utils.text import Truncator

from samling.access import looks
from samling.attendance.models import AbsenceInquiry
from samling.checklist.models import Checklist
from samling.people.models import Child

from ..rules import State
from .asked import Referral
from .decisions import host


def asked_of_team(child: UUID, *, most: int) -> str:
    """What the school has asked the team about a child, opened on record; empty when it asks nothing now."""
    referral = Referral.about(child)
    if referral is None or referral.state in (State.DECLINED, State.ENDED):
        return ""
    looks.look(referral.subject_id, [referral.wall], "read a referral")
    return Truncator(referral.body.question).chars(most) if hasattr(referral, "body") else ""


class Beside(NamedTuple):
    """References, never copies."""

    told: UUID | None  # the school's child row, where one has been told who she is
    reads_checklist: bool
    absence: AbsenceInquiry | None

    @classmethod
    def of(cls, referral: Referral) -> "Beside":
        """Read through one's own walls."""
        child = host(referral)
        reads = referral.checklist_id and Checklist.objects.filter(pk=referral.checklist_id).exists()
        inquiries = AbsenceInquiry.about(child) if child and referral.lives_elsewhere else []
        told = Child.objects.filter(pk=child).values_list("pk", flat=True).first() if child else None
        return cls(told, bool(reads), next((one for one in inquiries if one.is_open), None))
