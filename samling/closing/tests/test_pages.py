"""The pages of letting go: the whole way by pressing what a person presses."""

import re

import pytest
from django.urls import reverse

from samling.closing.models import Closing
from samling.followup.tests.asked import begin
from samling.promises.tests import table


def fields(answer, **more):
    """What a form sends as it stands, and what one writes in it."""
    sent = dict(re.findall(r'<input type="hidden" name="(key)" value="([^"]*)"', answer.content.decode()))
    return sent | more


def text(answer):
    assert answer.status_code == 200, answer.content.decode()[:3000]
    return answer.content.decode()


@pytest.fixture
def plan(cast):
    return table.begun(cast)


def test_a_sign_stands_in_the_follow_up_and_a_next_day_is_always_set(cast, visitor, plan):
    petra = visitor.as_("petra")
    where = reverse("closing:criteria", args=[plan])
    assert "Inget är sagt än" in text(petra.get(where))
    petra.post(where, fields(petra.get(where), words="Jag går in själv.", voice="child"))
    page = petra.get(reverse("closing:decide", args=[cast.adam]))
    assert "Jag går in själv." in text(page)
    sign = re.search(r'name="(sign_[^"]+)"', page.content.decode()).group(1)
    told = {"kind": "step_down", "on": "2025-11-20", "learnt": "Lugna morgnar.", sign: "partly"}
    assert petra.post(reverse("closing:decide", args=[cast.adam]), fields(page, **told)).status_code == 422
    assert petra.post(reverse("closing:decide", args=[cast.adam]), fields(page, next_on="2025-12-20", **told)).status_code == 302
    said = text(petra.get(reverse("desk:child", args=[cast.adam])))
    assert "Vi trappar ned, steg för steg" in said and "Stödet runt Adam trappas ned" in said
    assert "Lugna morgnar." in text(petra.get(reverse("closing:decide", args=[cast.adam])))
    assert "Nedtrappning" in text(petra.get(reverse("desk:children")))


def test_the_passage_is_closed_when_nothing_hangs_and_opened_again(cast, visitor, plan):
    promise = table.promise(cast, plan)
    table.say(cast, promise, "yes")
    petra = visitor.as_("petra")
    where = reverse("closing:begin", args=[cast.adam])
    made = petra.post(where, fields(petra.get(where), reason="goals")).url
    assert "Några saker återstår" in text(petra.get(made))
    assert "Ett löfte har ingen som håller det än" in text(petra.get(f"{made}close/"))
    assert petra.post(f"{made}close/").status_code == 403
    petra.post(f"{made}about/", {"reason": "goals", "asked": "not_begun", "stays": "Samma vuxen på morgonen."})
    one = f"{made}promise/?which={promise}"
    petra.post(one, fields(petra.get(one), becomes="keep"))
    petra.post(f"{made}contact/", {"contact": str(cast.jonas)})
    jonas = visitor.as_("jonas")
    assert "Vill du finnas kvar efteråt?" in text(jonas.get(made))
    jonas.post(f"{made}answer/", {"yes": "yes"})
    assert "finnas kvar" not in text(jonas.get("/"))
    petra = visitor.as_("petra")
    page = text(petra.get(made))
    assert "Inget hänger" in page and "2 personer står kvar" in page
    for path in ("card/", "card/child/", "card/?in=en"):
        assert petra.get(made + path).content.startswith(b"%PDF")
    assert petra.post(f"{made}close/").url == made
    assert "Avslutat, med skyddsnät" in text(petra.get(made))
    assert petra.post(f"{made}letters/").status_code == 302
    child = text(petra.get(reverse("desk:child", args=[cast.adam])))
    assert "Öppna igen" in child and "Ni ser på den igen" not in child
    back = reverse("closing:again", args=[cast.adam])
    assert petra.post(back, {"how": "guardian"}).status_code == 302
    child = text(petra.get(reverse("desk:child", args=[cast.adam])))
    assert "Öppnat igen" in child and "Följ upp och besluta" in child
    with cast.acting("petra"):
        assert Closing.objects.get().reopened_how == "guardian"


def test_a_family_that_ends_is_asked_for_nothing(cast, visitor, plan):
    begin(cast)
    petra = visitor.as_("petra")
    assert "Fråga hur det är" in text(petra.get("/"))
    where = reverse("closing:begin", args=[cast.adam])
    made = petra.post(where, fields(petra.get(where), reason="family")).url
    petra.post(f"{made}contact/", {"nobody": "yes"})
    assert "Inget hänger" in text(petra.get(made))
    assert petra.post(f"{made}close/").status_code == 302
    assert "Fråga hur det är" not in text(petra.get("/"))


def test_a_stranger_finds_nothing(cast, visitor, plan):
    petra = visitor.as_("petra")
    where = reverse("closing:begin", args=[cast.adam])
    made = petra.post(where, fields(petra.get(where), reason="goals")).url
    maja = visitor.as_("maja")
    for path in ("", "about/", "close/", "card/", "contact/"):
        assert maja.get(made + path).status_code == 404
    assert maja.get(reverse("closing:later", args=[cast.adam])).status_code == 404
