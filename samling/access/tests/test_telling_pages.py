"""*Får jag berätta?* question by question, and telling on the strength of the answer."""

from urllib.parse import urlencode

import pytest

from samling.access import guard
from samling.access.models import Disclosure, Ground
from samling.kernel.categories import Category, wall

ATTENDANCE = wall(1, Category.ATTENDANCE)
TO_SOCIAL = {
    "source": "school_other", "recipient": "social", "matter": "about_child", "duty": "no", "inquiry_asks": "no",
    "consent": "not_asked", "harm_tested": "yes",
}  # fmt: skip


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def walk(visitor, **answers):
    return page(visitor.get("/may-i-tell/?" + urlencode(answers)))


def telling(cast, unit="reception", **more):
    return f"/children/{cast.adam}/telling/?" + urlencode({**TO_SOCIAL, "unit": cast.world.unit[unit], **more})


def told(cast, **more):
    return {"kinds": [ATTENDANCE], "from_on": "2025-11-01", "because": "Frånvaron är stor.", "until_on": "2026-02-01", **more}


def test_one_question_stands_on_each_page(cast, visitor):
    petra = visitor.as_("petra")
    assert "Var vet du det ifrån?" in walk(petra) or "<fieldset" in walk(petra)
    for known in range(1, len(TO_SOCIAL)):
        shown = walk(petra, **dict(list(TO_SOCIAL.items())[:known]))
        assert shown.count("<fieldset") + shown.count('inputmode="numeric"') <= 1


def test_the_walk_ends_in_yes_ask_or_no(cast, visitor):
    petra = visitor.as_("petra")
    yes = walk(petra, **TO_SOCIAL, child=cast.adam)
    assert "Ja, det får du" in yes and "OSL 23:2" in yes and "Skriv ner" in yes
    assert f"/children/{cast.adam}/telling/?" in yes
    ask = walk(petra, **{**TO_SOCIAL, "harm_tested": "no", "clearly_outweighs": "no"}, child=cast.adam)
    assert "Fråga först" in ask and f"/children/{cast.adam}/consents/new/" in ask
    no = walk(petra, source="report", recipient="social", matter="about_child", duty="no", inquiry_asks="no")
    assert "OSL 40:7 g" in no and "Ja, det får du" not in no


def test_nothing_is_kept_and_a_stranger_child_is_not_there(cast, visitor):
    assert visitor.as_("ulf").get(f"/may-i-tell/?child={cast.adam}").status_code == 404
    assert "Vem får" not in walk(visitor.as_("ulf"), child="no-such-thing")


@pytest.mark.parametrize("answers", [
    {"source": "x"}, {"source": ""}, {"source": "\0"}, {"child": "'"}, {"source": "school_other", "recipient": "x" * 9000},
    {"source": "health", "recipient": "guardian", "matter": "about_child", "no_contact": "no", "significant_harm": "no",
     "child_age": "-1"},
    {"source": "health", "recipient": "guardian", "matter": "about_child", "no_contact": "no", "significant_harm": "no",
     "child_age": "²"}, {"<script>": "<script>"},
])
def test_mad_answers_are_asked_again(cast, visitor, answers):
    shown = walk(visitor.as_("petra"), **answers)
    assert "<form" in shown and "<script>" not in shown


def test_telling_goes_from_recipient_over_what_to_a_review(cast, visitor):
    petra = visitor.as_("petra")
    whom = page(petra.get(f"/children/{cast.adam}/telling/?" + urlencode(TO_SOCIAL)))
    assert "Socialtjänstens mottagning" in whom and "Söderskolan" not in whom
    what = page(petra.get(telling(cast)))
    assert "Frånvaro" in what or "Närvaro" in what
    assert "Elevhälsa" not in what  # strong secrecy wants a walk of its own
    sure = page(petra.post(telling(cast), told(cast, person=cast.kerstin)))
    assert "Det här händer" in sure and "Kerstin Falk" in sure
    with cast.acting("petra"):
        assert not Ground.objects.filter(subject_id=cast.adam).exists()
    back = page(petra.post(telling(cast), told(cast, person=cast.kerstin, change="yes")))
    assert "Frånvaron är stor." in back


