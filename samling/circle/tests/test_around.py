"""Who is around a child, who is silent, which chairs are empty, and that the picture says what the list says."""

import datetime as dt
import re
from uuid import uuid4

import pytest

from samling.access import guard, holding
from samling.circle import rules
from samling.circle.models import NAMED, Around, Chair, Picture, Tie
from samling.circle.models.drawing import finding
from samling.circle.models.heard import heard
from samling.circle.picture import drawn
from samling.journey.models import Entry
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.people.models import Capacity, Child
from samling.records.clock import now
from tests.house.rooms import me

HOME_PAGE, WHO = "/children/{}/circle/", "/children/{}/circle/person/?who={}"


def child_of(key):
    return Child.objects.select_related("unit__branch", "branch").get(pk=key)


def around(cast, acting, key="adam"):
    return Around(child_of(cast.world.child[key]), me(acting), now())


def names(found):
    return [one.name for one in found.near]


def assign(cast, who, key="adam", by="gunilla"):
    with cast.acting(by):
        guard.assign(cast.world.child[key], cast.world.capacity[who], because="behövs")


# -- who is there ------------------------------------------------------------------------------------------------------
def test_those_at_home_and_those_who_work_with_the_child(cast):
    assign(cast, "amir")
    with cast.acting("petra") as acting:
        found = names(around(cast, acting))
    assert {"Hodan Hassan", "Ali Hassan", "Petra Ek", "Amir Rostami"} <= set(found)
    assert "Gunilla Norén" not in found, "whoever leads is no one's by name"


def test_a_stranger_finds_no_page(cast, visitor):
    assert visitor.as_("maja").get(HOME_PAGE.format(cast.adam)).status_code == 404
    assert visitor.as_("petra").get(WHO.format(cast.adam, cast.maja)).status_code == 404


def test_who_has_left_is_gone_and_the_role_stands_empty(cast):
    assign(cast, "cecilia")
    with cast.acting("gunilla"):
        holding.end_capacity(cast.cecilia)
    with cast.acting("petra") as acting:
        empty = [one for one in around(cast, acting).near if one.kind == "left"]
    assert [(one.name, one.note) for one in empty] == [("Specialpedagog", "Gunilla Norén håller i det så länge")]


def test_the_chair_is_taken_away_by_a_replacement(cast):
    assign(cast, "cecilia")
    with cast.acting("gunilla"):
        holding.end_capacity(cast.cecilia)
        new = guard.give_capacity(cast.world.person["helen"], cast.norrskolan, "special_educator", starts=now(), ends=None)
    with cast.acting("olof"):
        guard.approve_capacity(new)
    cast.world.capacity["helen_new"] = new
    assign(cast, "helen_new")
    with cast.acting("petra") as acting:
        found = around(cast, acting)
        assert "Helen Dahl" in names(found)
        assert not [one for one in found.near if one.kind == "left"]


def test_an_agreed_chair_is_empty_until_somebody_sits_there(cast):
    with cast.acting("petra") as acting:
        chair = Chair.agree(child_of(cast.adam), {"title": "BUP", "actor": "health"}, by=me(acting), at=now(), pk=uuid4())
        assert [one.name for one in around(cast, acting).near if one.is_empty] == ["Trygghetsperson", "BUP"]
        chair.fill({"name": "Samir Haddad", "phone": "0522-70 02 00"}, by=me(acting), at=now())
        assert "Samir Haddad" in names(around(cast, acting))
        chair.end(by=me(acting), at=now())
        assert "Samir Haddad" not in names(around(cast, acting))


# -- the named contact -------------------------------------------------------------------------------------------------
def test_without_a_named_contact_the_chair_says_whom_to_ask(cast):
    with cast.acting("petra") as acting:
        found = around(cast, acting)
        chair = next(one for one in found.near if one.kind == "named")
    assert chair.is_empty
    assert chair.note == "Gunilla Norén kan tillfrågas"
    assert found.wanted.who == "rektorn eller biträdande rektorn"


@pytest.mark.parametrize("who", ({"is_declined": True}, {"name": "Birgitta Ros", "phone": ""}), ids=("declined", "named"))
def test_a_family_that_has_answered_has_no_empty_chair(cast, who):
    with cast.acting("petra") as acting:
        chair = Chair.agree(child_of(cast.adam), {"title": "", "actor": "school"}, by=me(acting), at=now(), pk=uuid4(), code=NAMED)
        chair.fill(who, by=me(acting), at=now())
        assert not around(cast, acting).lacks_named


def test_the_named_contact_gives_no_access(cast):
    with cast.acting("petra") as acting:
        head = Capacity.objects.get(pk=cast.maja)
        chair = Chair.agree(child_of(cast.adam), {"title": "", "actor": "school"}, by=me(acting), at=now(), pk=uuid4(), code=NAMED)
        chair.fill({"capacity": head}, by=me(acting), at=now())
    with cast.acting("maja"):
        assert guard.my_access(cast.adam) == {}


