"""What is settled governs from its day, is shown before it is saved, and is never changed backwards."""

import datetime as dt

import pytest
from django.db import connections
from django.urls import reverse

from samling.access import guard
from samling.consent import rules as consent_rules
from samling.demo import places
from samling.kernel.answer import Refused
from samling.kernel.settable import KNOWN, Area
from samling.people.models import Agreement, Setting
from samling.records.clock import now

SURE = {"sure": "yes"}


def told(value="8", day="2025-11-20", decision="BUN § 112, 2025-11-12"):
    return {"value": value, "from_on": day, "decision": decision}


def settle(cast, code, value, day="2025-11-20", who="ingrid"):
    with cast.acting(who):
        return guard.call("put_setting", code, value, dt.datetime.fromisoformat(f"{day}T00:00+01:00"), "§ 1")


def number(cast, code, who="petra", at=None):
    with cast.acting(who):
        return Setting.number(code, at or now(), capacity=getattr(cast, who))


def test_every_known_setting_is_as_shipped_until_it_is_settled(cast):
    with cast.acting("petra"):
        for code, known in KNOWN.items():
            value = Setting.text(code, now(), capacity=cast.petra)
            assert known.accepts(value) or known.unit == "text"
            assert value == known.shipped[0][1]


def test_a_setting_governs_from_its_day_and_only_its_organisation(cast):
    settle(cast, "deadline.follow_up_weeks", "8", day="2025-12-01")
    later = dt.datetime(2025, 12, 2, tzinfo=dt.UTC)
    assert number(cast, "deadline.follow_up_weeks") == 6
    assert number(cast, "deadline.follow_up_weeks", at=later) == 8
    assert number(cast, "deadline.follow_up_weeks", who="birgitta", at=later) == 6
    settle(cast, "deadline.follow_up_weeks", "", day="2026-01-01")
    assert number(cast, "deadline.follow_up_weeks", at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC)) == 6


def test_a_value_that_samling_does_not_know_counts_for_nothing(cast):
    settle(cast, "deadline.follow_up_weeks", "900")
    assert number(cast, "deadline.follow_up_weeks") == 6


def test_the_longest_time_of_a_question_is_the_organisations_own(cast):
    settle(cast, "consent.longest_days", "90", who="ingrid_2")
    longest = dt.timedelta(days=number(cast, "consent.longest_days"))
    at = dt.datetime(2025, 11, 20, tzinfo=dt.UTC)
    asked = {"kind": "sip", "told": True, "own_unit": False, "walls": 1, "givers": 1, "at": at, "from_at": at, "longest": longest}
    assert consent_rules.may_ask(**asked, until_at=at + dt.timedelta(days=89))
    assert not consent_rules.may_ask(**asked, until_at=at + dt.timedelta(days=91))


@pytest.mark.parametrize(("who", "may"), [("ingrid", True), ("ingrid_2", True), ("gunilla", True), ("petra", False)])
def test_who_may_see_the_settings(cast, visitor, who, may):
    assert (visitor.as_(who).get(reverse("office:front")).status_code == 200) is may


def test_a_change_is_shown_before_it_is_saved_and_kept_once(cast, visitor):
    where = reverse("office:value", args=["deadline", "follow_up_weeks"])
    page = visitor.as_("ingrid").post(where, told()).content.decode()
    assert "Från 6 veckor till 8 veckor." in page and "Det här händer" in page
    assert not Setting.objects.using("owner").exists()
    for _twice in range(2):
        assert visitor.post(where, told() | SURE).status_code == 302
    assert Setting.objects.using("owner").count() == 1
    page = visitor.get(where).content.decode()
    assert "BUN § 112" in page and "8 veckor" in page


def test_one_goes_back_to_what_samling_comes_with(cast, visitor):
    where = reverse("office:value", args=["deadline", "follow_up_weeks"])
    assert visitor.as_("ingrid").post(where, told("") | SURE).status_code == 422, "nothing is settled yet"
    visitor.post(where, told() | SURE)
    assert "Lämna tomt för att gå tillbaka" in visitor.get(where).content.decode()
    assert "Från 8 veckor till 6 veckor." in visitor.post(where, told("")).content.decode()
    assert visitor.post(where, told("") | SURE).status_code == 302
    assert number(cast, "deadline.follow_up_weeks") == 6
    page = visitor.get(where).content.decode()
    assert "<b>8 veckor</b>" in page
    assert "<b>som från början</b>" in page
    assert "<bdi>Tidsgränser</bdi>" in page


def test_what_was_carried_over_says_so(cast, visitor):
    Setting(code="watch.spot_checks", value="20", from_at=now(), decision="–", organisation_id=cast.world.organisation["lovsjo"]).save(
        using="owner", force_insert=True)  # fmt: skip
    page = visitor.as_("ingrid").get(reverse("office:value", args=["watch", "spot_checks"])).content.decode()
    assert "<b>20 öppningar</b>" in page and "från en tidigare version av Samling" in page


