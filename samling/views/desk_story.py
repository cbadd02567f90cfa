"""What the pages of a family's own story are laid out from."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import cached_property

from samling.access import guard
from samling.journey.models import Draft
from samling.people.models import Child
from samling.records.clock import now, today
from samling.ui.asked import uuid

from .desk import readers_of
from .forms import ShareForm, StoryForm
from .models import Story
from .models.stories import home_wall
from .page import Views, child_of

__all__ = ["Writing", "child_of", "one", "share_form", "stopped"]


class Writing:
    """One person who writes down what a parent or another important adult tells."""

    def __init__(self, request: HttpRequest, child: Child):
        self.request, self.child, self.at = request, child, now()
        self.views = Views(child, request.capacity, self.at)
        self.before = self._before(uuid(request.GET.get("after")))

    def _before(self, pk: UUID | None) -> Story | None:
        rows = Story.objects.filter(subject_id=self.child.pk, withdrawn_at=None, back_at=None)
        return rows.select_related("body").filter(pk=pk).first() if pk else None

    @property
    def place(self) -> str:
        """Where the draft is kept."""
        return f"story-{self.child.pk}"

    @cached_property
    def form(self) -> StoryForm:
        """Empty, begun before, beginning from a version, or sent."""
        sent = self.request.POST if self.request.method == "POST" else None
        draft = Draft.at_place(self.place, by=self.request.capacity.pk, at=self.at)
        first: dict[str, Any] = {"teller": self.request.GET.get("teller", "")}
        if self.before:
            first |= {"teller": f"{self.before.voice}-{self.before.voice_id}", "text": self.before.body.text}
        first |= draft.first() if draft else {}
        form = StoryForm(sent, initial=first, tellers=self.views.around.family, today=today())
        form.saved_at = draft.saved_at if draft else None
        return form

    def written(self) -> Story:
        """The version becomes a record, and what was begun is forgotten."""
        by = self.request.capacity
        made = Story.write(self.child, self.form.told, by=by, at=self.at, pk=self.form.pk(by.pk))
        Draft.drop(self.place, by=by.pk)
        return made

    @property
    def shown(self) -> dict[str, Any]:
        """What the page shows."""
        readers = self.views.readers(home_wall(self.request.capacity), of_another=True)
        return {"child": self.child, "form": self.form, "seat": self, "before": self.before, "readers": readers,
                "may_write": guard.my_access(self.child.pk).get(home_wall(self.request.capacity), False),
                "today": today()}  # fmt: skip


def one(request: HttpRequest, story: Story) -> dict[str, Any]:
    """The page of one version."""
    child, at = child_of(story), now()
    views = Views(child, request.capacity, at)
    fresh = Story.objects.select_related("body", "written_by__person", "written_by__unit").get(pk=story.pk)
    others = Story.objects.filter(subject_id=story.subject_id, voice_id=story.voice_id, withdrawn_at=None)
    mine = story.subject_id == child.pk
    guests = fresh.guests(views.table) if mine else []
    return {
        "story": fresh,
        "body": getattr(fresh, "body", None),
        "child": child,
        "versions": list(others.exclude(pk=story.pk).order_by("-version")),
        "guests": guests,
        "may_share": fresh.may_share(views.table) if mine else None,
        "may_take_back": story.may_take_back(),
        "may_write": guard.my_access(child.pk).get(home_wall(request.capacity), False),
        "readers": readers_of(fresh, views, [guest for _party, guest in guests]),
        "today": today(),
    }


def share_form(request: HttpRequest, story: Story, child: Child) -> ShareForm:
    """Those whom a standing yes covers and who have not been told this version."""
    views = Views(child, request.capacity, now())
    offered = [(str(party.unit_id), str(party.unit)) for party, guest in story.guests(views.table)
               if guest.said_yes and not guest.is_told]  # fmt: skip
    sent = request.POST if request.method == "POST" else None
    return ShareForm(sent, offered=offered)


def stopped(request: HttpRequest) -> list[UUID] | None:
    """The unit that a stop is for; all of them when none is named."""
    unit = uuid(request.POST.get("unit"))
    return [unit] if unit else None
