"""A yes is taken back in the middle of a plan: at the next click each of five people sees exactly what she may."""

from html import unescape

import pytest
from django.utils.html import strip_tags

from samling.consent.models import ConsentAnswer
from samling.consent.tests.asking import LEARNING, NAME
from samling.journey.models import Entry, Party, coordinate, coordinating
from samling.letters.models import Letter, Message
from samling.plan.models import Goal, Plan, Wording
from samling.promises.models import Promise, PromiseWord
from samling.promises.tests import table
from samling.records.clock import now
from samling.sharing.tests.test_stories import note, open_as
from samling.views.models import Note
from samling.views.tests.around import LONG, child_of, me, place, set_table, tell_story
from tests.walls.database import as_guard

TOLD, LAID, DRAFTED = "Lugnare mornar", "Räknar gärna med Jonas.", "Vi vill bjuda in er till ett möte."
GOES_ON, WORDS = "Maria öppnar dörren till fritidsbanken.", table.GOAL["words"]
LEFT = "Ingen håller det här löftet nu."
SCHOOL, TEAM = ("petra", "jonas", "gunilla"), ("maria", "karin")


def under_way(cast):
    """Adam's plan between the school and Lotsen; Maria coordinates, and all that she reads rests on two yeses."""
    told = note(cast, "petra", cast.adam, LEARNING, TOLD)
    cast.consent, cast.theirs = set_table(cast, LEARNING)
    open_as(cast, "petra", cast.consent, [NAME, LEARNING], records=[(LEARNING, told)])
    place(cast, text=LAID, at_table=True)
    tell_story(cast, text=LONG)
    cast.plan = table.begun(cast)
    with cast.acting("maria"):
        coordinate(Plan.objects.get(pk=cast.plan).subject_id, coordinator=cast.maria, deputy=cast.petra)
    goal = {"goal": None}
    cast.goal = table.goal(cast, cast.plan)
    own = {"phrase": "", "what": "", "does": GOES_ON, "side": "social"} | goal
    cast.hers = table.promise(cast, cast.plan, maker="maria", writer="maria", **own)
    cast.kept = table.promise(cast, cast.plan)
    cast.home = table.promise(cast, cast.plan, **table.of_hodan(cast))
    for one, who, how in ((cast.hers, "maria", "self"), (cast.kept, "petra", "self"), (cast.home, "petra", "spoken")):
        table.say(cast, one, "yes", who=who, how=how)
    with cast.acting("petra") as acting:
        mother = next(one for one in Letter.recipients(child_of(cast), now()) if one.pk == cast.hodan)
        cast.letter = Letter.draft(child_of(cast), mother, kind="meeting", words={"what": DRAFTED}, by=me(acting), at=now()).pk


def mother_rings(cast, visitor):
    """Hodan takes her yes back; Petra writes it down as she was told."""
    with cast.acting("petra"):
        hers = ConsentAnswer.objects.get(consent=cast.consent, guardian=cast.hodan)
    assert visitor.as_("petra").post(f"/answers/{hers.pk}/withdrawal/", {"how": "spoken"}).status_code == 302


