"""The wheel as a record: where each voice's answers stand, who reads them, a skip, and what is taken back."""

import datetime as dt

import pytest
from django.db import DatabaseError

from samling.access.door import open_walls
from samling.kernel.answer import Refused
from samling.kernel.categories import Category as C
from samling.kernel.categories import wall
from samling.outcome.models import Wheel, WheelBody
from samling.outcome.reference import newest, parts
from samling.records.clock import now, today
from samling.sharing.models import Table
from samling.views.tests.around import set_table

from .around import child_of, guardian, me, set_wheel

HOME, VOICE, LEARNING = (wall(1, one) for one in (C.HOME, C.VOICE, C.LEARNING))


def test_the_parts_are_eight_and_the_steps_five():
    assert len(parts(newest())) == 8 and len(newest().steps) == 5
    assert all(one.name and one.about for one in parts(newest()))


def test_each_voice_stands_behind_its_own_wall(cast):
    kept = {speaker: set_wheel(cast, speaker=speaker) for speaker in ("child", guardian(cast, "hodan"), "")}
    with cast.acting("petra"):
        walls = [Wheel.objects.get(pk=pk).wall for pk in kept.values()]
    assert walls == [VOICE, HOME, LEARNING]


def test_a_skip_is_an_answer_and_an_empty_wheel_is_none(cast):
    pk = set_wheel(cast, speaker="child", safe=0, active=5)
    with cast.acting("petra"):
        wheel = Wheel.objects.get(pk=pk)
        open_walls(wheel, "look at a wheel")
        steps = Wheel.objects.select_related("body").get(pk=pk).steps
    assert "safe" not in steps and steps["active"] == 5 and steps["healthy"] == 3
    with pytest.raises(Refused):
        set_wheel(cast, speaker="child", step=0)


def test_answers_are_never_changed(cast):
    pk = set_wheel(cast, speaker="child")
    with cast.acting("petra"):
        open_walls(Wheel.objects.get(pk=pk), "look at a wheel")
        with pytest.raises(DatabaseError):
            WheelBody.objects.filter(pk=pk).update(steps={"safe": 9})


def test_the_team_reads_a_wheel_when_a_yes_covers_it_and_not_after_it_is_taken_back(cast):
    set_table(cast, HOME)
    pk = set_wheel(cast, speaker=guardian(cast, "hodan"))
    with cast.acting("maria"):
        assert not Wheel.objects.filter(pk=pk).exists()
    with cast.acting("petra") as acting:
        wheel, by = Wheel.objects.get(pk=pk), me(acting)
        open_walls(wheel, "put a wheel on the table")
        wheel.put(child_of(cast, "adam"), by=by, at=now())
        assert Table(child_of(cast, "adam"), now()).is_put(wheel)
    with cast.acting("maria"):
        open_walls(Wheel.objects.get(pk=pk), "look at a wheel")
        assert Wheel.objects.select_related("body").get(pk=pk).steps
    with cast.acting("petra") as acting:
        wheel = Wheel.objects.get(pk=pk)
        wheel.take_back(by=me(acting), at=now())
    with cast.acting("maria"):
        assert not Wheel.objects.filter(pk=pk).exists() and not WheelBody.objects.filter(pk=pk).exists()


def test_a_wheel_that_no_yes_covers_stays(cast):
    set_table(cast, HOME)
    pk = set_wheel(cast, speaker="child")
    with cast.acting("petra") as acting:
        wheel = Wheel.objects.get(pk=pk)
        with pytest.raises(Refused):
            wheel.put(child_of(cast, "adam"), by=me(acting), at=now())


def test_undone_within_a_day_by_its_writer_and_by_no_other(cast):
    pk = set_wheel(cast)
    with cast.acting("petra") as acting:
        wheel, by = Wheel.objects.get(pk=pk), me(acting)
        assert not wheel.may_undo(by, now() + dt.timedelta(days=2))
        assert not wheel.may_take_back()  # the school's own words are no family's
        wheel.undo(by=by, at=now())
        assert Wheel.objects.get(pk=pk).withdrawn_at and today()
