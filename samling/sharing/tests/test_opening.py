"""Telling on a consent: what is opened, to whom, and what shuts it."""

import datetime as dt
import re
from uuid import uuid4

import pytest

from samling.access import guard
from samling.access.models import Disclosure, Ground
from samling.consent.models import Consent, ConsentException
from samling.consent.tests.asking import ATTENDANCE, LEARNING, NAME, answer, ask, move_clock
from samling.journey.models import Entry
from samling.kernel.answer import Refused
from samling.people.models import SignificantAdult
from samling.records.clock import now

from .test_stories import assign, note, open_as

WALLS = (NAME, ATTENDANCE, LEARNING)


@pytest.fixture
def given(cast):
    """Both guardians have said yes to telling Tomas."""
    consent = ask(cast, "petra", cast.adam, walls=WALLS, to_unit=None, to_capacity=cast.tomas)
    for giver in (cast.hodan, cast.ali):
        answer(cast, "petra", consent, giver)
    return consent


def titles(cast):
    """The notes that Tomas may read."""
    with cast.acting("tomas"):
        return set(Entry.objects.filter(subject_id=cast.adam).values_list("title", flat=True))


def told(cast):
    with cast.acting("tomas"):
        return {row["wall"] for row in guard.my_disclosures(cast.adam)}


def test_a_kind_is_told_from_its_day_on_and_not_before(cast, given):
    note(cast, "petra", cast.adam, LEARNING, "förut")
    with cast.acting("petra"):
        since = now()
    move_clock(since + dt.timedelta(minutes=5))
    open_as(cast, "petra", given, [LEARNING], since=since + dt.timedelta(minutes=5))
    move_clock(since + dt.timedelta(minutes=6))
    note(cast, "petra", cast.adam, LEARNING, "sedan")
    note(cast, "petra", cast.adam, ATTENDANCE, "annat")
    assert titles(cast) == {"sedan"}


def test_choosing_a_record_tells_that_record_and_not_its_kind(cast, visitor, given):
    one = note(cast, "petra", cast.adam, LEARNING, "den ena")
    note(cast, "petra", cast.adam, LEARNING, "den andra")
    sent = {"kinds": [str(ATTENDANCE)], "from_on": "2025-11-20", "records": [f"{LEARNING}:{one}"]}
    assert visitor.as_("petra").post(f"/consents/{given}/opening/", sent).status_code == 302
    assert titles(cast) == {"den ena"}
    assert visitor.as_("petra").post(f"/consents/{given}/opening/", sent).status_code == 302
    with cast.acting("petra"):
        assert Disclosure.objects.count() == 3 and Ground.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": ["x"]},
        {"kinds": ["80"]},
        {"kinds": [str(LEARNING)], "from_on": ""},
        {"from_on": "when"},
        {"records": [f"{LEARNING}:{uuid4()}"]},
        {"records": ["; drop table"]},
    ],
)
def test_only_what_was_offered_can_be_told(cast, visitor, given, wrong):
    note(cast, "petra", cast.adam, LEARNING)
    page = visitor.as_("petra").post(f"/consents/{given}/opening/", {"from_on": "2025-11-20"} | wrong)
    assert page.status_code == 422
    assert told(cast) == set()


def test_nothing_opens_before_everyone_has_said_yes(cast, visitor):
    consent = ask(cast, "petra", cast.adam, walls=WALLS, to_unit=None, to_capacity=cast.tomas)
    answer(cast, "petra", consent, cast.hodan)
    with pytest.raises(Refused):
        open_as(cast, "petra", consent, [LEARNING])
    page = visitor.as_("petra").get(f"/consents/{consent}/opening/")
    assert page.status_code == 403 and "Samtycket gäller inte" in page.content.decode()


def test_a_ground_cannot_be_bent_to_another_recipient(cast, given):
    with cast.acting("petra"), pytest.raises(Refused):
        guard.give_ground(
            cast.adam, [NAME], basis="consent", because="x", capacity=cast.hanna, consents=[given]
        )
    participation = ask(cast, "petra", cast.adam, walls=(), kind="participation")
    with cast.acting("petra"), pytest.raises(Refused):
        guard.give_ground(
            cast.adam, [80], basis="consent", because="x", capacity=cast.hanna, consents=[participation]
        )


def test_a_narrower_yes_shuts_that_part_at_once_and_leaves_the_rest(cast, given):
    open_as(cast, "petra", given, [ATTENDANCE, LEARNING], since=now_of(cast))
    assert told(cast) == {NAME, ATTENDANCE, LEARNING}
    answer(cast, "petra", given, cast.ali, walls=[NAME, LEARNING])
    assert told(cast) == {NAME, LEARNING}
    answer(cast, "petra", given, cast.ali)
    assert told(cast) == {NAME, LEARNING}, "what was shut is opened by a person, not by itself"


def now_of(cast):
    with cast.acting("petra"):
        return now()


