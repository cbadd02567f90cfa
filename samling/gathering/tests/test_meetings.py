"""A table around Adam: called once, seen by those who take part and by nobody else, prepared, held, told."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from icalendar import Calendar

from samling.gathering.models import Booking, ChildsWay, Invited, JointMeeting, Point
from samling.gathering.models.interpreters import names_around
from samling.gathering.models.lists import meetings_ahead, staff_around, without_interpreter
from samling.gathering.rules import Booked
from samling.journey import parties
from samling.journey.tests.test_parties import invited as party_invited
from samling.kernel.answer import Refused
from samling.letters.models import Letter
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import now
from samling.welcome.tests.meeting import accepted, arranged
from tests.cast import FROZEN

STARTS = FROZEN + dt.timedelta(days=2)
QUESTION = "Hur blir morgnarna lugnare?"


def told(chair, **more):
    return {"kind": "joint", "starts_at": STARTS, "ends_at": STARTS + dt.timedelta(hours=1), "place": "Biblioteket",
            "chair": Capacity.objects.get(pk=chair), "question": QUESTION, "seen_on": None} | more  # fmt: skip


def called(cast, who="petra", **more):
    """A meeting around Adam."""
    with cast.acting(who) as acting:
        by = Capacity.objects.get(pk=acting.capacity_id)
        meeting = JointMeeting.call(Child.objects.get(pk=cast.adam), told(cast.petra, **more), by=by, at=now(), pk=uuid4())
        Point.suggest(meeting, by=by, at=now())
        return meeting.pk


@pytest.fixture
def meeting(cast):
    return called(cast)


def in_space(cast):
    """The early support team has come into the shared space, on both guardians' yes."""
    _consent, yes, _party = party_invited(cast, cast.lotsen_social)
    with cast.acting("maria") as acting:
        (one,) = parties.invitations()
        parties.accept(one, None, by=acting.capacity_id, at=now())
    return yes


def at(cast, who, meeting):
    """The meeting as someone sees it, with its body after a look."""
    with cast.acting(who):
        return JointMeeting.objects.filter(pk=meeting).first()


def test_the_one_who_calls_it_sees_it_and_no_stranger_does(cast, meeting, visitor):
    assert visitor.as_("petra").get(f"/joint-meetings/{meeting}/").status_code == 200
    for stranger in ("birgitta", "tomas", "maria"):
        assert at(cast, stranger, meeting) is None
        assert visitor.as_(stranger).get(f"/joint-meetings/{meeting}/").status_code == 404


def test_the_same_form_sent_twice_is_one_meeting(cast):
    with cast.acting("petra") as acting:
        by, key = Capacity.objects.get(pk=acting.capacity_id), uuid4()
        child = Child.objects.get(pk=cast.adam)
        first = JointMeeting.call(child, told(cast.petra), by=by, at=now(), pk=key)
        assert JointMeeting.call(child, told(cast.petra), by=by, at=now(), pk=key) == first
        assert JointMeeting.of(cast.adam) == [first]


def test_another_party_prepares_it_until_a_yes_is_taken_back(cast, meeting, visitor):
    yes = in_space(cast)
    page = visitor.as_("maria").get(f"/joint-meetings/{meeting}/")
    assert page.status_code == 200 and QUESTION in page.content.decode()
    visitor.post(f"/joint-meetings/{meeting}/points/", told := {"key": uuid4(), "topic": "childs", "text": "Får jag ha hund?"})
    visitor.post(f"/joint-meetings/{meeting}/points/", told)  # pressed twice
    with cast.acting("petra"):
        points = Point.of(JointMeeting.objects.get(pk=meeting))
        assert [one.topic for one in points].count("childs") == 2 and points[0].topic == "childs"
    after = visitor.post(f"/joint-meetings/points/{points[0].pk}/done/", {"back": "hour"})
    assert after.url.endswith(f"/hour/#point-{points[0].pk}") and f'id="point-{points[0].pk}"' in visitor.get(after.url).content.decode()
    visitor.as_("petra").post(f"/answers/{yes[0]}/withdrawal/", {"how": "spoken"})
    assert visitor.as_("maria").get(f"/joint-meetings/{meeting}/").status_code == 404