def test_it_is_told_once_and_the_recipient_reads_it(cast, visitor):
    petra = visitor.as_("petra")
    for _time in range(2):
        answer = petra.post(telling(cast), told(cast, person=cast.kerstin, sure="yes"))
        assert answer.status_code == 302
    with cast.acting("petra"):
        ground = Ground.objects.get(subject_id=cast.adam)
        assert (ground.basis, ground.paragraph, ground.to_capacity_id) == ("harm_test", "OSL 23:2", cast.kerstin)
        assert {line.wall for line in Disclosure.objects.all()} == {65, ATTENDANCE}
    with cast.acting("kerstin"):
        assert {row["wall"] for row in guard.my_disclosures(cast.adam)} == {65, ATTENDANCE}
    receipt = page(petra.get(answer.url))
    assert "Frånvaron är stor." in receipt and "Kerstin Falk" in receipt
    assert visitor.as_("ulf").get(answer.url).status_code == 404


def test_what_is_shut_is_shut_at_the_next_statement(cast, visitor):
    where = visitor.as_("petra").post(telling(cast), told(cast, person=cast.kerstin, sure="yes")).url
    with cast.acting("petra"):
        line = Disclosure.objects.get(wall=ATTENDANCE)
    assert visitor.as_("ulf").post(f"/disclosures/{line.pk}/end/").status_code == 404
    assert visitor.as_("kerstin").post(f"/disclosures/{line.pk}/end/").status_code == 403
    assert visitor.as_("petra").post(f"/disclosures/{line.pk}/end/").status_code == 302
    with cast.acting("kerstin"):
        assert [row["wall"] for row in guard.my_disclosures(cast.adam)] == [65]
    assert visitor.as_("petra").post(f"{where}end/").status_code == 302
    with cast.acting("kerstin"):
        assert guard.my_disclosures(cast.adam) == []
    assert "Stängt" in page(visitor.as_("petra").get(where))
    assert visitor.as_("petra").post(f"{where}end/").status_code == 403


@pytest.mark.parametrize("changed", [
    {"harm_tested": "no"}, {"harm_tested": ""}, {"consent": "yes"}, {"consent": "no"}, {"recipient": "guardian"},
    {"source": "report"}, {"recipient": "crime"}, {"matter": "about_other"}, {"matter": "protected"},
])
def test_without_a_yes_nothing_is_told(cast, visitor, changed):
    answer = visitor.as_("petra").post(telling(cast, **changed), told(cast, person=cast.kerstin, sure="yes"))
    assert answer.status_code == 403
    with cast.acting("petra"):
        assert not Ground.objects.filter(subject_id=cast.adam).exists()


@pytest.mark.parametrize("wrong", [
    {"kinds": [wall(1, Category.STUDENT_HEALTH)]}, {"kinds": []}, {"kinds": ["x"]}, {"from_on": ""}, {"from_on": "2026-01-01"},
    {"because": ""}, {"because": "x" * 401}, {"until_on": "2025-01-01"}, {"person": "x"}, {"kinds": [], "records": ["1:2"]},
    {"kinds": [wall(4, Category.SOCIAL)]},
])
def test_what_is_wrong_is_explained_and_nothing_told(cast, visitor, wrong):
    data = told(cast, person=cast.kerstin, sure="yes") | wrong
    answer = visitor.as_("petra").post(telling(cast), data)
    assert answer.status_code == 422
    with cast.acting("petra"):
        assert not Ground.objects.filter(subject_id=cast.adam).exists()


def test_social_services_cannot_tell_school_on_their_own_judgement(cast, visitor):
    answers = {**TO_SOCIAL, "source": "social", "recipient": "school_other", "needed_for_support": "yes"}
    assert "Ja, det får du" not in walk(visitor.as_("tomas"), **answers)
