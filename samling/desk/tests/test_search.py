"""Search: only among my children, on record, and hidden looks exactly like absent."""

from uuid import uuid4

import pytest

from samling.access import guard
from samling.day.tests.test_today import main
from samling.desk.search import identity_number
from samling.gathering.tests.test_meetings import called
from samling.journey.models import Entry
from samling.kernel.categories import Category, wall
from samling.records.clock import now

NUMBER = "201701012393"  # from Skatteverket's list of test numbers


def search(visitor, who, asked):
    """The main part of the search page."""
    return main(visitor.as_(who).get("/search/", {"q": asked}))


@pytest.mark.parametrize("asked", ["ha", "HASS", "adam ha", "ha ad", " Adam  Hassan "])
def test_any_part_of_a_name_is_found_by_its_beginning(cast, visitor, asked):
    assert "Adam Hassan" in search(visitor, "petra", asked)


@pytest.mark.parametrize("asked", ["assan", "a", "", "adam karlsson", "%", "__", "x" * 5000, "\u0000a"])
def test_the_rest_is_not(cast, visitor, asked):
    assert "Adam Hassan" not in search(visitor, "petra", asked)


def test_swedish_letters_are_letters_of_their_own_and_accents_are_folded(cast, visitor):
    with cast.acting("petra"):
        guard.open_child(cast.norrskolan, roster=cast.world.pupil["leo"])  # Åström
    assert "Leo Åström" in search(visitor, "petra", "åst")
    assert "Leo Åström" not in search(visitor, "petra", "ast")
    assert "Marković" in search(visitor, "david", "markovic")


def test_namesakes_are_told_apart_by_class_and_year(cast, visitor):
    page = search(visitor, "petra", "adam")
    assert "4B" in page and "född 2015" in page


def test_another_mentors_child_looks_exactly_like_no_child(cast, visitor):
    hidden, absent = (search(visitor, "petra", asked) for asked in ("elsa", "nobody"))
    assert hidden == absent


def test_an_identity_number_finds_my_child_alone(cast, visitor):
    with cast.acting("birgitta"):
        guard.open_child(cast.bvc, given="Tova", family="Ny", key="tova ny", birth_year=2017, number=NUMBER)
    for written in (NUMBER, "20170101-2393", "170101-2393"):
        assert "Tova Ny" in search(visitor, "birgitta", written)
        assert "Tova" not in search(visitor, "petra", written)


def test_what_is_no_number_is_a_name(cast):
    assert identity_number("adam") == identity_number("2015") == identity_number("") == ""
    assert identity_number("170101-2393") == NUMBER


def test_titles_of_notes_are_found_and_never_their_texts(cast, visitor):
    with cast.acting("petra") as acting:
        told = {"kind": "talk", "title": "Promenad i skogen", "text": "Hemlig glass.", "for_guardians": "yes"}
        home = wall(1, Category.HOME)
        Entry.write(told, subject=cast.adam, wall=home, by=acting.capacity_id, at=now(), pk=uuid4())
    assert "Promenad i skogen" in search(visitor, "petra", "skogen")
    assert "Promenad" not in search(visitor, "petra", "glass")
    assert "Promenad" not in search(visitor, "gunilla", "skogen")  # the home wall is not hers
    assert "Promenad" not in search(visitor, "maja", "skogen")


def test_the_log_holds_whom_one_saw_and_not_what_one_typed(cast, visitor):
    search(visitor, "petra", "adam")
    with cast.acting("petra"):
        latest = guard.rows("my_looks")[0]
    assert (latest["kind"], latest["shown"]) == ("search", 1)
    assert "adam" not in str(latest).lower()


def test_a_search_asks_as_much_whatever_it_finds(cast, visitor, asking):
    counts = set()
    search(visitor, "petra", "ad")
    for asked in ("ad", "no", "ha"):
        with asking() as counted:
            search(visitor, "petra", asked)
        counts.add(len(counted().statements))
    assert len(counts) == 1
    asked = [sql for sql in counted().statements if "from guard.my_children()" in sql]
    assert len(asked) == 1, "children, notes, guardians and other adults come together"
    assert not counted().protected, counted().protected


def test_everyone_can_read_how_accessible_it_is(client, database):
    page = client.get("/accessibility/")
    assert page.status_code == 200 and "Tillgänglighet" in page.content.decode()


def test_results_stand_by_kind_and_a_home_is_never_a_number(cast, visitor):
    called(cast)
    page = search(visitor, "petra", "hodan")
    assert "Hodan Hassan" in page and 'id="found-people"' in page and "Adam H" in page and "tel:" not in page
    assert "Gunilla Norén" in search(visitor, "petra", "noré")
    assert 'id="found-meetings"' in search(visitor, "petra", "gemensamt adam")
    assert f"/children/{cast.adam}/notes/new/" in search(visitor, "petra", "anteckning adam")


def test_a_stranger_finds_neither_the_family_nor_the_meeting(cast, visitor):
    called(cast)
    for asked in ("hodan", "gemensamt adam", "anteckning adam"):
        page = search(visitor, "david", asked)
        assert "Hodan" not in page and str(cast.adam) not in page and "Adam H" not in page
