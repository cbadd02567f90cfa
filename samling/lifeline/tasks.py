"""Once a week, in the head's own name, as far as she may read then."""

from samling.kernel.words import _
from samling.people.models import Capacity
from samling.work.entrusting import entrust
from samling.work.kinds import Job, entrusted

from . import sheet
from .models import SheetKey
from .rules import TASK, WEEK


@entrusted(TASK, _("Make the week's emergency sheet"), errand="make an emergency sheet")
def make(job: Job) -> None:
    """A new sheet for the key in use, and the same again in a week."""
    key = SheetKey.mine(job.by)
    if key is None or key.pk != job.record_id:
        return
    by = Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=job.by)
    sheet.make(key, by, job.at)
    entrust(TASK, key.pk, by=job.by, at=job.at + WEEK)
