"""Weeks written by hand, corrected and read, as each person of the cast."""

import datetime as dt
import re

import pytest
from django.db import connection

from samling.access import guard
from samling.attendance.models import AttendanceWeek
from samling.attendance.models.weeks import weeks_of
from samling.attendance.rules import WEEK, Week
from samling.consent.models import ConsentAnswer
from samling.consent.tests.asking import ATTENDANCE, NAME, answer, ask
from samling.journey import parties
from samling.kernel.answer import Refused
from samling.people.models import Child
from samling.records.clock import now
from samling.sharing.tests.test_stories import open_as
from tests.cast import FROZEN

MONDAY = dt.date(2025, 11, 10)


def child(cast, key="adam"):
    return Child.objects.select_related("unit", "branch").get(pk=cast.world.child[key])


def note(cast, who, *weeks, key="adam"):
    with cast.acting(who) as acting:
        return AttendanceWeek.note(child(cast, key), weeks, by=acting.capacity_id, at=now())


def test_a_correction_is_a_new_version_with_its_trace(cast):
    assert note(cast, "petra", Week(MONDAY, 1200, 120, 60, 2)) == 1
    assert note(cast, "petra", Week(MONDAY, 1200, 120, 60, 2)) == 0
    assert note(cast, "gunilla", Week(MONDAY, 1200, 180, 0, 2)) == 1
    with cast.acting("petra"):
        first, second = AttendanceWeek.objects.filter(week_on=MONDAY).order_by("written_at")
        assert (first.replaced_by_id, second.replaces_id) == (cast.gunilla, first.pk)
        assert weeks_of(cast.adam) == [Week(MONDAY, 1200, 180, 0, 2)]


def test_what_does_not_add_up_is_not_written(cast):
    with pytest.raises(Refused):
        note(cast, "petra", Week(MONDAY, 100, 60, 60))


@pytest.mark.parametrize("who", ["jonas", "ulf", "tomas", "ingrid"])
def test_others_neither_write_nor_read(cast, who):
    note(cast, "petra", Week(MONDAY, 1200, 120))
    with cast.acting(who), connection.cursor() as cursor:
        cursor.execute("select count(*) from attendance_attendanceweek")
        assert cursor.fetchone() == (0,)


def test_a_team_that_was_told_reads_the_weeks_as_long_as_the_yes_stands(cast, visitor):
    consent = ask(cast, "petra", cast.adam, walls=(NAME, ATTENDANCE), to_unit=cast.lotsen_social)
    for giver in (cast.hodan, cast.ali):
        yes = answer(cast, "petra", consent, giver)
    open_as(cast, "petra", consent, [ATTENDANCE], since=FROZEN)
    note(cast, "petra", Week(MONDAY, 1200, 120, 60, 2), Week(MONDAY - WEEK, 1200, 300))
    with cast.acting("petra") as acting:
        ground = next(one for one in parties.invitable(cast.adam, now()) if one.to_unit_id == cast.lotsen_social)
        party = parties.invite(child(cast), ground, how="space", question="?", by=acting.capacity_id, at=now())
    visitor.as_("maria").post(f"/invitations/{party}/acceptance/", {"yes": "1"})
    here = next(one for one in re.findall(r"/children/[0-9a-f-]{36}/", visitor.get("/children/").content.decode()))
    page, wheel = (visitor.get(f"{here}{where}/").content.decode() for where in ("attendance", "wheel"))
    assert "85 procent i skolan v. 46, lägst 75 procent v. 45" in page and "på familjens ja" in page and "Frånvarotrappan" not in page
    assert "v. 45" in wheel and "och 1 tidigare" in visitor.get(here).content.decode()
    with cast.acting("maria"):
        assert (cast.adam, "read attendance") in {(row["subject"], row["errand"]) for row in guard.rows("my_looks")}
    with cast.acting("petra") as acting:
        ConsentAnswer.objects.get(pk=yes).take_back(how="spoken", by=acting.capacity_id, at=now())
    page = visitor.get(f"{here}attendance/").content.decode()
    assert "85 procent" not in page and "på familjens ja" not in page


def test_the_page_takes_a_few_weeks_and_shows_them(cast, visitor):
    petra = visitor.as_("petra")
    where = f"/children/{cast.adam}/attendance/weeks/"
    page = petra.get(where)
    form = page.context["form"]
    told = {"seen": form["seen"].value(), "w20251110-scheduled": "1200", "w20251110-valid": "240"}
    assert petra.post(where, told).status_code == 302
    assert petra.post(where, told | {"w20251110-valid": "0"}).status_code == 422  # the page was older than the week
    shown = petra.get(f"/children/{cast.adam}/attendance/").content.decode()
    assert "80 procent i skolan v. 46" in shown
    assert "80 procent i skolan v. 46" in petra.get(f"/children/{cast.adam}/").content.decode()


@pytest.mark.parametrize(
    ("part", "said"), [("scheduled", "tolv"), ("scheduled", "-1"), ("valid", "9999"), ("invalid", "60"), ("late", "1e9")]
)
def test_what_is_wrong_is_said_and_kept_on_the_page(cast, visitor, part, said):
    where = f"/children/{cast.adam}/attendance/weeks/"
    petra = visitor.as_("petra")
    seen = petra.get(where).context["form"]["seen"].value()
    answer = petra.post(where, {"seen": seen, f"w20251110-{part}": said})
    assert answer.status_code == 422
    assert f'value="{said}"' in answer.content.decode()
