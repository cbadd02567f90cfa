"""A promise: who – does what – how often – until when; made by staff, a guardian, the child, or someone outside."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.access.models import Closed, Walled
from samling.kernel.answer import insist
from samling.people.models import Capacity
from samling.plan.models import Plan, Wording
from samling.plan.models.plans import day
from samling.records.question import Question
from samling.ui.ways import way

from .. import rules
from ..reference import LEVELS, NATURES, RHYTHMS
from ..rules import State
from .held import Holding, with_sides

WORDS = ("phrase", "what", "does", "home", "child", "who", "called")
DAYS = ("rhythm", "starts_on", "until_on")


class Promise(Holding, Walled):
    """One promise. It names its maker; what is promised stands in its wordings, what is said of it in its words.

    `holder` has taken it over by her own yes; `asked` has been asked to, since the child was handed over. Both are the
    guard's to write. While someone is asked, or when the one who holds it has ended or her side takes no part in the plan
    any more, it stands without anybody.
    """

    wrong_child = Closed(_("A promise"), by=("nature", "rhythm"))

    class Maker(models.TextChoices):
        STAFF = "staff", _("a colleague")
        GUARDIAN = "guardian", _("a guardian")
        CHILD = "child", _("the child")
        OUTSIDE = "outside", _("someone outside Samling")
        ADULT = "adult", _("another adult")

    class Side(models.TextChoices):
        CHILD = "child", _("The child")
        HOME = "home", _("Home")
        SCHOOL = "school", _("School")
        SOCIAL = "social", _("Social services")
        HEALTH = "health", _("Health care")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="promises")
    goal = models.ForeignKey("plan.Goal", models.PROTECT, null=True, related_name="promises")
    made_as = models.CharField(max_length=8, choices=Maker)
    side = models.CharField(max_length=6, choices=Side)
    maker = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    holder = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    asked = models.ForeignKey("people.Capacity", models.PROTECT, null=True, related_name="+")
    guardian = models.ForeignKey("people.Guardian", models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("journey.Party", models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=120)
    level = models.CharField(max_length=10, choices=list(LEVELS.items()))
    nature = models.CharField(max_length=9, choices=list(NATURES.items()))
    rhythm = models.CharField(max_length=13, choices=list(RHYTHMS.items()))
    starts_on = models.DateField()
    until_on = models.DateField()
    gathering_id = models.UUIDField(null=True)

    beside = ("plan__accountable", "maker__person", "maker__unit__branch", "holder__person", "holder__unit", "asked__person")

    class Meta(Walled.Meta):
        constraints = [
            *Walled.Meta.constraints,
            models.CheckConstraint(
                name="promise_names_its_maker", condition=Q(made_as="staff", maker__isnull=False) | ~Q(made_as="staff") & Q(maker=None)
            ),
            models.CheckConstraint(
                name="promise_of_a_family_carries_no_message",
                condition=~Q(nature="message", made_as__in=("guardian", "child")),
            ),
            models.CheckConstraint(name="promise_ends_after_it_begins", condition=Q(until_on__gte=models.F("starts_on"))),
        ]
        indexes = [*Walled.Meta.indexes, models.Index(fields=["plan"]), models.Index(fields=["maker"])]

    @classmethod
    @transaction.atomic
    def make(cls, plan: Plan, told: dict[str, Any], *, by: Capacity, at: dt.datetime, pk: UUID) -> "Promise":
        """Write a promise down, once; its maker is asked. `told`: the maker, what, how often, from and until. Raises Refused."""
        earlier = cls.objects.filter(pk=pk).first()
        if earlier:
            return earlier
        said = words_of(told, plan)
        insist(rules.may_promise(maker=told["made_as"], nature=told["nature"], text=" ".join((said["does"], said["what"])),
                                 sure=told.get("sure", False), writes=plan.writes))  # fmt: skip
        facts = {name: told.get(name) for name in (*FACTS, *DAYS)}
        made = cls(pk=pk, plan=plan, for_child=True, **plan.stamp(by, at), **facts)
        made.save(force_insert=True)
        Wording.write(plan, made.pk, said, seen=0, by=by, at=at)
        plan.tell("promise asked for", by=by, at=at, record=made.pk)
        return made

    @transaction.atomic
    def reword(self, told: dict[str, Any], *, seen: int, by: Capacity, at: dt.datetime) -> bool:
        """Other words or days. False when somebody has written since: then nothing is changed. Raises Refused."""
        said = words_of(told | {"who": self.who}, self.plan)
        insist(rules.may_promise(maker=self.made_as, nature=self.nature, text=" ".join((said["does"], said["what"])),
                                 sure=told.get("sure", False), writes=self.plan.writes))  # fmt: skip
        said |= {name: str(told[name]) for name in DAYS}
        if Wording.write(self.plan, self.pk, said, seen=seen, by=by, at=at) is None:
            return False
        for name in DAYS:
            setattr(self, name, told[name])
        self.save(update_fields=list(DAYS))
        self.plan.tell("promise changed", by=by, at=at, record=self.pk)
        return True

    @property
    def said_words(self) -> list[Any]:
        """What has been said of it, the earliest first; fetched with the list by `of_plan`."""
        return sorted((one for one in self.words.all() if not one.withdrawn_at), key=lambda one: (one.written_at, str(one.pk)))

    @property
    def latest(self) -> Any | None:
        """The word that counts; a list may have told it (`counts`)."""
        if "counts" in vars(self):
            return vars(self)["counts"]
        words = self.said_words
        return words[-1] if words else None

    @property
    def state(self) -> State:
        """Where it stands."""
        latest = self.latest
        return rules.state([latest.word] if latest else [])

    @property
    def heard_on(self) -> dt.date:
        """The day when something was heard of it last; at first the day when it was asked for."""
        latest = self.latest
        return max(day(self.written_at), day(latest.written_at)) if latest else day(self.written_at)

    def quiet(self, today: dt.date) -> rules.Quiet:
        """Who is shown that nothing has been heard."""
        return rules.quiet(self.state, self.heard_on, self.starts_on, today)

    @property
    def title(self) -> str:
        """What can be said of it where its text is not open: what sort of help, how often."""
        return f"{gettext(NATURES[self.nature])}, {gettext(RHYTHMS[self.rhythm])}"

    @property
    def asks_by_link(self) -> bool:
        """Whether its maker cannot sign in, so that a link is of use."""
        return self.made_as != self.Maker.STAFF

    def get_absolute_url(self) -> str:
        """The promise's page."""
        return way("promises:promise", self.pk)

    @classmethod
    def of_plan(cls, plan: Plan) -> "list[Promise]":
        """Every promise of a plan with the words said of it, those that stand first begun first."""
        return with_sides(_of_plan(plan.pk))


@Question
def _of_plan(plan: Any) -> models.QuerySet:
    rows = Promise.objects.filter(plan_id=plan, withdrawn_at=None).select_related(
        "maker__person", "holder__person", "holder__unit", "maker__unit__branch__organisation", "party__unit__branch__organisation"
    )
    return rows.prefetch_related("words__written_by__person").order_by("starts_on", "written_at")


FACTS = ("goal", "made_as", "side", "maker", "guardian", "party", "who", "level", "nature", "gathering_id")


def words_of(told: dict[str, Any], plan: Plan) -> dict[str, str]:
    """The parts of a promise's words, as a version keeps them."""
    return {name: str(told.get(name) or "") for name in WORDS} | {"called": plan.called}


def held_by(capacities: Any) -> Q:
    """The promises that these are asked to take over, have taken over, or made."""
    made = Q(asked=None, holder=None, maker_id__among=capacities)
    return Q(asked_id__among=capacities) | Q(asked=None, holder_id__among=capacities) | made


def standing(promises: Iterable[Promise]) -> list[Promise]:
    """Those that somebody still holds or has kept."""
    return [one for one in promises if one.state in (*rules.OPEN, State.DONE)]
