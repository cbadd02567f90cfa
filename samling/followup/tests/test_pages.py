"""The pages of follow-up as people meet them: asked on the phone, at the table, by a link; and skipped."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samling.access.door import open_walls
from samling.consent.tests.asking import NAME, ask
from samling.consent.tests.asking import answer as yes
from samling.followup.models import answered
from samling.followup.rules import How, State
from samling.instruments.shape import Time
from samling.journey.models import Draft
from samling.letters.tests.world import later
from samling.promises.tests import table
from samling.records.clock import now, today
from samling.sharing.tests.test_stories import open_as
from samling.views.tests.around import child_of

from .asked import CHILD, answer, begin, guardian, put, teacher

pytestmark = pytest.mark.usefixtures("database")


def keyed(page) -> str:
    return re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]


def test_whoever_asks_sees_the_budget_and_the_answer_is_noted_once(cast, visitor):
    first = begin(cast)
    petra = visitor.as_("petra")
    assert "Dags att fråga" in petra.get(f"/children/{cast.world.child['adam']}/followup/").content.decode()
    today_page = petra.get("/").content.decode()
    assert "Vid starten" in today_page
    page = petra.get(f"/followup/{first.pk}/")
    assert "kan få en fråga nu" in page.content.decode()
    with CaptureQueriesContext(connection) as asked:
        sent = petra.post(f"/followup/{first.pk}/", {"key": keyed(page), "person": "child", "how": "phone"})
    assert sent.status_code == 302
    assert len([one for one in asked.captured_queries if "my_access_to" in one["sql"]]) == 1, "what one may write is asked once"
    sheet = petra.get(f"{sent.url}answer/")
    told = {"key": keyed(sheet), "how": "phone", "heard_on": str(today()), "state": "answered", "B1": "3", "B2": "unknown", "B3": "0"}
    for _again in range(2):
        done = petra.post(f"{sent.url}answer/", told)
        assert done.status_code in (302, 403)
    with cast.acting("petra"):
        petra.get(f"/children/{cast.world.child['adam']}/")
        assert [one.state for one in answered(child_of(cast))] == [State.ANSWERED]
    shown = petra.get(sent.url).content.decode()
    assert "ej validerat" in shown and "<dd>mest</dd>" in shown and "vet inte" in shown
    assert "eller på ett möte" in petra.get(f"/followup/{first.pk}/").content.decode()
    again = petra.post(f"/followup/{first.pk}/", {"key": keyed(petra.get(f"/followup/{first.pk}/")), "person": "child", "how": "phone"})
    assert again.status_code == 422 and "två veckor" in again.content.decode(), "what stands in the way is said at the choice"
    assert visitor.as_("maja").get(sent.url).status_code == 404


def test_a_head_is_offered_nobody_whose_answer_she_could_not_write_down(cast, visitor):
    first = begin(cast)
    offered = {who: re.findall(r'name="person" value="(\w+)', visitor.as_(who).get(f"/followup/{first.pk}/").content.decode())
               for who in ("gunilla", "petra")}  # fmt: skip
    assert set(offered["gunilla"]) == {"school"} and set(offered["petra"]) == {"child", "home", "school"}


def test_a_small_child_answers_by_faces_at_the_table_and_may_skip(cast, visitor):
    first = begin(cast)
    asked = put(cast, first, CHILD._replace(young=True), How.TABLE)
    petra = visitor.as_("petra")
    page = petra.get(f"/followup/asked/{asked.pk}/answer/?as=table").content.decode()
    assert page.count("<fieldset") == 5 and "followup__face" in page and "mycket glad" in page
    assert 'name="B5"' not in page and 'name="B6"' in page
    key = re.search(r'name="key" value="([^"]+)"', page)[1]
    sent = {"key": key, "how": "table", "heard_on": str(today()), "state": "skipped"}
    assert petra.post(f"/followup/asked/{asked.pk}/answer/?as=table", sent).status_code == 302
    assert "Hoppade över den här gången" in petra.get(f"/followup/asked/{asked.pk}/").content.decode()
    paper = petra.get(f"/followup/asked/{asked.pk}/paper/").content.decode()
    body = paper[paper.index("<h1"):]
    assert asked.code in body and "Adam" not in body[: body.index("</ol>")]


def test_a_guardian_answers_by_the_link_that_names_nobody(cast, visitor, client):
    asked = put(cast, begin(cast), guardian(cast, "ali"), How.LINK)
    petra = visitor.as_("petra")
    made = petra.post(f"/followup/asked/{asked.pk}/link/").content.decode()
    address = re.search(r"https?://[^/]+(/questions/[\w-]+/)", made)[1]
    page = client.get(address, HTTP_ACCEPT_LANGUAGE="en")
    assert page.status_code == 200 and "Adam" not in page.content.decode() and page.headers["Cache-Control"] == "no-store"
    assert client.post(address, {"state": "answered", "H1": "9"}).status_code == 422
    early = client.post(address, {"state": "answered"})  # a press too early is no skip, and closes no link
    assert early.status_code == 422 and "Inget är valt än" in early.content.decode()
    assert client.post(address, {"state": "answered", "H1": "4", "H9": "2"}).status_code == 200
    assert client.get(address).status_code == 410


def test_what_was_begun_is_kept_and_led_back_to(cast, visitor):
    asked = put(cast, begin(cast, Time.LIGHT), CHILD)
    petra = visitor.as_("petra")
    with cast.acting("petra") as acting:
        Draft.keep(f"reply-{asked.pk}", {"D1": ["2"]}, by=acting.capacity_id, at=now())
    assert f"/followup/asked/{asked.pk}/" in petra.get("/").content.decode()
    page = petra.get(f"/followup/asked/{asked.pk}/answer/").content.decode()
    assert re.search(r'value="2"[^>]*checked', page)
    answer(cast, asked, {"D1": 2})
    assert petra.get(f"/followup/asked/{asked.pk}/answer/").status_code == 403


def test_each_promise_is_asked_about_on_the_same_sheet_in_person_and_by_the_link(cast, visitor, client):
    plan = table.begun(cast)
    promise = table.promise(cast, plan, **table.of_hodan(cast))
    table.promise(cast, plan, writer="petra", maker="jonas", what="muren")  # asked, and nobody has promised it
    table.say(cast, promise, "yes", how="spoken")
    later(minutes=20)  # the look at the plan is over
    petra, first = visitor.as_("petra"), begin(cast)
    for person, how in (("child", "phone"), (f"home-{cast.world.guardian['ali']}", "link")):
        asked = petra.post(f"/followup/{first.pk}/", {"key": keyed(petra.get(f"/followup/{first.pk}/")), "person": person, "how": how}).url
        if how == "link":
            made = petra.post(f"{asked}link/").content.decode()
            address, where, extra = re.search(r"https?://[^/]+(/questions/[\w-]+/)", made)[1], client, {}
        else:
            sheet = petra.get(f"{asked}answer/")
            address, where, extra = f"{asked}answer/", petra, {"key": keyed(sheet), "how": how, "heard_on": str(today())}
        told = where.get(address).content.decode()
        assert "yoghurt i bilen" in told and "muren" not in told and ("provar du" in told) is (person == "child")
        assert re.findall(rf'name="help-{promise}" value="(\w+)"', told) == ["no", "some", "yes"]  # every scale runs one way
        assert where.post(address, {"state": "answered", f"help-{promise}": "some"} | extra).status_code in (200, 302)
        shown = petra.get(asked).content.decode()
        assert "yoghurt i bilen" in shown and "<dd>Lite</dd>" in shown
    with cast.acting("petra"):
        open_walls(child_of(cast), "test")
        assert [dict(one.helps) for one in answered(child_of(cast))] == [{str(promise): "some"}] * 2


def test_whoever_is_told_an_answer_reads_it_without_the_round_it_belongs_to(cast, visitor):
    asked = put(cast, begin(cast), teacher(cast, "petra"))
    answer(cast, asked, {"B1": 3})
    consent = ask(cast, "petra", cast.adam, walls=(NAME, asked.wall), to_unit=None, to_capacity=cast.tomas)
    for giver in (cast.hodan, cast.ali):
        yes(cast, "petra", consent, giver)
    open_as(cast, "petra", consent, [asked.wall], since=now() - dt.timedelta(days=1))
    tomas = visitor.as_("tomas")
    listed = tomas.get(f"/told/{cast.adam}/").content.decode()
    assert "Frågor till Petra" in listed and f'href="{asked.get_absolute_url()}"' in listed
    page = tomas.get(asked.get_absolute_url())
    assert page.status_code == 200 and f"/told/{cast.adam}/" in page.content.decode()
