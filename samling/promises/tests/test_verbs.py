"""What the records of a plan do, and what the database holds against a page that would do otherwise."""

import datetime as dt
import random
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from samling.access import guard, holding
from samling.access.door import open_walls
from samling.consent.models import Consent, Said, Terms
from samling.journey.models import held as everything_held
from samling.kernel.answer import Refused
from samling.papers.models import PlanVersion
from samling.people.models import Capacity, Child, Organisation
from samling.plan.models import Goal, GoalBody, Plan, Wording
from samling.plan.models.plans import PLACE
from samling.promises.models import Promise, PromiseWord
from samling.promises.models.lists import held
from samling.promises.models.table import open_promises, promise_at_table, read_back
from samling.promises.models.whole import Whole
from samling.promises.models.words import answer_by, asked_by, link, take_over
from samling.promises.rules import State
from samling.records.clock import now, today
from tests.walls.database import as_guard

from . import table


@pytest.fixture
def plan(cast):
    return table.begun(cast)


def state(cast, promise, who="petra"):
    with cast.acting(who):
        return Promise.objects.get(pk=promise).state


def test_a_journey_has_one_plan(cast, plan):
    assert table.begun(cast) == plan
    with cast.acting("petra") as acting, pytest.raises(IntegrityError), transaction.atomic():
        found = Plan.objects.get(pk=plan)
        Plan(**found.stamp(table.me(acting), now()), kind="joint", review_on=today()).save(force_insert=True)  # fmt: skip


def test_the_database_holds_that_two_hold_it_until_a_day(cast, plan):
    with cast.acting("petra"), pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update plan_plan set review_on = null")
    with cast.acting("maja"):
        journey = guard.begin_journey(cast.elsa)
    with as_guard() as cursor:
        cursor.execute("update journey_coordination set deputy_id = null where journey_id = %s", [journey])
    with cast.acting("maja") as acting:
        bare = Plan(subject_id=journey, wall=PLACE, kind="school", review_on=today(), written_by=table.me(acting), written_at=now())
        with pytest.raises(ProgrammingError), transaction.atomic():
            bare.save(force_insert=True)


def test_whoever_does_not_work_with_the_child_holds_no_plan(cast, plan):
    with cast.acting("petra") as acting, pytest.raises(Refused):
        stranger = Capacity.objects.get(pk=cast.david)
        table.opened(acting, plan).change(
            {"kind": "joint", "coordinator": table.me(acting), "deputy": stranger, "accountable": None, "review_on": today()},
            by=table.me(acting), at=now(),
        )  # fmt: skip


def test_who_holds_it_passes_on_when_someone_leaves(cast, plan):
    one = table.promise(cast, plan, maker="jonas")
    with cast.acting("gunilla"):
        holding.end_capacity(cast.jonas)
    with cast.acting("petra"):
        found = Plan.objects.get(pk=plan)
        assert found.holders[0].pk == cast.petra and found.holders[1].pk != cast.jonas
        heir = holding.holders([cast.jonas])[cast.jonas]
    name = next(key for key, value in cast.world.capacity.items() if value == heir)
    with cast.acting(name) as acting:
        found = Promise.objects.get(pk=one)
        assert found.is_left and not found.is_mine, "nobody answers for a maker who is gone"
        assert [owed.why for owed in held(table.me(acting), today()).mine if owed.promise.pk == one] == ["take"]


def left_by_jonas(cast, plan):
    """A promise that Jonas has given before he ends; Gunilla, who leads, takes over his duties."""
    one = table.promise(cast, plan, maker="jonas")
    table.say(cast, one, "yes", who="jonas")
    with cast.acting("gunilla"):
        holding.end_capacity(cast.jonas)
    return one


def test_a_promise_whose_maker_is_gone_is_nobodys_until_it_is_taken_over(cast, plan):
    one = left_by_jonas(cast, plan)
    with pytest.raises(Refused):
        table.say(cast, one, "going", who="gunilla")  # not in another's name
    with pytest.raises(ProgrammingError), cast.acting("gunilla") as acting, transaction.atomic():
        PromiseWord(**table.opened(acting, plan).stamp(table.me(acting), now()), promise_id=one, word="going", how="self",
                    heard_on=today()).save(force_insert=True)  # fmt: skip
    with cast.acting("petra") as acting:  # who coordinates
        assert [owed.why for owed in held(table.me(acting), today()).others if owed.promise.pk == one] == ["left"]
        with pytest.raises(Refused):
            take_over(Promise.objects.get(pk=one), yes=True, by=table.me(acting), at=now())
    with cast.acting("gunilla") as acting:
        table.opened(acting, plan)
        take_over(Promise.objects.get(pk=one), yes=True, by=table.me(acting), at=now())
    with cast.acting("gunilla"):
        found = Promise.objects.get(pk=one)
        assert (found.holder_id, found.maker_id, found.is_left, found.is_mine) == (cast.gunilla, cast.jonas, False, True)
        assert found.state is State.PROMISED
    table.say(cast, one, "going", who="gunilla")


