"""The shape of every record about a child: which wall it stands behind, who wrote it, who in the family may read."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samling.kernel.categories import SHARED_BRANCH, Category, branch_of, category_of
from samling.people.models.children import ScopedManager
from samling.records.shape import Record, paired
from samling.ui.parts import Words


@dataclass(frozen=True)
class Closed:
    """How a kind of record is closed when it was written about the wrong child.

    By itself, under a `name` that people know it by, told from its like `by` the fields that its title rests on; or
    with the record that its field `within` points at, by a key of its own table or of any; or not here, and `because`
    says how else.
    """

    name: str | Promise = ""
    within: str = ""
    because: str = ""
    by: tuple[str, ...] = ()


class Walled(Record):
    """The head of a protected record: no free text, so that lists work without opening it.

    `for_guardians` and `for_child` are per entry (OSL 12:3); `only_for` narrows to one capacity;
    `about_person` names a third person whose own consent sharing needs; a withdrawn record
    (wrong child, or taken back) is readable only to its writer.
    """

    policy = "head"
    noun: ClassVar[Words] = ""  # what a record without a title is called in a list
    wrong_child: ClassVar[Closed]
    may_change = True  # the pages hold an update right on some columns, so a row can be locked

    class ForGuardians(models.TextChoices):
        YES = "yes", _("guardians may read")
        NO = "no", _("not for guardians")
        CHILD_DECIDES = "child_decides", _("the child decides")

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    wall = models.IntegerField()
    written_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    for_guardians = models.CharField(max_length=14, choices=ForGuardians, default=ForGuardians.YES)
    for_guardians_because = models.CharField(max_length=40, blank=True)
    for_child = models.BooleanField(default=False)
    only_for = models.ForeignKey("people.Capacity", models.PROTECT, null=True, blank=True, related_name="+")
    about_person = models.UUIDField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("people.Capacity", models.PROTECT, null=True, blank=True, related_name="+")

    objects = ScopedManager()

    class Meta:
        abstract = True
        constraints = [paired("withdrawn_at", "withdrawn_by")]
        indexes = [models.Index(fields=["subject", "written_at"])]

    @property
    def category(self) -> Category:
        """What sort of information this is."""
        return category_of(self.wall)

    @property
    def branch_number(self) -> int:
        """The compartment that holds it; 0 is the shared space."""
        return branch_of(self.wall)

    @property
    def is_shared(self) -> bool:
        """Whether it stands in the shared space of a journey."""
        return self.branch_number == SHARED_BRANCH


class WalledBody(models.Model):
    """The text of a protected record: readable where the head is, after a committed look.

    Subclasses add `head`, a one-to-one primary key, and their text fields.
    """

    policy = "body"

    subject = models.ForeignKey("people.Subject", models.PROTECT, related_name="+")
    wall = models.IntegerField()

    objects = ScopedManager()

    class Meta:
        abstract = True
