"""What stands beside a referral, as far as its reader may read: the checklist, the absence, the school's child row."""

from typing import NamedTuple
from uuid import UUID

from samling.attendance.models import AbsenceInquiry
from samling.checklist.models import Checklist

from .asked import Referral
from .decisions import host


class Beside(NamedTuple):
    """References, never copies."""

    host: UUID | None
    reads_checklist: bool
    absence: AbsenceInquiry | None

    @classmethod
    def of(cls, referral: Referral) -> "Beside":
        """Read through one's own walls."""
        child = host(referral)
        reads = referral.checklist_id and Checklist.objects.filter(pk=referral.checklist_id).exists()
        inquiries = AbsenceInquiry.about(child) if child and referral.lives_elsewhere else []
        return cls(child, bool(reads), next((one for one in inquiries if one.is_open), None))
