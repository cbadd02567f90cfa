"""The pages of the information meeting, as the team meets them."""

import re

from django.urls import reverse

from samling.referral.models import Referral
from samling.referral.rules import State
from samling.welcome.models import InfoMeeting

from .meeting import accepted, arranged

AT = {"on": "2025-11-20", "clock": "08.30", "place": "Biblioteket", "needs": ["interpreter", "childcare"], "words": "Helst kort."}


def text(answered):
    return answered.content.decode()


def test_from_the_days_page_to_everyones_yes(cast, visitor):
    child = accepted(cast)
    day = text(visitor.as_("maria").get("/"))
    where = re.search(r'href="(/children/[^"]+/information-meeting/)"', day)[1]
    page = text(visitor.as_("maria").get(where))
    assert "Skolan har skrivit: Somaliska, tolk" in page
    saved = visitor.as_("maria").post(where, AT | {"holder": str(cast.maria)})
    meeting = text(visitor.as_("maria").get(saved["Location"]))
    assert "någon som är med syskon" in meeting and "Helst kort." in meeting
    hold = re.search(r'href="(/information-meetings/[^"]+/holding/)"', meeting)[1]
    form = text(visitor.as_("maria").get(hold))
    assert "Du väljer om du vill" in form or "Ni väljer" in form or "vill hjälpa" in form
    said = {"how": "interpreted", "answer_0": "yes", "answer_1": "yes", "answer_2": "later", "chairs": ""}
    assert visitor.as_("maria").post(hold, said).status_code == 302
    after = text(visitor.as_("maria").get(saved["Location"]))
    assert "Alla har inte svarat än" in after
    more = re.search(r'href="(/information-meetings/[^"]+/answers/)"', after)[1]
    visitor.as_("maria").post(more, {"how": "spoken", "answer_0": "yes"})
    assert "Alla har sagt ja" in text(visitor.as_("maria").get(saved["Location"]))
    page = text(visitor.as_("maria").get(reverse("desk:child", args=[child])))
    assert "Hållet" in page and "Ni tar reda på hur det är för Adam" in page and "Börja kartläggningen" in page


def test_nothing_is_chosen_for_anyone(cast, visitor):
    meeting = arranged(cast, accepted(cast))
    where = reverse("welcome:holding", args=[meeting])
    form = text(visitor.as_("maria").get(where))
    assert "checked" not in form.split("Vars och ens svar")[1].split("</form>")[0]
    assert visitor.as_("maria").post(where, {"how": "spoken", "answer_0": "yes"}).status_code == 422
    with cast.acting("maria"):
        assert not InfoMeeting.objects.get(pk=meeting).held_at


def test_a_no_ends_it_and_the_school_is_told(cast, visitor):
    meeting = arranged(cast, accepted(cast))
    said = {"how": "spoken", "answer_0": "no", "answer_1": "later", "answer_2": "later", "chairs": ""}
    done = visitor.as_("maria").post(reverse("welcome:holding", args=[meeting]), said)
    assert "er del är klar" in text(visitor.as_("maria").get(done["Location"]))
    with cast.acting("gunilla"):
        assert Referral.about(cast.adam).state is State.DECLINED
    assert "Familjen vill inte" in text(visitor.as_("gunilla").get(reverse("desk:child", args=[cast.adam])))


def test_a_day_goes_with_a_time(cast, visitor):
    where = reverse("welcome:arrangement", args=[accepted(cast)])
    sent = AT | {"holder": str(cast.maria), "clock": ""}
    assert "både dag och tid" in text(visitor.as_("maria").post(where, sent))


def test_the_school_finds_nothing(cast, visitor):
    child = accepted(cast)
    meeting = arranged(cast, child)
    for who in ("gunilla", "olof", "tomas"):
        for where in (reverse("welcome:show", args=[meeting]), reverse("welcome:arrangement", args=[child])):
            assert visitor.as_(who).get(where).status_code == 404
    assert visitor.as_("gunilla").get(reverse("welcome:arrangement", args=[cast.adam])).status_code == 403
