"""What each one at the table sees of an item, whatever page asks: the database decides, at each statement."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from samling.access import guard
from samling.access.door import open_walls
from samling.access.models import Disclosure
from samling.agenda.tests.hour import assign
from samling.consent.models import Consent, Said
from samling.family.models import add_around
from samling.forum.models import (
    Forum,
    ForumDecision,
    ForumItem,
    ForumItemBody,
    ForumMember,
    ForumReview,
    ForumSlot,
    ForumWords,
)
from samling.forum.models.lists import agenda
from samling.journey.models import Notice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.people.models import Child, Guardian
from samling.records.clock import now

from .round import SOCIAL, capacity, child_of, decide, forum_of, item_of, me, meeting, meeting_of, said_yes, take_up


@pytest.fixture
def table(cast):
    """The meeting ahead."""
    return meeting_of(cast, forum_of(cast))


def yes(cast, child="adam", guardians=("hodan", "ali"), **to):
    where = {key: cast.world.unit[name] if key == "to_unit" else cast.world.capacity[name] for key, name in to.items()}
    return said_yes(cast, child, *guardians, to=where)


def seen(cast, who, table):
    """The agenda as someone sees it: a name, or nothing for *en punkt*."""
    with cast.acting(who):
        return [point.child.full_name if point.child else "" for point in agenda(meeting(table))]


def test_only_those_whom_the_yes_names_see_the_child_and_the_rest_an_item(cast, table):
    yes(cast, to_unit="bup")
    yes(cast, "elsa", ("anna", "mattias"), to_capacity="tomas")
    take_up(cast, "gunilla", "adam", table)
    take_up(cast, "gunilla", "elsa", table)
    assert seen(cast, "gunilla", table) == ["Adam Hassan", "Elsa Karlsson"]
    assert seen(cast, "samir", table) == ["Adam Hassan", ""]  # named by his unit
    assert seen(cast, "tomas", table) == ["", "Elsa Karlsson"]  # named herself
    assert seen(cast, "olof", table) == ["", ""]  # the other school
    assert seen(cast, "sofia", table) == ["", ""]  # the same school, but she does not work with them
    assert seen(cast, "kerstin", table) == []  # no place: not even the number


def test_a_hostile_page_reads_no_more(cast, table):
    yes(cast, to_unit="bup")
    item = take_up(cast, "gunilla", "adam", table)
    for who in ("tomas", "olof", "sofia", "kerstin", "ingrid"):
        with cast.acting(who):
            assert not ForumItem.objects.exists() and not Child.objects.filter(pk=cast.adam).exists()
    with cast.acting("samir"):
        assert ForumItem.objects.get().pk == item
        assert not ForumItemBody.objects.exists()  # no look, no text
        item_of(item)
        assert ForumItemBody.objects.get().question == "Hur går vi vidare?"
    with cast.acting("tomas") as acting, pytest.raises(Refused):
        guard.call("tell_forum", ForumSlot.objects.get().pk, item)
    with cast.acting("tomas") as acting:
        slot = ForumSlot.objects.get().pk
        for subject, place in ((cast.adam, wall(1, Category.SUPPORT)), (cast.adam, wall(SOCIAL, Category.SOCIAL))):
            with pytest.raises(ProgrammingError), transaction.atomic():
                ForumWords(slot_id=slot, subject_id=subject, wall=place, written_by=me(acting), written_at=now()).save(force_insert=True)


def test_a_yes_that_is_taken_back_is_gone_at_the_next_statement(cast, table):
    asked = yes(cast, to_unit="bup")
    item = take_up(cast, "gunilla", "adam", table)
    decide(cast, "gunilla", item, "samir")
    with cast.acting("samir"):
        assert ForumDecision.objects.count() == 1 and Child.objects.filter(pk=cast.adam).exists()
    with cast.acting("gunilla") as acting:
        Consent.objects.get(pk=asked).stop(by=acting.capacity_id, at=now())
    with cast.acting("samir"):
        assert not ForumItem.objects.exists() and not ForumDecision.objects.exists() and not Child.objects.filter(pk=cast.adam).exists()
    assert seen(cast, "samir", table) == [""]


def test_half_a_yes_tells_nobody_and_the_other_half_lets_in_by_a_deed(cast, table):
    half = yes(cast, guardians=("hodan",), to_unit="bup")
    item = take_up(cast, "gunilla", "adam", table)
    assert seen(cast, "samir", table) == [""]
    with cast.acting("gunilla") as acting:
        walls = Consent.objects.get(pk=half).walls
        said = Said(giver="guardian", who=cast.ali, yes=True, how="spoken", at=now(), walls=walls)
        Consent.objects.get(pk=half).answer(said, id=uuid4(), by=acting.capacity_id, at=now())
    assert seen(cast, "samir", table) == [""]  # a yes alone tells nothing: telling is an act
    with cast.acting("gunilla") as acting:
        found = item_of(item)
        assert found.ears()[cast.samir] == "named"
        found.open_all(by=me(acting), at=now())
        assert found.ears()[cast.samir] == "told"
    assert seen(cast, "samir", table) == ["Adam Hassan"]


def test_a_yes_that_leaves_the_item_out_names_nobody(cast, table):
    said_yes(cast, "adam", "hodan", "ali", to={"to_unit": cast.bup}, kinds=(Category.ATTENDANCE,))
    take_up(cast, "gunilla", "adam", table)
    assert seen(cast, "samir", table) == [""]


def test_a_place_that_is_given_up_shuts_what_was_told_there(cast, table):
    yes(cast, to_capacity="tomas")
    item = take_up(cast, "gunilla", "adam", table)
    decide(cast, "gunilla", item, "tomas")
    with cast.acting("gunilla"):
        ForumMember.leave(ForumMember.objects.get(capacity=cast.tomas).pk)
        assert not Disclosure.objects.filter(ended_at=None, ground__to_capacity=cast.tomas, wall=wall(1, Category.SUPPORT)).exists()
    with cast.acting("tomas"):
        assert not ForumItem.objects.exists() and not Child.objects.exists() and not ForumSlot.objects.exists()


def test_a_guest_sees_one_meeting_and_what_a_yes_names(cast, table):
    yes(cast, to_capacity="maria")
    with cast.acting("olof") as acting:  # any member asks a guest
        made = meeting(table).invite(capacity(cast.maria), by=me(acting), at=now())
    take_up(cast, "gunilla", "adam", table)
    take_up(cast, "gunilla", "elsa", table)
    assert seen(cast, "maria", table) == ["Adam Hassan", ""]
    with cast.acting("maria"):
        assert not Forum.objects.get().is_mine
    with cast.acting("olof"):
        ForumMember.leave(made.pk)
    assert seen(cast, "maria", table) == []


def test_what_another_authority_says_is_in_its_own_records(cast, table):
    yes(cast, to_capacity="tomas")
    yes(cast, to_unit="bup")
    item = take_up(cast, "gunilla", "adam", table)
    with cast.acting("tomas") as acting:
        found = item_of(item)
        assert ForumWords.may_say(found, me(acting))
        said = ForumWords.say(found, "Familjen har sökt råd hos oss.", by=me(acting), at=now(), pk=cast.tomas)
        assert said.wall == wall(SOCIAL, Category.SOCIAL) and said.subject_id != cast.adam
        cast.world.child["adam@social"] = said.subject_id
        again = ForumWords.say(found, "Vi kan träffa dem i maj.", by=me(acting), at=now(), pk=cast.samir)
        assert again.subject_id == said.subject_id  # one row, not one for each word
    for who in ("gunilla", "samir"):
        with cast.acting(who):
            assert not ForumWords.objects.exists()  # the school's yes does not speak for the social services
    with cast.acting("tomas"):
        assert ForumWords.objects.count() == 2


def test_the_others_read_it_on_that_authoritys_own_yes(cast, table):
    school = yes(cast, to_capacity="tomas")
    item = take_up(cast, "gunilla", "adam", table)
    with cast.acting("tomas") as acting:
        own = guard.call("row_at_forum", ForumItem.objects.get().slot_id, True)
        cast.world.child["adam@social"] = own
    with cast.acting("tomas") as acting:
        row = child_of(cast, "adam@social")
        open_walls(row, "see the family")
        told = {"given_name": "Hodan", "family_name": "Hassan", "relation": "mamma", "custody": "sole"}
        add_around(Guardian, row, told, by=acting.capacity_id, at=now(), pk=uuid4())
        cast.world.guardian["hodan@social"] = Guardian.objects.get(subject_id=own).pk
    for to in ({"to_unit": cast.world.unit["bup"]}, {"to_capacity": cast.gunilla}):
        said_yes(cast, "adam@social", "hodan@social", to=to, by="tomas", number=SOCIAL, kinds=(Category.SOCIAL,))
    with cast.acting("tomas") as acting:
        found = item_of(item)
        assert [one.pk for one in ForumWords.alike(found, me(acting))] == [own]
        ForumWords.say(found, "De har fått stöd i ett år.", by=me(acting), at=now(), pk=cast.tomas, own=own)
        assert not ForumWords.alike(found, me(acting))
    with cast.acting("gunilla"):
        assert ForumWords.around(item_of(item)).get().written_by_id == cast.tomas
    with cast.acting("samir"):  # the social services' yes names him, but he may not know whom the item is about
        assert not ForumWords.objects.exists()
    with cast.acting("gunilla") as acting:
        Consent.objects.get(pk=school).stop(by=acting.capacity_id, at=now())
    with cast.acting("tomas"):
        assert ForumWords.objects.exists() and not ForumItem.objects.exists()  # her own words are hers


def test_a_colleague_who_works_with_the_child_says_it_on_the_schools_row(cast, table):
    assign(cast, "adam", "sofia")
    item = take_up(cast, "gunilla", "adam", table)
    with cast.acting("sofia") as acting:
        said = ForumWords.say(item_of(item), "Jag har träffat Adam två gånger.", by=me(acting), at=now(), pk=cast.sofia)
        assert said.subject_id == cast.adam and said.wall == wall(1, Category.SUPPORT)
    with cast.acting("gunilla"):
        assert ForumWords.around(item_of(item)).count() == 1


def test_a_protected_child_is_not_taken_up_and_shuts_what_was_told(cast, table):
    yes(cast, to_unit="bup")
    take_up(cast, "gunilla", "adam", table)
    with cast.acting("petra"):
        guard.call("protect", cast.adam, None, "marked", [cast.gunilla])
    assert seen(cast, "samir", table) == [""]
    with cast.acting("gunilla"):
        guard.call("protect", cast.elsa, None, "marked", [cast.gunilla])
    with pytest.raises(Refused, match="protected"):
        take_up(cast, "gunilla", "elsa", table)


def test_a_decision_is_with_its_holder_who_must_be_allowed_to_know(cast, table):
    yes(cast, to_unit="bup")
    item = take_up(cast, "gunilla", "adam", table)
    with pytest.raises(Refused, match="allowed to know"):
        decide(cast, "gunilla", item, "tomas")
    decision = decide(cast, "gunilla", item, "samir")
    with cast.acting("samir"):
        assert Notice.objects.get(kind="forum-decision").record_id == decision
        assert ForumDecision.objects.get().holder_id == cast.samir


def test_the_holder_in_another_house_says_how_it_went(cast, table, visitor):
    yes(cast, to_unit="bup")
    decision = decide(cast, "gunilla", take_up(cast, "gunilla", "adam", table), "samir")
    assert visitor.as_("samir").post(f"/forums/decisions/{decision}/", {"result": "partly"}).status_code == 302
    with cast.acting("gunilla"):
        assert Notice.objects.get(kind="forum-reviewed").record_id == decision
        assert ForumReview.objects.get().written_by_id == cast.samir


def test_what_is_undecided_goes_to_the_next_meeting_still_without_a_name(cast, table):
    first = take_up(cast, "gunilla", "adam", table)
    take_up(cast, "gunilla", "elsa", table)
    decide(cast, "gunilla", first, "gunilla")
    with cast.acting("olof") as acting:  # who cannot see whom the items are about
        one = meeting(table)
        assert len(one.undecided()) == 1
        one.end(by=me(acting), at=now())
        one.end(by=me(acting), at=now())
        later = Forum.objects.get().meetings.get(ended_at=None)
    assert seen(cast, "gunilla", later.pk) == ["Elsa Karlsson"]
    assert seen(cast, "olof", later.pk) == [""]
    with cast.acting("gunilla"):
        due = list(ForumDecision.to_follow_up(Forum.objects.get(), later.on))
        assert [one.item_id for one in due] == [first]
