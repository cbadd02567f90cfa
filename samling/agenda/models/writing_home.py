"""The guardian's letter, drafted by the tap that ends the meeting and sent by whoever tells the home."""

import datetime as dt
from uuid import uuid5

from django.utils.translation import gettext

from samling.kernel.words import _
from samling.letters.models import Letter
from samling.people.models import Capacity

from ..rules import Kind
from .decisions import TeamDecision

KIND = "team_decision"
# What the home reads first: plain words, and never the meeting's own.
WORDS = {
    Kind.TRY: _("We will try something new. We ask you soon how it goes."),
    Kind.SUPPORT: _("We will find out if more help is needed at school. You take part in that."),
    Kind.ABSENCE: _("We will find out together what makes it hard to come to school."),
    Kind.REFER: _("We think that one more team can help. First we ask you for a yes."),
    Kind.CLOSE: _("We see no need for more help right now. You can always ring us."),
}


def draft(decision: TeamDecision, *, by: Capacity, at: dt.datetime) -> list[Letter]:
    """A letter to each guardian who may be written to; with the one who tells the home. Done twice it is one."""
    child, teller = decision.item.child, decision.teller
    if child is None or teller is None:
        return []
    words = {"what": gettext(WORDS[Kind(decision.kind)]), "next_on": decision.due_on, "who": str(teller.person),
             "phone": teller.phone or None}  # fmt: skip
    return [
        Letter.draft(child, guardian, kind=KIND, words=words, by=by, at=at, sender=teller.pk,
                     pk=uuid5(decision.pk, str(guardian.pk)))
        for guardian in Letter.recipients(child, at)
        if Letter.may_draft(child, guardian, KIND, at)
    ]
