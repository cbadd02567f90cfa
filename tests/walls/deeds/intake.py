"""Attendance from a file: whose pupils it may speak of, what would change, and that it is applied once, wholly."""

from .stage import done, refused, told

NUMBER = "201503142399"
ONLY = "Only those who lead the school can read in a file of attendance."
GONE = "This file is no longer waiting to be read in."
MEND = "Something in the file has to be mended first. Nothing has been changed."
KNOWN = f"petra: guard.set_child_number(:adam, '{NUMBER}')"
FIND = f"select child from guard.pupils_by_number('{{1,{NUMBER}}}')"
PLACE = f"select place, child from guard.pupils_by_number('{{1,{NUMBER}}}')"
MARKED = "db: insert into people_protection (id, subject_id, form, decided_by_id, from_at) select gen_random_uuid(), :adam, 'marked', :petra, guard.now()"
READER = "db: insert into access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at) select gen_random_uuid(), :adam, :gunilla, :petra, guard.now()"


def file(by="gunilla", **instead):
    """A file of one's own, staged and checked; `instead` says what is otherwise."""
    row = {"applied_at": "null", "cancelled_at": "null", "forgotten_at": "null"} | instead
    applied, cancelled = (f":{by}" if row[name] != "null" else "null" for name in ("applied_at", "cancelled_at"))
    return (
        "db: insert into attendance_attendancefile (id, unit_id, kind, digest, columns, rows, written_by_id, written_at,"
        " applied_at, applied_by_id, cancelled_at, cancelled_by_id, forgotten_at, receipt) values (gen_random_uuid(),"
        f" :norrskolan, 'weeks', 'd', '{{}}', 2, :{by}, guard.now() - interval '{row.get('age', '1 day')}',"
        f" {row['applied_at']}, {applied}, {row['cancelled_at']}, {cancelled}, {row['forgotten_at']}, '{{}}') returning id as file"
    )


def part(child="adam", minutes="1200, 120, 60", week="2025-11-10", weekday="null", checked="guard.now()", problems="[]",
         late="null", lesson="", of="file", number=0):  # fmt: skip
    """One checked row of it."""
    line = f'[[2, "\' || :{child} || \'", "{week}", {weekday}, "{lesson}", {minutes}, {late}]]'
    return (
        "db: insert into attendance_filepart (id, file_id, number, first_row, size, lines, problems, unknown, checked_at)"
        f" values (gen_random_uuid(), :{of}, {number}, 2, 1, ('{line}')::jsonb, '{problems}', 3, {checked})"
    )


def week(minutes="1200, 120, 60", on="2025-11-10", late="null", wall=68, child="adam", **more):
    """A week that counts already."""
    gone = ("guard.now()", ":petra") if more.get("replaced") else ("null", "null")
    away = ("guard.now()", ":petra") if more.get("withdrawn") else ("null", "null")
    return (
        "db: insert into attendance_attendanceweek (id, subject_id, wall, week_on, scheduled, valid, invalid, late, source,"
        " written_by_id, written_at, for_guardians, for_guardians_because, for_child, replaced_at, replaced_by_id,"
        f" withdrawn_at, withdrawn_by_id) values (gen_random_uuid(), :{child}, {wall}, '{on}', {minutes}, {late}, 'hand',"
        f" :petra, guard.now(), 'yes', '', false, {gone[0]}, {gone[1]}, {away[0]}, {away[1]}) returning id as week"
    )


def cells(said):
    """The pattern of that week."""
    return f"db: insert into attendance_attendancepattern (head_id, subject_id, wall, cells) values (:week, :adam, 68, '{said}')"


LOOK = "gunilla: select state, weeks, children from guard.attendance_changes(:file)"
APPLY = "gunilla: guard.apply_attendance(:file) ->> 'children' as n"
WEEKS = ("db: select week_on::text, scheduled, valid, invalid, late, source, written_by_id, replaced_by_id is not null"
         " from attendance_attendanceweek where subject_id = :adam")  # fmt: skip
NEW = "2025-11-10/1200/120/60/-/file/gunilla/no"
READY = (file(), part())
TWO_DAYS = (file(), part(weekday=3, minutes="300, 0, 0"), part(weekday=4, minutes="300, 60, 0", number=1))
EMPTIED = "db: select lines::text from attendance_filepart where file_id = :file"

