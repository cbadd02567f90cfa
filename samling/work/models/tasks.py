"""Tasks that people have asked for, and housekeeping that comes round. Ids, codes and times; never a text."""

from django.db import models

from samling.records.shape import Record

CODE = r"^[a-z][a-z0-9_-]{1,39}$"


class Task(Record):
    """One thing that a person has asked to have done for her, as far as she may do it when it is done.

    `token_hash` is that of the token for the try that runs now; the token itself is kept nowhere.
    """

    policy = "closed"

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    entrusted_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    entrusted_at = models.DateTimeField()
    until_at = models.DateTimeField()
    token_hash = models.CharField(max_length=64, blank=True)
    token_until_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="task_kind_is_a_code", condition=models.Q(kind__regex=CODE)),
            models.CheckConstraint(
                name="task_is_done_or_failed", condition=models.Q(done_at=None) | models.Q(failed_at=None)
            ),
        ]
        indexes = [models.Index(fields=["token_hash"], condition=~models.Q(token_hash=""), name="task_by_token")]


class Progress(models.Model):
    """How far a running task has come: apart from the task, so that it is seen before the task is committed."""

    policy = "closed"

    task = models.OneToOneField(Task, models.PROTECT, primary_key=True, related_name="progress")
    passed = models.IntegerField()
    whole = models.IntegerField()

    class Meta:
        verbose_name_plural = "progress"


class Duty(models.Model):
    """When one piece of housekeeping was last done, and for which time of its schedule."""

    policy = "closed"

    code = models.CharField(primary_key=True, max_length=40)
    slot_at = models.DateTimeField()
    done_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "duties"