def test_who_is_asked_may_let_it_go(cast, plan, visitor):
    one = left_by_jonas(cast, plan)
    shown = visitor.as_("gunilla").get("/").content.decode()
    assert "lovade det här: tar du över det?" in shown and f"/plans/promises/{one}/take/" in shown
    page = visitor.get(f"/plans/promises/{one}/").content.decode()
    assert "ingen håller det här löftet nu" in page
    assert visitor.as_("petra").post(f"/plans/promises/{one}/take/", {"yes": "yes"}).status_code == 403
    assert visitor.as_("gunilla").post(f"/plans/promises/{one}/take/", {"yes": "no"}).status_code == 302
    assert state(cast, one) is State.RELEASED
    with cast.acting("gunilla") as acting, pytest.raises(Refused):
        take_over(Promise.objects.get(pk=one), yes=True, by=table.me(acting), at=now())


def test_nobody_writes_down_that_another_has_taken_it_over(cast, plan):
    one = left_by_jonas(cast, plan)
    with cast.acting("petra"), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update promises_promise set holder_id = %s where id = %s", [cast.amir, one])


def test_a_promise_by_both_sides_is_read_by_both(cast, plan):
    table.joined(cast)
    one = table.promise(cast, plan, maker="maria")
    assert [state(cast, one, who) for who in ("petra", "maria")] == [State.ASKED] * 2
    table.say(cast, one, "yes", who="maria")
    assert state(cast, one) is State.PROMISED
    with cast.acting("tomas"):
        assert not Plan.objects.exists() and not Promise.objects.exists()


def test_nobody_answers_signed_in_for_another(cast, plan):
    one = table.promise(cast, plan, maker="jonas")
    with pytest.raises(Refused):
        table.say(cast, one, "yes", who="petra")
    table.say(cast, one, "yes", who="petra", how="spoken")
    with cast.acting("petra"):
        word = PromiseWord.objects.get(promise=one)
        assert word.how == "spoken" and not word.in_person and word.written_by_id == cast.petra


@pytest.mark.parametrize("how", ["self", "link"])
def test_the_database_refuses_a_forged_answer(cast, plan, how):
    one = table.promise(cast, plan, maker="jonas")
    with cast.acting("petra") as acting:
        found = Promise.objects.select_related("plan").get(pk=one)
        forged = PromiseWord(promise=found, word="yes", how=how, heard_on=today(), **found.plan.stamp(table.me(acting), now()))
        with pytest.raises(ProgrammingError), transaction.atomic():
            forged.save(force_insert=True)


def test_a_no_is_kept_and_releases(cast, plan):
    one = table.promise(cast, plan, **table.of_hodan(cast))
    table.say(cast, one, "no", how="paper")
    assert state(cast, one) is State.RELEASED
    with pytest.raises(Refused):
        table.say(cast, one, "yes", how="spoken")
    with cast.acting("petra"):
        assert [word.word for word in PromiseWord.objects.filter(promise=one)] == ["no"]


def test_a_familys_promise_carries_no_message_in_the_database_either(cast, plan):
    with pytest.raises(Refused):
        table.promise(cast, plan, **table.of_hodan(cast) | {"nature": "message"})
    one = table.promise(cast, plan, **table.of_hodan(cast))
    with as_guard() as cursor, pytest.raises(IntegrityError):
        cursor.execute("update promises_promise set nature = 'message' where id = %s", [one])


def test_the_childs_words_are_changed_by_nobody(cast, plan):
    goal = table.goal(cast, plan)
    with cast.acting("petra") as acting:
        table.opened(acting, plan)
        with pytest.raises(ProgrammingError), transaction.atomic():
            GoalBody.objects.filter(head=goal).update(words="Han vill sluta bråka.")
        assert Goal.objects.select_related("body").get(pk=goal).body.words == table.GOAL["words"]


# -- the link ---------------------------------------------------------------------------------------------------------
def secret(cast, promise, who="petra"):
    with cast.acting(who):
        return link(Promise.objects.get(pk=promise))


def test_a_link_shows_its_line_and_is_used_once(cast, plan):
    one = table.promise(cast, plan, **table.of_hodan(cast))
    table.promise(cast, plan)
    key = secret(cast, one)
    shown = asked_by(key)
    assert shown.said["what"] == "yoghurt i bilen" and set(shown._fields) == {"said", "rhythm", "starts_on", "until_on"}
    assert asked_by("another") is None and not answer_by("another", yes=True)
    assert answer_by(key, yes=False) and not answer_by(key, yes=True) and asked_by(key) is None
    with cast.acting("petra"):
        assert [(word.word, word.how) for word in PromiseWord.objects.all()] == [("no", "link")]


