"""The invented histories: the same again, in an order that can have been, and whole in the database and on every page."""

import datetime as dt
import json
from collections import defaultdict
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from samling.access.door import open_walls
from samling.demo.build import session_for
from samling.demo.history import days, large, places
from samling.demo.history.data import rates, words
from samling.demo.history.data.tables import TABLES
from samling.demo.history.lives import lived
from samling.demo.history.scribe import NONE, Scribe
from samling.demo.history.small import SCHOOLS, settle
from samling.instruments.reading import find
from samling.instruments.shape import Time, Voice
from samling.papers.models.frozen import frozen
from samling.people.models import Account, Child
from samling.plan.models import Plan
from samling.records.clock import now
from samling.support.reference import BY_CODE
from samling.transition.tests import test_moving

BASE = large.Base(
    "00000000-0000-0000-0000-000000000001", 1, "00000000-0000-0000-0000-000000000004", 4, "9901",
    region=places.Region("00000000-0000-0000-0000-000000000010", places.Called("BUP", "Nämnden", "Regionen"), NONE),
)  # fmt: skip
TODAY = dt.date(2026, 11, 22).toordinal()


@contextmanager
def as_guard():
    """A cursor of the owner's, reading as the guard."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set local role samling_guard")
        yield cursor


def told(children, shares=None, seed=7, today=TODAY):
    """The rows of so many lives by table, each a dict."""
    scribe, here = Scribe(), large._drawn(0, seed, BASE, today)
    for number in range(children):
        lived(seed, number + 1, today, here, here.classes[number % 40], scribe, shares or {"team": 1})
    return {table: [dict(zip(TABLES[table][0], line.split("\t"), strict=True)) for line in lines] for table, lines in scribe.lines.items()}


@pytest.fixture(scope="module")
def team():
    return told(250)


@pytest.fixture(scope="module")
def moved():
    """Lives of which some change school."""
    return told(1500, {"light": 0.8, "school": 0.2})


def test_no_two_promises_are_told_in_the_same_words():
    assert len({promise[3:] for promise in words.PROMISES}) == len(words.PROMISES)


def by(rows, key):
    found = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def test_the_same_seed_and_day_tell_the_same_and_another_seed_does_not():
    assert told(12) == told(12)
    assert told(12) != told(12, seed=8)


def test_all_that_has_happened_lies_before_today_and_after_the_child_was_opened(team):
    opened = {row["subject_id"]: row["opened_at"] for row in team["people_child"]}
    journeys = {row["subject_id"]: row["begun_at"] for row in team["journey_journey"]}
    for rows in team.values():
        for row in rows:
            at = row.get("written_at", "")
            assert at[:10] < dt.date.fromordinal(TODAY).isoformat()
            if "source" not in row and "week_on" not in row and at:
                assert at >= (opened | journeys)[row["subject_id"]][:10], row


def test_people_work_on_school_days(team):
    days_of_concern = {row["seen_on"] for row in team["concern_signal"]}
    assert all(days.is_school_day(dt.date.fromisoformat(one)) for one in days_of_concern)


def test_no_matter_is_closed_before_it_began_or_while_a_promise_hangs(team):
    plans, closings = {row["subject_id"]: row for row in team["plan_plan"]}, team["closing_closing"]
    begun = {row["subject_id"]: row for row in team["journey_journey"]}
    kept, said = {row["promise_id"] for row in team["closing_kept"]}, by(team["promises_promiseword"], "promise_id")
    promises = by(team["promises_promise"], "subject_id")
    closed = [row for row in closings if row["closed_at"] != NONE]
    assert len(closed) > 20
    for row in closed:
        assert row["closed_at"] > row["written_at"] > begun[row["subject_id"]]["begun_at"]
        assert row["subject_id"] not in plans or row["written_at"] > plans[row["subject_id"]]["written_at"]
        assert row["contact_yes"] == "t" and row["contact_id"] != NONE
        assert row["reopened_at"] == NONE or row["reopened_at"] > row["closed_at"]
        for promise in promises[row["subject_id"]]:
            last = max(said[promise["id"]], key=lambda word: word["written_at"])["word"]
            assert promise["id"] in kept or last in ("done", "no_help", "let_go")


def test_what_the_team_gives_is_in_a_form_that_the_law_had_and_ends_with_the_matter(team):
    told, outcomes = by(team["support_supportstatus"], "support_id"), by(team["support_outcome"], "support_id")
    closed = {row["subject_id"] for row in team["closing_closing"] if row["closed_at"] != NONE and row["reopened_at"] == NONE}
    journeys = {row["child_id"]: row["journey_id"] for row in team["journey_party"] if row["child_id"] != NONE}
    assert len(team["support_support"]) > 10 and outcomes
    for row in team["support_support"]:
        form, latest = BY_CODE[row["form"]], max(told[row["id"]], key=lambda one: int(one["number"]))
        assert form.stands(dt.date.fromisoformat(row["starts_on"])) and int(row["wall"]) % 64 == form.category
        assert latest["state"] == row["state"] and [int(one["number"]) for one in told[row["id"]]] == [*range(1, len(told[row["id"]]) + 1)]
        assert row["evaluate_on"] == NONE or row["evaluate_on"] > row["starts_on"]
        assert (row["state"] == "ended") == (row["ended_at"] != NONE)
        assert row["state"] == "ended" or journeys[row["subject_id"]] not in closed
        for one in outcomes[row["id"]]:
            assert row["written_at"] < one["written_at"] and (row["ended_at"] == NONE or one["written_at"] < row["ended_at"])


def test_every_promise_has_a_holder(team):
    for row in team["promises_promise"]:
        assert (row["maker_id"] != NONE) == (row["made_as"] == "staff")
        assert (row["guardian_id"] != NONE) == (row["made_as"] == "guardian")
        assert row["who"] and row["until_on"] > row["starts_on"]


def test_answers_come_after_they_are_asked_for_and_are_what_was_asked(team):
    asks = {row["id"]: row for row in team["followup_ask"]}
    rounds = {row["id"]: row for row in team["followup_round"]}
    bodies = {row["head_id"]: json.loads(row["answers"]) for row in team["followup_replybody"]}
    package, states = find("SAM-3S", "1"), set()
    for row in team["followup_reply"]:
        asked = asks[row["ask_id"]]
        assert row["written_at"] >= asked["written_at"] >= rounds[asked["round_id"]]["written_at"][:10]
        states.add(row["state"])
        if row["state"] == "answered":
            items = package.asked(Time(row["time"]), Voice(row["voice"]), young=row["young"] == "t")
            assert list(bodies[row["id"]]) == [item.code for item in items]
    assert states == {"answered", "skipped"} and len(team["followup_reply"]) < len(asks)


def test_better_unchanged_and_worse_all_happen(team):
    said, heads = defaultdict(dict), {row["id"]: row for row in team["followup_reply"]}
    for row in team["followup_replybody"]:
        head = heads[row["head_id"]]
        answers = [value for code, value in json.loads(row["answers"]).items() if code not in ("H9", "H10", "B10", "H11", "H12")]
        said[head["subject_id"], head["voice"]][head["time"]] = sum(answers) / len(answers)
    moved = [one["T2"] - one["T0"] for one in said.values() if {"T0", "T2"} <= one.keys()]
    assert sum(one >= 0.5 for one in moved) > sum(one <= -0.5 for one in moved) > 5
    assert sum(-0.5 < one < 0.5 for one in moved) > 5


def test_who_answers_no_is_not_told_on_and_the_team_comes_only_after_a_yes(team):
    answers = by(team["consent_consentanswer"], "consent_id")
    for row in team["access_groundconsent"]:
        assert all(one["yes"] == "t" for one in answers[row["consent_id"]])
    assert any(one["yes"] == "f" for one in team["consent_consentanswer"])


def test_somebody_coordinates_from_the_first_day_without_a_gap(team):
    for rows in by(team["journey_coordination"], "journey_id").values():
        assert [row["until_at"] for row in rows[:-1]] == [row["from_at"] for row in rows[1:]] and rows[-1]["until_at"] == NONE
    assert {row["journey_id"] for row in team["journey_coordination"]} == {row["subject_id"] for row in team["journey_journey"]}


def test_whoever_changes_school_is_seen_by_the_new_one_and_by_the_old_one_until_then(moved):
    packages, children = {row["subject_id"]: row for row in moved["transition_package"]}, by(moved["people_child"], "subject_id")
    accepted = {child: row for child, row in packages.items() if row["accepted_at"] != NONE}
    assert len(packages) > len(accepted) > 0.04 * len(children) and len(packages) < 0.14 * len(children)
    seen, events = by(moved["transition_packageseen"], "package_id"), by(moved["journey_event"], "record_id")
    for child, rows in by(moved["access_assignment"], "subject_id").items():
        unit, package = children[child][0]["unit_id"], accepted.get(child)
        assert [one["unit_id"] for one in rows if one["unit_id"] != NONE and one["until_at"] == NONE] == [unit]
        assert all(one["until_at"] == NONE or one["until_at"] >= one["from_at"] for one in rows)
        if package:
            assert unit == package["to_unit_id"] and package["given_at"] < package["accepted_at"]
            goes = max(package["accepted_at"], package["moves_on"])
            for one in rows:
                assert one["from_at"] >= package["accepted_at"] or NONE != one["until_at"] <= f"{goes[:10]} 24", one
            told = [one["kind"] for one in events[package["id"]]]
            assert told.count("transition shown to the family") == len(seen[package["id"]]) >= 2 and told[-1] == "transition handed over"
    for row in moved["transition_package"]:
        assert row["written_at"] <= row["given_at"] or row["given_at"] == NONE
        assert row["moves_on"] > row["written_at"][:10] and (row["accepted_at"] == NONE or row["accepted_by_id"] != row["given_by_id"])


def test_what_goes_along_was_shown_and_the_childs_own_words_stay_when_it_says_no(moved):
    parts, seen = by(moved["transition_packagepart"], "package_id"), by(moved["transition_packageseen"], "package_id")
    assert any(row["stance"] == "no" for row in moved["transition_packageseen"])
    for row in moved["transition_packageseen"]:
        assert (row["stance"] != "no") or "child" not in {one["code"] for one in parts[row["package_id"]]}
    for row in moved["transition_package"]:
        who = [one["guardian_id"] for one in seen[row["id"]]]
        home = {one["id"] for one in moved["people_guardian"] if one["subject_id"] == row["subject_id"]}
        assert row["given_at"] == NONE or {*who} == {NONE, *home}


def test_a_sip_rests_on_a_yes_and_says_who_does_what(team):
    plans = {row["subject_id"]: row for row in team["plan_plan"]}
    sips = {key for key, row in plans.items() if row["kind"] == "sip"}
    asked = {row["subject_id"]: row for row in team["consent_consent"] if row["kind"] == "sip"}
    answers = by(team["consent_consentanswer"], "consent_id")
    party, copies = {row["id"]: row for row in team["journey_party"]}, by(team["papers_sentcopy"], "subject_id")
    assert 0.1 * len(plans) < len(sips) < 0.4 * len(plans) and len(asked) > len(sips)
    for journey in sips:
        by_copy = [row for row in party.values() if row["journey_id"] == journey and row["how"] == "copy"]
        assert len(by_copy) == 1 and by_copy[0]["child_id"] == by_copy[0]["accepted_at"] == NONE
        question = asked[next(row["child_id"] for row in party.values() if row["journey_id"] == journey and row["ground_id"] != NONE
                              and row["how"] == "space")]  # fmt: skip
        assert all(row["yes"] == "t" for row in answers[question["id"]])
    assert all(row["kind"] == ("sip" if row["subject_id"] in sips else "joint") for row in team["gathering_jointmeeting"])
    assert all((row["seen_on"] != NONE) == (row["kind"] == "sip") for row in team["gathering_jointmeeting"])
    promised = by(team["promises_promise"], "subject_id")
    bodies = {row["subject_id"]: json.loads(row["told"]) for row in team["papers_planversionbody"]}
    assert len(bodies) > 5
    for journey, told in bodies.items():
        assert {one["side"] for one in told["promises"].values()} >= {"social", "health"} and told["needs"] and told["asked"]
        assert len(told["promises"]) == len(promised[journey]) and len(told["parties"]) == 3
        assert {one["party"] for one in told["promises"].values()} <= {*told["parties"], ""} and len(copies[journey]) == 1


def test_most_children_of_a_large_demo_are_light_and_the_shares_are_those_written_down():
    rows = told(1200, rates.LARGE)
    journeys, checklists = len(rows["journey_journey"]), len(rows["checklist_checklist"])
    assert 10 < journeys < checklists < 1200 * (rates.LARGE["school"] + rates.LARGE["team"]) * 1.3
    tiers = sorted(row["tier"] for row in rows["journey_level"])
    assert tiers.count("1") > tiers.count("2") > tiers.count("3") > 0


def test_a_week_holds_no_more_absence_than_school_and_begins_on_a_monday(team):
    for row in team["attendance_attendanceweek"]:
        assert int(row["scheduled"]) >= int(row["valid"]) + int(row["invalid"]) >= 0
        assert dt.date.fromisoformat(row["week_on"]).weekday() == 0
    assert len({(row["subject_id"], row["week_on"]) for row in team["attendance_attendanceweek"]}) == len(team["attendance_attendanceweek"])


def test_what_people_say_is_one_field_of_a_row():
    for name, bank in vars(words).items():
        if name.isupper():
            assert not set(repr(bank)) & {"\\", '"'}, name


def test_the_demos_schools_get_more_classes_and_its_people_no_more_to_do(cast, visitor):
    gunilla = visitor.as_("gunilla")
    before = gunilla.get(reverse("day:today")).content.decode().count("<li")
    assert settle(cast.world, now()) == sum(each * len(groups) for *_school, each, groups in SCHOOLS)
    assert gunilla.get(reverse("day:today")).content.decode().count("<li") == before
    assert gunilla.get(reverse("desk:children")).content.decode().count('href="/children/') > 25
    assert Account.objects.filter(email__startswith="lotsen.").count() == 2, "one can be those who hold the team's places"
    with as_guard() as cursor:
        cursor.execute("select id, holder_id, subject_id from public.support_support where state = 'going' order by id limit 1")
        support, holder, child = cursor.fetchone()
    giver = Client()
    giver.cookies[settings.SESSION_COOKIE_NAME] = session_for(holder)
    page = giver.get(reverse("support:show", args=[support])).content.decode()
    assert any(how.partition("{")[0] in page for _code, how in words.GIVEN)
    assert giver.get(reverse("desk:child", args=[child])).status_code == 200
    the_versions_of_sips_are_what_publishing_would_keep(cast)


def the_versions_of_sips_are_what_publishing_would_keep(cast):
    """Among the crowd there are some; whoever coordinates one opens it."""
    with as_guard() as cursor:
        cursor.execute(
            "select v.id, v.plan_id, b.told, o.coordinator_id, p.child_id from public.papers_planversion v "
            "join public.papers_planversionbody b on b.head_id = v.id join public.journey_coordination o on o.journey_id = v.subject_id "
            "and o.until_at is null join public.people_capacity k on k.id = o.coordinator_id and k.role = 'tsi_member' "
            "join public.journey_party p on p.journey_id = v.subject_id and p.unit_id = k.unit_id and p.ended_at is null order by v.id")
        found = cursor.fetchall()
    assert found
    for version, plan, told, coordinator, child in found:
        cast.world.capacity["lotsen"], kept = coordinator, json.loads(told)
        visitor = cast.visitor().as_("lotsen")
        assert "SIP" in visitor.get(reverse("papers:version", args=[version])).content.decode()
        with cast.acting("lotsen"):
            open_walls(Child.objects.get(pk=child), "test")
            today = frozen(Plan.objects.select_related(*Plan.beside).get(pk=plan))
        assert kept.keys() == today.keys() and kept["goals"] == today["goals"] and kept["accountable"] == today["accountable"]
        for of in ("parties", "promises"):  # in any order; what was promised may have been done since
            for key in kept[of].keys() & today[of].keys():
                ours, theirs = ({**side[of][key], "state": "", "heard": "", "turn": 0} for side in (kept, today))
                assert ours == theirs
        assert kept["parties"].keys() == today["parties"].keys()


def test_it_is_written_grows_further_and_every_page_of_a_child_opens(cast, monkeypatch):
    monkeypatch.setattr(large, "OF_A_SCHOOL", 40)  # the first time one school here, then three side by side
    monkeypatch.setattr(large, "AT_A_TIME", 1)
    at = now()
    assert large.grow_to(30, at)[0] == 30
    added, rows = large.grow_to(90, at)
    assert added == 60 and rows > 600 and large.grow_to(90, at) == (0, 0)
    with as_guard() as cursor:
        cursor.execute(
            "select c.subject_id, a.capacity_id, (select count(*) from public.journey_party p where p.child_id = c.subject_id) "
            "from public.people_child c join public.access_assignment a on a.subject_id = c.subject_id and a.until_at is null "
            "and a.because in ('opened the child', 'Ny mentor för klassen.', %s) join public.people_unit u on u.id = c.unit_id "
            "where c.subject_id < '00000100-0000-0000-0000-000000000000' and c.wall = 65 "
            "order by 3 desc, a.because = %s desc, 1 limit 3", [words.NEW_SCHOOL] * 2)  # fmt: skip
        found = cursor.fetchall()
    for child, mentor, _journeys in found:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = session_for(mentor)
        for page in ("day:today", "desk:children"):
            assert client.get(reverse(page)).status_code == 200
        for page in ("desk:child", "desk:timeline", "outcome:child", "followup:child"):
            assert client.get(reverse(page, args=[child])).status_code == 200, page


def as_it_is_written(children):
    """The rows about a change of school of these children, by table, as far as their shape says what they are."""
    told = {"transition_package": "true", "transition_packagepart": "true", "transition_packagepartbody": "true",
            "transition_packageseen": "true", "transition_packageseenbody": "true", "journey_event": "x.kind like 'transition%%'",
            "access_assignment": "x.because = 'the unit'"}  # fmt: skip
    told = {name: f"x.subject_id = any(%s) and {also}" for name, also in told.items()}
    told["journey_notice"] = "x.record_id in (select id from public.transition_package where subject_id = any(%s))"
    values = {"kind", "way", "to", "came_from", "declined_because", "for_guardians", "for_guardians_because", "for_child", "walls", "reach"}
    shapes = {}
    with as_guard() as cursor:
        for table, which in told.items():
            cursor.execute(f"select to_jsonb(x) - 'done_at' from public.{table} x where {which}", [children])
            shapes[table] = {
                tuple((name, value % 64 if name == "wall" else str(value) if name in values else value is None)
                      for name, value in sorted(json.loads(row).items()) if (name, table[:22]) != ("wall", "transition_packagepart"))
                for (row,) in cursor.fetchall()
            }  # fmt: skip
    return shapes


def test_a_change_of_school_is_written_as_the_verbs_write_it(cast):
    test_moving.given(cast, test_moving.prepared(cast))
    test_moving.received(cast, test_moving.head_of(cast, "soderskolan"))
    large.grow_to(120, now())
    with as_guard() as cursor:
        cursor.execute("select subject_id from public.transition_package where accepted_at is not null and subject_id <> %s", [cast.adam])
        found = [child for (child,) in cursor.fetchall()]
    ours, theirs = as_it_is_written(found), as_it_is_written([cast.adam])
    assert found and all(theirs.values())
    assert not {table: ours[table] ^ theirs[table] for table in ours if ours[table] != theirs[table]}


def test_what_makes_a_child_dear_to_write_stays_few(cast):
    """The causes of a large demo's rate, a tenth above what they were when it was measured: 31 rows, 160 entries, 129 keys."""
    rows = told(1600, rates.LARGE)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "select c.relname, (select count(*) from pg_index i where i.indrelid = c.oid), "
            "(select count(*) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), "
            "(select count(*) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 5 = 5) "
            "from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'"
        )
        known = {table: counts for table, *counts in cursor.fetchall()}
    each = {table: len(lines) / 1600 for table, lines in rows.items()}
    entries, keys, triggers = (sum(each[table] * known[table][turn] for table in each) for turn in range(3))
    length = sum(len("\t".join(row.values())) for lines in rows.values() for row in lines) / 1600
    assert sum(each.values()) < 35 and length < 6200, "rows, and their bytes"
    assert entries < 175 and keys < 142, "index entries, and foreign keys that are asked"
    assert triggers < 0.2, "a trigger by row on what every child has costs at each of three million rows"
