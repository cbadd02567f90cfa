"""*Barn* and the child's page."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.urls import reverse

from samling.access import guard
from samling.day.tests.test_today import main, raise_concern
from samling.demo.build import session_for
from samling.demo.grow import grow
from samling.gathering.tests.test_meetings import called
from samling.journey.models import Entry, Party
from samling.journey.telling import tell
from samling.journey.tests.test_parties import invited
from samling.kernel.categories import SHARED_BRANCH, Category, wall
from samling.records.clock import now
from tests.walls.database import as_guard

HOME, CONCERN = wall(1, Category.HOME), wall(1, Category.CONCERN)


def happened(cast, key, *kinds, who="petra", ago=0):
    """Events about a child, some days ago."""
    with cast.acting(who) as acting:
        at = now() - dt.timedelta(days=ago)
        for kind in kinds:
            tell(cast.world.child[key], CONCERN, kind, by=acting.capacity_id, at=at)


def test_the_list_holds_my_children_and_where_each_stands(cast, visitor):
    happened(cast, "adam", "concern noted", ago=9)
    page = main(visitor.as_("petra").get(reverse("desk:children")))
    assert "Adam Hassan" in page and "Elsa" not in page
    assert "9 dagar" in page and "Oro" in page


def test_the_longest_silent_stands_first(cast, visitor):
    happened(cast, "adam", "concern noted", ago=20)
    happened(cast, "noor", "concern noted", ago=30)
    page = main(visitor.as_("petra").get(reverse("desk:children")))
    assert page.index("Noor") < page.index("Adam")
    page = main(visitor.get(reverse("desk:children"), {"sort": "name"}))
    assert page.index("Adam") < page.index("Noor")


def test_what_rests_comes_after_what_goes_on(cast, visitor):
    happened(cast, "noor", "concern noted", "concern closed", ago=30)
    happened(cast, "noor", "note written", ago=29)
    page = main(visitor.as_("petra").get(reverse("desk:children")))
    assert page.index("Noor") < page.index("Adam"), "nothing goes on around either: the longest silent first"
    happened(cast, "adam", "concern noted", ago=20)
    page = main(visitor.get(reverse("desk:children")))
    assert page.index("Adam") < page.index("Noor"), "a note after it was solved is no matter that goes on"


def test_what_happens_in_the_shared_space_breaks_the_silence(cast, visitor):
    happened(cast, "adam", "concern noted", ago=30)
    happened(cast, "noor", "concern noted", ago=20)
    first = main(visitor.as_("petra").get(reverse("desk:children")))
    assert first.index("Adam") < first.index("Noor")
    called(cast)
    page = main(visitor.get(reverse("desk:children")))
    assert page.index("Noor") < page.index("Adam"), "a joint meeting was called around Adam today"


@pytest.mark.parametrize(
    "asked", [{"page": "2"}, {"page": "x"}, {"page": "-1"}, {"sort": "x"}, {"page": "9" * 40}]
)
def test_odd_addresses_show_a_page(cast, visitor, asked):
    assert "Adam" in main(visitor.as_("petra").get(reverse("desk:children"), asked))


def test_without_children_the_list_says_how_they_come_here(cast, visitor):
    page = main(visitor.as_("samir").get(reverse("desk:children")))
    assert "Ett barn kommer hit när du berättar om en oro" in page


def test_a_role_without_children_is_not_led_to_tell_of_one(cast, visitor):
    tell_url = f'href="{reverse("concern:new")}"'
    for here in (reverse("desk:children"), "/"):
        assert tell_url not in main(visitor.as_("ingrid").get(here))
        assert tell_url in main(visitor.as_("petra").get(here))


def test_those_who_were_invited_to_help_stand_together_with_the_others(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    visitor.as_("maria").post(reverse("journey:accept", args=[party]), {"yes": "1"})
    listed = main(visitor.get(reverse("desk:children"))).split('class="kids"')[1]
    assert "Tillsammans" in listed and "Inget på gång" not in listed and "Inget berättat än" not in listed
    there = re.search(r'href="(/children/[0-9a-f-]{36}/)"', listed)[1]
    page = main(visitor.get(there))
    assert "Flera hjälper Adam tillsammans." in page and "Börja med checklistan" not in page
    assert visitor.get(f"{there}checklist/").status_code == 403


def test_a_team_sees_how_far_each_has_come_and_what_is_next(cast, visitor):
    _consent, _yes, party = invited(cast, cast.lotsen_social)
    visitor.as_("maria").post(reverse("journey:accept", args=[party]), {"yes": "1"})
    kids = reverse("desk:children")
    there = re.search(r'href="(/children/[0-9a-f-]{36}/)"', main(visitor.get(kids)).split('class="kids"')[1])[1]
    assert f'href="{there}views/">Börja kartläggningen' in main(visitor.get(there))
    with cast.acting("maria") as acting:
        journey = Party.objects.get(pk=party).journey_id
        tell(journey, wall(SHARED_BRANCH, Category.PLAN), "plan begun", by=acting.capacity_id, at=now())
    assert "Adam" in main(visitor.get(kids, {"stage": "plan"})) and "Adam" not in main(visitor.get(kids, {"stage": "together"}))
    page = main(visitor.get(there))
    assert "Det finns en plan runt Adam" in page and "hoppat över" in page.split("Kartläggning")[1][:60]
    assert "De har tackat ja till din inbjudan, Teamet Lotsen" in main(visitor.as_("petra").get("/"))
    visitor.post(reverse("journey:party-end", args=[party]), {"yes": "1"})
    page = main(visitor.as_("maria").get(there))
    assert "Er del i hjälpen runt Adam är slut." in page
    assert "Avslutad" in main(visitor.get(kids)).split('class="kids"')[1], "as the page says, though the space is read no more"


def test_the_list_is_logged_with_the_ids_it_shows(cast, visitor):
    visitor.as_("petra").get(reverse("desk:children"))
    with cast.acting("petra"):
        latest = next(row for row in guard.rows("my_looks") if row["kind"] == "list")
    assert latest["shown"] == 2


def test_a_page_has_fifty_and_the_list_asks_as_much_for_many_as_for_few(cast, visitor, asking):
    grown = grow(130)
    counts = {}
    for name, capacity in (("worker", grown.worker), ("leader", grown.leader)):
        visitor.cookies["session"] = session_for(capacity)
        visitor.get(reverse("desk:children"))
        with asking() as asked:
            page = main(visitor.get(reverse("desk:children")))
        counts[name] = (len(asked().statements), len(asked().protected), page.count("<li>"))
    assert counts["worker"][2] == 20 and counts["leader"][2] == 50
    assert counts["worker"][:2] == counts["leader"][:2], counts
    assert counts["leader"][1] <= 7, counts


def test_the_longest_silent_stand_first_over_the_whole_list_and_not_page_by_page(cast, visitor):
    grown = grow(130)
    with as_guard() as cursor:
        cursor.execute("update journey_event set written_at = written_at - make_interval(mins => abs(hashtext(subject_id::text)) % 997)"
                       " where kind <> 'concern noted'")  # fmt: skip
        cursor.execute("update journey_event set kind = 'concern closed' where kind = 'trying something' and"
                       " abs(hashtext(subject_id::text)) % 7 = 0")  # fmt: skip
        cursor.execute(
            "select c.subject_id::text from people_child c join people_capacity k on k.unit_id = c.unit_id"
            " join journey_event e on e.subject_id = c.subject_id where k.id = %s group by c.subject_id"
            " order by bool_or(e.kind = 'concern closed'), max(e.written_at), c.sort_key, c.subject_id", [grown.leader],
        )  # fmt: skip
        right = [child for (child,) in cursor.fetchall()]
    visitor.cookies["session"] = session_for(grown.leader)
    pages = [main(visitor.get(reverse("desk:children"), {"page": number})).split('class="kids"')[1] for number in (1, 2, 3, 9)]
    found = [re.findall(r'href="/children/([0-9a-f-]{36})/"', page) for page in pages]
    assert [*found[0], *found[1], *found[2]] == right and len(right) == 130
    assert found[3] == found[2], "further on than there is: the last page"


def test_the_page_of_a_child_has_exactly_one_primary_step(cast, visitor, me):
    page = main(visitor.as_("petra").get(reverse("desk:child", args=[cast.adam])))
    assert page.count("button--primary") == 1 and "Berätta om en oro" in page
    raise_concern(cast, me)
    page = main(visitor.get(reverse("desk:child", args=[cast.adam])))
    assert page.count("button--primary") == 1 and "checklist" in page.split("button--primary")[1][:120]
    page = main(visitor.as_("gunilla").get(reverse("desk:child", args=[cast.adam])))
    assert "Ta hand om oron" in page


def test_the_page_shows_who_is_around_and_the_tail_of_the_story(cast, visitor):
    with cast.acting("petra") as acting:
        told = {"kind": "talk", "title": "Rubrik", "text": "Det här sades.", "for_guardians": "yes"}
        Entry.write(told, subject=cast.adam, wall=HOME, by=acting.capacity_id, at=now(), pk=uuid4())
    page = main(visitor.as_("petra").get(reverse("desk:child", args=[cast.adam])))
    assert "Hodan Hassan" in page and "tel:07017406" in page and "Det här sades." in page


def test_whoever_may_know_that_the_home_must_not_be_contacted_is_never_led_to_ask_it(cast, visitor):
    from samling.contact.models import NoContact
    from samling.people.models import Child

    with cast.acting("gunilla"):
        guard.assign(cast.ines, cast.amir, because="hjälper")
    with cast.acting("amir") as acting:
        NoContact.decide(
            Child.objects.get(pk=cast.ines),
            [cast.dragan, cast.mila],
            because="fara",
            by=acting.capacity_id,
            at=now(),
        )
    happened(cast, "ines", "checklist taken further", who="david")
    page = main(visitor.as_("amir").get(reverse("desk:child", args=[cast.ines])))
    assert "får inte kontaktas" in page and "Kontakta inte" in page and "Fråga om ett ja" not in page
    before = main(visitor.as_("david").get(reverse("desk:child", args=[cast.ines])))
    assert "kontaktas" not in before and "Kontakta inte" not in before and "Dragan" in before


def test_a_stranger_finds_no_child(cast, visitor):
    assert visitor.as_("ulf").get(reverse("desk:child", args=[cast.adam])).status_code == 404


def test_whoever_may_only_write_a_concern_sees_a_page_that_leads_there(cast, visitor):
    with cast.acting("jonas"):
        guard.open_child(cast.norrskolan, roster=cast.world.pupil["adam"])
    page = main(visitor.as_("jonas").get(reverse("desk:child", args=[cast.adam])))
    assert "Berätta om en oro" in page and "Hodan" not in page


def test_the_page_of_a_child_asks_as_much_however_much_has_happened(cast, visitor, me, asking):
    page = reverse("desk:child", args=[cast.adam])
    visitor.as_("petra").get(page)
    counts = []
    for number in (1, 15):
        raise_concern(cast, me)
        with cast.acting("petra") as acting:
            for _one in range(number):
                told = {"kind": "talk", "title": "R", "text": "T", "for_guardians": "yes"}
                Entry.write(told, subject=cast.adam, wall=HOME, by=acting.capacity_id, at=now(), pk=uuid4())
        with asking() as asked:
            visitor.get(page)
        counts.append((len(asked().statements), len(asked().protected)))
    assert counts[0] == counts[1], counts
    print(counts)
    assert counts[1][1] <= 12, "\n".join(asked().protected)


def test_a_protected_child_is_on_nobodys_list_but_the_readers(cast, visitor):
    with cast.acting("gunilla"):
        guard.protect(cast.adam, form="registered")
    assert "Adam" not in main(visitor.as_("petra").get(reverse("desk:children")))
    assert visitor.get(reverse("desk:child", args=[cast.adam])).status_code == 404
    assert "Adam" in main(visitor.as_("gunilla").get(reverse("desk:children")))


def test_children_are_chosen_by_stage_and_class_and_sorted(cast, visitor):
    happened(cast, "adam", "concern noted", ago=3)
    everyone = main(visitor.as_("petra").get("/children/?sort=stay"))
    assert everyone.index("Adam Hassan") < everyone.index("Noor"), "what stands somewhere before what rests"
    worried = main(visitor.get("/children/?stage=concern"))
    assert "Adam Hassan" in worried and "Noor" not in worried
    assert "Inget barn passar in på det valet." in main(visitor.get("/children/?stage=checklist"))
    assert "Adam Hassan" in main(visitor.get("/children/?group=finns-inte&stage=finns-inte&sort=finns-inte"))


def test_the_team_sees_its_queue_among_the_children_and_a_teacher_sees_none(cast, visitor):
    assert 'id="queue"' not in main(visitor.as_("petra").get("/children/"))
    assert 'id="queue"' not in main(visitor.as_("maria").get("/children/")), "nothing waits"