DEEDS = [
    # -- by number ---------------------------------------------------------------------------------------------------
    told("the head finds a pupil of the school by number, at its place in the list", f"gunilla: {PLACE}", "2/adam", KNOWN),
    refused("a mentor does not, though she knows the child", f"petra: {FIND}", ONLY, KNOWN),
    refused("nobody does not", f"nobody: {FIND}", ONLY, KNOWN),
    refused("a head of social services does not", f"karin: {FIND}", ONLY, KNOWN),
    told("another school's head gets the answer for unknown", f"olof: {FIND}", "", KNOWN),
    told("so does the own head for a hidden pupil", f"gunilla: {FIND}", "", KNOWN, MARKED),
    told("and not as a named reader", f"gunilla: {FIND}", "adam", KNOWN, MARKED, READER),
    told("a guardian's number finds no child", f"gunilla: {FIND}", "",
         f"db: insert into people_identitynumber (owner_id, subject_id, branch_id, number) values (:hodan, :adam, :school, '{NUMBER}')"),
    # -- what would change -------------------------------------------------------------------------------------------
    told("a week that is not known is new", LOOK, "new/1/1", *READY),
    told("one that says the same is the same", LOOK, "same/1/1", *READY, week()),
    told("one that says otherwise changes", LOOK, "changed/1/1", *READY, week("1200, 120, 0")),
    told("so it does when more was scheduled", LOOK, "changed/1/1", *READY, week("1300, 120, 60")),
    told("and when less was valid", LOOK, "changed/1/1", *READY, week("1200, 60, 60")),
    told("late arrivals that are told count", LOOK, "changed/1/1", file(), part(late="2"), week(late="1")),
    told("the same ones do not", LOOK, "same/1/1", file(), part(late="2"), week(late="2")),
    told("those that are not told take nothing away", LOOK, "same/1/1", *READY, week(late="1")),
    told("a version that was replaced does not count", LOOK, "new/1/1", *READY, week(replaced=True)),
    told("nor one that was taken back", LOOK, "new/1/1", *READY, week(withdrawn=True)),
    told("nor one of another wall", LOOK, "new/1/1", *READY, week(wall=69)),
    told("nor another child's", LOOK, "new/1/1", *READY, week(child="elsa")),
    told("nor another week", LOOK, "new/1/1", *READY, week(on="2025-11-03")),
    told("days that begin and end inside a week replace no whole week", LOOK, "kept/1/1", *TWO_DAYS, week()),
    told("but a poorer one", LOOK, "changed/1/1", *TWO_DAYS, week("400, 0, 0")),
    told("a week between the ends is whole", LOOK, "changed/1/1, new/2/1", *TWO_DAYS,
         part(week="2025-11-03", weekday=5, minutes="60, 0, 0", number=2),
         part(week="2025-11-17", weekday=1, minutes="60, 0, 0", number=3), week("900, 0, 0")),
    told("the same pattern is the same", LOOK, "same/1/1", file(), part(weekday=1, lesson="Ma"), week(),
         cells('[[1, "Ma", 1200, 120, 60, 0]]')),
    told("another week's pattern is another's", LOOK, "same/1/1", file(), part(weekday=1, lesson="Ma"),
         week(on="2025-11-03"), cells('[[3, "", 1, 0, 0, 0]]'), week(), cells('[[1, "Ma", 1200, 120, 60, 0]]')),
    told("another is not", LOOK, "changed/1/1", file(), part(weekday=1, lesson="Ma"), week(),
         cells('[[2, "Ma", 1200, 120, 60, 0]]')),
    told("a hidden child is left out", LOOK, "", *READY, MARKED),
    refused("a row to mend stands in the way", LOOK, MEND, file(), part(problems='[[2, 0, "week"]]')),
    refused("so does one that is not checked", LOOK, MEND, file(), part(checked="null")),
    refused("a colleague's file is no file", LOOK, GONE, file("bosse"), part()),
    refused("nor one that is applied", LOOK, GONE, file(applied_at="guard.now()"), part()),
    refused("nor one that was put away", LOOK, GONE, file(cancelled_at="guard.now()"), part()),
    refused("nor one that is forgotten", LOOK, GONE, file(forgotten_at="guard.now()"), part()),
    refused("nor an applied one beside another that waits", LOOK, GONE, *READY, file(applied_at="guard.now()"), part()),
    refused("a mentor sees no changes of her own file", LOOK.replace("gunilla", "petra"), ONLY, file("petra"), part()),
    told("what stands in another file does not matter", LOOK, "new/1/1", file("bosse"), part(checked="null"), *READY),
    # -- applied -----------------------------------------------------------------------------------------------------
    done("the head applies a file", APPLY, WEEKS, NEW, *READY),
    done("what stands in a colleague's file is not", APPLY, WEEKS, NEW, file("bosse"), part(), *READY),
    done("a change keeps the earlier version", APPLY, WEEKS,
         f"2025-11-10/1200/120/0/-/hand/petra/yes, {NEW}", *READY, week("1200, 120, 0")),
    done("what is the same stays", APPLY, WEEKS, "2025-11-10/1200/120/60/-/hand/petra/no", *READY, week()),
    done("a week that is kept stays", APPLY, WEEKS, "2025-11-10/1200/120/60/-/hand/petra/no", *TWO_DAYS, week()),
    done("the new version names the old", APPLY, "db: select count(*) from attendance_attendanceweek w where w.replaces_id = :week",
         "1", *READY, week("1200, 120, 0")),
    done("the pattern comes along", APPLY, "db: select cells::text from attendance_attendancepattern",
         '[[1, "Ma", 1200, 120, 60, 0]]', file(), part(weekday=1, lesson="Ma")),
    done("and is not made up", APPLY, "db: select cells::text from attendance_attendancepattern", "", *READY),
    done("its rows are emptied", APPLY, EMPTIED, "[]", *READY),
    done("and those of no other file", APPLY, "db: select count(*) from attendance_filepart where lines <> '[]'", "1",
         file("bosse"), part(), *READY),
    done("it says so once", APPLY, "db: select applied_by_id, receipt->>'new', receipt->>'unknown' from attendance_attendancefile"
         " where id = :file", "gunilla/1/3", *READY),
    done("the receipt counts each kind", APPLY, "db: select receipt->>'new', receipt->>'changed', receipt->>'same', receipt->>'kept'"
         " from attendance_attendancefile where id = :file", "1/0/1/0", *READY,
         part(week="2025-11-03", number=1), week()),
    done("changes too", APPLY, "db: select receipt->>'new', receipt->>'changed', receipt->>'same', receipt->>'kept'"
         " from attendance_attendancefile where id = :file", "0/1/0/0", *READY, week("1200, 0, 0")),
    done("and what is kept", APPLY, "db: select receipt->>'new', receipt->>'changed', receipt->>'same', receipt->>'kept'"
         " from attendance_attendancefile where id = :file", "0/0/0/1", *TWO_DAYS, week()),
    done("no other file is marked", APPLY, "db: select count(*) from attendance_attendancefile where applied_at is null", "1",
         file("bosse"), part(), *READY),
    done("two changes each keep their own earlier version", APPLY, "db: select old.week_on::text, new.week_on::text"
         " from attendance_attendanceweek new join attendance_attendanceweek old on old.id = new.replaces_id",
         "2025-11-03/2025-11-03, 2025-11-10/2025-11-10", *READY, part(week="2025-11-03", number=1),
         week("1200, 0, 0"), week("1200, 0, 0", on="2025-11-03")),
    done("and no week that the file is silent about", APPLY,
         "db: select week_on::text, replaced_at is null from attendance_attendanceweek where source = 'hand'",
         "2025-10-27/yes, 2025-11-10/no", *READY, week("1200, 0, 0", on="2025-10-27"), week("1200, 0, 0")),
    done("each week has its own pattern", APPLY, "db: select w.week_on::text, c.cells::text from attendance_attendanceweek w"
         " join attendance_attendancepattern c on c.head_id = w.id",
         '2025-11-03/[[2, "Ma", 1200, 120, 60, 0]], 2025-11-10/[[1, "Ma", 1200, 120, 60, 0]]',
         file(), part(weekday=1, lesson="Ma"), part(week="2025-11-03", weekday=2, lesson="Ma", number=1)),
    done("pupils unknown in another file are not counted", APPLY, "db: select receipt->>'unknown' from attendance_attendancefile"
         " where id = :file", "3", file("bosse"), part(), *READY),
    refused("twice is once", APPLY, GONE, *READY, APPLY.replace(" as n", " as m")),
    refused("a mentor applies nothing", APPLY.replace("gunilla", "petra"), ONLY, file("petra"), part()),
    # -- forgotten ---------------------------------------------------------------------------------------------------
    done("what waits a week is emptied", "db: select guard.forget_attendance_files()", EMPTIED, "[]", file(age="8 days"), part()),
    done("what was put away too", "db: select guard.forget_attendance_files()", EMPTIED, "[]", file(cancelled_at="guard.now()"), part()),
    done("what is younger waits", "db: select guard.forget_attendance_files()",
         "db: select count(*) from attendance_filepart where lines <> '[]'", "1", *READY),
    done("beside an older one too", "db: select guard.forget_attendance_files()",
         "db: select count(*) from attendance_filepart where lines <> '[]'", "1", file(age="8 days"), part(), *READY),
    done("what is forgotten is not forgotten anew", "db: select guard.forget_attendance_files()",
         "db: select count(*) from attendance_filepart where lines <> '[]'", "1",
         file(age="8 days", forgotten_at="guard.now()"), part()),
]  # fmt: skip
