"""The pages of the plan: the whole way by pressing what a person presses."""

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samling.access import guard
from samling.plan.models import Plan
from samling.promises.models import Promise
from tests.walls.database import as_guard

from . import table


def fields(answer, **more):
    """What a form sends as it stands, and what one writes in it."""
    html = answer.content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(key|seen)" value="([^"]*)"', html))
    return sent | more


@pytest.fixture
def plan(cast):
    return table.begun(cast)


def text(answer):
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return answer.content.decode()


def test_a_plan_is_begun_with_two_who_hold_it_and_a_day(cast, visitor):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Står vid sidan.")
    petra = visitor.as_("petra")
    where = reverse("plan:new", args=[cast.adam])
    page = text(petra.get(where))
    assert "Börja en plan" in page
    deputies = page.split('name="deputy"')[1].split("</select>")[0]
    assert str(cast.jonas) in deputies and str(cast.petra) not in deputies, "nobody is her own deputy"
    alone = petra.post(where, {"kind": "school", "coordinator": cast.petra, "deputy": cast.petra, "review_on": "2026-01-20"})
    assert alone.status_code == 422
    made = petra.post(where, {"kind": "school", "coordinator": cast.petra, "deputy": cast.jonas, "review_on": "2026-01-20"})
    assert made.status_code == 302
    assert "Här står målen" in text(petra.get(made.url))
    assert petra.get(reverse("plan:child", args=[cast.adam])).url == made.url


def test_a_goal_and_a_promise_are_written_and_answered(cast, visitor, plan):
    petra = visitor.as_("petra")
    page = petra.get(reverse("plan:goal-new", args=[plan]))
    told = {"words": "Jag vill gå in genom lilla dörren.", "voice": "child", "name": "Adam", "said_on": "2025-11-20", "baseline": "-1"}
    assert petra.post(reverse("plan:goal-new", args=[plan]), fields(page, **told)).status_code == 302
    where = reverse("promises:new", args=[plan])
    page = petra.get(where)
    told = {"maker": f"staff:{cast.jonas}", "phrase": "side_door", "what": "08.10", "rhythm": "daily", "nature": "setting",
            "starts_on": "2025-11-21", "until_on": "2025-12-19", "level": "individual"}  # fmt: skip
    made = petra.post(where, fields(page, **told))
    assert made.status_code == 302, made.content.decode()
    assert "Jonas Wik öppnar lilla dörren för dig klockan 08.10." in text(petra.get(made.url))
    jonas = cast.visitor().as_("jonas")
    assert "Ja, jag lovar" in text(jonas.get("/"))
    one = UUID(made.url.split("/")[-2])
    assert jonas.post(reverse("promises:answer", args=[one]), {"word": "yes", "from": "today"}).url == "/"
    assert "lovat" in text(petra.get(reverse("promises:plan", args=[plan])))
    here = reverse("promises:plan", args=[plan])
    assert "öppnar lilla dörren för dig" in text(petra.get(here + "?as=child"))
    readers = re.findall(r'href="(\?as=home[^"]+)">([^<]+)', text(petra.get(here)))
    assert sorted(name for _to, name in readers) == ["Läs som Ali", "Läs som Hodan"], "each guardian"
    for to, name in readers:
        assert f">{name}</a>" not in text(petra.get(here + to.replace("&amp;", "&"))), "the one it is read as is no link"


def test_a_ready_sentence_says_what_sort_of_help_it_is(cast, visitor, plan):
    petra, where = visitor.as_("petra"), reverse("promises:new", args=[plan])
    told = {"maker": f"staff:{cast.jonas}", "rhythm": "daily", "starts_on": "2025-11-21", "until_on": "2025-12-19", "level": "individual"}
    own = petra.post(where, fields(petra.get(where), **told, does="Jonas väntar vid grinden."))
    assert own.status_code == 422 and "Välj vilken sorts hjälp det är." in own.content.decode()
    for nature in ("", "talk"):
        assert petra.post(where, fields(petra.get(where), **told, phrase="side_door", what="08.10", nature=nature)).status_code == 302
    with cast.acting("petra"):
        assert sorted(Promise.objects.values_list("nature", flat=True)) == ["setting", "talk"]


def test_a_family_is_not_asked_to_carry_messages(cast, visitor, plan):
    petra = visitor.as_("petra")
    where = reverse("promises:new", args=[plan])
    told = {"maker": f"guardian:{cast.hodan}", "does": "Hodan meddelar BUP vad skolan sagt.", "rhythm": "once", "nature": "routine",
            "starts_on": "2025-11-21", "until_on": "2025-12-19", "level": "individual"}  # fmt: skip
    refused = petra.post(where, fields(petra.get(where), **told))
    assert refused.status_code == 422 and "Kan någon av er göra det i stället?" in refused.content.decode()
    assert petra.post(where, fields(petra.get(where), **told | {"nature": "message"})).status_code == 422
    with cast.acting("petra"):
        assert not Promise.objects.exists()


def test_two_who_write_at_once_see_both_texts(cast, plan):
    one = table.promise(cast, plan)
    first, second = cast.visitor().as_("petra"), cast.visitor().as_("jonas")
    where = reverse("promises:reword", args=[one])
    days = {"rhythm": "daily", "starts_on": "2025-11-20", "until_on": "2025-12-18"}
    seen_by_first, seen_by_second = first.get(where), second.get(where)
    assert first.post(where, fields(seen_by_first, does="Petra väntar vid grinden.", **days)).status_code == 302
    both = second.post(where, fields(seen_by_second, does="Petra väntar i rummet.", **days))
    html = both.content.decode()
    assert both.status_code == 409 and "Petra väntar vid grinden." in html and "Petra väntar i rummet." in html
    assert second.post(where, fields(both, does="Petra väntar i rummet.", **days)).status_code == 302
    page = text(second.get(reverse("promises:promise", args=[one])))
    assert "Petra väntar i rummet." in page and "Petra väntar vid grinden." in page


def test_a_version_is_published_read_at_home_and_sent(cast, visitor, plan):
    petra = visitor.as_("petra")
    table.goal(cast, plan)
    table.promise(cast, plan)
    made = petra.post(reverse("papers:publish", args=[plan]))
    assert "Version 1" in text(petra.get(made.url))
    version = made.url.split("/")[-2]
    where = reverse("papers:acknowledge", args=[version])
    told = {"who": str(cast.hodan), "stance": "no", "how": "spoken", "heard_on": "2025-11-20"}
    assert petra.post(where, fields(petra.get(where), **told)).status_code == 302
    where = reverse("papers:send", args=[version])
    told = {"to": "", "name": "Fotbollsklubben", "how": "paper", "sent_on": "2025-11-20"}
    assert petra.post(where, fields(petra.get(where), **told)).status_code == 302
    page = text(petra.get(made.url))
    assert "håller inte med" in page and "Fotbollsklubben" in page
    receipt = re.search(r'action="(/plans/copies/[^"]+)"', page)[1]
    petra.post(receipt)
    assert "Kom fram" in text(petra.get(made.url))


def test_the_link_shows_one_line_and_works_once(cast, visitor, plan):
    petra = visitor.as_("petra")
    one = table.promise(cast, plan, **table.of_hodan(cast))
    table.promise(cast, plan)
    shown = petra.post(reverse("promises:link", args=[one])).content.decode()
    address = re.search(r"http://testserver(/promises/[\w-]+/)", shown)[1]
    home = cast.visitor()
    page = home.get(address)
    html = text(page)
    assert "yoghurt i bilen" in html and "08.10" not in html and "Norrskolan" not in html and "Petra" not in html
    assert page.headers["Cache-Control"] == "no-store" and "noindex" in page.headers["X-Robots-Tag"]
    assert home.post(address, {"answer": ""}).status_code == 422
    assert "Du har sagt ja" in text(home.post(address, {"answer": "yes"}))
    assert home.get(address).status_code == 410 and home.post(address, {"answer": "no"}).status_code == 410
    assert "med en egen länk" in text(petra.get(reverse("promises:promise", args=[one])))


def test_wrong_links_are_stopped_for_a_while(cast, plan, visitor):
    one = table.promise(cast, plan, **table.of_hodan(cast))
    shown = visitor.as_("petra").post(reverse("promises:link", args=[one])).content.decode()
    address = re.search(r"http://testserver(/promises/[\w-]+/)", shown)[1]
    home = cast.visitor()
    for turn in range(30):
        assert home.get(f"/promises/wrong{turn}/").status_code == 410
    assert home.get(address).status_code == 410


def test_the_plan_asks_as_many_questions_with_many_promises(cast, visitor, plan):
    table.goal(cast, plan)
    petra, counts = visitor.as_("petra"), []
    for number in (1, 6):
        for _one in range(number):
            table.say(cast, table.promise(cast, plan), "yes")
        petra.get("/")
        with CaptureQueriesContext(connection) as asked:
            text(petra.get(reverse("promises:plan", args=[plan])))
        counts.append(len(asked))
    assert counts[0] == counts[1], counts
    with cast.acting("petra"):
        assert Plan.objects.count() == 1


def test_who_takes_part_goes_by_what_it_rests_on_and_not_by_the_row(cast, plan):
    def near():
        with cast.acting("petra"):
            found = Plan.objects.get(pk=plan)
            return found.readers, [str(one.unit) for one in found.parties]

    table.joined(cast)
    table.joined(cast, unit="bup", how="copy")
    assert near() == (["Norrskolan", "Teamet Lotsen, socialtjänst"], ["Norrskolan", "Teamet Lotsen, socialtjänst", "BUP Mittland"])
    with as_guard() as cursor:
        cursor.execute("update access_ground set until_at = guard.now() where id in (select ground_id from journey_party)")
    readers, parties = near()
    assert readers == parties == ["Norrskolan"], "its time is over, though nobody has ended its part"