def test_the_secret_itself_is_kept_nowhere(cast, plan):
    key = secret(cast, table.promise(cast, plan, **table.of_hodan(cast)))
    with as_guard() as cursor:
        cursor.execute("select coalesce(string_agg(l::text, ' '), '') from promises_promiselink l")
        assert key not in cursor.fetchone()[0]
    with cast.acting("petra"), connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
        cursor.execute("select * from promises_promiselink")


def test_a_new_link_ends_the_old_and_an_answer_otherwise_given_ends_both(cast, plan):
    one = table.promise(cast, plan, **table.of_hodan(cast))
    old, new = secret(cast, one), secret(cast, one)
    assert asked_by(old) is None and asked_by(new)
    table.say(cast, one, "yes", how="spoken")
    assert asked_by(new) is None and not answer_by(new, yes=False)


def test_a_link_is_made_by_those_in_the_plan_for_those_who_cannot_sign_in(cast, plan):
    one, own = table.promise(cast, plan, **table.of_hodan(cast)), table.promise(cast, plan)
    with cast.acting("tomas"), pytest.raises(Refused):
        guard.call("make_promise_link", one, "x")
    with pytest.raises(Refused):
        secret(cast, own)


def test_what_the_link_shows_is_closed_when_the_child_is_protected(cast, plan):
    key = secret(cast, table.promise(cast, plan, **table.of_hodan(cast)))
    with cast.acting("gunilla"):
        guard.protect(cast.adam, form="marked", readers=[cast.petra])
    assert asked_by(key) is None and not answer_by(key, yes=True)


# -- two editors ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("seed", range(6))
def test_two_editors_at_random_never_lose_a_text(cast, plan, seed):
    dice, line = random.Random(seed), uuid4()
    seen, kept, waits = {"petra": 0, "jonas": 0}, [], {}
    for turn in range(24):
        who = dice.choice(["petra", "jonas"])
        with cast.acting(who) as acting:
            found = table.opened(acting, plan)
            if dice.random() < 0.4:
                latest = Wording.latest(line)
                seen[who] = latest.number if latest else 0
                continue
            text = waits.get(who) or {"does": f"{who} {turn}"}
            made = Wording.write(found, line, text, seen=seen[who], by=table.me(acting), at=now())
            if made is None:
                waits[who] = text  # both are shown; nothing was overwritten, and the text is still the writer's
            else:
                kept.append(text)
                seen[who] = made.number
                waits.pop(who, None)
    with cast.acting("petra") as acting:
        table.opened(acting, plan)
        rows = list(Wording.objects.filter(line_id=line).order_by("number").values_list("number", "body__said"))
    assert [said for _number, said in rows] == kept and [number for number, _said in rows] == list(range(1, len(kept) + 1))


def test_the_same_number_is_taken_once_even_past_the_verb(cast, plan):
    one = table.promise(cast, plan)
    with cast.acting("petra") as acting, pytest.raises(IntegrityError), transaction.atomic():
        found = table.opened(acting, plan)
        Wording(**found.stamp(table.me(acting), now()), plan=found, line_id=one, number=1).save(force_insert=True)


# -- versions, SIP, meetings ------------------------------------------------------------------------------------------
def test_a_version_never_changes_and_says_what_is_new(cast, plan):
    table.goal(cast, plan)
    one = table.promise(cast, plan)
    with cast.acting("petra") as acting:
        first = PlanVersion.publish(table.opened(acting, plan), by=table.me(acting), at=now())
        assert PlanVersion.publish(table.opened(acting, plan), by=table.me(acting), at=now()) == first
    table.say(cast, one, "yes")
    with cast.acting("petra") as acting:
        second = PlanVersion.publish(table.opened(acting, plan), by=table.me(acting), at=now())
        assert second.number == 2 and [one.kind for one in second.changed] == ["state"]
        for table_name in ("papers_planversion", "papers_planversionbody", "promises_promiseword", "plan_wording"):
            with connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
                cursor.execute(f"update {table_name} set wall = wall")


def test_nothing_is_published_without_a_goal_and_a_promise(cast, plan):
    with cast.acting("petra") as acting, pytest.raises(Refused):
        PlanVersion.publish(table.opened(acting, plan), by=table.me(acting), at=now())


