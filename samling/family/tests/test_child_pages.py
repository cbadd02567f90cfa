"""The child's facts and the adults around her, through the pages."""

import pytest

from samling.access import guard
from samling.kernel.categories import Category, wall
from samling.people.models import Child, Guardian, SignificantAdult

GUARDIAN = {
    "given_name": "Amina", "family_name": "Ali", "relation": "mamma", "custody": "sole", "custody_evidence": "Tingsrättens dom",
    "verified_on": "2025-11-01", "phone": "070-174 06 22", "language": "so", "interpreter": "somaliska",
}  # fmt: skip


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def filled(answer):
    """What the form on a page holds, as a browser would send it."""
    form = answer.context["form"]
    return {one.html_name: one.value() for one in form if one.value() not in (None, "")}


def number(start):
    """A number with the right check digit."""
    from personnummer import personnummer
    return next(f"{start}{digit}" for digit in range(10) if personnummer.valid(f"{start}{digit}"))


def test_the_page_says_who_is_around_the_child(cast, visitor):
    shown = page(visitor.as_("petra").get(f"/children/{cast.adam}/people/"))
    for said in ("Hodan Hassan", "Ali Hassan", "gemensam vårdnad", "070-174 06 01", "folkbokföringen", "somaliska"):
        assert said in shown


def test_strangers_and_those_without_contacts_learn_nothing(cast, visitor):
    for where in ("people/", "numbers/", "facts/", "guardians/new/", "adults/new/", "protection/"):
        assert visitor.as_("ulf").get(f"/children/{cast.adam}/{where}").status_code == 404
    assert visitor.as_("ulf").get(f"/guardians/{cast.hodan}/").status_code == 404
    assert visitor.as_("ulf").post(f"/guardians/{cast.hodan}/end/").status_code == 404
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Fritids.")
    shown = page(visitor.as_("jonas").get(f"/children/{cast.adam}/people/"))
    assert "070-174" not in shown and "Din roll för inte de här uppgifterna" in shown
    assert visitor.as_("jonas").get(f"/guardians/{cast.hodan}/").status_code == 404
    assert visitor.as_("jonas").post(f"/children/{cast.adam}/guardians/new/", GUARDIAN).status_code == 403


