"""The records about a child that can be told one by one: every chapter's, without their texts."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext

from samling.kernel.categories import TITLES
from samling.ui.words import full_day

from .models import Walled
from .plain import day_of

SILENT = ("consent", "contact")  # consent itself is never told, nor that a home is not to be reached


def tellable() -> list[type[Walled]]:
    """The kinds of record that say something about a child: not the story's spine, not consent itself."""
    return [model for model in apps.get_models()
            if issubclass(model, Walled) and model.may_change and model._meta.app_label not in SILENT]


def heads(child: UUID, walls: Iterable[int]) -> list[Walled]:
    """The records behind these walls, newest first; what is about a third person is told on that person's yes."""
    found = [head for model in tellable() for head in model.objects.filter(
        subject_id=child, wall__in=list(walls), withdrawn_at=None, only_for=None, about_person=None,
    ).select_related("written_by__person", *getattr(model, "beside", ()))]
    return sorted(found, key=lambda head: head.written_at, reverse=True)


def title_of(head: Walled) -> str:
    """What a record is called: by a title of its own, else by what it is."""
    return str(getattr(head, "title", "") or head.noun)


def in_words(head: Walled) -> str:
    """What a record is, without what it says."""
    day = day_of(head.written_at)
    parts = [gettext(TITLES[head.category]), title_of(head), full_day(day) if day else "", str(head.written_by.person)]
    return ", ".join(part for part in parts if part)


def titles(records: Iterable[UUID], said: Callable[[Walled], str] = in_words) -> dict[UUID, str]:
    """Those of these records that one may know of, in words."""
    wanted = list(records)
    return {head.pk: said(head) for model in tellable() if wanted
            for head in model.objects.filter(pk__in=wanted).select_related("written_by__person", *getattr(model, "beside", ()))}