def test_the_childs_questions_are_the_first_ones(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        Point.add(one, "other", "Skjutsen", by=by, at=now(), pk=uuid4())
        mine = Point.add(one, "childs", "Kan jag gå in genom lilla dörren?", by=by, at=now(), pk=uuid4())
        assert [point.topic for point in Point.of(one)] == ["childs", "childs", "good", "hard", "do", "next", "other"]
        assert Point.of(one)[1] == mine


def test_everyone_is_asked_once_and_says_why(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        hodan = Guardian.objects.get(pk=cast.hodan)
        who = {"kind": "guardian", "guardian": hodan, "name": str(hodan), "role": "mamma"}
        Invited.invite(one, who, why="Adams mamma", decides=True, by=by, at=now())
        with pytest.raises(Refused, match="invited already"):
            Invited.invite(one, who, why="en gång till", decides=False, by=by, at=now())
        (mother,) = Invited.to(one)
        mother.note_answer("comes", by=by, at=now())
        one.move(told(cast.petra, starts_at=STARTS + dt.timedelta(days=1), ends_at=STARTS + dt.timedelta(days=1, hours=1)), by=by, at=now())
        assert Invited.to(one)[0].answer == "", "asked again when the time is another"


def test_a_move_to_another_room_asks_nobody_again(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        Invited.invite(one, {"kind": "child"}, why="Det är Adams möte", decides=False, by=by, at=now()).note_answer("comes", by=by, at=now())
        one.move(told(cast.petra, place="Fritids"), by=by, at=now())
        assert (Invited.to(one)[0].answer, JointMeeting.objects.get(pk=meeting).place) == ("comes", "Fritids")


def test_the_school_calls_a_sip_only_by_agreement(cast):
    sip = {"kind": "sip", "seen_on": dt.date(2025, 11, 18)}
    with pytest.raises(Refused, match="asks social services"):
        called(cast, **sip)


def test_the_childs_words_are_kept_version_by_version(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        for late, words in enumerate(("Jag vill inte", "Jag kan vara med om Jonas är där")):
            ChildsWay.choose(one, {"way": "part", "helper": by, "speaker": "", "words": words}, by=by,
                             at=now() + dt.timedelta(seconds=late))
        assert one.ways.count() == 2
        with pytest.raises(Refused, match="has not been held"):
            ChildsWay.latest(one).told_child(by=by, at=now())


def test_an_interpreter_is_booked_and_missed_in_time(cast, meeting, visitor):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        booking = Booking.need(one, {"language": "somaliska", "form": "room", "holder": by}, by=by, at=now(), pk=uuid4())
        assert [child.pk for _one, child in without_interpreter(by, now())] == [cast.adam]
        with pytest.raises(Refused, match="never interprets"):
            booking.step(Booked.ORDERED, "Adam Hassan", around=names_around(one), by=by, at=now())
    visitor.as_("petra").post(f"/joint-meetings/bookings/{booking.pk}/steps/", {"state": "confirmed", "supplier": "Tolkservice 4711"})
    with cast.acting("petra"):
        assert without_interpreter(by, now()) == []
        assert Booking.of(JointMeeting.objects.get(pk=meeting))[0].state is Booked.CONFIRMED


def test_what_the_school_asked_and_what_the_family_needs_is_offered(cast, visitor):
    child = accepted(cast)
    arranged(cast, child)
    maria = visitor.as_("maria")
    assert "Hur får Adam lugna morgnar?" in maria.get(f"/children/{child}/joint-meetings/new/").content.decode()
    where = f"/joint-meetings/{called(cast)}/"
    page = maria.get(where).content.decode()
    assert "Ingen har sagt att det behövs tolk" not in page and "Familjen behöver tolk. Ingen har skrivit på vilket språk." in page
    with cast.acting("maria"):
        Guardian.objects.filter(subject_id=child, given_name="Hodan").update(interpreter="somaliska")
    page = maria.get(where).content.decode()
    assert "Familjen behöver tolk: somaliska." in page
    row = page.split(f'action="{where}interpreter/"')[1].split("</form>")[0]
    taken = dict(re.findall(r'name="(key|language|form|holder)" value="([^"]*)"', row))
    for _twice in range(2):
        assert maria.post(f"{where}interpreter/", taken).status_code == 302
    with cast.acting("maria"):
        (booking,) = Booking.of(JointMeeting.objects.get(pk=where.split("/")[2]))
        assert (booking.language, booking.form, booking.holder_id) == ("somaliska", "room", cast.maria)


def test_a_meeting_is_held_once_and_not_before_it_begins(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        with pytest.raises(Refused, match="has not begun"):
            one.hold(by=by, at=now())
        one.read_back(by=by, at=now())
        one.hold(by=by, at=STARTS + dt.timedelta(minutes=50))
        with pytest.raises(Refused, match="is over"):
            Point.add(one, "other", "För sent", by=by, at=now(), pk=uuid4())
        with pytest.raises(Refused, match="is over"):
            one.call_off("ill", by=by, at=now())


def test_what_is_called_off_stands_on_nobodys_list(cast, meeting):
    with cast.acting("petra") as acting:
        by, one = Capacity.objects.get(pk=acting.capacity_id), JointMeeting.objects.get(pk=meeting)
        assert [ahead.child.pk for ahead in meetings_ahead(by, now())] == [cast.adam]
        one.call_off("family", by=by, at=now())
        assert meetings_ahead(by, now()) == [] and JointMeeting.of(cast.adam) == [one]


def test_the_calendar_names_nobody(cast, meeting, visitor):
    answer = visitor.as_("petra").get(f"/joint-meetings/{meeting}/calendar/")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["summary"] == "Möte" and event["dtstart"].dt == STARTS and event["location"] == "Biblioteket"
    text = answer.content.decode()
    assert not any(word in text for word in ("Adam", "Hassan", "Hodan", "Petra", "skola", "Norrskolan", QUESTION))


def test_letters_home_are_drafted_once(cast, meeting, visitor):
    for _twice in range(2):
        assert visitor.as_("petra").post(f"/joint-meetings/{meeting}/letters/").status_code == 302
    with cast.acting("petra"):
        assert Letter.objects.filter(subject_id=cast.adam, kind="meeting").count() == 2, "one to each guardian"


def test_the_staff_who_can_be_asked_are_those_around_the_child(cast, meeting):
    in_space(cast)
    with cast.acting("petra"):
        around = {one.pk for one in staff_around(Child.objects.get(pk=cast.adam), now())}
    assert cast.petra in around and cast.maria in around and cast.birgitta not in around