def test_facts_are_changed_and_a_stale_form_overwrites_nothing(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/facts/"
    first = filled(petra.get(where))
    sent = first | {"called": "Addi", "born_on_0": "14", "born_on_1": "3", "born_on_2": "2015", "home_municipality": "9901"}
    sent.pop("born_on", None)
    assert petra.post(where, sent).status_code == 302
    with cast.acting("petra"):
        child = Child.objects.get(pk=cast.adam)
        assert (child.called, child.born_on.isoformat(), child.home_municipality) == ("Addi", "2015-03-14", "9901")
    stale = petra.post(where, sent | {"called": "Adde"})
    assert "Det här står nu: Vad barnet vill bli kallat: Addi" in page(stale, 409)
    with cast.acting("petra"):
        assert Child.objects.get(pk=cast.adam).called == "Addi"
    again = filled(stale) | {"born_on_0": "14", "born_on_1": "3", "born_on_2": "2015"}
    again.pop("born_on", None)
    assert petra.post(where, again).status_code == 302


@pytest.mark.parametrize("wrong", [
    {"called": "x" * 81}, {"language": "klingon"}, {"home_municipality": "0000"}, {"born_on_0": "31", "born_on_1": "2",
     "born_on_2": "2015"}, {"born_on_0": "1", "born_on_1": "1", "born_on_2": "2099"}, {"number": "123"},
    {"number": "19121212-1213"}, {"number": "x" * 4000}, {"called": "a\0b"},
])
def test_facts_that_cannot_be_right_are_explained(cast, visitor, wrong):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/facts/"
    sent = filled(petra.get(where)) | wrong
    assert "att ändra" in page(petra.post(where, sent), 422)


def test_only_test_numbers_are_taken_where_no_real_people_are(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/facts/"
    real = number("20150314123")
    assert "testnummer" in page(petra.post(where, filled(petra.get(where)) | {"number": real}), 422)
    test = number("20150314238")
    assert petra.post(where, filled(petra.get(where)) | {"number": test}).status_code == 302
    assert f"{test[:8]}-{test[8:]}" in page(petra.get(f"/children/{cast.adam}/numbers/"))
    assert petra.post(where, filled(petra.get(where)) | {"number": "20210325 K069"}).status_code == 302
    assert "20210325-K069" in page(petra.get(f"/children/{cast.adam}/numbers/"))


def test_a_number_is_shown_only_to_those_who_may_read_contacts(cast, visitor):
    test = number("20150314238")
    petra = visitor.as_("petra")
    petra.post(f"/children/{cast.adam}/facts/", filled(petra.get(f"/children/{cast.adam}/facts/")) | {"number": test})
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Fritids.")
    seen = page(visitor.as_("jonas").get(f"/children/{cast.adam}/numbers/"))
    assert test not in seen and f"{test[:8]}-{test[8:]}" not in seen and test[2:] not in seen


def test_a_guardian_is_noted_once_with_number_and_evidence(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/guardians/new/"
    sent = filled(petra.get(where)) | GUARDIAN | {"number": number("19850314238")}
    for _time in range(2):
        assert petra.post(where, sent).status_code == 302
    with cast.acting("petra"):
        amina = Guardian.objects.get(given_name="Amina")
        assert (amina.custody, amina.wall) == ("sole", wall(1, Category.CONTACT))
    assert number("19850314238")[8:] in page(petra.get(f"/children/{cast.adam}/numbers/"))


@pytest.mark.parametrize("wrong", [
    {"given_name": ""}, {"custody_evidence": ""}, {"verified_on": ""}, {"verified_on": "2099-01-01"}, {"custody": "x"},
    {"phone": "ring mig"}, {"phone": "1" * 41}, {"email": "x"}, {"address": "x" * 201}, {"once": "x"}, {"given_name": "å" * 81},
    {"number": "19121212-1212"},
])
def test_a_guardian_that_cannot_be_right_is_explained(cast, visitor, wrong):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/guardians/new/"
    assert petra.post(where, filled(petra.get(where)) | GUARDIAN | wrong).status_code == 422
    with cast.acting("petra"):
        assert Guardian.objects.filter(subject_id=cast.adam).count() == 2


def test_hostile_words_stay_words(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/guardians/new/"
    petra.post(where, filled(petra.get(where)) | GUARDIAN | {"given_name": "<script>alert(1)</script>"})
    shown = page(petra.get(f"/children/{cast.adam}/people/"))
    assert "<script>alert" not in shown and "&lt;script&gt;alert" in shown


def test_a_guardian_is_changed_and_ended(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/guardians/{cast.hodan}/"
    assert petra.post(where, filled(petra.get(where)) | {"safe_phone": "070-174 06 99", "verified_on": "2025-11-01"}).status_code == 302
    assert "070-174 06 99" in page(petra.get(f"/children/{cast.adam}/people/"))
    assert petra.post(f"{where}end/").status_code == 302
    assert petra.post(f"{where}end/").status_code == 302
    assert "Hodan" not in page(petra.get(f"/children/{cast.adam}/people/"))


def test_an_important_adult_is_noted_changed_and_ended(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/adults/new/"
    sent = filled(petra.get(where)) | {"given_name": "Halima", "relation": "moster", "phone": "070-174 06 33", "language": "so"}
    assert petra.post(where, sent).status_code == 302
    with cast.acting("petra"):
        halima = SignificantAdult.objects.get().pk
    assert "Halima" in page(petra.get(f"/children/{cast.adam}/people/"))
    assert visitor.as_("ulf").get(f"/adults/{halima}/").status_code == 404
    petra = visitor.as_("petra")
    assert petra.post(f"/adults/{halima}/", filled(petra.get(f"/adults/{halima}/")) | {"relation": "faster"}).status_code == 302
    assert petra.post(f"/adults/{halima}/end/").status_code == 302
    assert "Halima" not in page(petra.get(f"/children/{cast.adam}/people/"))
