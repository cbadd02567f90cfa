"""Legal holds, and what falls due: set and ended by the records officer, counted and never told of any child."""

from .given import capacity
from .settings import BACKWARDS, MAY_NOT, SOON
from .stage import done, refused, told

ALONE = "Only the records officer sets and ends a hold."
OWN = "A hold is about records of your own organisation."
NONE = "There is no such hold in force."
ROWS = "db: select organisation_id, branch_id, unit_id, reason, from_at > guard.now(), written_by_id from office_hold"
ENDED = "db: select until_at <= guard.now(), ended_by_id from office_hold where ended_at is not null"
THEIRS = capacity("other", "hanna", "granby_reception", "records_officer")
OLD = "db: update people_child set opened_at = guard.now() - interval '8 years' where subject_id = :adam"
STILL = "select due, held from guard.lain_still('school', 7)"
FEW = "-1/0"  # one to four children, none of them held


def hold(branch: str = "school", unit: str = "", why: str = "x", day: str = "guard.now()", ends: str = "null") -> str:
    return f"guard.put_hold(:{branch}, {':' + unit if unit else 'null'}, '{why}', {day}, {ends}) as hold"


HELD = f"rigmor: {hold()}"

DEEDS = [
    done("the records officer sets a hold", HELD, ROWS, "lovsjo_org/school/-/x/no/rigmor"),
    done("on one unit, from a later day", f"rigmor: {hold(unit='norrskolan', day=SOON)}", ROWS, "lovsjo_org/school/norrskolan/x/yes/rigmor"),
    done("from this morning means from now", f"rigmor: {hold(day='guard.now() - interval ' + repr('2 hours'))}",
         "db: select from_at = written_at from office_hold", "yes"),
    refused("who runs the system sets none", f"ingrid: {hold()}", ALONE),
    refused("nor does a head teacher", f"gunilla: {hold()}", ALONE),
    refused("nor nobody", f"nobody: {hold()}", ALONE),
    refused("nor backwards", f"rigmor: {hold(day='guard.now() - interval ' + repr('1 day'))}", BACKWARDS),
    refused("nor without a reason", f"rigmor: {hold(why=' ')}", "Say why the records must be kept."),
    refused("nor on another organisation's records", f"other: {hold()}", OWN, THEIRS),
    refused("nor on what is no branch", f"rigmor: {hold('adam')}", OWN),
    refused("nor on a unit that is elsewhere", f"rigmor: {hold(unit='reception')}", OWN),
    refused("nor one that ends before it begins", f"rigmor: {hold(day=SOON, ends=SOON)}", "The last day comes after the first."),
    done("it is ended at once", "rigmor: guard.end_hold(:hold)", ENDED, "yes/rigmor", HELD),
    done("one that would have ended later too", "rigmor: guard.end_hold(:hold)", ENDED, "yes/rigmor", f"rigmor: {hold(ends=SOON)}"),
    refused("but not twice", "rigmor: guard.end_hold(:hold)", NONE, HELD, "rigmor: guard.end_hold(:hold)"),
    refused("nor one that was ended before it began", "rigmor: guard.end_hold(:hold)", NONE, f"rigmor: {hold(day=SOON)}",
            "rigmor: guard.end_hold(:hold)"),
    refused("nor when it is over", "rigmor: guard.end_hold(:hold)", NONE, HELD, "db: update office_hold set until_at = guard.now(), from_at = guard.now()"),
    refused("nor another organisation's", "other: guard.end_hold(:hold)", NONE, THEIRS, HELD),
    refused("nor one that is none", "rigmor: guard.end_hold(:adam)", NONE, HELD),
    refused("nor by who runs the system", "ingrid: guard.end_hold(:hold)", ALONE, HELD),
    # -- what falls due -----------------------------------------------------------------------------------------------
    told("what has lain still falls due", f"rigmor: {STILL}", FEW, OLD),
    told("who settles how long it is kept sees it too", f"ingrid_2: {STILL}", FEW, OLD),
    refused("a head teacher does not", f"gunilla: {STILL}", MAY_NOT, OLD),
    told("a hold keeps it", f"rigmor: {STILL}", "0/-1", OLD, HELD),
    told("on its unit too", f"rigmor: {STILL}", "0/-1", OLD, f"rigmor: {hold(unit='norrskolan')}"),
    told("not on another unit", f"rigmor: {STILL}", FEW, OLD, f"rigmor: {hold(unit='soderskolan')}"),
    told("nor on another branch", f"rigmor: {STILL}", FEW, OLD, f"rigmor: {hold('social')}"),
    told("nor before it begins", f"rigmor: {STILL}", FEW, OLD, f"rigmor: {hold(day=SOON)}"),
    told("nor when its last day has been", f"rigmor: {STILL}", FEW, OLD, HELD, "db: update office_hold set until_at = guard.now(), from_at = guard.now()"),
    told("but as long as it lasts", f"rigmor: {STILL}", "0/-1", OLD, f"rigmor: {hold(ends=SOON)}"),
]  # fmt: skip