def test_when_she_leaves_another_holds_it(cast):
    with cast.acting("petra") as acting:
        chair = Chair.agree(child_of(cast.adam), {"title": "", "actor": "school"}, by=me(acting), at=now(), pk=uuid4(), code=NAMED)
        chair.fill({"capacity": Capacity.objects.get(pk=cast.bosse)}, by=me(acting), at=now())
    with cast.acting("gunilla"):
        holding.end_capacity(cast.bosse)
    with cast.acting("petra") as acting:
        found = around(cast, acting)
        assert found.contact.pk == cast.gunilla
        assert not found.lacks_named


@pytest.mark.parametrize(
    ("born", "on", "kind", "school"),
    [(2019, (2025, 7, 31), "", False), (2019, (2025, 8, 1), "", True), (2018, (2025, 1, 1), "", True),
     (2015, (2025, 11, 20), "preschool", False), (2021, (2025, 11, 20), "school", True)],
)  # fmt: skip
def test_school_begins_in_august_of_the_year_of_six(born, on, kind, school):
    assert rules.is_at_school(born, dt.date(*on), unit_kind=kind) is school


# -- silence -----------------------------------------------------------------------------------------------------------
NOON = dt.datetime(2025, 11, 20, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("word", "since", "silent"),
    [(None, 40, True), (None, 29, False), (31, 40, True), (30, 40, True), (29, 40, False), (35, 10, False)],
)
def test_thirty_days_without_a_word_is_silence(word, since, silent):
    heard_at = NOON - word * DAY if word is not None else None
    assert rules.is_silent(heard_at, NOON - since * DAY, NOON) is silent


def test_a_note_is_a_word(cast):
    with cast.acting("petra") as acting:
        before = heard([cast.adam]).get(cast.petra)
        told = {"kind": "talk", "title": "x", "text": "y", "for_guardians": "yes", "for_guardians_because": ""}
        Entry.write(told, subject=cast.adam, wall=wall(1, Category.CONCERN), by=cast.petra, at=now(), pk=acting.person_id)
        assert heard([cast.adam])[cast.petra] > (before or NOON - 365 * DAY)


# -- what the child says -----------------------------------------------------------------------------------------------
def say(cast, acting, **told):
    said = {"often": "day", "close": 3, "calls": "mamma", "is_chosen": True} | told
    return Tie.note(child_of(cast.adam), "guardian", cast.hodan, said, by=me(acting), at=now())


def test_the_latest_the_child_has_said_counts(cast):
    with cast.acting("petra") as acting:
        say(cast, acting)
        say(cast, acting, close=1, often="sometimes", is_chosen=False)
        mother = next(one for one in around(cast, acting).near if one.key == cast.hodan)
    assert (mother.close, mother.often, mother.marks) == (1, rules.Often.SOMETIMES, ())


def test_who_does_not_read_the_childs_words_draws_without_them(cast):
    with cast.acting("petra") as acting:
        say(cast, acting)
    with cast.acting("gunilla") as acting:
        mother = next(one for one in around(cast, acting).near if one.key == cast.hodan)
        assert mother.close == 0
        with pytest.raises(Refused):
            say(cast, acting)


# -- the picture -------------------------------------------------------------------------------------------------------
def picture(cast, acting):
    found = around(cast, acting)
    return Picture(found.child, found, now())


def test_the_sentence_counts_what_is_drawn(cast):
    assign(cast, "amir")
    with cast.acting("petra") as acting:
        shown = picture(cast, acting)
        marks = shown.wide.marks
        assert shown.title == finding(marks, shown.more)
        empty = sum(mark.near.is_empty for mark in marks)
        assert shown.title.startswith(f"{len(marks) - empty} personer runt barnet.")
        assert f"{empty} stol är tom." in shown.title
        assert [mark.near for mark in shown.narrow.marks] == [mark.near for mark in marks]


def test_the_list_has_everyone_and_the_drawing_eight(cast):
    for who in ("amir", "cecilia", "jonas", "sofia", "david", "bosse", "maja"):
        assign(cast, who)
    with cast.acting("petra") as acting:
        shown = picture(cast, acting)
        assert len(shown.wide.marks) == 8
        assert len(shown.listed) == len(shown.around.near) == 8 + shown.more
        assert {one.key for one in shown.listed} == {one.key for one in shown.around.near}
        assert {"Hodan Hassan", "Ali Hassan"} <= {mark.near.name for mark in shown.wide.marks}
        assert f"Och {shown.more} till i listan." in shown.title


def test_the_drawing_is_svg_in_every_language(cast):
    with cast.acting("petra") as acting:
        shown = picture(cast, acting)
        svg = drawn(shown.wide, shown.child, "wide", shown.title)
    assert svg.count("<a class=") == len(shown.wide.marks)
    for value in re.findall(r'\b(?:x|y|x1|y1|x2|y2|cx|cy|rx|ry|width|height)="([^"]*)"', svg):
        float(value)
    assert "style=" not in svg


def test_the_page_shows_the_same_people_in_the_list_as_in_the_picture(cast, visitor):
    page = visitor.as_("petra").get(HOME_PAGE.format(cast.adam)).content.decode()
    listed = page[page.index('id="everyone"') : page.index('id="map"')]
    for name in re.findall(r'<a class="map__node" href="[^"]*" aria-label="([^",]+)', page[page.index('id="map"') :]):
        assert name in listed
    assert listed.index("Hodan") < page.index('id="map"'), "the list comes first"