def test_it_shuts_at_the_last_moment_by_itself(cast, visitor, given):
    open_as(cast, "petra", given, [LEARNING], since=now_of(cast))
    with cast.acting("petra"):
        until = Consent.objects.get(pk=given).valid_until
    move_clock(until - dt.timedelta(seconds=5))
    assert visitor.as_("tomas").get(f"/told/{cast.adam}/").status_code == 200
    move_clock(until)
    assert visitor.as_("tomas").get(f"/told/{cast.adam}/").status_code == 404


def test_an_ended_exception_shuts_what_rested_on_it(cast):
    consent = ask(cast, "petra", cast.adam, walls=WALLS, to_unit=None, to_capacity=cast.tomas)
    answer(cast, "petra", consent, cast.hodan)
    with cast.acting("gunilla") as acting:
        made = Consent.objects.get(pk=consent).decide_exception(
            "prevented", cast.ali, because="På sjön", id=uuid4(), by=acting.capacity_id, at=now()
        )
    open_as(cast, "petra", consent, [LEARNING], since=now_of(cast))
    assert told(cast)
    with cast.acting("petra") as acting:
        ConsentException.objects.get(pk=made.pk).stop(by=acting.capacity_id, at=now())
    assert told(cast) == set()


def test_a_new_consent_takes_over_when_it_is_opened(cast, given):
    open_as(cast, "petra", given, [ATTENDANCE, LEARNING], since=now_of(cast))
    anew = ask(
        cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas, replaces=given
    )
    for giver in (cast.hodan, cast.ali):
        answer(cast, "petra", anew, giver)
    assert told(cast) == {NAME, ATTENDANCE, LEARNING}
    open_as(cast, "petra", anew, [LEARNING], since=now_of(cast))
    assert told(cast) == {NAME, LEARNING}
    with cast.acting("petra"):
        assert Consent.objects.get(pk=given).ended_at


def test_what_is_written_about_a_third_person_waits_for_that_persons_yes(cast, given):
    with cast.acting("petra") as acting:
        aunt = SignificantAdult(
            subject_id=cast.adam,
            wall=66,
            given_name="Idil",
            relation="moster",
            from_at=now(),
            written_by_id=acting.capacity_id,
            written_at=now(),
        )
        aunt.save(force_insert=True)
    about = note(cast, "petra", cast.adam, LEARNING, "om moster")
    note(cast, "petra", cast.adam, LEARNING, "om Adam")
    with cast.acting("petra"):
        entry = Entry.objects.get(pk=about)
        entry.about_person = aunt.pk
        entry.save(update_fields=["about_person"])
        start = entry.written_at - dt.timedelta(days=1)
    open_as(cast, "petra", given, [LEARNING], since=start, records=[(LEARNING, about)])
    assert titles(cast) == {"om Adam"}
    answer(cast, "petra", given, aunt.pk, kind="third", name="Idil")
    assert titles(cast) == {"om Adam", "om moster"}
    answer(cast, "petra", given, aunt.pk, kind="third", name="Idil", yes=False)
    assert titles(cast) == {"om Adam"}
    assert {"om Adam", "om moster"} <= set(mine(cast))


def mine(cast):
    with cast.acting("petra"):
        return list(Entry.objects.values_list("title", flat=True))


def test_a_third_person_answers_on_the_page_for_herself(cast, visitor, given):
    with cast.acting("petra") as acting:
        aunt = SignificantAdult(
            subject_id=cast.adam,
            wall=66,
            given_name="Idil",
            relation="moster",
            from_at=now(),
            written_by_id=acting.capacity_id,
            written_at=now(),
        )
        aunt.save(force_insert=True)
    url = f"/consents/{given}/answers/new/?giver={aunt.pk}"
    page = visitor.as_("petra").get(url).content.decode()
    assert "Idil" in page and "en tredje persons eget svar" in page
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    sent = {
        "once": once,
        "seen": "",
        "how": "spoken",
        "said_on": "2025-11-20",
        "walls": [str(LEARNING)],
        "yes": "yes",
    }
    assert visitor.post(url, sent).status_code == 302
    assert "Idil" in visitor.get(f"/consents/{given}/").content.decode()


def test_telling_never_hinders_a_report(cast, visitor, given):
    page = visitor.as_("petra").get(f"/children/{cast.adam}/consents/").content.decode()
    assert "/harm/" in page and "stoppar aldrig en orosanmälan" in page


def test_who_can_see_leads_to_the_consent_those_who_may_read_it(cast, visitor, given):
    open_as(cast, "petra", given, [LEARNING])
    assign(cast, "gunilla", cast.adam, "jonas")
    for who, reads in (("petra", True), ("jonas", False)):
        page = visitor.as_(who).get(f"/children/{cast.adam}/sight/").content.decode()
        assert "Tomas" in page and (f"/consents/{given}/" in page) is reads
