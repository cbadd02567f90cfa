"""Notes, stories and syntheses: where they stand, who reads them, how they reach the table and are taken back."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samling.access import guard
from samling.access.door import open_walls
from samling.access.models import Disclosure
from samling.consent.models import Consent, ConsentAnswer
from samling.consent.tests.asking import LEARNING, move_clock, standing
from samling.journey.models import Event
from samling.kernel.answer import Refused
from samling.records.clock import now
from samling.sharing.models import Table
from samling.sharing.opening import open_for
from samling.views.desk import newest
from samling.views.models import Analysis, Note, NoteBody, Story, StoryBody
from samling.views.models.standing import in_short
from samling.views.page import Views
from tests.cast import FROZEN

from .around import (
    CONCERN,
    HOME,
    MATTER,
    VOICE,
    child_of,
    guardian,
    me,
    place,
    put,
    reads,
    set_table,
    tell_story,
    third_says,
    uncle,
    yes_to,
)  # fmt: skip

DAY = dt.timedelta(days=1)


def wall_of(cast, who, note):
    with cast.acting(who):
        found = Note.objects.get(pk=note)
        return found.subject_id, found.wall


def test_a_note_stands_behind_the_wall_of_its_place(cast):
    hodan = guardian(cast, "hodan")
    for expected, speaker, said in (
        (LEARNING, None, {}),
        (HOME, hodan, {"places": ["child", "home"], "domain": "home.routines"}),
        (CONCERN, hodan, {"places": ["child"], "domain": "child.health"}),
        (VOICE, "child", {"places": ["child", "school"], "domain": "child.friends"}),
    ):
        assert wall_of(cast, "petra", place(cast, speaker=speaker, **said)) == (cast.adam, expected)


def test_a_note_at_the_table_stands_in_the_joint_space(cast):
    _consent, maria = set_table(cast)
    note = place(cast, at_table=True)
    subject, wall = wall_of(cast, "petra", note)
    assert wall == MATTER and subject not in (cast.adam, maria)
    assert reads(cast, "maria", note) and not reads(cast, "gunilla_2" if "gunilla_2" in cast.world.capacity else "olof", note)


def test_a_note_is_read_across_the_wall_only_when_it_has_been_put_on_the_table(cast):
    set_table(cast)
    note, other = place(cast), place(cast, text="En annan sak.")
    assert not reads(cast, "maria", note)
    put(cast, note)
    assert reads(cast, "maria", note) and not reads(cast, "maria", other)
    with cast.acting("petra"):
        assert Table(child_of(cast), now()).is_put(Note.objects.get(pk=note))
        assert Event.objects.filter(record_id=note).order_by("written_at").last().kind == "note put on the table"


def test_what_no_yes_covers_stays_where_it_is(cast):
    set_table(cast, LEARNING)
    note = place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines")
    with pytest.raises(Refused):
        put(cast, note)
    assert not reads(cast, "maria", note)


def test_only_the_writer_puts_it_on_the_table(cast):
    set_table(cast)
    note = place(cast)
    with pytest.raises(Refused):
        put(cast, note, "gunilla")


def test_a_yes_taken_back_takes_the_note_off_the_table(cast):
    consent, _own = set_table(cast)
    note = place(cast)
    put(cast, note)
    with cast.acting("petra") as acting:
        yes = ConsentAnswer.objects.get(consent_id=consent, guardian_id=cast.ali)
        yes.take_back(how="spoken", by=acting.capacity_id, at=now())
    assert not reads(cast, "maria", note)
    with cast.acting("petra"):
        assert not Table(child_of(cast), now()).is_put(Note.objects.get(pk=note))


def test_a_note_about_another_waits_for_that_persons_own_yes(cast):
    consent, _own = set_table(cast)
    about = {"about_person": cast.hodan, "about_name": "Hodan", "places": ["home"], "domain": "home.parents"}
    note = place(cast, **about)
    with pytest.raises(Refused):
        put(cast, note)
    third_says(cast, consent, cast.hodan, yes=False)
    with pytest.raises(Refused):
        put(cast, note)
    third_says(cast, consent, cast.hodan, yes=True)
    put(cast, note)
    assert reads(cast, "maria", note)
    third_says(cast, consent, cast.hodan, yes=False)
    assert not reads(cast, "maria", note)
    with cast.acting("petra"):
        assert not Table(child_of(cast), now()).is_put(Note.objects.get(pk=note))


def test_a_page_that_lies_cannot_write_of_another_straight_to_the_table(cast):
    set_table(cast)
    with pytest.raises(Refused):
        place(cast, at_table=True, about_person=cast.hodan, places=["home"], domain="home.parents")
    note = place(cast, at_table=True)
    with cast.acting("petra") as acting:
        head = Note.objects.get(pk=note)
        head.pk, head.about_person, head.written_by_id = uuid4(), cast.hodan, acting.capacity_id
        with pytest.raises(IntegrityError), transaction.atomic():
            head.save(force_insert=True)


def test_a_disclosure_without_the_persons_yes_shows_nothing(cast):
    consent, _own = set_table(cast)
    note = place(cast, about_person=cast.hodan, about_name="Hodan", places=["home"], domain="home.parents")
    with cast.acting("petra"):
        ground = guard.give_ground(cast.adam, [HOME], basis="consent", because="sida som ljuger", unit=cast.lotsen_social,
                                   consents=[consent])  # fmt: skip
        guard.disclose_record(ground, HOME, note)
    assert not reads(cast, "maria", note)


def test_nobody_changes_a_word(cast):
    note = place(cast, speaker="child", places=["child"], domain="child.friends")
    story = tell_story(cast)
    for model, pk in ((NoteBody, note), (StoryBody, story)):
        with cast.acting("petra"), pytest.raises(ProgrammingError), transaction.atomic():
            model.objects.filter(pk=pk).update(text="Något annat")
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Note.write(child_of(cast), {"places": ["child"], "domain": "child.friends"}, by=me(acting), at=now(), pk=uuid4(),
                   corrects=Note.objects.get(pk=note))  # fmt: skip


def test_a_new_version_takes_the_place_of_the_old_and_is_not_told_by_itself(cast):
    set_table(cast)
    note = place(cast)
    put(cast, note)
    with cast.acting("petra"):
        old = Note.objects.get(pk=note)
        told = {name: getattr(old, name) for name in ("kind", "domain", "places", "voice", "voice_id", "voice_name",
                                                      "voice_role", "shape", "said_on")}  # fmt: skip
    with cast.acting("petra") as acting:
        new = Note.write(child_of(cast), told | {"text": "Räknar allra helst."}, by=me(acting), at=now(), pk=uuid4(), corrects=old)
        assert [one.pk for one in Note.standing([cast.adam])] == [new.pk]
        assert not old.may_replace(me(acting)) and newest(old) == new
        new.undo(by=me(acting), at=now())
        assert newest(old) is None, "a version that was withdrawn leads nowhere"
        new = Note.write(child_of(cast), told | {"text": "Räknar."}, by=me(acting), at=now(), pk=uuid4(), corrects=old)
        assert newest(old) == new
    assert not reads(cast, "maria", new.pk)


def test_a_mistake_is_undone_within_a_day_and_closed_for_those_who_were_told(cast):
    set_table(cast)
    note = place(cast)
    put(cast, note)
    with cast.acting("petra") as acting:
        Note.objects.get(pk=note).undo(by=me(acting), at=now())
        assert not Disclosure.objects.filter(record_id=note, ended_at=None).exists()
    assert not reads(cast, "maria", note) and not reads(cast, "gunilla", note)
    later = place(cast)
    move_clock(FROZEN + DAY + dt.timedelta(hours=1))
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Note.objects.get(pk=later).undo(by=me(acting), at=now())


def test_a_family_takes_its_words_back_whoever_wrote_them_down(cast):
    set_table(cast)
    note = place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines")
    put(cast, note)
    assert reads(cast, "gunilla", note) or reads(cast, "petra", note)
    with cast.acting("petra") as acting:
        Note.objects.get(pk=note).take_back(by=me(acting), at=now())
        assert not Note.standing([cast.adam]).filter(pk=note).exists()
    assert not reads(cast, "maria", note)


def test_words_taken_back_are_closed_to_colleagues(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.amir, because="hjälper till")
    note = place(cast, speaker="child", places=["child"], domain="child.friends")
    assert reads(cast, "amir", note)
    with cast.acting("amir") as acting:
        Note.objects.get(pk=note).take_back(by=me(acting), at=now())
    assert not reads(cast, "amir", note) and reads(cast, "petra", note)
    staff = place(cast)
    with cast.acting("petra") as acting, pytest.raises(Refused):
        Note.objects.get(pk=staff).take_back(by=me(acting), at=now())


def test_a_story_is_shared_on_its_tellers_own_yes_version_by_version(cast):
    consent, _own = set_table(cast)
    first = tell_story(cast)
    assert not reads(cast, "maria", first, Story)
    before = standing(cast, "petra", consent).state
    share(cast, first)
    assert reads(cast, "maria", first, Story)
    assert standing(cast, "petra", consent).state is before, "her word of her own story is no answer to what she was asked"
    with cast.acting("petra"):
        said = ConsentAnswer.objects.get(consent_id=consent, giver="third")
        assert (said.about_person, said.yes) == (cast.hodan, True)
    second = tell_story(cast, text="En ny berättelse. " * 20)
    assert not reads(cast, "maria", second, Story)
    with cast.acting("petra") as acting:
        assert Story.objects.get(pk=second).version == 2
        Story.objects.get(pk=first).stop([cast.lotsen_social], by=me(acting), at=now())
    assert not reads(cast, "maria", first, Story)


def test_who_sees_is_true_of_what_tells_of_another(cast, visitor):
    consent = yes_to(cast, HOME)
    with cast.acting("petra") as acting:
        open_for(Consent.objects.get(pk=consent), [HOME], since=now(), records=[], by=acting.capacity_id, at=now())
    note = place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines")
    story = tell_story(cast)
    petra = visitor.as_("petra")
    seen = {where: petra.get(where).content.decode().split("Vem ser detta")[1][:400] for where in (
        f"/views/notes/{note}/", f"/stories/{story}/", f"/children/{cast.adam}/stories/new/")}  # fmt: skip
    assert ["Lotsen" in said for said in seen.values()] == [True, False, False]


def test_a_story_taken_back_is_closed_at_once(cast):
    set_table(cast)
    story = tell_story(cast)
    share(cast, story)
    with cast.acting("petra") as acting:
        Story.objects.get(pk=story).take_back(by=me(acting), at=now())
    assert not reads(cast, "maria", story, Story)
    with pytest.raises(Refused):
        share(cast, story)


def share(cast, story):
    with cast.acting("petra") as acting:
        found = Story.objects.get(pk=story)
        found.share(child_of(cast), [cast.lotsen_social], how="spoken", by=me(acting), at=now())


def test_a_story_is_always_about_the_one_who_told_it(cast):
    story = tell_story(cast)
    with cast.acting("petra"):
        head = Story.objects.get(pk=story)
        head.pk, head.about_person = uuid4(), cast.ali
        with pytest.raises(IntegrityError), transaction.atomic():
            head.save(force_insert=True)


def test_a_synthesis_rests_on_notes_and_is_no_longer_than_the_story(cast):
    note = place(cast)
    tell_story(cast, text="Kort berättelse.")
    with pytest.raises(Refused):
        sum_up(cast, "En alldeles för lång text om familjen.", [note])
    with pytest.raises(Refused):
        sum_up(cast, "Kort.", [])
    with pytest.raises(Refused):
        sum_up(cast, "Kort.", [uuid4()])
    assert [sum_up(cast, text, [note]).version for text in ("Kort.", "Kortare")] == [1, 2]


def sum_up(cast, text, notes, at_table=False):
    with cast.acting("petra") as acting:
        offered = list(Note.standing([cast.adam]))
        told = {"text": text, "notes": notes, "at_table": at_table}
        return Analysis.write(child_of(cast), told, offered=offered, by=me(acting), at=now(), pk=uuid4())


def test_a_synthesis_at_the_table_is_read_by_the_table(cast):
    set_table(cast)
    note = place(cast)
    own, joint = sum_up(cast, "För oss.", [note]), sum_up(cast, "För alla.", [note], at_table=True)
    assert (own.wall, joint.wall) == (CONCERN, MATTER)
    assert reads(cast, "maria", joint.pk, Analysis) and not reads(cast, "maria", own.pk, Analysis)


def test_whose_voice_has_been_heard(cast):
    uncle(cast)
    place(cast, speaker="through", places=["child"], domain="child.friends")
    place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines")
    place(cast)
    with cast.acting("petra") as acting:
        open_walls(child_of(cast), "read the three views")
        views = Views(child_of(cast), me(acting), now())
        heard = {one.speaker.name: (one.number, one.through) for one in views.heard}
        assert [one.speaker.name for one in views.silent] == ["Adam", "Ali Hassan"]
        assert sum(in_short(child_of(cast))["counts"].values()) == 3
    assert heard["Adam"] == (0, 1) and heard["Hodan Hassan"] == (1, 0) and heard["Ali Hassan"] == (0, 0)
    assert heard["Yusuf Hassan"] == (0, 0)


def test_reading_takes_as_many_statements_however_many_notes_there_are(cast):
    def asked():
        with cast.acting("petra"):
            open_walls(child_of(cast), "read the three views")
        with cast.acting("petra") as acting, CaptureQueriesContext(connection) as found:
            views = Views(child_of(cast), me(acting), now())
            assert views.lines and views.heard and views.columns
            _ = views.silent, views.stories, views.analyses, views.splits
        return len(found)

    set_table(cast)
    put(cast, place(cast))
    few = asked()
    for turn in range(12):
        place(cast, text=f"Lapp {turn}")
    assert asked() == few


def test_another_authoritys_note_at_the_table_is_known_by_name(cast):
    set_table(cast)
    yes_to(cast, LEARNING)
    note = place(cast, speaker=guardian(cast, "hodan"), at_table=True, places=["home"], domain="home.routines")
    with cast.acting("maria"):
        seen = Note.objects.get(pk=note)
        assert (seen.voice_name, seen.voice_role, seen.shape) == ("Hodan Hassan", seen.voice_role, "home")
