"""An organisation's own ladder holds from its day, is shown with what it changes, and counts as the rules do."""

import datetime as dt
import json
import random

import pytest
from django.db import connections
from django.urls import reverse

from samling.access import guard
from samling.attendance import rules_ladder
from samling.attendance.models import LadderStep
from samling.attendance.models.ladder import published
from samling.attendance.reference import DANDERYD, ESKILSTUNA
from samling.attendance.rules import WEEK, Week, monday
from samling.attendance.rules_ladder import Measure, Step, Trigger
from samling.kernel.answer import Refused
from samling.records.clock import now, today

TODAY, LATER = "2025-11-20", "2025-12-01"
SURE = {"sure": "yes"}
OWN = {"ladder": "danderyd", "from_on": TODAY, "decision": "BUN § 31"}
STEP = {"title_sv": "Mentorn ringer hem", "does_sv": "Mentorn frågar hur det är.", "share_over": "10", "share_weeks": "2", "role": "mentor",
        "days": "7", "from_on": TODAY, "decision": "BUN § 32"}  # fmt: skip


def titles(cast, at=None, who="petra"):
    with cast.acting(who):
        org = cast.world.organisation["lovsjo" if who == "petra" else "granby"]
        return [(step.number, step.title) for step in LadderStep.of(org, at or now())]


def at(day):
    return dt.datetime.fromisoformat(f"{day}T12:00+01:00")


@pytest.fixture
def ingrid(cast, visitor):
    return visitor.as_("ingrid")


@pytest.fixture
def own(ingrid):
    """Danderyd's ladder is the organisation's own from today."""
    assert ingrid.post(reverse("office:ladder-own"), OWN | SURE).status_code == 302
    return ingrid


def test_the_shipped_ladder_holds_until_there_is_an_own_one(cast, ingrid):
    page = ingrid.get(reverse("office:ladder")).content.decode()
    assert "Efter Eskilstunas trappa" in page and "Gör en egen trappa" in page
    assert "Ogiltig frånvaro i minst 2 av de senaste 4 skolveckorna." in page
    for where in ("ladder-step", "ladder-end"):
        assert ingrid.get(reverse(f"office:{where}", args=[1])).status_code == 404


def test_an_own_ladder_is_shown_first_and_kept_once(cast, ingrid):
    where = reverse("office:ladder-own")
    page = ingrid.post(where, OWN).content.decode()
    assert "Det här händer" in page and "inget sådant steg" in page and not LadderStep.objects.using("owner").exists()
    for _twice in range(2):
        assert ingrid.post(where, OWN | SURE).status_code == 302
    assert LadderStep.objects.using("owner").count() == 2
    assert [number for number, _title in titles(cast)] == [2, 3]
    assert [number for number, _title in titles(cast, who="hanna")] == [1, 2, 3], "another organisation has its own"


def test_what_was_stays_and_the_newest_that_has_come_counts(cast, own):
    where = reverse("office:ladder-step", args=[2])
    assert own.post(where, STEP | SURE | {"from_on": LATER}).status_code == 302
    assert titles(cast)[0] == (2, "Möte med någon från elevhälsan")
    assert titles(cast, at("2025-12-02"))[0] == (2, "Mentorn ringer hem")
    page = own.get(reverse("office:ladder")).content.decode()
    assert "På väg" in page and "BUN § 31" in page and "BUN § 32" in page
    assert "Mentorn ringer hem" in own.get(where).content.decode(), "what is to come is what is changed next"


def test_a_step_is_added_where_there_is_none(cast, own):
    assert own.post(reverse("office:ladder-step", args=[1]), STEP | SURE).status_code == 302
    assert titles(cast)[0] == (1, "Mentorn ringer hem")
    page = own.get(reverse("office:ladder")).content.decode()
    assert "Borta mer än 10 procent under fyra skolveckor, 2 veckor i rad." in page and "Lägg till steg 4" in page
    assert own.get(reverse("office:ladder-step", args=[5])).status_code == 404


def test_the_page_says_when_no_own_step_is_left(cast, own):
    ends = {"from_on": TODAY, "decision": "BUN § 33"}
    assert own.post(reverse("office:ladder-end", args=[2]), ends | SURE).status_code == 302
    where = reverse("office:ladder-end", args=[3])
    assert "gäller igen" in own.post(where, ends).content.decode()
    assert own.post(where, ends | SURE).status_code == 302
    assert [number for number, _title in titles(cast)] == [1, 2, 3]
    assert own.get(where).status_code == 404


def test_what_was_decided_together_is_taken_back_together(cast, ingrid):
    ingrid.post(reverse("office:ladder-own"), OWN | SURE | {"from_on": LATER})
    assert [number for number, _title in titles(cast, at("2025-12-02"))] == [2, 3]
    row = LadderStep.objects.using("owner").first()
    assert ingrid.post(reverse("office:ladder-withdraw", args=[row.pk])).status_code == 302
    assert [number for number, _title in titles(cast, at("2025-12-02"))] == [1, 2, 3]
    assert ingrid.get(reverse("office:ladder")).content.decode().count("tillbakatagen") == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"share_over": ""}, "Säg när steget är nått"),
        ({"invalid_weeks": "3", "invalid_of": "2"}, "lika många eller fler"),
        ({"invalid_weeks": "3"}, "lika många eller fler"),
        ({"share_weeks": "13"}, "som är högst 12"),
        ({"title_sv": ""}, "Skriv ett svar här"),
        ({"from_on": "2025-11-19"}, "Välj i dag eller en senare dag"),
    ],
)
def test_a_step_that_cannot_be_is_answered_with_what_to_do(own, wrong, said):
    answer = own.post(reverse("office:ladder-step", args=[2]), STEP | SURE | wrong)
    assert answer.status_code == 422 and said in answer.content.decode()


