"""The pages of the question and the answer, as people meet them."""

import re

from django.urls import reverse

from samling.people.models import Child
from samling.referral.models import Referral, TriageDecision

from .asking import answer, asked, said_yes, serve, take_in

WORDS = {"question": "Hur får Adam lugna morgnar?", "because": "Två håll.", "tier": "2", "languages": "Somaliska"}


def text(answered):
    return answered.content.decode()


def test_what_is_known_is_filled_in_and_the_question_is_sent(cast, visitor):
    serve(cast)
    said_yes(cast)
    where = reverse("referral:new", args=[cast.adam])
    page = text(visitor.as_("gunilla").get(where))
    assert "Hodan: somaliska (tolk: somaliska)" in page and "Nivå 1: 0 poäng av 14" in page
    key = re.search(r'name="key" value="([^"]+)"', page)[1]
    sent = {"key": key, "team": str(cast.lotsen_social), "row_breadth": "2", "row_own": "2", **WORDS}
    answered = visitor.as_("gunilla").post(where, sent)
    with cast.acting("gunilla"):
        (made,) = Referral.objects.all()
        assert (made.rows[0], made.rows[5], made.rows[1]) == (2, 2, -1)
    assert answered["Location"] == made.get_absolute_url()
    assert "27 november" in text(visitor.as_("gunilla").get(answered["Location"]))


def test_without_a_yes_the_page_says_what_comes_first(cast, visitor):
    where = reverse("referral:new", args=[cast.adam])
    assert "Inget team är angett för er skola" in text(visitor.as_("gunilla").get(where))
    serve(cast)
    assert "förrän hemmet har sagt ja" in text(visitor.as_("gunilla").get(where))
    assert visitor.as_("petra").get(where).status_code == 403


def test_words_travel_only_when_the_yes_covers_them(cast, visitor):
    serve(cast)
    said_yes(cast)  # the child's own words, and not the home
    page = text(visitor.as_("gunilla").get(reverse("referral:new", args=[cast.adam])))
    assert 'name="child_words"' in page and 'name="guardian_words"' not in page


def test_the_team_receives_and_answers_from_its_queue(cast, visitor):
    referral = asked(cast)
    queue = text(visitor.as_("maria").get(reverse("referral:triage")))
    assert "Adam Hassan" in queue and "27 november" in queue
    assert "Norrskolan frågar teamet" in text(visitor.as_("maria").get("/"))
    where = re.search(r'href="(/triage/[^"]+/reception/)"', queue)[1]
    received = visitor.as_("maria").post(where, {"received": "1"})
    assert received["Location"] == reverse("referral:show", args=[referral])
    page = text(visitor.as_("maria").get(received["Location"]))
    assert "Jag vill gå in genom den lilla dörren." in page and "Nivå 2: 7 poäng av 14, från 7 av 7 rader" in page
    where = reverse("referral:decision", args=[referral])
    form = text(visitor.as_("maria").get(where))
    assert "anmäler det, själv och genast" in form
    key = re.search(r'name="key" value="([^"]+)"', form)[1]
    sent = {"key": key, "kind": "redirected", "tier": "3", "because": "Vård behövs.", "answer": "Ring dem."}
    assert "Säg till vem" in text(visitor.as_("maria").post(where, sent))
    assert visitor.as_("maria").post(where, sent | {"receiver": "Första linjen"}).status_code == 302
    assert "ingen har tagit över än" in text(visitor.as_("maria").get(reverse("referral:triage")))
    with cast.acting("maria"):
        made = TriageDecision.objects.get().pk
    visitor.as_("maria").post(reverse("referral:passing", args=[made]), {"how": "phone"})
    seen = text(visitor.as_("gunilla").get(reverse("referral:show", args=[referral])))
    assert "Någon annan har tagit över" in seen and "på telefon" in seen and "Var märks det?" in seen


def test_whoever_asked_is_told_on_the_days_page(cast, visitor):
    referral = asked(cast)
    assert "Ett svar från teamet" in text(visitor.as_("gunilla").get("/"))
    take_in(cast)
    answer(cast, referral, "accepted")
    page = text(visitor.as_("gunilla").get("/"))
    assert "Teamet har svarat på din fråga" in page and "Ett svar från teamet" not in page


def test_another_school_finds_nothing(cast, visitor):
    referral = asked(cast)
    for where in (reverse("referral:show", args=[referral]), reverse("referral:new", args=[cast.adam])):
        assert visitor.as_("olof").get(where).status_code == 404
    assert "Adam" not in text(visitor.as_("tomas").get(reverse("referral:triage")))


def test_only_the_administrator_enters_schools(cast, visitor):
    where = reverse("referral:served")
    sent = {"team": str(cast.lotsen_social), "school": str(cast.norrskolan), "number": "1"}
    refused = visitor.as_("gunilla").post(where, sent)
    assert refused.status_code == 403 and "Systemadministratören anger" in text(refused)
    assert visitor.as_("ingrid").post(where, sent).status_code == 302
    assert "Norrskolan" in text(visitor.as_("gunilla").get(where))
    assert "möter redan den här skolan" in text(visitor.as_("ingrid").post(where, sent))


def test_the_home_municipality_stands_on_the_question(cast, visitor):
    with cast.acting("petra"):
        Child.objects.filter(pk=cast.adam).update(home_municipality="9902")
    page = text(visitor.as_("gunilla").get(reverse("referral:show", args=[asked(cast)])))
    assert "Granby socialnämnd" in page and "skollagen 7:22" in page
