"""Three people raise a concern, each in the way that the law leaves open; and what may never leak."""

import uuid

import pytest
from django.urls import reverse

from samling.concern.models import ConcernName, NamelessConcern, ReportStub, Signal
from samling.people.models import Capacity, Guardian, Person
from tests.house.page import check_page

MARKER = "Xerxes Qvarnström"
NAME = {"given_name": "Adam", "family_name": "Hassan", "birth_year": "2015"}


def get(visitor, who, name, *args, query="", status=200):
    answer = visitor.as_(who).get(reverse(f"concern:{name}", args=args) + query)
    assert answer.status_code == status, answer.content.decode()[:800]
    html = answer.content.decode()
    assert status != 200 or not check_page(html), check_page(html)
    return html


def post(visitor, who, name, *args, status=302, query="", **data):
    answer = visitor.as_(who).post(reverse(f"concern:{name}", args=args) + query, data)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer


def told(**more):
    return {
        "key": uuid.uuid4(), "danger": "no", "text": "Hon sitter ensam på rasten.", "seen_on": "2025-11-19",
        "touches": ["school"], "raised_as": "self", "how": "seen",
    } | more  # fmt: skip


def asked(unit, **more):
    return {
        "key": uuid.uuid4(), "to_unit": unit, "age_band": "6-9", "touches": ["home"], "raised_as": "self",
        "how": "talk", "question": "Ett barn somnar i väntrummet. Hur gör ni?",
    } | more  # fmt: skip


def ask(cast, visitor, who, unit):
    post(visitor, who, "new-nameless", **asked(getattr(cast, unit)))
    with cast.acting(who):
        return NamelessConcern.objects.get().pk


def test_a_mentor_names_her_pupil_and_hears_how_it_went(cast, visitor):
    assert "Far barnet illa" in get(visitor, "petra", "new")
    assert "Leo Åström" in get(visitor, "petra", "new", query="?danger=no")
    pupil = cast.world.pupil["leo"]
    assert "Gunilla Norén" in get(visitor, "petra", "new-pupil", pupil, query="?danger=no")
    post(visitor, "petra", "new-pupil", pupil, **told())
    assert "torsdag 27 november" in get(visitor, "petra", "mine")
    with cast.acting("gunilla"):
        pk = Signal.objects.get().pk
    assert "torsdag 27 november" in get(visitor, "gunilla", "inbox")
    post(visitor, "gunilla", "step", pk, kind="trying", follow_up_on="2025-12-18")
    mine = get(visitor, "petra", "mine")
    assert "Gunilla Norén tackar" in mine and "Mottaget" in mine
    assert "Prövar något" in get(visitor, "gunilla", "inbox")
    post(visitor, "gunilla", "step", pk, kind="closed", because="solved")
    assert "Löst" in get(visitor, "petra", "mine")


def test_a_nurse_asks_without_a_name_until_the_parents_have_said_yes(cast, visitor):
    assert get(visitor, "birgitta", "new", query="?danger=no", status=302) == ""
    assert 'name="family_name"' not in get(visitor, "birgitta", "new-nameless")
    pk = ask(cast, visitor, "birgitta", "norrskolan")
    assert "Hassan" not in get(visitor, "gunilla", "nameless", pk)
    assert "Har de sagt ja" in get(visitor, "birgitta", "name", pk)
    refused = get(visitor, "birgitta", "name", pk, query="?consent=not_asked")
    assert "Fråga om samtycke först" in refused and 'name="family_name"' not in refused
    post(visitor, "birgitta", "name", pk, status=422, consent="yes", **NAME)  # no reason of her own
    post(visitor, "birgitta", "name", pk, consent="yes", because="Båda har sagt ja.", **NAME)
    assert "Adam Hassan" in get(visitor, "gunilla", "nameless", pk)
    post(visitor, "gunilla", "nameless-child", pk, pupil=cast.world.pupil["adam"])
    with cast.acting("gunilla"):
        signal = Signal.objects.get(nameless_id=pk)
        assert signal.subject_id == cast.adam
        assert ConcernName.objects.get().paragraph == "OSL 10:1, 12:2"
    post(visitor, "gunilla", "step", signal.pk, kind="taken")
    assert "Mottaget" in get(visitor, "birgitta", "mine")
    get(visitor, "birgitta", "show", signal.pk, status=404)


def test_a_nurse_tells_the_social_services_what_is_needed_for_support(cast, visitor):
    pk = ask(cast, visitor, "birgitta", "lotsen_social")
    query = "?duty=no&inquiry_asks=no&consent=not_asked"
    assert "rätt stöd" in get(visitor, "birgitta", "name", pk, query=query)
    yes = {"duty": "no", "inquiry_asks": "no", "consent": "not_asked", "needed_for_support": "yes"}
    post(visitor, "birgitta", "name", pk, because="Behövs för stöd hemma.", **yes, **NAME)
    with cast.acting("birgitta"):
        assert ConcernName.objects.get().basis == "osl_25_12"
    post(visitor, "karin", "nameless-child", pk)
    with cast.acting("karin"):
        assert Signal.objects.get().branch_number == 4
    with cast.acting("petra"):
        assert not Signal.objects.exists()


