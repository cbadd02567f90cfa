"""A total of a form on an agreement: refused without one, kept within its range behind the person's own wall, told with it."""

import re
from uuid import uuid4

import pytest

from samling.followup.tests.asked import begin, put
from samling.instruments.models import LicenceAgreement
from samling.instruments.shape import Time
from samling.records.clock import now, today
from samling.views.tests.around import me

pytestmark = pytest.mark.usefixtures("database")


def fields(page, **more):
    return {"key": re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]} | more


def agree(cast):
    told = {"package": "SDQ", "with_whom": "Youthinmind", "where_kept": "2025:12", "from_on": today(), "until_on": None}
    with cast.acting("ingrid") as acting:
        return LicenceAgreement.note(told, by=me(acting), at=now(), pk=uuid4())


def offered(visitor, who, round):
    return f"/followup/{round.pk}/total/" in visitor.as_(who).get(round.get_absolute_url()).content.decode()


def test_a_total_is_offered_where_it_can_be_typed_in(cast, visitor):
    first = begin(cast)
    assert not offered(visitor, "petra", first), "there is no agreement yet"
    agree(cast)
    assert offered(visitor, "petra", first)
    assert not offered(visitor, "petra", begin(cast, Time.LIGHT)), "no form is for the short check"


def test_without_an_agreement_the_page_says_so(cast, visitor):
    first = begin(cast)
    petra = visitor.as_("petra")
    page = petra.get(f"/followup/{first.pk}/total/").content.decode()
    assert "Det finns inget avtal som gäller för det här formuläret." in page and 'name="total"' not in page
    sent = {"key": str(uuid4()), "person": "child", "package": "SDQ", "total": "17", "scored_by": "Amir", "scored_on": str(today())}
    assert petra.post(f"/followup/{first.pk}/total/", sent).status_code == 422
    assert visitor.as_("maja").get(f"/followup/{first.pk}/total/").status_code == 404


def test_an_agreement_is_noted_and_ended_by_whoever_administers(cast, visitor):
    page = visitor.as_("petra").get("/settings/questionnaires/")
    assert "Den som administrerar Samling noterar avtalen." in page.content.decode() and page.content.decode().count("Youthinmind") == 1
    ingrid = visitor.as_("ingrid")
    sent = fields(ingrid.get("/settings/questionnaires/"), package="SDQ", with_whom="Youthinmind", where_kept="KS 2026/12", from_on=str(today()))
    assert visitor.as_("petra").post("/settings/questionnaires/", sent).status_code == 403
    ingrid = visitor.as_("ingrid")
    assert ingrid.post("/settings/questionnaires/", sent | {"until_on": "2020-01-01"}).status_code == 422
    assert ingrid.post("/settings/questionnaires/", sent).status_code == 302
    shown = ingrid.get("/settings/questionnaires/").content.decode()
    assert "KS 2026/12" in shown and "gäller" in shown
    with cast.acting("ingrid"):
        (one,) = LicenceAgreement.objects.all()
    assert ingrid.post(f"/settings/questionnaires/{one.pk}/end/").status_code == 302
    assert "gäller inte mer" in ingrid.get("/settings/questionnaires/").content.decode()


def test_totals_are_told_with_their_range_and_who_scored_them_and_cost_nobody_a_question(cast, visitor):
    agree(cast)
    first = begin(cast)
    petra, address = visitor.as_("petra"), f"/followup/{first.pk}/total/"
    told = {"person": "child", "package": "SDQ", "scored_by": "Amir", "scored_on": str(today())}
    for wrong in ("41", "-1", "x"):
        assert petra.post(address, fields(petra.get(address), total=wrong, **told)).status_code == 422
    for total in ("21", "17"):
        sent = fields(petra.get(address), total=total, **told)
        for _twice in range(2):
            assert petra.post(address, sent).status_code == 302
    page = petra.get(f"/children/{cast.adam}/wheel/").content.decode()
    assert "SDQ, summa svårigheter (0 till 40)" in page and "En lägre siffra är bättre." in page
    assert page.count("räknat av Amir") == 2 and "17 den" in page and "Förut: 21 den" in page
    assert put(cast, first).pk, "the child can still be asked"


def test_the_right_ends_with_the_agreement(cast, visitor):
    one = agree(cast)
    with cast.acting("ingrid") as acting:
        one.end(by=me(acting), at=now())
    page = visitor.as_("petra").get(f"/followup/{begin(cast).pk}/total/").content.decode()
    assert "Det finns inget avtal som gäller" in page