def test_those_who_lead_read_the_ladder_and_change_nothing(cast, visitor):
    page = visitor.as_("gunilla").get(reverse("office:ladder")).content.decode()
    assert "Efter Eskilstunas trappa" in page and "Gör en egen trappa" not in page
    assert visitor.get(reverse("office:ladder-own")).status_code == 403
    with cast.acting("gunilla"), pytest.raises(Refused):
        guard.rows("ladder_reach", "[]")


# -- counted as the rules count -----------------------------------------------------------------------------------------
KEEP = (
    "insert into attendance_attendanceweek (id, subject_id, wall, week_on, scheduled, valid, invalid, source, written_by_id, written_at, "
    "for_guardians, for_guardians_because, for_child) values"
)
VALUES = "(gen_random_uuid(), %s, 67, %s, %s, %s, %s, 'file', %s, guard.now(), 'yes', '', false)"
MANY = [
    ESKILSTUNA,
    DANDERYD,
    (Step(1, "", "", (Trigger(Measure.SHARE, 2, over=10),)), Step(4, "", "", (Trigger(Measure.INVALID_WEEKS, 5, of=12),)),
     Step(7, "", "", (Trigger(Measure.SHARE, 6, over=5), Trigger(Measure.INVALID_WEEKS, 3, of=3)))),
]  # fmt: skip


def as_guard(query, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute(query, values)
        found = cursor.fetchall() if cursor.description else []
        cursor.execute("reset role")
        return found


def weeks(dice):
    """A half-year with holidays, weeks without lessons, and all kinds of absence."""
    last, found = monday(today()) - dice.randrange(3) * WEEK, []
    for back in range(24):
        if dice.random() < dice.choice((0.1, 0.6)):
            continue
        whole = dice.choice((0, 1000, 1000, 1380))
        away = int(whole * dice.choice((0, 0.05, 0.1, 0.15, 0.2, 0.2, 0.21, 0.6)))
        found.append(Week(last - back * WEEK, whole, away - (bad := dice.choice((0, 0, away))), bad))
    return found


def test_the_guard_reaches_the_same_steps_as_the_rules(cast):
    dice, org = random.Random(7), cast.world.organisation["lovsjo"]
    asked = json.dumps([[[step.number, [list(one) for one in step.triggers]] for step in ladder] for ladder in MANY])
    seen = set()
    for _turn in range(100):
        as_guard("update attendance_attendanceweek set withdrawn_at = guard.now(), withdrawn_by_id = %s where withdrawn_at is null", cast.petra)
        told = {child: weeks(dice) for child in (cast.adam, cast.elsa, cast.noor)}
        rows = [(child, one.on, one.scheduled, one.valid, one.invalid, cast.petra) for child, kept in told.items() for one in kept]
        as_guard(f"{KEEP} {', '.join([VALUES] * len(rows))}", *(value for row in rows for value in row))
        found = {(ladder, child): number for ladder, child, number in as_guard("select * from guard.steps_reached(%s, %s)", org, asked)}
        expected = {(place, child): one.step.number for place, ladder in enumerate(MANY, 1) for child, kept in told.items()
                    if (one := rules_ladder.reached(kept, ladder, today()))}  # fmt: skip
        assert found == expected
        seen |= {(place, number) for (place, _child), number in expected.items()}
    assert len(seen) == 8, "every step of every ladder was reached by somebody"


def test_few_are_not_counted_out_and_protected_children_not_at_all(cast, ingrid):
    for child in (cast.adam, cast.elsa):
        as_guard(f"{KEEP} {VALUES}", child, monday(today()) - WEEK, 1000, 900, 0, cast.petra)
    assert "&lt;5 barn" in ingrid.post(reverse("office:ladder-own"), OWN).content.decode()
    for child, mentor in ((cast.adam, "petra"), (cast.elsa, "maja")):
        with cast.acting(mentor):
            guard.protect(child, form="marked", readers=[])
    assert "&lt;5 barn" not in ingrid.post(reverse("office:ladder-own"), OWN).content.decode()


def test_published_ladders_are_kept_in_both_languages():
    for code, ladder in (("eskilstuna", ESKILSTUNA), ("danderyd", DANDERYD)):
        rows = published(code)
        assert [row["number"] for row in rows] == [step.number for step in ladder]
        assert all(row["title_sv"] and row["title_en"] and row["title_sv"] != row["title_en"] for row in rows)
        assert all(LadderStep(**row).step.triggers == step.triggers for row, step in zip(rows, ladder, strict=True))