@pytest.mark.parametrize(("who", "code", "may"), [
    ("ingrid", "watch.harvest_children", True), ("ingrid_2", "watch.harvest_children", True),
    ("ingrid_2", "deadline.overdue_days", False), ("gunilla", "watch.spot_checks", False)])  # fmt: skip
def test_who_may_settle_the_watch_and_the_reminders(cast, visitor, who, code, may):
    area, what = code.split(".")
    page = visitor.as_(who).get(reverse("office:value", args=[area, what])).content.decode()
    assert ("Se vad som ändras" in page) is may


def test_reminders_say_how_many_they_touch(cast):
    cast.token("gunilla")  # who leads has an account
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute("update people_capacity set until_at = guard.now() + interval '20 days' where role = 'mentor'")
        cursor.execute("insert into journey_notice (id, to_id, kind, due_on, sent_by_id, sent_at) select gen_random_uuid(), %s, 'x', "
                       "guard.now()::date - 10, %s, guard.now() from generate_series(1, 6)", [cast.amir, cast.amir])  # fmt: skip
        cursor.execute("reset role")
    with cast.acting("ingrid"):
        assert guard.asked("setting_reach", "deadline.overdue_days", "10") == 6
        assert guard.asked("setting_reach", "deadline.overdue_days", "11") == 0
        assert guard.asked("setting_reach", "deadline.warn_first_days", "20") == 5
        assert guard.asked("setting_reach", "deadline.warn_first_days", "19") == 0
        assert guard.asked("setting_reach", "watch.spot_checks", "19") is None


def test_what_the_law_fixes_is_shown_and_not_changed(cast, visitor):
    where = reverse("office:value", args=["age", "alone_from"])
    assert "SoL 21:2" in visitor.as_("ingrid").get(where).content.decode()
    assert visitor.post(where, told("15") | SURE).status_code == 403


def test_a_day_that_has_been_is_answered_with_what_to_do(cast, visitor):
    where = reverse("office:value", args=["deadline", "reply_days"])
    page = visitor.as_("ingrid").post(where, told("3", day="2025-11-19"))
    assert page.status_code == 422 and "Välj i dag eller en senare dag" in page.content.decode()


def test_what_has_not_begun_is_taken_back_and_stays_in_the_history(cast, visitor):
    row = settle(cast, "deadline.reply_days", "3", day="2025-12-01")
    where = reverse("office:value", args=["deadline", "reply_days"])
    assert "Ta tillbaka den" in visitor.as_("ingrid").get(where).content.decode()
    assert visitor.post(reverse("office:withdraw", args=[row])).status_code == 302
    page = visitor.get(where).content.decode()
    assert "tillbakatagen" in page and "Ta tillbaka den" not in page
    assert number(cast, "deadline.reply_days", at=dt.datetime(2025, 12, 2, tzinfo=dt.UTC)) == 5


def test_a_few_are_never_counted_out(cast):
    with cast.acting("ingrid"):
        assert guard.asked("setting_reach", "age.heard_from", "8") == -1  # Adam, Elsa and others of these years
        assert guard.asked("setting_reach", "deadline.reply_days", "3") == 0
        assert guard.asked("setting_reach", "tier.1", "x") is None
    with cast.acting("petra"), pytest.raises(Refused):
        guard.asked("setting_reach", "age.heard_from", "8")


def test_a_protected_child_is_in_no_number(cast):
    for name in ("adam", "elsa", "ines", "noor"):
        with cast.acting(places.PUPILS[name][5]):
            guard.protect(getattr(cast, name), form="marked", readers=[])
    with cast.acting("ingrid"):
        assert guard.asked("setting_reach", "age.heard_from", "8") == 0


def test_the_area_of_retention_counts_what_has_lain_still(cast, visitor):
    page = visitor.as_("ingrid_2").get(reverse("office:area", args=[Area.RETENTION])).content.decode()
    assert "Det som skulle gallras i dag" in page and "SoL 16:1" in page
    assert "Det som skulle gallras i dag" not in visitor.as_("gunilla").get(
        reverse("office:area", args=[Area.RETENTION])).content.decode()


def test_an_agreement_by_copy_leaves_one_way_to_take_part(cast, visitor):
    sent = {"with_branch": cast.granby_social, "how": "copy", "number": "KS 2025/77", "from_on": "2025-11-20"}
    assert visitor.as_("ingrid").post(reverse("office:agreements"), sent).status_code == 302
    with cast.acting("petra"):
        org = cast.world.organisation["lovsjo"]
        assert Agreement.ways(org, [cast.granby_social], now()) == {cast.granby_social: "copy"}
    one = Agreement.objects.using("owner").get()
    assert visitor.post(reverse("office:agreement-end", args=[one.pk])).status_code == 302
    with cast.acting("petra"):
        assert Agreement.ways(org, [cast.granby_social], now()) == {}


def test_the_matrix_is_drawn_from_the_rows_that_decide(cast, visitor):
    page = visitor.as_("ingrid").get(reverse("office:rights")).content.decode()
    assert "Socialsekreterare" in page and "hela enheten" in page and "efter beslut" in page
    assert "Projektledare" in page.split('id="powers"')[1]
