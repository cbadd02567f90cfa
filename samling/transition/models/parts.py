"""What a package says, part by part behind its own wall; and what each at home said when it was shown."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled, WalledBody
from samling.contact.models import place
from samling.kernel.answer import insist
from samling.people.models import Capacity

from .. import rules
from ..reference import BY_CODE, ORDER, PROMPTS, Prompt
from ..rules import Stance
from .packages import Package

CODES = [(one.code, _(one.title)) for one in PROMPTS]
STANCES = [
    (Stance.AGREES.value, _("agrees")),
    (Stance.ADDS.value, _("agrees, and wants something added")),
    (Stance.NO.value, _("does not want it to go along")),
    (Stance.UNREACHED.value, _("could not be reached, or cannot be asked")),
]


class PackagePart(Walled):
    """One part. Written anew it is a new row, and the latest counts; without words the part is taken away."""

    wrong_child = Closed(within="package")

    package = models.ForeignKey(Package, models.PROTECT, related_name="parts")
    code = models.CharField(max_length=12, choices=CODES)

    number = 0

    @property
    def prompt(self) -> Prompt:
        """What was asked."""
        return BY_CODE[self.code]

    @property
    def title(self) -> str:
        """Its heading."""
        return gettext(self.prompt.title)

    @property
    def text(self) -> str:
        """Its words; empty where it was taken away, or where one may not read them."""
        body = getattr(self, "body", None)
        return body.text if body else ""

    @property
    def place(self) -> int:
        """Where it stands among the parts."""
        return ORDER[self.code]

    @classmethod
    def latest(cls, package: Package, code: str) -> "PackagePart | None":
        """A part as it stands, with its words; `number` counts how many times it has been written."""
        rows = list(cls.objects.filter(package=package, code=code, withdrawn_at=None).select_related("body", "written_by__person")
                    .order_by("written_at"))  # fmt: skip
        if rows:
            rows[-1].number = len(rows)
        return rows[-1] if rows else None

    @classmethod
    @transaction.atomic
    def write(cls, package: Package, code: str, text: str, *, by: Capacity, at: dt.datetime, pk: UUID) -> None:
        """Write a part, or take it away by writing nothing. Raises Refused."""
        insist(package.may_write())
        behind = place(package.subject_id, BY_CODE[code].category)
        insist(rules.may_write(writes=bool(behind), state=package.state))
        if cls.objects.filter(pk=pk).exists():
            return
        made = cls(pk=pk, package=package, code=code, subject_id=package.subject_id, wall=behind, written_by=by, written_at=at)
        made.save(force_insert=True)
        PackagePartBody(head=made, subject_id=made.subject_id, wall=behind, text=text.strip()).save(force_insert=True)


class PackagePartBody(WalledBody):
    """The words of a part."""

    head = models.OneToOneField(PackagePart, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "package part bodies"

    @property
    def said(self) -> dict[str, str]:
        """The words by the name of their field, to be put beside another's."""
        return {"text": self.text}


class PackageSeen(Walled):
    """A guardian, or the child, has seen the package: how, and what was said. A no weighs the same."""

    noun = _("what the family said of a transition package")
    wrong_child = Closed(within="package")

    class How(models.TextChoices):
        SPOKEN = "spoken", _("read together")
        PAPER = "paper", _("on paper")
        PHONE = "phone", _("on the phone")

    package = models.ForeignKey(Package, models.PROTECT, related_name="seen")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=160)
    how = models.CharField(max_length=6, choices=How)
    stance = models.CharField(max_length=9, choices=STANCES)
    seen_on = models.DateField()

    @classmethod
    @transaction.atomic
    def note(cls, package: Package, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> None:
        """What somebody said, once; said anew it counts instead. `told`: guardian, who, how, stance, seen_on, words. Raises Refused."""
        insist(package.may_write())
        if cls.objects.filter(pk=pk).exists():
            return
        facts = {name: told[name] for name in ("guardian", "who", "how", "stance", "seen_on")}
        made = cls(pk=pk, package=package, subject_id=package.subject_id, wall=package.wall, written_by=by, written_at=at, **facts)
        made.save(force_insert=True)
        PackageSeenBody(head=made, subject_id=made.subject_id, wall=made.wall, words=told.get("words", "")).save(force_insert=True)
        package.tell(rules.SHOWN, by=by, at=at)


class PackageSeenBody(WalledBody):
    """What was said, in their own words."""

    head = models.OneToOneField(PackageSeen, models.PROTECT, primary_key=True, related_name="body")
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "package seen bodies"