def rows():
    """How many rows each table has."""
    with as_guard() as cursor:
        cursor.execute("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
        names = [name for (name,) in cursor.fetchall()]
        counted = {}
        for name in names:
            cursor.execute(f'select count(*) from "{name}"')
            counted[name] = cursor.fetchone()[0]
    return counted


@pytest.fixture
def read(cast, visitor):
    """What a page says to somebody, in words; empty where it is not hers to know of."""

    def reading(who, address):
        answer = visitor.as_(who).get(address)
        assert answer.status_code in (200, 404), (who, address, answer.status_code)
        return " ".join(unescape(strip_tags(answer.content.decode())).split()) if answer.status_code == 200 else ""

    return reading


def shared(cast):
    """The addresses of what stands in the middle."""
    return (f"/plans/{cast.plan}/", f"/plans/promises/{cast.hers}/", f"/plans/promises/{cast.kept}/", f"/plans/goals/{cast.goal}/",
            f"/plans/{cast.plan}/versions/")  # fmt: skip


def test_a_yes_taken_back_in_the_middle(cast, visitor, read):
    under_way(cast)
    for who in ("petra", "jonas", "maria"):
        assert all(read(who, one) for one in shared(cast)), who
    assert TOLD in read("maria", f"/told/{cast.adam}/") and LAID in read("maria", f"/children/{cast.theirs}/views/")
    before = rows()
    assert before["plan_wording"] and before["access_disclosure"] and before["views_notebody"]
    mother_rings(cast, visitor)

    for who in TEAM:  # nothing of it is theirs to read, nor to know of
        assert not any(read(who, one) for one in (*shared(cast), f"/told/{cast.adam}/", f"/children/{cast.adam}/")), who
        for address in ("/", "/told/", "/children/", f"/children/{cast.theirs}/", f"/children/{cast.theirs}/views/"):
            assert not [word for word in (TOLD, LAID, WORDS, GOES_ON) if word in read(who, address)], (who, address)
        with cast.acting(who):
            for model in (Plan, Goal, Promise, PromiseWord, Wording, Note, Entry):
                assert not model.objects.exists(), (who, model)
    assert "Adam Hassan" in read("maria", f"/children/{cast.theirs}/"), "her own row stays hers"

    for who in SCHOOL:
        page = read(who, f"/plans/{cast.plan}/")
        assert all(word in page for word in (WORDS, GOES_ON, "Maria Lind", "Petra Ek", "yoghurt i bilen")), who
        assert page.count(LEFT) == 1, who
        assert LEFT.rstrip(".").lower() in read(who, f"/plans/promises/{cast.hers}/").lower()
        assert LEFT.rstrip(".").lower() not in read(who, f"/plans/promises/{cast.kept}/").lower()
    with cast.acting("petra"):
        journey = Plan.objects.get(pk=cast.plan).subject_id
        held = coordinating([journey])[journey]
        assert held.coordinator == cast.petra and held.deputy not in (None, cast.petra, cast.maria)
        assert [one.unit_id for one in Party.objects.filter(journey_id=journey, ended_at=None)] == [cast.norrskolan]
        assert Promise.objects.get(pk=cast.hers).is_left and not Promise.objects.get(pk=cast.kept).is_left
    assert "ingen håller det här löftet nu" in read("petra", "/"), "and who coordinates now is told"
    assert "ingen håller det här löftet nu" not in read("jonas", "/")
    assert "Inget väntar på dig" not in read("petra", "/") and "Fråga någon annan" in read("petra", "/")
    page = read("petra", f"/plans/promises/{cast.hers}/")
    assert "Maria Lind är inte med runt bordet längre" in page and "Eller fråga någon annan runt bordet" in page
    asked = visitor.as_("petra").post(f"/plans/promises/{cast.hers}/asking-another/", {"whom": cast.jonas})
    assert asked.status_code == 302 and "Jonas Wik är tillfrågad" in read("petra", f"/plans/promises/{cast.hers}/")
    visitor.as_("jonas").post(f"/plans/promises/{cast.hers}/take/", {"yes": "yes"})
    with cast.acting("petra"):
        assert Promise.objects.get(pk=cast.hers).holder_id == cast.jonas

    receipt = read("petra", f"/consents/{cast.consent}/receipt/")
    assert TOLD in receipt and "Lotsen" in receipt and "Stängt" in receipt
    assert not [name for name, many in rows().items() if many < before[name]], "nothing is deleted"
    with cast.acting("petra"):
        assert Letter.objects.get(pk=cast.letter).messages.count() == 0 and not Message.objects.exists()
    assert DRAFTED in read("petra", f"/letters/{cast.letter}/") and not read("maria", f"/letters/{cast.letter}/")
