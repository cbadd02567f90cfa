"""One person is asked once: what, how, and until when it is open. The guard holds the budget."""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.models import Closed, Walled
from samling.instruments.reading import current, find
from samling.instruments.shape import Package, Time, Voice
from samling.journey.telling import tell
from samling.kernel.answer import Answer, insist
from samling.kernel.categories import branch_of, category_of, wall
from samling.people.models import Capacity, Child
from samling.records.question import Question
from samling.records.shape import Record

from .. import rules
from ..reference import VOICES, WAYS, choices
from .rounds import Round, day, of_child


class Ask(Walled):
    """A question put to one person. Made by the guard alone, which knows what else that person has been asked here.

    `person_id`: the guardian's or capacity's key, or one made from a name; none for the child.
    """

    wrong_child = Closed(_("Questions to somebody"), by=("person_name",))

    round = models.ForeignKey(Round, models.PROTECT, related_name="asks")
    voice = models.CharField(max_length=6, choices=choices(VOICES))
    person_id = models.UUIDField(null=True)
    person_name = models.CharField(max_length=80)
    how = models.CharField(max_length=5, choices=choices(WAYS))
    package = models.CharField(max_length=20)
    version = models.CharField(max_length=8)
    young = models.BooleanField(default=False)
    seconds = models.PositiveSmallIntegerField()
    helps = ArrayField(models.UUIDField(), default=list)
    until_on = models.DateField()

    class Meta(Walled.Meta):
        indexes = [*Walled.Meta.indexes, models.Index(fields=["round"])]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def known(cls, keys: Iterable[UUID | None]) -> "dict[UUID, Ask]":
        """Those of these that one may read, by key."""
        wanted = [key for key in keys if key]
        return {one.pk: one for one in cls.objects.filter(pk__in=wanted).select_related("round")} if wanted else {}

    @classmethod
    def may_put(cls, child: Child, person: "Person", sheet: "Sheet", how: str, *, access: dict[int, bool], today: dt.date) -> Answer:
        """Whether this person may be asked this now, and why. `access`: what one reads around the child, and where one writes."""
        left = budgets(child, today).get(person.key, rules.Budget(None, today))
        writes = person.voice in voices_written(child, access)
        return rules.may_ask(writes=writes, left=left, seconds=sheet.seconds, how=how, today=today)

    @classmethod
    @transaction.atomic
    def put(
        cls, child: Child, round: Round, person: "Person", how: str, *, helps: Sequence[UUID] = (), package: str = "",
        access: dict[int, bool] | None = None, by: Capacity, at: dt.datetime, pk: UUID,
    ) -> "Ask":
        """Ask one person, once; the light check that falls due is asked on the same sheet. Raises Refused.

        `access`: where one writes, where that is known; the guard judges it again.
        """
        guard.lock_child(child.pk)
        if earlier := cls.objects.filter(pk=pk).first():
            return earlier
        sheet = Sheet.of(Time(round.time), person.voice, young=person.young, helps=helps, package=package)
        mine = guard.my_access(child.pk) if access is None else access
        insist(cls.may_put(child, person, sheet, how, access=mine, today=day(at)))
        told = {"voice": person.voice, "person": str(person.id) if person.id else None, "name": person.name[:80], "how": how,
                "package": sheet.package.code, "version": sheet.package.version, "young": person.young,
                "seconds": max(sheet.seconds, 1), "helps": [str(one) for one in sheet.helps]}  # fmt: skip
        guard.call("ask_person", pk, round.pk, child.pk, own_wall(child, person.voice, mine), json.dumps(told))
        made = cls.objects.select_related("round").get(pk=pk)
        made.tell(rules.EVENTS["asked"], by=by, at=at)
        asks = how != rules.How.SCORE
        due = [one for one in of_child(child) if asks and one.pk != round.pk and not one.done_at and one.due_on <= day(at)]
        for other in due:
            if rules.is_merged(Time(round.time), Time(other.time)):
                other.finish(by=by, at=at)
        return made

    @cached_property
    def sheet(self) -> "Sheet":
        """What is asked, in the version that was asked."""
        package = find(self.package, self.version)
        return Sheet(package, Time(self.round.time), Voice(self.voice), self.young, tuple(self.helps))

    @cached_property
    def reply(self) -> Any | None:
        """The answer that stands, of whatever kind."""
        return next((one for one in self.replies.all() if not one.withdrawn_at), None)

    @property
    def may_answer(self) -> Answer:
        """Whether I may note what was answered, and why."""
        writes = guard.my_access(self.subject_id).get(self.wall, False)
        return rules.may_answer(writes=writes, has_answer=self.reply is not None)

    @property
    def asked(self) -> rules.Asked:
        """As the budget sees it."""
        return rules.Asked(day(self.written_at), self.until_on, self.how, self.reply is not None)

    def is_open(self, today: dt.date) -> bool:
        """Whether an answer is still waited for."""
        return self.reply is None and today <= self.until_on

    @property
    def code(self) -> str:
        """What stands on the paper instead of a name."""
        return f"{self.pk.hex[:4]}-{self.pk.hex[4:8]}".upper()

    def tell(self, kind: str, *, by: Capacity, at: dt.datetime) -> None:
        """An event behind the wall of the one who asked."""
        tell(self.subject_id, self.wall, kind, by=by.pk, at=at, record=self.pk, for_guardians="no")

    @property
    def title(self) -> str:
        """Whom, and at which time where the round was read along: whoever is told of it may not read the round."""
        if not Ask.round.is_cached(self):
            return gettext("Questions to %(who)s") % {"who": self.person_name}
        return gettext("%(who)s: %(time)s") % {"who": self.person_name, "time": self.round.title}

    @cached_property
    def known_round(self) -> Round | None:
        """The round, for those who may read it: it can stand in a space that whoever is told is not in."""
        return self.round if Ask.round.is_cached(self) else Round.objects.filter(pk=self.round_id).first()

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("followup:ask", args=[self.pk])


