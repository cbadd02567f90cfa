"""The log: append-only, ids and times only, sealed in batches. Read and written through guard functions."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Look(models.Model):
    """Someone opened a child, saw a list, searched or switched capacity (HSLF-FS 2016:40 4:9).

    `walls` are what an opening opens for 15 minutes; `shown` the ids a list or search showed.
    `position` and `tx` order the rows for sealing and are visible to nobody else.
    """

    policy = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField()
    kind = models.CharField(max_length=10)
    errand = models.CharField(max_length=60)
    person_id = models.UUIDField()
    capacity_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    walls = ArrayField(models.IntegerField(), default=list)
    assignment_id = models.UUIDField(null=True)
    ground_ids = ArrayField(models.UUIDField(), default=list)
    shown = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["capacity_id", "at"]), models.Index(fields=["subject_id", "at"])]


class Seal(models.Model):
    """The running digest over all looks up to a point; heads also go to a second place."""

    policy = "closed"

    number = models.BigIntegerField(primary_key=True)
    upto_tx = models.BigIntegerField()
    upto_position = models.BigIntegerField()
    looks = models.IntegerField()
    head = models.BinaryField()
    at = models.DateTimeField()


class SecurityEvent(models.Model):
    """A refused try, kept apart from the family's log: who knocked at which errand, and on what id."""

    policy = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    errand = models.CharField(max_length=60)
    person_id = models.UUIDField(null=True)
    capacity_id = models.UUIDField(null=True)
    record_id = models.UUIDField(null=True)
