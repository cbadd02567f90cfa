"""A note on the wrong child: closed at once, the right people told, the text taken along."""

from uuid import uuid4

import pytest
from django.db.models import DateField

from samling.concern.models import Signal
from samling.journey.models import Draft, Entry, Event, Notice
from samling.kernel.categories import Category, wall
from samling.misplaced import rules
from samling.misplaced.found import said_of
from samling.misplaced.kinds import kinds
from samling.people.models import Capacity, Child
from samling.records.clock import now, today

CONCERN = wall(1, Category.CONCERN)
MARKER = "MARKÖR-7731"


def page(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


@pytest.fixture
def note(cast):
    """A note that Petra wrote on Adam, meaning Noor."""
    with cast.acting("petra") as acting:
        told = {"kind": "talk", "title": MARKER, "text": f"{MARKER} Noor sa så här.", "for_guardians": "no",
                "for_guardians_because": "not told yet", "for_child": False, "only_for": None}
        return Entry.write(told, subject=cast.adam, wall=CONCERN, by=acting.capacity_id, at=now(), pk=uuid4()).pk


def readers(cast, names, model, pk):
    found = []
    for name in names:
        with cast.acting(name):
            found += [name] if model.objects.filter(pk=pk).exists() else []
    return found


def test_at_the_next_statement_nobody_but_the_writer_reads_it(cast, visitor, note):
    assert readers(cast, ["petra", "gunilla", "bosse", "ulf"], Entry, note) == ["petra", "gunilla", "bosse"]
    assert visitor.as_("gunilla").get(f"/notes/{note}/").status_code == 200
    assert "Det här händer" in page(visitor.as_("petra").get(f"/notes/{note}/wrong-child/"))
    done = page(visitor.as_("petra").post(f"/notes/{note}/wrong-child/"))
    assert "Det är stängt" in done and "Gunilla Norén" in done
    assert readers(cast, ["petra", "gunilla", "bosse", "ulf"], Entry, note) == ["petra"]
    for where in ("", "wrong-child/"):
        assert visitor.as_("gunilla").get(f"/notes/{note}/{where}").status_code == 404


def test_a_colleague_who_finds_it_closes_it_for_everyone_but_the_writer(cast, visitor, note):
    done = page(visitor.as_("gunilla").post(f"/notes/{note}/wrong-child/"))
    assert "Det är stängt" in done and MARKER not in done
    assert readers(cast, ["petra", "gunilla", "bosse"], Entry, note) == ["petra"]
    with cast.acting("petra"):
        assert Notice.objects.get(to=cast.petra).kind == rules.WRITER


def test_those_who_lead_and_those_who_saw_are_told(cast, visitor, note):
    with cast.acting("gunilla"):
        from samling.access import guard
        guard.assign(cast.adam, cast.amir, because="Stöd.")
    visitor.as_("amir").get(f"/notes/{note}/")
    visitor.as_("petra").post(f"/notes/{note}/wrong-child/")
    for name, kind in (("gunilla", rules.HEAD), ("bosse", rules.HEAD), ("amir", rules.SEEN)):
        with cast.acting(name):
            told = Notice.objects.get(to=getattr(cast, name))
            assert (told.kind, told.record_id, told.subject_id) == (kind, note, cast.adam)
    with cast.acting("petra"):
        event = Event.objects.get(kind="record on the wrong child closed")
        assert event.for_guardians == "no" and event.record_id == note
        assert not Notice.objects.filter(to=cast.petra).exists()


def test_twice_is_once(cast, visitor, note):
    petra = visitor.as_("petra")
    assert petra.post(f"/notes/{note}/wrong-child/").status_code == 200
    assert "redan stängt" in page(petra.post(f"/notes/{note}/wrong-child/"), 403)
    with cast.acting("gunilla"):
        assert Notice.objects.filter(to=cast.gunilla).count() == 1


def test_the_writer_takes_the_text_along_to_the_right_child(cast, visitor, note):
    petra = visitor.as_("petra")
    assert petra.post(f"/notes/{note}/wrong-child/", {"child": cast.noor}).status_code == 403  # closed first
    petra.post(f"/notes/{note}/wrong-child/")
    assert "Noor A" in page(petra.get(f"/notes/{note}/wrong-child/?q=noor"))
    answer = petra.post(f"/notes/{note}/wrong-child/", {"child": cast.noor})
    assert answer.status_code == 302 and str(cast.noor) in answer.url
    assert MARKER in page(petra.get(answer.url))
    with cast.acting("gunilla"):
        assert not Draft.objects.exists()
    for wrong in (cast.elsa, "x", ""):  # not hers
        assert petra.post(f"/notes/{note}/wrong-child/", {"child": wrong}).url.endswith("/wrong-child/")


@pytest.mark.parametrize("asked", ["%00", "a", "å" * 4000, "%25", "<script>"])
def test_a_mad_search_is_an_ordinary_page(cast, visitor, note, asked):
    visitor.as_("petra").post(f"/notes/{note}/wrong-child/")
    assert "<script>" not in page(visitor.as_("petra").get(f"/notes/{note}/wrong-child/?q={asked}"))


def test_a_stranger_finds_and_closes_nothing(cast, visitor, note):
    for name in ("ulf", "ingrid", "tomas"):
        assert visitor.as_(name).get(f"/notes/{note}/wrong-child/").status_code == 404
        assert visitor.as_(name).post(f"/notes/{note}/wrong-child/").status_code == 404
    from samling.access import guard
    from samling.kernel.answer import Refused
    for kind in ("journey_entry", "concern_signal", "concern_handling", "people_child", "x"):
        with pytest.raises(Refused), cast.acting("ulf"):
            guard.call("close_misplaced", kind, note)
    assert readers(cast, ["gunilla"], Entry, note) == ["gunilla"]


def test_a_note_for_one_person_is_not_closed_by_others(cast, note):
    with cast.acting("petra"):
        Entry.objects.filter(pk=note).update(only_for_id=cast.petra)
    from samling.access import guard
    from samling.kernel.answer import Refused
    with pytest.raises(Refused), cast.acting("gunilla"):
        guard.call("close_misplaced", "journey_entry", note)


def test_a_concern_on_the_wrong_child_is_closed_too(cast, visitor):
    with cast.acting("petra") as acting:
        by = Capacity.objects.select_related("unit__branch").get(pk=acting.capacity_id)
        told = {"danger": False, "text": MARKER, "touches": ["school"], "raised_as": "self", "raised_name": "", "how": "seen",
                "said_child": "", "said_guardian": "", "seen_on": today()}
        signal = Signal.note(Child.objects.get(pk=cast.adam), told, by=by, at=now(), pk=uuid4())
    where = f"/concerns/{signal.pk}/wrong-child/"
    assert page(visitor.as_("gunilla").get(where))
    assert "Det är stängt" in page(visitor.as_("petra").post(where))
    assert readers(cast, ["petra", "gunilla"], Signal, signal.pk) == ["petra"]
    assert visitor.as_("petra").post(where, {"child": cast.noor}).url == f"/children/{cast.noor}/concerns/new/"
    assert MARKER in page(visitor.as_("petra").get(f"/children/{cast.noor}/concerns/new/"))


def test_records_of_one_kind_are_told_apart_in_the_list(cast, visitor, note):
    listed = page(visitor.as_("petra").get(f"/children/{cast.adam}/wrong-child/"))
    assert f"<b>{MARKER}</b>" in listed and "En anteckning · " in listed
    for name, model in kinds().items():
        fields = [model._meta.get_field(field) for field in model.wrong_child.by]
        first = {one.name: "2026-11-16" if isinstance(one, DateField) else one.choices[0][0] if one.choices else "1" for one in fields}
        assert not first or said_of(model(**{one.name: one.to_python(first[one.name]) for one in fields})), name
