"""A pupil moves on: within the municipality, to another one here, to another Samling, and on paper."""

import datetime as dt
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from samling.access import guard
from samling.access.door import open_walls
from samling.consent.tests.asking import move_clock
from samling.journey.models import Notice, Party
from samling.kernel.answer import Refused
from samling.people.models import Capacity, Child, Guardian, Unit
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.sharing.models import Table
from samling.transition import carrying, coming, sealed
from samling.transition.models import Neighbour, Package, PackagePart, PackageSeen, packages_of
from samling.transition.paper import printed
from samling.transition.rules import State
from samling.ui.tests.reading import read
from tests.cast import FROZEN

AHEAD = dt.timedelta(days=40)


def me(acting):
    return Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)


def prepared(cast, *, to="soderskolan", way="inside", kind="school", seen=("hodan", "ali", "child"), no=(), texts=()):
    """Petra prepares a package about Adam, writes in it and shows it at home."""
    with cast.acting("petra") as acting:
        by, child = me(acting), Child.objects.get(pk=cast.adam)
        open_walls(child, "test")
        told = {"kind": kind, "way": way, "to": "" if way == "inside" else "Bergskolan, Berg", "moves_on": today() + AHEAD,
                "to_unit": Unit.objects.get(pk=cast.world.unit[to]) if way == "inside" else None}  # fmt: skip
        made = Package.prepare(child, told, by=by, at=now(), pk=uuid4())
        for code, text in texts or (("works", "Han ritar först."), ("child", "Jag vill sitta vid fönstret.")):
            PackagePart.write(made, code, text, by=by, at=now(), pk=uuid4())
        for who in seen:
            guardian = None if who == "child" else Guardian.objects.get(pk=cast.world.guardian[who])
            said = {"guardian": guardian, "who": who, "how": "spoken", "stance": "no" if who in no else "agrees", "seen_on": today(),
                    "words": f"{who} har läst"}  # fmt: skip
            PackageSeen.note(made, said, by=by, at=now(), pk=uuid4())
        return made.pk


def given(cast, key, by="gunilla"):
    with cast.acting(by) as acting:
        package = Package.objects.get(pk=key)
        open_walls(package.child, "test")
        package.give(by=me(acting), at=now())


def received(cast, by, own=None):
    with cast.acting(by) as acting:
        row = coming.coming()[0]
        return coming.answer(row, own, by=me(acting), at=now())


def head_of(cast, unit):
    """Somebody of the cast who leads a unit."""
    with cast.acting("ingrid"):
        rows = Capacity.objects.filter(unit_id=cast.world.unit[unit], role="head_teacher").values_list("pk", flat=True)
        return next(name for name, key in cast.world.capacity.items() if key in set(rows))


@pytest.mark.parametrize("seen", [("hodan", "child"), ("hodan", "ali")])
def test_nothing_goes_before_everyone_at_home_has_seen_it(cast, seen):
    key = prepared(cast, seen=seen)
    with pytest.raises(Refused):
        given(cast, key)


def test_a_no_of_the_child_keeps_the_childs_words_here(cast):
    key = prepared(cast, no=("child",))
    with pytest.raises(Refused, match="no to a part"):
        given(cast, key)
    with cast.acting("petra") as acting:
        package = Package.objects.get(pk=key)
        PackagePart.write(package, "child", "", by=me(acting), at=now(), pk=uuid4())
    given(cast, key)
    with cast.acting("gunilla"):
        assert [row["code"] for row in guard.rows("package_titles", key)] == ["works"]


def test_within_the_municipality_the_page_moves_when_the_new_head_says_yes(cast):
    given(cast, prepared(cast))
    head = head_of(cast, "soderskolan")
    with cast.acting(head) as acting:
        assert not Child.objects.filter(pk=cast.adam).exists()
        assert Notice.objects.filter(to=acting.capacity_id, kind="package_coming", done_at=None).count() == 1
    assert received(cast, head) == cast.adam
    with cast.acting(head) as acting:
        assert Child.objects.get(pk=cast.adam).unit_id == cast.world.unit["soderskolan"]
        assert not Notice.objects.filter(to=acting.capacity_id, kind="package_coming", done_at=None).exists()
        assert not coming.coming()
    with cast.acting("petra"):  # until the first day there, and no longer
        assert Child.objects.filter(pk=cast.adam).exists()
        assert packages_of(cast.adam)[0].state is State.ACCEPTED


