"""*Möten*: every kind in one list by day, mine first; the nearest on *I dag* and on the child's page; no interpreter, no silence."""

import datetime as dt
from uuid import uuid4

from samling.access import guard
from samling.agenda.tests import hour
from samling.desk.child import next_meeting
from samling.gathering.models import Booking, Invited, JointMeeting
from samling.gathering.tests.test_meetings import STARTS, called
from samling.journey.models import Meet, by_day, meets
from samling.people.models import Capacity
from samling.promises.tests import table
from samling.records.clock import now


def main(answer):
    """The main part of a page, its spaces made one."""
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split('<main id="main"')[1].split("</main>")[0].split())


def test_every_kind_stands_in_one_list_mine_first_of_each_day():
    noon = dt.datetime(2025, 11, 21, 11, tzinfo=dt.UTC)
    early, mine = Meet("Tidigt", noon, ""), Meet("Mitt", noon + dt.timedelta(hours=2), "", mine=True)
    late = Meet("Sen kväll i Stockholm", dt.datetime(2025, 11, 21, 23, 30, tzinfo=dt.UTC), "")
    assert by_day([early, late, mine]) == [(dt.date(2025, 11, 21), [mine, early]), (dt.date(2025, 11, 22), [late])]


def test_the_team_and_everyone_around_a_child_meet_in_the_same_calendar(cast, visitor):
    called(cast, place="Sjövillan")
    hour.team_of(cast)
    meeting = hour.meeting_of(cast)
    page = main(visitor.as_("gunilla").get("/calendar/"))
    assert "Elevhälsoteam" in page and f"/meetings/{meeting}/" in page
    with cast.acting("petra") as acting:
        kinds = [(one.title, one.mine) for one in meets(table.me(acting), now())]
    assert ("Gemensamt möte", True) in kinds, "Petra leads it"
    only = main(visitor.as_("petra").get("/calendar/?show=mine"))
    assert "Adam H" in only and "Sjövillan" not in only, "no place beside a child's name"
    assert "Adam" not in main(visitor.as_("tomas").get("/calendar/"))


def test_no_interpreter_is_one_tap_from_its_booking_until_somebody_confirms(cast, visitor):
    meeting = called(cast)
    with cast.acting("petra") as acting:
        by, one = table.me(acting), JointMeeting.objects.get(pk=meeting)
        booking = Booking.need(one, {"language": "somaliska", "form": "room", "holder": by}, by=by, at=now(), pk=uuid4())
    page = main(visitor.as_("petra").get("/"))
    assert "Tolken är inte bekräftad: somaliska" in page and f"/joint-meetings/{meeting}/#interpreter" in page
    assert "En sak väntar på dig." in page
    visitor.post(f"/joint-meetings/bookings/{booking.pk}/steps/", {"state": "confirmed", "supplier": "Tolkservice"})
    assert "Tolken är inte bekräftad" not in main(visitor.get("/"))


def test_the_childs_page_names_the_nearest_meeting(cast, visitor):
    meeting = called(cast)
    page = main(visitor.as_("petra").get(f"/children/{cast.adam}/"))
    assert f'Nästa: <a href="/joint-meetings/{meeting}/">Gemensamt möte</a>' in page
    assert next_meeting(STARTS + dt.timedelta(hours=1), joint=None, item=None, info=None) is None


def test_as_many_questions_for_ten_meetings_as_for_one(cast, asking):
    def count():
        with cast.acting("petra") as acting, asking() as asked:
            by = Capacity.objects.get(pk=acting.capacity_id)
            list(meets(by, now()))
            return len(asked().statements)

    called(cast)
    one = count()
    for days in range(3, 9):
        called(cast, starts_at=STARTS + dt.timedelta(days=days), ends_at=STARTS + dt.timedelta(days=days, hours=1))
    assert count() == one


def test_a_chair_at_the_table_makes_the_meeting_mine(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="Står vid sidan.")
    meeting = called(cast)
    with cast.acting("jonas") as acting:
        assert [one.mine for one in meets(table.me(acting), now())] == [False]
    with cast.acting("petra") as acting:
        seat = {"kind": "staff", "capacity": Capacity.objects.get(pk=cast.jonas)}
        Invited.invite(JointMeeting.objects.get(pk=meeting), seat, why="Vald", decides=False, by=table.me(acting), at=now())
    with cast.acting("jonas") as acting:
        assert [one.mine for one in meets(table.me(acting), now())] == [True]
