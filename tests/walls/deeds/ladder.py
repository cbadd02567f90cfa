"""An organisation's own ladder of absence: by whom it is settled, from when, taken back, and who stands where on it."""

import json
from typing import Any

from .settings import BACKWARDS, MAY_NOT, NOTHING, SOON
from .stage import done, refused, told

UNREAD = "A step has a number, a name and a line that can be crossed."
SHARE, WEEKS = ["share", 1, 0, 20], ["invalid_weeks", 2, 4, 0]
GOOD: dict[str, Any] = {"number": 2, "title_sv": "t", "does_sv": "d", "triggers": [SHARE], "role": "mentor", "days": 14, "is_inquiry": False}
ROWS = "db: select organisation_id, number, is_ended, from_at > guard.now(), written_by_id from attendance_ladderstep"
BACK = "db: select number, withdrawn_by_id from attendance_ladderstep where withdrawn_at is not null"
ONE = "db: select id as row from attendance_ladderstep where number = 2"


def put(*steps: dict[str, Any], day: str = "guard.now()", because: str = "x") -> str:
    told = json.dumps([GOOD | one for one in steps or ({},)])
    return f"guard.put_ladder_steps('{told}', {day}, '{because}')"


def is_step(**other: Any) -> str:
    return f"db: select guard.is_step('{json.dumps(GOOD | other)}')"


def week(child: str = "adam", back: int = 1, away: int = 0, invalid: int = 0, **more: str) -> str:
    """A week so many weeks ago, of a thousand minutes."""
    columns = {"withdrawn_at": "null", "withdrawn_by_id": "null", "replaced_at": "null", "replaced_by_id": "null", "scheduled": "1000"} | more
    return (
        f"db: insert into attendance_attendanceweek (id, subject_id, wall, week_on, valid, invalid, source, written_by_id, written_at, "
        f"for_guardians, for_guardians_because, for_child, {', '.join(columns)}) values (gen_random_uuid(), :{child}, 67, "
        f"date_trunc('week', guard.now())::date - {7 * back}, {away}, {invalid}, 'file', :petra, guard.now(), 'yes', '', false, "
        f"{', '.join(columns.values())})"
    )


def reached(*steps: tuple[int, list], org: str = "lovsjo_org") -> str:
    asked = json.dumps([[[number, lines] for number, lines in steps]])
    return f"db: select child, number from guard.steps_reached(:{org}, '{asked}')"


AWAY = {"withdrawn_at": "guard.now()", "withdrawn_by_id": ":petra"}
GONE = {"replaced_at": "guard.now()", "replaced_by_id": ":petra"}
OVER = reached((2, [SHARE]))
INVALID = reached((2, [WEEKS]))
SHIELDED = "petra: guard.protect(:adam, null, 'marked', '{}') as mark"

