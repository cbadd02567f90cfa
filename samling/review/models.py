"""A search in the log is itself on record, with its reason."""

from django.db import models

from samling.records.shape import Record


class LogSearch(Record):
    """Somebody searched the log: for what reason, by what, and how much it showed. Made by the guard alone."""

    policy = "plain"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    because = models.CharField(max_length=200)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    record_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=12, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    found = models.PositiveIntegerField()
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "log searches"
        indexes = [models.Index(fields=["organisation", "written_at"])]
