"""Hands that start something for a child and say how it went, by the same verbs as the pages."""

import datetime as dt
from uuid import uuid4

import pytest

from samling.adaptations.models import Adaptation
from samling.people.models import Capacity, Child
from samling.records.clock import now, today


def me(acting):
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def child_of(cast, key):
    return Child.objects.select_related("unit", "branch").get(pk=cast.world.child[key])


@pytest.fixture
def start(cast):
    """Someone starts something for a child; returns its key."""

    def started(name="petra", key="adam", *, days=0, evaluate=42, pk=None, trial=None, **said):
        with cast.acting(name) as acting:
            by, begun = me(acting), today() - dt.timedelta(days=days)
            told = {"code": "ADAPT-MOVE", "own": "", "how": "", "place": "lesson", "holder": by, "starts_on": begun,
                    "evaluate_on": begun + dt.timedelta(days=evaluate), "home_knows": False} | said  # fmt: skip
            made = Adaptation.start(child_of(cast, key), told, by=by, at=now(), pk=pk or uuid4(), trial=trial)
            return made.pk

    return started


@pytest.fixture
def say(cast):
    """Someone says how it went."""

    def said(pk, result="helped", *, name="petra", voice="school", then="again", text="", key=None):
        with cast.acting(name) as acting:
            told = {"result": result, "voice": voice, "text": text, "then": then, "again_on": today() + dt.timedelta(days=14)}
            Adaptation.objects.get(pk=pk).evaluate(told, by=me(acting), at=now(), pk=key or uuid4())

    return said
