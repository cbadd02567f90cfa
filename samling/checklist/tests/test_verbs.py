"""Two people at one table, the decision, the follow-up and what the home may read."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from samling.checklist.models import Answer, AnswerBody, Checklist, Decision, Seat, StepMark, Trial, Tried
from samling.checklist.models.decision import FOLLOW_UP, TRIAL
from samling.concern.models import Signal
from samling.concern.models.lists import told_by
from samling.concern.rules import State
from samling.journey.models import Event, Notice
from samling.kernel.answer import Refused
from samling.kernel.categories import Category, wall
from samling.kernel.merging import Base, mark
from samling.people.models import Child
from samling.questions.rules.shape import Kind
from samling.records.clock import now

from .conftest import assign, begun, save, seated, url

QUARTER = dt.timedelta(minutes=16)
EMPTY = Base("a-seen", 0, mark(None))


def write(sitting, said, base=EMPTY, code="a-seen"):
    """Save one answer as a form would."""
    question = next(q for b in sitting.everything for q in b.questions if q.code == code)
    return sitting.save(sitting.everything, {code: (question, said)}, {code: base})


def decide(cast, checklist, kind="solved_here", who="petra"):
    with seated(cast, checklist, who) as sitting:
        if "a-seen" not in sitting.answered:
            write(sitting, "Sent")
        return Decision.decide(sitting.checklist, kind, seen=True, by=sitting.capacity, at=sitting.at).pk


def test_beginning_twice_is_one_checklist(cast):
    assert begun(cast) == begun(cast)
    with cast.acting("petra"):
        assert Event.objects.filter(kind="checklist begun").count() == 1
        assert [str(seat) for seat in Seat.objects.all()] == ["Petra Ek"]


def test_a_writer_goes_on_in_the_same_version_for_a_while(cast, checklist):
    with seated(cast, checklist) as sitting:
        first = write(sitting, "Se").bases["a-seen"]
        second = write(sitting, "Sent på måndagar", first).bases["a-seen"]
        assert (first.version, second.version) == (1, 2)
        assert Answer.objects.count() == 1


def test_later_words_are_a_new_version_and_the_old_ones_are_kept(cast, checklist):
    with seated(cast, checklist) as sitting:
        base = write(sitting, "Förmiddagens ord").bases["a-seen"]
    with seated(cast, checklist, later=QUARTER) as sitting:
        write(sitting, "Eftermiddagens ord", base)
        said = [kept.said for kept in sitting.versions(Kind.TEXT, head__place="a-seen")]
        assert said == ["Förmiddagens ord", "Eftermiddagens ord"]
        assert sitting.lines(sitting.everything)["a-seen"].said == "Eftermiddagens ord"


def test_another_writer_makes_a_version_of_her_own(cast, checklist):
    assign(cast, "amir")
    with seated(cast, checklist) as sitting:
        base = write(sitting, "Petras ord").bases["a-seen"]
    with seated(cast, checklist, "amir") as sitting:
        assert not write(sitting, "Amirs ord", base).conflicts
        assert sorted(Answer.objects.values_list("version", "written_by_id")) == [
            (1, cast.petra), (2, cast.amir),
        ]  # fmt: skip


def test_two_who_change_the_same_line_are_shown_both_texts(cast, checklist):
    assign(cast, "amir")
    with seated(cast, checklist) as sitting:
        write(sitting, "Petras ord")
    with seated(cast, checklist, "amir") as sitting:
        saved = write(sitting, "Amirs ord")
        assert [(one.kept.said, one.sent) for one in saved.conflicts] == [("Petras ord", "Amirs ord")]
        assert saved.wrote == 0
        assert saved.bases["a-seen"] == EMPTY
        assert sitting.lines(sitting.everything)["a-seen"].said == "Petras ord"


def test_a_number_of_a_version_is_given_once(cast, checklist):
    with seated(cast, checklist) as sitting:
        write(sitting, "x")
        head = Answer.objects.get()
        twin = Answer(**sitting.checklist.stamp(sitting.capacity, sitting.at), checklist=sitting.checklist,
                      place="a-seen", version=head.version, asked=head.asked)  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


def test_each_answer_stands_behind_the_wall_of_its_block(cast, checklist):
    with seated(cast, checklist) as sitting:
        for code, said in (("a-seen", "x"), ("c-pattern", "x"), ("q-words", "x"), ("n-say", "x")):
            write(sitting, said, Base(code, 0, mark(None)), code)
        walls = dict(Answer.objects.values_list("place", "wall"))
    assert walls == {
        "a-seen": wall(1, Category.CONCERN), "c-pattern": wall(1, Category.ATTENDANCE),
        "q-words": wall(1, Category.VOICE), "n-say": wall(1, Category.HOME),
    }  # fmt: skip


def test_the_home_reads_from_when_it_knows(cast, checklist):
    with seated(cast, checklist) as sitting:
        write(sitting, "Sent")
        write(sitting, "Jag vill vara med Elsa", Base("q-words", 0, mark(None)), "q-words")
        assert set(Answer.objects.values_list("for_guardians", flat=True)) == {"no", "child_decides"}
        told = write(sitting, "yes", Base("a-told-home", 0, mark(None)), "a-told-home").bases
        opens = dict(Answer.objects.values_list("place", "for_guardians"))
        assert opens == {"a-seen": "yes", "q-words": "child_decides", "a-told-home": "yes"}
        assert Checklist.objects.get().for_guardians == Seat.objects.get().for_guardians == "yes"
        write(sitting, "yes", Base("a-urgent", 0, mark(None)), "a-urgent")
        assert Answer.objects.get(place="a-seen").for_guardians_because == "danger"
        assert told["a-told-home"].version == 1


def test_solved_here_is_asked_again_in_six_weeks(cast, checklist):
    decide(cast, checklist)
    with cast.acting("petra"):
        assert Decision.objects.get().follow_up_on == dt.date(2026, 1, 2)
        notice = Notice.objects.get(kind=FOLLOW_UP)
        assert (notice.due_on, notice.record_id, notice.done_at) == (dt.date(2026, 1, 2), checklist, None)
        assert Event.objects.filter(kind="checklist solved here").count() == 1


def test_nothing_is_decided_before_something_is_seen(cast, checklist):
    with seated(cast, checklist) as sitting, pytest.raises(Refused):
        Decision.decide(sitting.checklist, "further", seen=False, by=sitting.capacity, at=sitting.at)


def test_whoever_starts_something_new_is_asked_if_it_helped(cast, visitor, checklist):
    assign(cast, "jonas")
    visitor.as_("petra")
    staff = [str(cast.petra), str(cast.jonas)]
    save(visitor, url("page", checklist, "table"), staff=staff)
    row = {"own": "Mjuk start", "who": "Jonas", "starts_on": "2025-11-24", "checked_on": "2025-12-15"}
    save(visitor, url("page", checklist, "next"), **{f"r__next__0__{name}": said for name, said in row.items()})
    with cast.acting("petra"):
        assert Trial.objects.get().starter_id == cast.jonas
    decide(cast, checklist)
    with cast.acting("jonas"):
        assert Notice.objects.get(kind=TRIAL).due_on == dt.date(2025, 12, 15)


def follow_up(cast, checklist, result, **asked):
    with seated(cast, checklist) as sitting:
        heard = {"asked_child": False, "asked_home": False} | asked
        sitting.checklist.decision.follow_up(result, **heard, by=sitting.capacity, at=sitting.at)


def test_solved_needs_more_than_the_school(cast, checklist):
    decide(cast, checklist)
    with pytest.raises(Refused):
        follow_up(cast, checklist, "solved")
    follow_up(cast, checklist, "solved", asked_child=True)
    with seated(cast, checklist) as sitting:
        assert sitting.checklist.is_closed
        assert Notice.objects.get(kind=FOLLOW_UP).done_at
        with pytest.raises(Refused):
            write(sitting, "Efteråt")
    assert begun(cast) != checklist  # a concern that is back begins a new one


def test_a_follow_up_can_lead_further(cast, checklist):
    decide(cast, checklist)
    follow_up(cast, checklist, "further")
    with cast.acting("petra"):
        held = Checklist.objects.get()
        assert held.decision.kind == "further" and not held.is_closed


def test_a_concern_that_is_back_ends_the_decision_and_its_reminder(cast, checklist):
    pk = decide(cast, checklist)
    with seated(cast, checklist) as sitting:
        Decision.objects.get(pk=pk).concern_is_back(by=sitting.capacity, at=sitting.at)
        assert sitting.checklist.decision is None
        assert Notice.objects.get(kind=FOLLOW_UP).done_at
        with pytest.raises(Refused):
            Decision.objects.get(pk=pk).concern_is_back(by=sitting.capacity, at=sitting.at)


@pytest.mark.parametrize("who", ["amir", "petra"])
def test_the_concern_goes_along_with_what_the_table_decides(cast, who):
    told = {
        "text": "Ensam på rasten", "said_child": "", "said_guardian": "", "raised_name": "",
        "raised_as": "mentor",
        "how": "", "touches": ["school"], "seen_on": dt.date(2025, 11, 19), "danger": False,
    }  # fmt: skip
    assign(cast, "amir")
    with seated(cast, begun(cast, who), who) as sitting:
        child = Child.objects.get(pk=cast.adam)
        signal = Signal.note(child, told, by=sitting.capacity, at=now(), pk=sitting.checklist.pk)
        sitting.checklist.signal_id = signal.pk
        decided = Decision.decide(sitting.checklist, "solved_here", seen=True, by=sitting.capacity, at=now())
        assert Signal.objects.get(pk=signal.pk).state == State.TRYING
        assert told_by(sitting.capacity, now())[0].due_on is None
        decided.checklist = sitting.checklist
        decided.follow_up("solved", asked_child=True, asked_home=False, by=sitting.capacity, at=now())
        assert Signal.objects.get(pk=signal.pk).state == State.CLOSED
        assert told_by(sitting.capacity, now())[0].outcome.word == "solved"


def test_ideas_leave_out_what_was_tried_and_fit_what_is_hard(cast, checklist):
    with seated(cast, checklist) as sitting:
        question = next(q for b in sitting.everything for q in b.questions if q.kind == Kind.TRIED)
        row = {"what": "ADAPT-CHECK-IN", "effect": "no"}
        sitting.save(sitting.everything, {"k-tried-0": (question, row)}, {})
        write(sitting, 0, Base("e-state", 0, mark(None)), "e-state")
        ideas = sitting.ideas()
        assert "ADAPT-CHECK-IN" not in [idea.code for idea in ideas]
        assert "E" in ideas[0].practice.blocks
        assert Tried.objects.get().title


def test_marks_are_kept_one_by_one(cast, checklist):
    with seated(cast, checklist) as sitting:
        for state in ("skipped", "done"):
            sitting.checklist.mark("voice", state, by=sitting.capacity, at=now())
        assert StepMark.objects.count() == 2
        assert sitting.checklist.marks()["voice"] == "done"


def test_an_answer_is_read_without_its_checklist(cast, checklist):
    with seated(cast, checklist) as sitting:
        write(sitting, "Sent")
        answer = Answer.objects.get()
        assert (answer.asked, answer.questions.code) == ("checklist-school 2026.1", "checklist-school")
        assert AnswerBody.objects.get(head=answer).said == "Sent"
        assert answer.get_absolute_url() == url("answer", answer.pk)
