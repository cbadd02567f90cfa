"""The outbox: a row per message, a row per try, and what is still to be done. No address is kept anywhere in it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import models

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.records.shape import Record, paired


class Message(Walled):
    """A notice to one guardian that there is a letter. Whether and how it goes is judged when it goes."""

    wrong_child = Closed(within="letter")

    may_change = False

    letter = models.ForeignKey("letters.Letter", models.PROTECT, related_name="messages")
    template = models.CharField(max_length=20)
    leaves_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")

    class Meta(Walled.Meta):
        constraints = [*Walled.Meta.constraints, paired("undone_at", "undone_by")]

    @classmethod
    def queue(cls, letter: Any, template: str, leaves: dt.datetime, about: Mapping[str, Any]) -> "Message":
        """Put a message in the outbox, in the caller's transaction."""
        message = cls(letter=letter, template=template, leaves_at=leaves, **about)
        message.save(force_insert=True)
        Queued(message=message, next_at=leaves).save(force_insert=True)
        return message

    def undo(self) -> None:
        """It does not go after all. Raises Refused when it has."""
        guard.call("undo_message", self.pk)


class Queued(models.Model):
    """When a message is next to be tried; nothing when all is done. Nobody but the sender's functions reads it."""

    policy = "plain"

    message = models.OneToOneField(Message, models.PROTECT, primary_key=True, related_name="queued")
    next_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "queued"
        indexes = [models.Index(fields=["next_at"], name="queued_next", condition=models.Q(next_at__isnull=False))]


class Attempt(Record):
    """One try to send a message: claimed before it is made, so that no other makes it too."""

    policy = "plain"

    message = models.ForeignKey(Message, models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=12)
    claimed_at = models.DateTimeField()
    handing_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    provider_id = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "number"], name="attempt_one_per_number"),
            models.UniqueConstraint(
                fields=["message"], name="attempt_one_at_a_time", condition=models.Q(ended_at=None)
            ),
        ]