DEEDS = [
    done("the system administrator settles a step", f"ingrid: {put()}", ROWS, "lovsjo_org/2/no/no/ingrid"),
    done("or several, from a later day", f"ingrid: {put({}, {'number': 3}, day=SOON)}", ROWS,
         "lovsjo_org/2/no/yes/ingrid, lovsjo_org/3/no/yes/ingrid"),
    done("or that there is none", f"ingrid: {put({'is_ended': True, 'title_sv': '', 'triggers': []})}", ROWS, "lovsjo_org/2/yes/no/ingrid"),
    done("from this morning means from now", f"ingrid: {put(day='guard.now() - interval ' + repr('2 hours'))}",
         "db: select from_at = written_at from attendance_ladderstep", "yes"),
    refused("a secrecy officer settles none", f"ingrid_2: {put()}", MAY_NOT),
    refused("nor does a head teacher", f"gunilla: {put()}", MAY_NOT),
    refused("nor backwards", f"ingrid: {put(day='guard.now() - interval ' + repr('1 day'))}", BACKWARDS),
    refused("nor without a decision", f"ingrid: {put(because=' ')}", "Say which decision it rests on."),
    refused("nor a step that cannot be read", f"ingrid: {put({}, {'number': 3, 'title_sv': ' '})}", UNREAD),
    refused("nor the same step twice", f"ingrid: {put({}, {})}", UNREAD),
    # -- what can be read ---------------------------------------------------------------------------------------------
    told("a step has a number", is_step(number=0), "no"),
    told("of one digit", is_step(number=10), "no"),
    told("and a name", is_step(title_sv=" "), "no"),
    told("and a line", is_step(triggers=[]), "no"),
    told("of a kind that is known", is_step(triggers=[["days", 1, 4, 20]]), "no"),
    told("each of them", is_step(triggers=[SHARE, ["days", 1, 4, 20]]), "no"),
    told("so many weeks of as many", is_step(triggers=[["invalid_weeks", 4, 4, 0]]), "yes"),
    told("never of fewer", is_step(triggers=[["invalid_weeks", 5, 4, 0]]), "no"),
    told("nor of too many", is_step(triggers=[["invalid_weeks", 2, 13, 0]]), "no"),
    told("nor of none", is_step(triggers=[["invalid_weeks", 0, 4, 0]]), "no"),
    told("a share for some weeks", is_step(triggers=[["share", 12, 0, 20]]), "yes"),
    told("not for too many", is_step(triggers=[["share", 13, 0, 20]]), "no"),
    told("nor of all", is_step(triggers=[["share", 1, 0, 100]]), "no"),
    told("days are a number", is_step(days="x"), "no"),
    told("a role is a code", is_step(role="<b>"), "no"),
    told("an end needs nothing but its number", "db: select guard.is_step('{\"number\": 2, \"is_ended\": true}')", "yes"),
    told("an end needs a number", "db: select guard.is_step('{\"number\": 0, \"is_ended\": true}')", "no"),
    told("nothing is no step", "db: select guard.is_step('{}')", "no"),
    # -- taken back ---------------------------------------------------------------------------------------------------
    done("what was decided together is taken back together", "ingrid: guard.withdraw_ladder_steps(:row)", BACK, "2/ingrid, 3/ingrid",
         f"ingrid: {put({}, {'number': 3}, day=SOON)}", ONE),
    done("and nothing else", "ingrid: guard.withdraw_ladder_steps(:row)", BACK, "2/ingrid",
         f"ingrid: {put({}, {'number': 3}, {'number': 4}, day=SOON)}", ONE,
         "db: update attendance_ladderstep set written_at = written_at - interval '1 hour' where number = 3",
         "db: update attendance_ladderstep set from_at = from_at + interval '1 hour' where number = 4"),
    refused("nor by way of another organisation's", "ingrid: guard.withdraw_ladder_steps(:row)", NOTHING,
            f"ingrid: {put({}, {'number': 3}, day=SOON)}", ONE,
            "db: update attendance_ladderstep set organisation_id = :granby_org where number = 2"),
    done("nor another organisation's", "ingrid: guard.withdraw_ladder_steps(:row)", BACK, "2/ingrid", f"ingrid: {put({}, {'number': 3}, day=SOON)}",
         "db: update attendance_ladderstep set organisation_id = :granby_org where number = 3", ONE),
    refused("what has begun is not", "ingrid: guard.withdraw_ladder_steps(:row)", NOTHING, f"ingrid: {put()}", ONE),
    refused("nor twice", "ingrid: guard.withdraw_ladder_steps(:row)", NOTHING, f"ingrid: {put(day=SOON)}", ONE,
            "ingrid: guard.withdraw_ladder_steps(:row)"),
    refused("nor another's by its number", "ingrid: guard.withdraw_ladder_steps(:row)", NOTHING, f"ingrid: {put(day=SOON)}", ONE,
            "db: update attendance_ladderstep set organisation_id = :granby_org"),
    refused("nor by a head teacher", "gunilla: guard.withdraw_ladder_steps(:row)", MAY_NOT, f"ingrid: {put(day=SOON)}", ONE),
    # -- who stands where ---------------------------------------------------------------------------------------------
    told("a child away for much of the time is reached", OVER, "adam/2", week(away=201)),
    told("valid or not", OVER, "adam/2", week(away=101, invalid=100)),
    told("not one on the line", OVER, "", week(away=200)),
    told("nor by a week that was taken back", OVER, "", week(away=201, **AWAY)),
    told("nor by one that was corrected", OVER, "", week(away=201, **GONE)),
    told("nor by one without lessons", INVALID, "", week(back=1, scheduled="0"), week(back=2, invalid=1)),
    told("which does not push another out", INVALID, "adam/2", week(invalid=1), week(back=2, scheduled="0"), week(back=3), week(back=4),
         week(back=5, invalid=1)),
    told("nor by one of long ago", OVER, "", week(back=27, away=201)),
    told("four weeks are counted together", OVER, "", week(away=800), week(back=2), week(back=3), week(back=4)),
    told("the absence of the third too", OVER, "adam/2", week(), week(back=2), week(back=3, away=801), week(back=4)),
    told("and of the fourth", OVER, "adam/2", week(), week(back=2), week(back=3), week(back=4, away=801)),
    told("not a fifth", OVER, "adam/2", week(away=801), week(back=2), week(back=3), week(back=4), week(back=5)),
    told("nor one of two months before", OVER, "adam/2", week(away=201), week(back=9)),
    told("nor two", OVER, "adam/2", week(away=201), week(back=9), week(back=10)),
    told("nor three", OVER, "adam/2", week(away=201), week(back=9), week(back=10), week(back=11)),
    told("nor its absence", OVER, "", week(), week(back=9, away=1000)),
    told("nor that of the one before", OVER, "", week(), week(back=2), week(back=10, away=1000)),
    told("nor of the one before that", OVER, "", week(), week(back=2), week(back=3), week(back=11, away=1000)),
    told("that it was so before too changes nothing", OVER, "adam/2", week(away=900), week(back=2, away=900)),
    told("so many weeks running", reached((2, [["share", 2, 0, 20]])), "adam/2", week(away=300), week(back=2, away=300)),
    told("and none missing", reached((2, [["share", 2, 0, 20]])), "", week(away=900), week(back=2)),
    told("as many as that", reached((2, [["share", 2, 0, 20]])), "", week(away=300)),
    told("so many weeks with invalid absence", INVALID, "adam/2", week(invalid=1), week(back=4, invalid=1), week(back=2), week(back=3)),
    told("not fewer", INVALID, "", week(invalid=1), week(back=2, away=900)),
    told("of the latest ones", INVALID, "", week(invalid=1), week(back=2), week(back=3), week(back=4), week(back=5, invalid=1)),
    told("each child by her own weeks", INVALID, "", week(invalid=1), week("elsa", back=2, invalid=1)),
    told("the highest step counts", reached((2, [SHARE]), (3, [SHARE])), "adam/3", week(away=201)),
    told("by the step's own line", reached((2, [SHARE]), (3, [WEEKS])), "adam/2", week(away=201)),
    told("by either of its lines", reached((2, [WEEKS, SHARE])), "adam/2", week(away=201)),
    told("lines that differ in one number are two", reached((2, [SHARE]), (3, [["share", 2, 0, 20]])), "adam/2", week(away=201)),
    told("also in what they measure", reached((2, [["share", 1, 4, 20]]), (3, [["invalid_weeks", 1, 4, 20]])), "adam/2", week(away=201)),
    told("also in the last", reached((2, [SHARE]), (3, [["share", 1, 0, 30]])), "adam/2", week(away=201)),
    told("and in the middle", reached((2, [WEEKS]), (3, [["invalid_weeks", 2, 2, 0]])), "adam/2", week(invalid=1), week(back=2), week(back=3, invalid=1)),
    told("another organisation's children are its own", reached((2, [SHARE]), org="granby_org"), "", week(away=201)),
    told("a protected child is not among them", OVER, "", week(away=201), SHIELDED),
    # -- how many -----------------------------------------------------------------------------------------------------
    told("one to four are not counted out", f"ingrid: select * from guard.ladder_reach('{json.dumps([[[2, [SHARE]]]])}')", "1/2/-1", week(away=201)),
    refused("and nobody else counts", f"gunilla: select * from guard.ladder_reach('{json.dumps([[[2, [SHARE]]]])}')", MAY_NOT),
]  # fmt: skip