def test_a_social_worker_may_tell_a_school_on_consent_alone(cast, visitor):
    pk = ask(cast, visitor, "tomas", "norrskolan")
    first = get(visitor, "tomas", "name", pk)
    assert "Har de sagt ja" in first and "rätt stöd" not in first
    refused = get(visitor, "tomas", "name", pk, query="?consent=no")
    assert "Nejet gäller" in refused or "nej" in refused.lower()
    assert 'name="family_name"' not in refused
    for answer in ({"consent": "no"}, {"consent": "not_asked"}, {"needed_for_support": "yes"}, {}):
        tried = visitor.as_("tomas").post(
            reverse("concern:name", args=[pk]), {"because": "Jag vill.", **answer, **NAME}
        )
        assert tried.status_code == 422
    with cast.acting("tomas"):
        assert not ConcernName.objects.exists()
    post(visitor, "tomas", "name", pk, consent="yes", because="Båda har sagt ja.", **NAME)


def test_suspected_harm_is_reported_and_never_sent_from_here(cast, visitor):
    pk = ask(cast, visitor, "birgitta", "lotsen_social")
    page = get(visitor, "birgitta", "name", pk, query="?duty=yes")
    assert "Samling skickar det aldrig" in page and reverse("concern:way-out") in page
    post(visitor, "birgitta", "name", pk, status=403, duty="yes", because="Fara.", **NAME)
    with cast.acting("karin"):
        assert not ConcernName.objects.exists()


def test_a_colleague_at_another_school_finds_no_pupil_and_asks_without_a_name(cast, visitor):
    get(visitor, "ulf", "new-pupil", cast.world.pupil["leo"], status=404)
    post(visitor, "ulf", "new-pupil", cast.world.pupil["leo"], status=404, **told())
    assert "Åström" not in get(visitor, "ulf", "new", query="?danger=no&name=Leo")
    pk = ask(cast, visitor, "ulf", "norrskolan")
    get(visitor, "ulf", "nameless", pk)


def test_strangers_find_nothing(cast, visitor):
    pk = ask(cast, visitor, "birgitta", "norrskolan")
    post(visitor, "petra", "new-pupil", cast.world.pupil["leo"], **told())
    with cast.acting("petra"):
        signal = Signal.objects.get().pk
    for who in ("olof", "ulf", "tomas", "hanna", "ingrid"):
        for name, key in (("show", signal), ("nameless", pk), ("name", pk), ("new-child", cast.adam)):
            get(visitor, who, name, key, status=404)
        post(visitor, who, "step", signal, status=404, kind="taken")
        post(visitor, who, "answer", pk, status=404, word="solved")
        post(visitor, who, "nameless-child", pk, status=404)


def test_what_looks_like_a_name_is_asked_about_and_never_refused(cast, visitor):
    said = "Petter i klass 4B på Söderskolan, 20150314-2383, somnar i väntrummet."
    told = asked(cast.norrskolan, question=said)
    warned = post(visitor, "birgitta", "new-nameless", status=422, **told).content.decode()
    assert all(part in warned for part in ("20150314-2383, klass 4B, Söderskolan", said))
    assert "Visar det här vem barnet är" in warned
    post(visitor, "birgitta", "new-nameless", **told, sure="on")
    with cast.acting("gunilla"):
        assert NamelessConcern.objects.get().question == said
    begins = asked(cast.norrskolan, question="Petter somnar ofta.")  # the first word says nothing
    post(visitor, "birgitta", "new-nameless", **begins)


def test_what_a_nameless_question_says_stays_with_those_who_receive_it(cast, visitor):
    post(visitor, "birgitta", "new-nameless", **asked(cast.norrskolan, question=f"Om {MARKER}"), sure="on")
    for who in ("petra", "jonas", "olof", "tomas", "pia", "karin", "ingrid"):
        for name in ("mine", "inbox", "reports"):
            assert MARKER not in visitor.as_(who).get(reverse(f"concern:{name}")).content.decode()


def test_the_note_of_a_report_is_shown_to_nobody_else(cast, visitor):
    where = f"Mottagningen {MARKER}"
    data = {"key": uuid.uuid4(), "child": cast.adam, "reported_on": "2025-11-19", "sent_to": where}
    post(visitor, "petra", "reports", **data)
    post(visitor, "petra", "reports", **data)
    page = get(visitor, "petra", "reports")
    assert page.count(MARKER) == 1 and "onsdag 10 december" in page
    family(cast)
    for who in ("gunilla", "bosse", "jonas", "amir", "cecilia", "eva", "hodan_herself"):
        with cast.acting(who):
            assert not ReportStub.objects.exists(), who
        for name in ("reports", "mine", "inbox", "way-out"):
            assert MARKER not in visitor.as_(who).get(reverse(f"concern:{name}")).content.decode()
    post(visitor, "tomas", "reports", status=403, **data)


def family(cast):
    """Hodan signs in as Adam's mother."""
    person = Person.objects.using("owner").create(
        given_name="Hodan", family_name="Hassan", sort_key="hassan hodan", is_staff_member=False
    )
    since = Capacity.objects.using("owner").get(pk=cast.petra).from_at
    mother = Capacity(person=person, role="guardian", from_at=since)
    mother.save(using="owner")
    cast.world.capacity["hodan_herself"] = mother.pk
    with cast.acting("petra"):
        assert Guardian.objects.filter(pk=cast.hodan).exists()
    return mother


@pytest.mark.parametrize("who", ["gunilla", "tomas", "birgitta"])
def test_the_way_out_shows_whom_to_ring(cast, visitor, who):
    assert "0522-69 05 00" in get(visitor, who, "way-out")


def test_the_way_out_is_open_without_signing_in(cast, client):
    html = client.get(reverse("concern:way-out")).content.decode()
    assert "112" in html and "116 111" in html
    assert not check_page(html)


def test_a_family_rings_instead(cast, visitor):
    family(cast)
    get(visitor, "hodan_herself", "new", status=403)
    assert "112" in get(visitor, "hodan_herself", "way-out")