class AskLink(Record):
    """A link that shows one sheet of questions, works once and ends by itself; kept by its digest alone."""

    policy = "closed"

    ask = models.ForeignKey(Ask, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey("people.Capacity", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ask"])]


class Person(NamedTuple):
    """Somebody who can be asked. `key` is what a form sends; the child has no id."""

    key: str
    voice: Voice
    name: str
    id: UUID | None = None
    young: bool = False


class Sheet(NamedTuple):
    """What one person is asked at once."""

    package: Package
    time: Time
    voice: Voice
    young: bool
    helps: tuple[UUID, ...]

    @classmethod
    def of(cls, time: Time, voice: Voice, *, young: bool, helps: Sequence[UUID], package: str = "") -> "Sheet":
        """What fits in three minutes: the package of that time, and then as many promises as there is room for."""
        chosen = current(package or rules.PACKAGES[time])
        used = chosen.seconds(time, voice, young=young)
        return cls(chosen, time, voice, young, tuple(rules.helps_that_fit(used, list(helps))))

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return self.package.seconds(self.time, self.voice, young=self.young) + rules.HELP_SECONDS * len(self.helps)


def asks_of(child: Child) -> list[Ask]:
    """Every question put to somebody from my own compartment, the latest first, with its answers."""
    return list(_asks([child.pk]))


@Question
def _asks(subjects: Any) -> models.QuerySet:
    rows = Ask.objects.filter(subject_id__among=subjects, withdrawn_at=None).select_related("round")
    return rows.prefetch_related("replies").order_by("-written_at")


def budgets(child: Child, today: dt.date, asks: Iterable[Ask] | None = None) -> dict[str, rules.Budget]:
    """What is left of what each person around a child may be asked, by the person's key; `asks` where they are known."""
    found: dict[str, list[rules.Asked]] = {}
    for one in asks_of(child) if asks is None else asks:
        found.setdefault(key_of(one.voice, one.person_id), []).append(one.asked)
    return {key: rules.budget(rows, today) for key, rows in found.items()}


def key_of(voice: str, person: UUID | None) -> str:
    """One key for one person."""
    return f"{voice}-{person}" if person else voice


def own_wall(child: Child, voice: Voice, access: dict[int, bool]) -> int:
    """The wall that an answer gets where the child's own row is. `access`: what one reads, and where one writes."""
    number = child.branch.number
    may = [category_of(one) for one, writes in access.items() if writes and branch_of(one) == number]
    return wall(number, rules.category(voice, may))


def voices_written(child: Child, access: dict[int, bool]) -> set[Voice]:
    """Whose answers one may write down here, and so whom one asks."""
    return {voice for voice in Voice if access.get(own_wall(child, voice, access), False)}


def make_link(ask: Ask) -> str:
    """A new link's secret; an earlier one for the same questions ends. Raises Refused."""
    secret = secrets.token_urlsafe(32)
    guard.call("make_ask_link", ask.pk, digest_of(secret))
    return secret


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
