"""Which policy stands on which of the forum's tables: *en punkt* for everyone at the table, each child behind her wall."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, MY_ORGANISATION, OWN_NOTE, Functions, Protect

from .rules import FOUNDS

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_forum.sql")
SOMEONE = "(select guard.me()) is not null"
KEEPING = f"exists (select from people_capacity c where c.id = {ME} and c.role = '{FOUNDS}')"
KEPT = f"forum_id in (select f.id from forum_forum f where f.{MY_ORGANISATION}) and (select {KEEPING})"
SEATED = "forum_id in (select s.forum from guard.my_forum_seats() s where s.meeting is null)"
LED = "forum_id in (select s.forum from guard.my_forum_seats() s where s.leads)"
AT_TABLE = (
    "meeting_id in (select m.id from forum_forummeeting m join guard.my_forum_seats() s on s.forum = m.forum_id"
    " and (s.meeting is null or s.meeting = m.id))"
)
RUNNING = "meeting_id in (select m.id from forum_forummeeting m where m.ended_at is null and m.{seated})".replace("{seated}", SEATED)
MY_ITEM = "exists (select from forum_forumitem i where i.slot_id = {table}.id)"
# Another organisation takes part on an agreement with the one that keeps the team; a guest of one meeting needs none.
AGREED = (
    "exists (select from people_capacity k join people_unit u on u.id = k.unit_id join people_branch b on b.id = u.branch_id"
    " join forum_forum f on f.id = forum_id where k.id = capacity_id and (b.organisation_id = f.organisation_id or exists"
    " (select from people_agreement a join people_branch w on w.id = a.with_branch_id"
    " where (a.organisation_id, w.organisation_id) in ((f.organisation_id, b.organisation_id), (b.organisation_id, f.organisation_id))"
    " and a.from_at <= guard.now() and (a.until_at is null or guard.now() < a.until_at))))"
)
# What another authority says is shown to those who may know which child the item is about, and to its own.
SAME_ITEM = (
    f"({OWN_NOTE} or exists (select from forum_forumitem i where i.slot_id = {{table}}.slot_id)"
    " or (subject_id, wall) in (select a.subject_id, a.wall from guard.my_access() a where a.reads))"
)


def walls() -> list[Protect]:
    """The forum, its table and its hours are no secret; who an item is about is."""
    back, marks = "withdrawn_at, withdrawn_by_id", "told_at, told_by_id, ended_at, ended_by_id, for_guardians, for_guardians_because"
    narrow = f"(withdrawn_at is null or {OWN_NOTE})\n  and (only_for_id is null or only_for_id = {ME} or {OWN_NOTE})"
    return [
        Protect("forum_forum", "plain", see=SOMEONE, add=f"begun_by_id = {ME} and {MY_ORGANISATION} and (select {KEEPING})"),
        Protect("forum_forumrhythm", "plain", see=SOMEONE, add=f"given_by_id = {ME} and ({LED} or {KEPT})",
                change=f"{LED} or {KEPT}", columns="until_at, until_by_id"),
        Protect("forum_forummember", "plain", see=SOMEONE,
                add=f"given_by_id = {ME} and until_at is null and (meeting_id is null and ({LED} or {KEPT}) and {AGREED}"
                    f" or not is_chair and {RUNNING.replace('where', 'where m.forum_id = {table}.forum_id and', 1)})"),
        Protect("forum_forummeeting", "plain", see=SOMEONE, add=f"called_by_id = {ME} and {SEATED}",
                change=SEATED, columns="ended_at, ended_by_id"),
        Protect("forum_forumslot", "plain", see=f"{AT_TABLE} or {MY_ITEM}", add=RUNNING, change=RUNNING,
                columns="meeting_id, moved_at, moved_by_id, dropped_at, dropped_by_id"),
        Protect("forum_forumitem", "head", change=IN_COMPARTMENT, columns=back),
        Protect("forum_forumitembody", "body", head="forum_forumitem"),
        Protect("forum_forumwords", "head", columns=back, narrow=f"{narrow}\n  and {SAME_ITEM}"),
        Protect("forum_forumwordsbody", "body", head="forum_forumwords"),
        Protect("forum_forumdecision", "head", change=IN_COMPARTMENT, columns=f"{back}, {marks}"),
        Protect("forum_forumdecisionbody", "body", head="forum_forumdecision"),
        Protect("forum_forumreview", "head"),
        Protect("forum_healthreferral", "head", change=IN_COMPARTMENT, columns=back),
        Protect("forum_healthreferralbody", "body", head="forum_healthreferral"),
        Protect("forum_healthanswer", "head"),
        Protect("forum_healthanswerbody", "body", head="forum_healthanswer"),
    ]