def test_those_around_the_table_go_on_with_the_new_school_and_are_not_asked_anew(cast, visitor):
    table.joined(cast)
    given(cast, prepared(cast))
    head = head_of(cast, "soderskolan")
    received(cast, head)
    with cast.acting(head):
        child = Child.objects.get(pk=cast.adam)
        around = Table(child, now())
        assert around.journey and [party.unit_id for party in around.others] == [cast.world.unit["lotsen_social"]]
        open_walls(child, "test")
    with cast.acting("maria") as acting:
        (told,) = Notice.objects.filter(to=acting.capacity_id, kind="school_changed")
        assert told.subject_id == cast.adam_at_lotsen
        units = Party.objects.filter(ended_at=None).values_list("unit_id", flat=True)
        assert set(units) == {cast.world.unit["soderskolan"], cast.world.unit["lotsen_social"]}
    maria = visitor.as_("maria")
    assert "En annan skola är med kring barnet nu" in maria.get("/").content.decode()
    assert "Söderskolan" in maria.get(reverse("journey:invite", args=[cast.adam_at_lotsen])).content.decode()


def test_nothing_goes_where_nobody_with_custody_is_noted(cast):
    key = prepared(cast, seen=("child",))
    with cast.acting("petra"):
        Guardian.objects.filter(subject_id=cast.adam).update(custody="none")
    with pytest.raises(Refused, match="No guardian is noted"):
        given(cast, key)


def test_after_the_first_day_the_old_school_reads_nothing(cast):
    given(cast, prepared(cast))
    received(cast, head_of(cast, "soderskolan"))
    move_clock(FROZEN + AHEAD + dt.timedelta(days=1))
    for who in ("petra", "gunilla"):
        with cast.acting(who):
            assert not Child.objects.filter(pk=cast.adam).exists()


def test_to_another_municipality_a_copy_goes_and_nothing_else(cast):
    given(cast, prepared(cast, to="granbyskolan", kind="municipality"))
    head = head_of(cast, "granbyskolan")
    child = received(cast, head)
    assert child != cast.adam
    with cast.acting(head):
        open_walls(Child.objects.get(pk=child), "test")
        package = packages_of(child)[0]
        assert package.state is State.CAME and "Norrskolan" in package.came_from
        assert [one.text for one in package.told()] == ["Han ritar först."]  # the child's words stand behind their own wall
        assert {row["code"] for row in guard.rows("package_titles", package.pk)} == {"works", "child"}
        assert {one.body.words for one in package.said()} == {"hodan har läst", "ali har läst", "child har läst"}
        assert not Child.objects.filter(pk=cast.adam).exists()
        assert not guard.rows("my_disclosures")
    with cast.acting("gunilla"):
        assert packages_of(cast.adam)[0].state is State.ACCEPTED


def test_no_and_why_leaves_the_child_where_it_was(cast):
    given(cast, prepared(cast))
    head = head_of(cast, "soderskolan")
    with cast.acting(head) as acting:
        coming.decline(coming.coming()[0], "elsewhere", by=me(acting), at=now())
        assert not coming.coming()
    with cast.acting("gunilla") as acting:
        assert packages_of(cast.adam)[0].declined_because == "elsewhere"
        assert Child.objects.get(pk=cast.adam).unit_id == cast.world.unit["norrskolan"]
        assert Notice.objects.filter(to=acting.capacity_id, kind="package_declined").exists()


def test_a_file_goes_to_another_samling_and_is_read_in_there(cast):
    key = prepared(cast, way="file", kind="municipality")
    given(cast, key)
    with cast.acting("petra"):
        package = Package.objects.get(pk=key)
        open_walls(package.child, "test")
        file = sealed.sealed(carrying.carried(package), "fyra ord utan samband", settings.SECRET_KEY)
    head = head_of(cast, "granbyskolan")
    with cast.acting(head), pytest.raises(sealed.Unopened, match="unknown"):
        coming.opened(file, "fyra ord utan samband")
    with cast.acting("ingrid") as acting:
        Neighbour.add({"name": "Lövsjö", "public": sealed.public(settings.SECRET_KEY)}, by=me(acting), at=now(), pk=uuid4())
    with cast.acting(head) as acting:
        told = carrying.looked_through(coming.opened(file, "fyra ord utan samband"))
        child = coming.read_in(told, coming.known_as(told), by=me(acting), at=now())
        again = coming.read_in(told, coming.known_as(told), by=me(acting), at=now())
        assert child == again and Child.objects.get(pk=child).given_name == "Adam"
        assert "(Lövsjö)" in packages_of(child)[0].came_from


def test_paper_is_made_by_one_who_reads_all_of_it(cast):
    key = prepared(cast, way="paper")
    given(cast, key)
    with cast.acting("gunilla"), pytest.raises(Refused, match="may not read"):
        package = Package.objects.get(pk=key)
        open_walls(package.child, "test")
        printed(package)
    with cast.acting("petra") as acting:
        package = Package.objects.get(pk=key)
        open_walls(package.child, "test")
        told = read(printed(package)).text
        assert "Lämnat av Gunilla" in told and "UTKAST" not in told and told.startswith("Ref. ")
        package.receipt(by=me(acting), at=now())
        assert package.state is State.ACCEPTED
