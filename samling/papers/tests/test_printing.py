"""A version is printed by those who read it, from what it was when it was published, and the file tells of nobody."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from samling.access import guard
from samling.papers.models import PlanVersion
from samling.plan.models import Wording
from samling.promises.tests import table
from samling.records.clock import now
from samling.ui.tests.reading import read

PAPERS = ("plan", "child", "booklet")


@pytest.fixture
def plan(cast):
    """Adam's plan with the school and Lotsen, a promise each."""
    table.joined(cast)
    made = table.begun(cast)
    goal = table.goal(cast, made)
    table.say(cast, table.promise(cast, made), "yes")
    table.promise(cast, made, maker="maria", phrase="", does="Maria har samtal.", child="Maria pratar med dig.", side="social")
    return made, goal


@pytest.fixture
def version(cast, plan):
    with cast.acting("petra") as acting:
        return PlanVersion.publish(table.opened(acting, plan[0]), by=table.me(acting), at=now())


def address(name, version, *more):
    return reverse(f"papers:{name}", args=[version.pk, *more])


def test_every_paper_is_handed_to_those_who_read_the_version_and_to_no_one_else(cast, visitor, version):
    keys = list(version.body.told["parties"])
    assert len(keys) == 2
    petra, tomas = visitor.as_("petra"), cast.visitor().as_("tomas")
    for where in [*(address(name, version) for name in PAPERS), *(address("summary", version, key) for key in keys)]:
        answer = petra.get(where)
        assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
        assert re.fullmatch(r'inline; filename="[a-z-]+\.pdf"', answer["Content-Disposition"])
        assert read(answer.content).is_archive and read(answer.content).is_accessible
        assert tomas.get(where).status_code == 404
    assert petra.get(address("summary", version, version.pk)).status_code == 404
    with cast.acting("petra"):
        assert "print a version of a plan" in {one["errand"] for one in guard.rows("my_looks")}


def test_a_party_gets_its_own_and_the_page_leads_there(cast, visitor, version):
    own = {one["unit"]: key for key, one in version.body.told["parties"].items()}
    page = visitor.as_("petra").get(version.get_absolute_url()).content.decode()
    assert all(address(name, version) in page for name in PAPERS) and all(address("summary", version, key) in page for key in own.values())
    lotsen = read(visitor.get(address("summary", version, own["Teamet Lotsen, socialtjänst"])).content).text
    assert "Maria har samtal." in lotsen and "08.10" not in lotsen and "lilla dörren" not in lotsen
    assert "Page 1 of" in read(visitor.get(address("plan", version) + "?in=en").content).text


def test_a_version_prints_the_same_for_good(cast, visitor, plan, version):
    petra = visitor.as_("petra")
    before = petra.get(address("plan", version)).content
    with cast.acting("petra") as acting:
        found = table.opened(acting, plan[0])
        Wording.write(found, found.pk, {"needs": "Något annat."}, seen=0, by=table.me(acting), at=now())
    table.promise(cast, plan[0])
    assert petra.get(address("plan", version)).content == before
    draft = read(petra.get(reverse("papers:draft", args=[plan[0]])).content)
    assert "Något annat." in draft.text and all("UTKAST" in page for page in draft.pages)


def test_a_protected_childs_papers_tell_no_place(cast, visitor, version):
    with cast.acting("petra"):
        guard.protect(cast.adam, form="marked")
    text = read(visitor.as_("petra").get(address("plan", version)).content).text
    assert "Skyddade personuppgifter" in text and "Norrskolan" not in text and "Lövsjö" not in text


def test_an_organisation_without_samling_takes_part_by_copy_receipt_and_noted_promise(cast, visitor, plan):
    outside = {"made_as": "outside", "side": "health", "who": "Birgitta Ros, BVC Granby", "phrase": "books", "what": "ett hörseltest", "nature": "care"}
    one = table.promise(cast, plan[0], **outside)
    table.say(cast, one, "yes", how="paper")
    petra = visitor.as_("petra")
    where = petra.post(reverse("papers:publish", args=[plan[0]])).url
    shown = petra.get(where).content.decode()
    assert "Inte skickad än till: Birgitta Ros, BVC Granby." in shown
    (own,) = [link for link in re.findall(r'href="(/plans/versions/[^"]+/summaries/[^"]+)">Birgitta', shown)]
    summary = " ".join(read(petra.get(own).content).text.split())
    assert "bokar ett hörseltest" in summary and "08.10" not in summary
    form = petra.get(f"{where}copies/new/").content.decode()
    (key,) = re.findall(r'value="([^"]+)"[^>]*>Birgitta Ros', form)
    token = re.search(r'name="key" value="([^"]+)"', form)[1]
    assert petra.post(f"{where}copies/new/", {"key": token, "to": key, "how": "paper", "sent_on": "2025-11-20"}).status_code == 302
    shown = petra.get(where).content.decode()
    assert "Inte skickad" not in shown
    petra.post(re.search(r'action="(/plans/copies/[^"]+)"', shown)[1])
    assert "Kom fram" in petra.get(where).content.decode()


def test_a_version_is_read_in_the_readers_language_and_has_not_changed_for_that(cast, plan):
    with cast.acting("petra") as acting, translation.override("en"):
        version = PlanVersion.publish(table.opened(acting, plan[0]), by=table.me(acting), at=now())
        english = spoken_of(version)
        assert "said so, signed in" in english["how"]
    with cast.acting("petra") as acting, translation.override("sv"):
        again = PlanVersion.latest(table.opened(acting, plan[0]))
        swedish = spoken_of(again)
        assert swedish["text"] != english["text"] and "inloggad" in swedish["how"]
        assert PlanVersion.publish(table.opened(acting, plan[0]), by=table.me(acting), at=now()) == version


def spoken_of(version):
    """The promise of the bank, as the version says it now."""
    return next(one for one in version.body.says["promises"].values() if one["said"].get("phrase"))