def test_it_is_a_sip_only_with_all_that_the_law_asks(cast):
    plan = table.begun(cast, kind="sip")
    table.joined(cast)
    table.goal(cast, plan)
    social = table.promise(cast, plan, maker="maria", side="social")
    health = table.promise(cast, plan, made_as="outside", side="health", who="BUP Mittland", nature="care")
    school = table.promise(cast, plan)

    def lacks():
        with cast.acting("petra") as acting:
            whole = Whole(table.opened(acting, plan))
            return len(whole.sip()), str(whole.kind)

    assert lacks() == (6, "joint")
    table.say(cast, social, "yes", who="maria")
    table.say(cast, health, "yes", how="paper")
    table.say(cast, school, "yes")
    assert lacks() == (3, "joint")
    with cast.acting("petra") as acting:
        found = table.opened(acting, plan)
        Wording.write(found, plan, {"needs": "Lugna morgnar."}, seen=0, by=table.me(acting), at=now())
        told = {"kind": "sip", "coordinator": found.holders[0], "deputy": found.holders[1], "review_on": found.review_on}
        region = Organisation.objects.get(kind="region")
        found.change(told | {"accountable": region}, by=table.me(acting), at=now())
    assert lacks() == (1, "joint"), "a yes to a SIP from every guardian"
    sip_yes(cast, "hodan")
    assert lacks() == (1, "joint"), "one of two guardians is not enough"
    sip_yes(cast, "ali")
    assert lacks() == (0, "sip")
    with as_guard() as cursor:
        cursor.execute("update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = %s", [cast.petra])
    assert lacks() == (1, "joint"), "and it is a SIP no longer when a yes is taken back"


def sip_yes(cast, name):
    with cast.acting("petra") as acting:
        by, at = table.me(acting), now()
        asked = Consent.objects.filter(kind="sip").first()
        if asked is None:
            terms = Terms(kind="sip", walls=[table.NAME], purpose="SIP", from_at=at, until_at=at + dt.timedelta(days=90),
                          text_version="2025-11", to_unit=cast.world.unit["lotsen_social"])  # fmt: skip
            child = Child.objects.select_related("unit__branch").get(pk=cast.adam)
            asked = Consent.ask(child, terms, id=uuid4(), by=by, at=at)
        said = Said(giver="guardian", who=cast.world.guardian[name], yes=True, how="spoken", at=at, walls=[table.NAME])
        asked.answer(said, id=uuid4(), by=by.pk, at=at)


def test_a_meeting_puts_promises_into_the_plan_and_reads_them_back(cast, plan):
    meeting, told = uuid4(), table.DOOR | {"starts_on": today(), "until_on": today() + table.WEEKS}
    with cast.acting("petra") as acting:
        found, by = table.opened(acting, plan), table.me(acting)
        for maker, yes in ((by, True), (Capacity.objects.select_related("person").get(pk=cast.jonas), False)):
            pk = uuid4()
            for _twice in range(2):
                promise_at_table(found, told | {"maker": maker, "who": str(maker.person)}, meeting, by=by, at=now(), pk=pk, said_yes=yes)
        lines = read_back(found, meeting)
        assert [line.child for line in lines] == [
            "Petra Ek öppnar lilla dörren för dig klockan 08.10.", "Jonas Wik öppnar lilla dörren för dig klockan 08.10."]
        assert [line.promise.state for line in lines] == [State.PROMISED, State.ASKED]
        assert len(open_promises(found.subject_id)) == 2 and read_back(found, uuid4()) == []


def test_the_day_shows_what_one_owes_and_the_coordinator_what_is_silent(cast, plan):
    one = table.promise(cast, plan, maker="jonas")
    with cast.acting("jonas") as acting:
        assert [(owed.promise.pk, owed.why) for owed in held(table.me(acting), today()).mine] == [(one, "asked")]
    table.say(cast, one, "yes", who="jonas")

    def owed(who, days):
        with cast.acting(who) as acting:
            found = held(table.me(acting), today() + days * table.WEEKS / 7)
            return [line.why for line in found.mine], [line.why for line in found.others]

    assert owed("jonas", 13) == ([], []) and owed("jonas", 15) == (["quiet"], []) and owed("petra", 15) == ([], [])
    assert owed("petra", 22) == ([], ["still"])
    table.say(cast, one, "swap", who="jonas")
    assert owed("petra", 0) == ([], ["swap"])


def test_what_somebody_has_promised_is_told_to_those_who_ask_what_she_holds(cast, plan):
    one, done = table.promise(cast, plan, maker="jonas"), table.promise(cast, plan, maker="jonas")
    table.say(cast, done, "no", who="jonas")
    with cast.acting("petra"):
        assert [duty.record for duty in everything_held([cast.jonas], cast.adam)] == [one]
        assert everything_held([cast.jonas], cast.noor) == [] and everything_held([cast.amir]) == []


def test_opening_is_on_record_and_texts_stay_shut_without_it(cast, plan):
    one = table.promise(cast, plan)
    with cast.acting("jonas"):
        assert Wording.of([one]) == {}
        open_walls(Plan.objects.get(pk=plan), "read the plan")
        assert Wording.of([one])[one]["what"] == "08.10"
